import { describe, expect, test } from 'vitest';
import { Budget, seededRandom } from '../../../../src/support/index.js';
import { type Ball, ends } from '../../../../src/verifiers/exact/ball.js';
import { BallField } from '../../../../src/verifiers/exact/ball-field.js';
import { type FloatBall, FloatField } from '../../../../src/verifiers/exact/float-field.js';

const floats = new FloatField();
const sharp = new BallField(300, new Budget(100_000_000));
const random = seededRandom(31);

/** True when the sharp ball lies within the float ball. */
function within(inner: Ball, outer: FloatBall): boolean {
  const [low, high] = ends(inner);
  const edge = (x: FloatBall, side: 1 | -1): Ball =>
    sharp.add(sharp.fromNumber(x.mid), sharp.fromNumber(side * x.rad));
  const below = sharp.sign(sharp.sub({ mid: low, exp: inner.exp, rad: 0 }, edge(outer, -1)));
  const above = sharp.sign(sharp.sub(edge(outer, 1), { mid: high, exp: inner.exp, rad: 0 }));
  return below !== -1 && above !== -1;
}

const draw = (): number => (random.unit() * 2 - 1) * 2 ** (random.below(40) - 20);

describe('every operation encloses what the big-integer field finds', () => {
  test.each(['add', 'sub', 'mul', 'div'] as const)('%s', (name) => {
    for (let round = 0; round < 400; round++) {
      const [x, y] = [draw(), draw()];
      const found = floats[name]({ mid: x, rad: 0 }, { mid: y, rad: 0 });
      expect(within(sharp[name](sharp.fromNumber(x), sharp.fromNumber(y)), found)).toBe(true);
    }
  });

  test.each(['exp', 'ln', 'sqrt', 'atan', 'sin', 'cos', 'root'] as const)(
    '%s, at the ends of the ball too',
    (name) => {
      for (let round = 0; round < 300; round++) {
        const x = name === 'ln' || name === 'sqrt' || name === 'root' ? Math.abs(draw()) + 2 ** -20 : draw();
        if (name === 'exp' && Math.abs(x) > 600) continue;
        const rad = random.below(2) === 0 ? 0 : Math.abs(x) * 2 ** -(random.below(30) + 3);
        const apply = <B>(
          f: { sinCos(a: B): readonly [B, B]; root(a: B, n: number): B } & Record<string, unknown>,
          a: B,
        ): B => {
          if (name === 'sin') return f.sinCos(a)[0];
          if (name === 'cos') return f.sinCos(a)[1];
          return name === 'root' ? f.root(a, 5) : (f[name] as (b: B) => B).call(f, a);
        };
        const found = apply(floats as never, { mid: x, rad }) as FloatBall;
        if (!floats.isBounded(found)) continue;
        for (const at of [x - rad, x, x + rad]) {
          expect(within(apply(sharp as never, sharp.fromNumber(at)) as Ball, found)).toBe(true);
        }
      }
    },
  );
});

describe('exactness', () => {
  test('short sums, products, quotients and roots are exact', () => {
    const half = floats.fromRational(1n, 2n);
    expect(floats.add(half, half)).toEqual({ mid: 1, rad: 0 });
    expect(floats.mul(half, half)).toEqual({ mid: 0.25, rad: 0 });
    expect(floats.div(floats.one, half)).toEqual({ mid: 2, rad: 0 });
    expect(floats.sqrt({ mid: 2.25, rad: 0 })).toEqual({ mid: 1.5, rad: 0 });
    expect(floats.root({ mid: 243, rad: 0 }, 5)).toEqual({ mid: 3, rad: 0 });
    expect(floats.gamma({ mid: 6, rad: 0 })).toEqual({ mid: 120, rad: 0 });
  });
  test('anything else is not', () => {
    expect(floats.fromRational(1n, 3n).rad).toBeGreaterThan(0);
    expect(floats.fromRational(2n ** 60n + 1n, 1n).rad).toBeGreaterThan(0);
    expect(floats.add({ mid: 1, rad: 0 }, { mid: 2 ** -60, rad: 0 }).rad).toBeGreaterThan(0);
    expect(floats.sqrt({ mid: 2, rad: 0 }).rad).toBeGreaterThan(0);
  });
});

describe('what cannot be bounded is unknown', () => {
  test.each<[string, FloatBall]>([
    ['1/0', floats.div(floats.one, floats.zero)],
    ['ln of a ball with zero', floats.ln({ mid: 1, rad: 1 })],
    ['exp out of range', floats.exp({ mid: 800, rad: 0 })],
    ['sin of a huge number', floats.sinCos({ mid: 1e22, rad: 0 })[0]],
    ['√ of a negative', floats.sqrt({ mid: -1, rad: 0 })],
    ['10^400', floats.fromRational(10n ** 400n, 1n)],
    ['0 · unknown', floats.mul(floats.zero, floats.whole)],
    ['arctan of unknown', floats.atan(floats.whole)],
  ])('%s', (_, value) => {
    expect(floats.isBounded(value)).toBe(false);
    expect(floats.sign(value)).toBe(null);
  });

  test('an underflow is not zero', () => {
    const tiny = floats.mul({ mid: 1e-200, rad: 0 }, { mid: 1e-200, rad: 0 });
    expect(floats.isZero(tiny)).toBe(false);
    expect(floats.sign(floats.exp({ mid: -2000, rad: 0 }))).toBe(null);
  });
});
