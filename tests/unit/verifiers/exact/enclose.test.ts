import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import { sign, sub } from '../../../../src/verifiers/exact/ball.js';
import { isBounded } from '../../../../src/verifiers/exact/complex.js';
import { encloseAt, machineAt } from '../../../../src/verifiers/exact/enclose.js';
import { FloatField } from '../../../../src/verifiers/exact/float-field.js';
import { run } from '../../../../src/verifiers/exact/machine.js';
import { Planner } from '../../../../src/verifiers/exact/plan.js';
import { apply, type Expr, integer, rational, symbol } from '../../../../src/verifiers/expr.js';
import { formula } from '../../../helpers/formula.js';
import { fixtureRows, holds, type Row } from './fixture.js';

const budget = (): Budget => new Budget(10_000_000);
const rows = fixtureRows();

/** A double as mid · 2^exp. */
function dyadic(x: number): readonly [bigint, number] {
  let [mid, exp] = [x, 0];
  while (!Number.isInteger(mid)) {
    mid *= 2;
    exp -= 1;
  }
  return [BigInt(mid), exp];
}

/** Does the enclosure of `bits` bits hold the reference? `null` when nothing is known. `keep` scales the radius. */
function encloses(row: Row, bits: number, keep: number): boolean | null {
  if (bits === 53) return floatEncloses(row, keep);
  const found = encloseAt(row.expr, new Map(), bits, budget());
  if (found.kind !== 'value') return null;
  const { re, im } = found;
  return holds(re.mid, re.exp, re.rad * keep, row.re) && holds(im.mid, im.exp, im.rad * keep, row.im);
}

function floatEncloses(row: Row, keep: number): boolean | null {
  const field = new FloatField();
  const planner = new Planner(budget());
  const value = run(machineAt(field, planner.symbols, new Map(), false, budget()), planner.plan(row.expr));
  if (value === 'undefined' || !isBounded(field, value)) return null;
  const part = (mid: number, rad: number, reference: Row['re']): boolean => {
    const [n, exp] = dyadic(mid);
    return holds(n, exp, rad * 2 ** -exp, reference);
  };
  return part(value.re.mid, value.re.rad * keep, row.re) && part(value.im.mid, value.im.rad * keep, row.im);
}

describe('enclosures hold the value computed by an independent program', () => {
  test.each([53, 160, 280])('at %i bits', (bits) => {
    const missed = rows.filter((row) => encloses(row, bits, 1) === false).map((row) => row.text);
    expect(missed).toEqual([]);
    const known = rows.filter((row) => encloses(row, bits, 1) !== null).length;
    expect(known).toBeGreaterThan(rows.length * (bits === 53 ? 0.85 : 0.97));
  });

  test.each([53, 160])('and the check fails when the radius is dropped (%i bits)', (bits) => {
    const missed = rows.filter((row) => encloses(row, bits, 0) === false).length;
    expect(missed).toBeGreaterThan(rows.length / 2);
  });
});

