import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import { Field } from '../../../../src/verifiers/exact/normal/field.js';
import { polyKey, signedContent, stripped } from '../../../../src/verifiers/exact/normal/poly.js';
import { exactQuotient, polyGcd, timesFree } from '../../../../src/verifiers/exact/normal/poly-gcd.js';
import type { Poly, Term } from '../../../../src/verifiers/exact/normal/types.js';
import { PRIMES, valueModulo } from '../../../../src/verifiers/exact/prime-field.js';
import { formula } from '../../../helpers/formula.js';

const budget = (): Budget => new Budget(5_000_000);

/** Polynomials in the ids 1 and 2 with small degrees and coefficients. */
const polynomial: fc.Arbitrary<Poly> = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: -5, max: 5 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((rows) => {
    const out = new Map<string, Term>();
    for (const [p, q, c] of rows) {
      const mono = [...(p === 0 ? [] : [1, p]), ...(q === 0 ? [] : [2, q])];
      if (c !== 0) out.set(mono.join(), { mono, coef: BigInt(c) });
    }
    return out;
  })
  .filter((poly: Poly) => poly.size > 0);

const primitive = (poly: Poly): string => polyKey(stripped(poly, [], signedContent(poly)));

describe('polynomials', () => {
  test('a product divides back exactly', () => {
    fc.assert(
      fc.property(polynomial, polynomial, (a, b) => {
        const back = exactQuotient(timesFree(a, b, budget()), b, budget());
        return back !== null && polyKey(back) === polyKey(a);
      }),
    );
  });
  test('the greatest common divisor of multiples holds the common factor', () => {
    fc.assert(
      fc.property(polynomial, polynomial, polynomial, (a, b, c) => {
        const found = polyGcd(timesFree(a, c, budget()), timesFree(b, c, budget()), budget());
        if (found === null) return false;
        const rest = exactQuotient(found, c, budget());
        return (
          rest !== null ||
          exactQuotient(stripped(found, [], 1n), stripped(c, [], signedContent(c)), budget()) !== null
        );
      }),
      { numRuns: 200 },
    );
  });
  test('coprime polynomials share only a number', () => {
    const x: Poly = new Map([['1,1', { mono: [1, 1], coef: 1n }]]);
    const y: Poly = new Map([['2,1', { mono: [2, 1], coef: 1n }]]);
    expect(primitive(polyGcd(x, y, budget()) ?? x)).toBe('1@');
  });
});

describe('a field', () => {
  const field = new Field(budget());
  const id = field.generator('x', () => ({ meaning: { kind: 'symbol', name: 'x', integer: false } })).id;
  const x = field.fromTerm([id, 1], 1n);
  const one = field.fromTerm([], 1n);
  test('long powers stay factored', () => {
    const long = field.power(field.add([x, one]), 5000);
    expect([...long.powers.values()]).toEqual([5000]);
    expect(field.equal(long, field.power(field.add([one, x]), 5000))).toBe(true);
  });
  test('sums share their factors', () => {
    const p = field.add([x, one]);
    const sum = field.add([field.power(p, 100), field.power(p, 99)]);
    expect(field.equal(sum, field.multiply(field.power(p, 99), field.add([x, one, one])))).toBe(true);
  });
});

describe('prime fields', () => {
  const at = new Map([['x', 12345]]);
  const value = (source: string): number | null => valueModulo(formula(source), at, PRIMES[0] ?? 2, budget());
  test('equal rational functions have equal residues', () => {
    expect(value('(x^1000 - 1)/(x - 1)*(x - 1)')).toBe(value('x^1000 - 1'));
    expect(value('1/x - 1/(x + 1)')).toBe(value('1/(x*(x + 1))'));
  });
  test('different ones are told apart', () => expect(value('x^1000')).not.toBe(value('x^1000 + 1')));
  test('what is not rational has none', () => {
    expect(value('sin(x)')).toBeNull();
    expect(value('1/(x - 12345)')).toBeNull();
    expect(value('y')).toBeNull();
  });
});
