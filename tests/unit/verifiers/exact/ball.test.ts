import { describe, expect, test } from 'vitest';
import { Budget, seededRandom } from '../../../../src/support/index.js';
import * as ball from '../../../../src/verifiers/exact/ball.js';
import { type Ball, isBounded, ONE, WHOLE, ZERO } from '../../../../src/verifiers/exact/ball.js';
import { exp, ln } from '../../../../src/verifiers/exact/ball-exp.js';
import { BallField } from '../../../../src/verifiers/exact/ball-field.js';
import { root, sqrt } from '../../../../src/verifiers/exact/ball-roots.js';
import { atan, pi, sinCos } from '../../../../src/verifiers/exact/ball-trig.js';

const exactly = (mid: bigint, exponent = 0): Ball => ({ mid, exp: exponent, rad: 0 });
const fuzzy = (mid: bigint, exponent: number, rad: number): Ball => ({ mid, exp: exponent, rad });

/** True when every number of `inner` is in `outer` (both bounded). */
function within(inner: Ball, outer: Ball): boolean {
  const unit = Math.min(inner.exp, outer.exp) - 8;
  const scaled = (a: Ball): readonly [bigint, bigint] => {
    const mid = a.mid << BigInt(a.exp - unit);
    const rad = BigInt(Math.ceil(a.rad * 256)) << BigInt(a.exp - unit - 8);
    return [mid - rad, mid + rad];
  };
  const [low, high] = scaled(inner);
  const [least, most] = scaled(outer);
  return least <= low && high <= most;
}

const random = seededRandom(77);
const drawExact = (): Ball =>
  exactly(BigInt(random.below(2 ** 30)) * (random.below(2) === 0 ? 1n : -1n) + 1n, random.below(60) - 40);

describe('arithmetic', () => {
  const operations: [string, (a: Ball, b: Ball, bits: number) => Ball][] = [
    ['add', ball.add],
    ['sub', ball.sub],
    ['mul', ball.mul],
    ['div', ball.div],
  ];
  test.each(operations)('%s: the result for the ends lies in the result for the balls', (_, operate) => {
    for (let round = 0; round < 300; round++) {
      const [a, b] = [drawExact(), drawExact()];
      const [ra, rb] = [random.below(50), random.below(50)];
      const wide = operate(fuzzy(a.mid, a.exp, ra), fuzzy(b.mid, b.exp, rb), 90);
      if (!isBounded(wide)) continue;
      for (const x of [a.mid - BigInt(ra), a.mid + BigInt(ra)]) {
        for (const y of [b.mid - BigInt(rb), b.mid, b.mid + BigInt(rb)]) {
          expect(within(operate(exactly(x, a.exp), exactly(y, b.exp), 300), wide)).toBe(true);
        }
      }
    }
  });

  test('exact results stay exact', () => {
    expect(ball.mul(exactly(3n), exactly(5n, -2), 64)).toEqual(exactly(15n, -2));
    expect(ball.add(exactly(1n), exactly(1n, -50), 64).rad).toBe(0);
    expect(ball.div(exactly(6n), exactly(3n), 64).rad).toBe(0);
    expect(ball.isZero(ball.sub(exactly(7n, 3), exactly(56n), 64))).toBe(true);
  });

  test('rounding is accounted for', () => {
    expect(ball.div(ONE, exactly(3n), 64).rad).toBeGreaterThan(0);
    expect(ball.add(exactly(1n, 500), ONE, 64).rad).toBeGreaterThan(0);
  });

  test('a divisor that may be zero leaves nothing known', () => {
    expect(isBounded(ball.div(ONE, fuzzy(1n, 0, 1), 64))).toBe(false);
    expect(isBounded(ball.div(ONE, ZERO, 64))).toBe(false);
  });

  test('nothing known stays nothing known', () => {
    for (const [, operate] of operations) expect(isBounded(operate(WHOLE, ONE, 64))).toBe(false);
    for (const f of [sqrt, exp, ln, atan]) expect(isBounded(f(WHOLE, 64))).toBe(false);
    expect(sinCos(WHOLE, 64).map(isBounded)).toEqual([false, false]);
    expect(isBounded(ball.hull(ONE, WHOLE, 64))).toBe(false);
    expect(isBounded(ball.upTo(WHOLE, 64))).toBe(false);
  });

  test('sign', () => {
    expect([
      ball.sign(fuzzy(5n, 0, 4)),
      ball.sign(fuzzy(-5n, 0, 4)),
      ball.sign(fuzzy(5n, 0, 5)),
      ball.sign(ZERO),
    ]).toEqual([1, -1, null, 0]);
  });

  test('a hull holds both, and reaches from zero to a bound', () => {
    const [a, b] = [fuzzy(10n, -3, 1), fuzzy(-7n, 2, 0.5)];
    expect(within(a, ball.hull(a, b, 64)) && within(b, ball.hull(a, b, 64))).toBe(true);
    expect(
      within(ZERO, ball.upTo(fuzzy(9n, 1, 2), 64)) && within(exactly(11n, 1), ball.upTo(fuzzy(9n, 1, 2), 64)),
    ).toBe(true);
  });

  test('a spread far above the ball is taken in', () => {
    const wide = ball.widen(fuzzy(3n, -900, 1), 2, 40);
    expect(within(exactly(2n, 40), wide) && within(exactly(-2n, 40), wide)).toBe(true);
  });
});