describe('values', () => {
  test.each([
    ['sqrt(16/9)', '4/3'],
    ['log(8, 2)', '3'],
    ['cos(pi/3)', '1/2'],
    ['sin(7*pi/6)', '-1/2'],
    ['exp(i*pi)', '-1'],
    ['5!', '120'],
    ['binomial(7, 3)', '35'],
    ['binomial(1/2, 2)', '-1/8'],
    ['permutation(6, 2)', '30'],
    ['multinomial(2, 1, 1)', '12'],
    ['doubleFactorial(7)', '105'],
    ['doubleFactorial(8)', '384'],
    ['floor(-7/2)', '-4'],
    ['ceiling(-7/2)', '-3'],
    ['round(5/2)', '2'],
    ['round(7/2)', '4'],
    ['round(8/3)', '3'],
    ['mod(-7, 3)', '2'],
    ['gcd(84, 36, 60)', '12'],
    ['lcm(4, 6)', '12'],
    ['max(3, 7/2, -1)', '7/2'],
    ['min(3, 7/2, -1)', '-1'],
    ['sign(-3)', '-1'],
    ['abs(3+4*i)', '5'],
    ['re(3+4*i)', '3'],
    ['im(3+4*i)', '4'],
    ['conjugate(3+4*i) * (3+4*i)', '25'],
    ['sum(k^2, k, 1, 10)', '385'],
    ['product(k, k, 1, 6)', '720'],
    ['sum(k, k, 5, 4)', '0'],
    ['percent(30)', '3/10'],
    ['(-8)^(1/3)', '-2'],
    ['root(-32, 5)', '-2'],
    ['(-8)^(2/3)', '4'],
    ['gamma(5)', '24'],
    ['sin(degree(90))', '1'],
  ])('%s is exactly %s', (source, expected) => {
    const found = encloseAt(formula(source), new Map(), 160, budget());
    const wanted = encloseAt(formula(expected), new Map(), 160, budget());
    if (found.kind !== 'value' || wanted.kind !== 'value') throw new Error(`${source}: ${found.kind}`);
    expect(found.real).toBe(true);
    expect(found.re.rad).toBeLessThan(64);
    expect(sign(sub(found.re, wanted.re, 400)) ?? 0).toBe(0);
  });

  test.each([
    '1/0',
    '1/(2-2)',
    'ln(0)',
    'tan(pi/2)',
    '0^0',
    '0^(-1)',
    '(-3)!',
    'cot(pi)',
    'log(3, 1)',
    'arg(0)',
  ])('%s is undefined', (source) => {
    expect(encloseAt(formula(source), new Map(), 160, budget()).kind).toBe('undefined');
  });

  test.each([
    'x',
    'integral(x, x)',
    'exp(exp(exp(exp(9))))',
    'Infinity',
    '1/(sqrt(2)^2-2)',
    'sum(k, k, 1, 10^9)',
  ])('%s is unknown', (source) => {
    expect(encloseAt(formula(source), new Map(), 160, budget()).kind).toBe('unknown');
  });

  test('an odd root of a negative number is principal on request', () => {
    const principal = encloseAt(formula('(-8)^(1/3)'), new Map(), 160, budget(), true);
    expect(principal.kind === 'value' && !principal.real && sign(principal.im)).toBe(1);
  });

  test('symbols take their values from the point', () => {
    const found = encloseAt(
      formula('x^2 - y'),
      new Map([
        ['x', integer(3)],
        ['y', rational(1n, 2n)],
      ]),
      160,
      budget(),
    );
    expect(found.kind === 'value' && found.re.mid === 17n && found.re.exp === -1).toBe(true);
  });

  test('the index of a sum hides a symbol of the same name', () => {
    const found = encloseAt(formula('k + sum(k, k, 1, 3)'), new Map([['k', integer(100)]]), 160, budget());
    expect(found.kind === 'value' && found.re.mid === 106n).toBe(true);
  });

  test('a tree deeper than the limit is unknown, not an overflow', () => {
    let deep: Expr = integer(2);
    for (let k = 0; k < 5000; k++) deep = apply('Power', deep, rational(1n, 2n));
    expect(encloseAt(deep, new Map(), 160, budget()).kind).toBe('unknown');
  });
});

/** Random trees over x with the elementary heads. */
const trees: fc.Arbitrary<Expr> = fc.letrec<{ tree: Expr }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc
      .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 9 }))
      .map(([n, d]) => rational(BigInt(n), BigInt(d))),
    fc.constantFrom(symbol('x'), symbol('pi')),
    fc
      .tuple(fc.constantFrom('Add', 'Multiply', 'Divide', 'Power'), tie('tree'), tie('tree'))
      .map(([head, a, b]) => apply(head as 'Add', a, b)),
    fc
      .tuple(fc.constantFrom('Sin', 'Cos', 'Ln', 'Arctan', 'Abs', 'Arcsin', 'Cosh', 'Negate'), tie('tree'))
      .map(([head, a]) => apply(head as 'Sin', a)),
  ),
})).tree;

test('enclosures of different precision always overlap, and more bits are never vaguer', () => {
  const point = new Map([['x', rational(45n, 64n)]]);
  fc.assert(
    fc.property(trees, (tree) => {
      const coarse = encloseAt(tree, point, 96, budget());
      const fine = encloseAt(tree, point, 256, budget());
      if (coarse.kind === 'undefined') expect(fine.kind).toBe('undefined');
      if (coarse.kind !== 'value' || fine.kind !== 'value') return;
      for (const [a, b] of [
        [coarse.re, fine.re],
        [coarse.im, fine.im],
      ] as const) {
        expect(sign(sub(a, b, 600)) ?? 0).toBe(0);
        expect(b.rad * 2 ** (b.exp - a.exp)).toBeLessThanOrEqual(a.rad * 1.01 + 1e-30);
      }
    }),
    { numRuns: 400 },
  );
});

test('more precision costs more steps', () => {
  const spent = [160, 512, 2048].map((bits) => {
    const steps = budget();
    encloseAt(formula('sin(x)*exp(x)'), new Map([['x', integer(1)]]), bits, steps);
    return steps.spent;
  });
  expect(spent[0]).toBeLessThan(spent[1] ?? 0);
  expect(spent[1]).toBeLessThan(spent[2] ?? 0);
});