describe('functions: the value at any number of the ball lies in the value of the ball', () => {
  const functions: [string, (a: Ball, bits: number) => Ball, boolean][] = [
    ['exp', exp, false],
    ['ln', ln, true],
    ['sqrt', sqrt, true],
    ['cube root', (a, bits) => root(a, 3, bits), true],
    ['atan', atan, false],
    ['sin', (a, bits) => sinCos(a, bits)[0], false],
    ['cos', (a, bits) => sinCos(a, bits)[1], false],
  ];
  test.each(functions)('%s', (_, f, positive) => {
    for (let round = 0; round < 150; round++) {
      const exponent = random.below(50) - 46;
      const mid = BigInt(random.below(2 ** 20) + 1) * (positive || random.below(2) === 0 ? 1n : -1n);
      const rad = random.below(Math.min(1000, Math.max(1, Math.floor(Math.abs(Number(mid)) / 2))));
      const wide = f(fuzzy(mid, exponent, rad), 80);
      if (!isBounded(wide)) continue;
      for (const x of [mid - BigInt(rad), mid, mid + BigInt(rad)]) {
        if (positive && x <= 0n) continue;
        expect(within(f(exactly(x, exponent), 260), wide)).toBe(true);
      }
    }
  });

  test('exact where the result is short', () => {
    expect(sqrt(exactly(49n, -2), 80)).toMatchObject({ rad: 0 });
    expect(root(exactly(27n), 3, 80)).toMatchObject({ rad: 0 });
    expect([exp(ZERO, 80), ln(ONE, 80), atan(ZERO, 80)]).toEqual([ONE, ZERO, ZERO]);
    expect(ln(exactly(8n, -3), 80)).toEqual(ZERO);
  });

  test('a root of a ball around zero starts at zero', () => {
    const found = sqrt(fuzzy(1n, -80, 4), 80);
    expect(within(ZERO, found) && within(sqrt(exactly(5n, -80), 200), found)).toBe(true);
    expect(isBounded(sqrt(exactly(-1n), 80))).toBe(false);
  });

  test('tiny and huge arguments', () => {
    const tiny = exactly(1n, -3000);
    expect(within(tiny, sinCos(tiny, 160)[0]) && sinCos(tiny, 160)[0].exp < -2900).toBe(true);
    expect(atan(tiny, 160).exp).toBeLessThan(-2900);
    expect(ball.sign(exp(exactly(-1n, 40), 160))).toBe(1);
    expect(isBounded(exp(exactly(1n, 60), 160))).toBe(false);
    expect(isBounded(sinCos(exactly(1n, 9000), 160)[0])).toBe(true);
    const right = pi(200);
    expect(within(atan(exactly(1n, 4000), 160), fuzzy(right.mid, right.exp - 1, 2 ** 50))).toBe(true);
  });

  test('sin(10^22) is reduced with enough digits of π', () => {
    const [sine] = sinCos(exactly(10n ** 22n), 160);
    expect(Number(sine.mid) * 2 ** sine.exp).toBeCloseTo(-0.8522008497671888, 14);
  });
});

describe('the field', () => {
  const field = (bits: number): BallField => new BallField(bits, new Budget(10_000_000));

  test.each([
    [5n, 2n, 2n],
    [-5n, 2n, -3n],
    [6n, 1n, 6n],
  ])('floor(%s/%s)', (num, den, wanted) => {
    const f = field(160);
    expect(f.floor(f.fromRational(num, den))).toBe(wanted);
  });

  test('a floor is open when an integer is inside', () => {
    expect(field(160).floor(fuzzy(4n, 0, 0.5))).toBe(null);
  });

  test('integer sees exact integers only', () => {
    const f = field(160);
    expect([f.integer(exactly(3n, 2)), f.integer(exactly(3n, -1)), f.integer(fuzzy(3n, 0, 0.1))]).toEqual([
      12n,
      null,
      null,
    ]);
  });

  test.each([
    [1n, 2n, 1.7724538509055159],
    [7n, 1n, 720],
    [41n, 8n, 29.021355539191546],
    [1n, 100n, 99.43258511915059],
  ])('Γ(%s/%s)', (num, den, wanted) => {
    const f = field(160);
    const value = f.gamma(f.fromRational(num, den));
    expect(Number(value.mid) * 2 ** value.exp).toBeCloseTo(wanted, 10);
    expect(f.accuracy(value)).toBeGreaterThan(140);
  });

  test('Γ follows the recurrence where Stirling’s series takes over', () => {
    const f = field(160);
    const z = f.fromRational(2001n, 2n);
    const gap = f.sub(f.gamma(f.add(z, ONE)), f.mul(z, f.gamma(z)));
    expect(f.sign(gap)).toBe(null);
    expect(
      f.sign(f.sub(f.gamma(f.fromNumber(301)), f.mul(f.fromNumber(300), f.gamma(f.fromNumber(300))))),
    ).toBe(null);
  });

  test('the span remembers sizes, those inside exponentials included', () => {
    const f = field(160);
    f.exp(f.fromNumber(-1000));
    expect(f.span).toBeGreaterThan(1400);
    f.note(f.fromRational(1n, 10n ** 600n));
    expect(f.span).toBeGreaterThan(1900);
  });
});
