import { describe, expect, test } from 'vitest';
import { hasFiniteDecimal, numeralOf, placeOf } from '../../../../../src/verifiers/compare/policy/numeral.js';
import type { Expr } from '../../../../../src/verifiers/expr.js';
import { parsed } from '../../../../helpers/answers.js';

function expressionOf(text: string): Expr {
  const answer = parsed(text);
  if (answer.kind !== 'expression') throw new Error(`${text} is of kind ${answer.kind}`);
  return answer.expr;
}

describe('a numeral is read as written', () => {
  test.each([
    ['12', 12n, 1n, 'integer', 2, 2, [1n, 1n]],
    ['1200', 1200n, 1n, 'integer', 4, 2, [1n, 1n]],
    ['0.25', 1n, 4n, 'decimal', 2, 2, [1n, 100n]],
    ['0.050', 1n, 20n, 'decimal', 2, 1, [1n, 1000n]],
    ['-3.10', -31n, 10n, 'decimal', 3, 2, [1n, 100n]],
    ['12.5\\%', 1n, 8n, 'decimal', 3, 3, [1n, 1000n]],
    ['-12.5\\%', -1n, 8n, 'decimal', 3, 3, [1n, 1000n]],
    ['1.50e3', 1500n, 1n, 'scientific', 3, 2, [10n, 1n]],
    ['2.5e-3', 1n, 400n, 'scientific', 2, 2, [1n, 10_000n]],
    ['3e5', 300_000n, 1n, 'scientific', 1, 1, [100_000n, 1n]],
    ['0.0', 0n, 1n, 'decimal', 0, 0, [1n, 10n]],
  ])('%s', (text, num, den, form, significant, stripped, ulp) => {
    const numeral = numeralOf(expressionOf(text));
    expect(numeral).toMatchObject({ form, significant, stripped });
    expect((numeral?.num ?? 0n) * den).toBe(num * (numeral?.den ?? 0n));
    expect((numeral?.ulp[0] ?? 0n) * ulp[1]!).toBe(ulp[0]! * (numeral?.ulp[1] ?? 0n));
  });

  test.each([
    '\\frac12',
    'x',
    '-x',
    '1+1',
    '0.\\overline{3}',
    'x\\%',
    '0e5',
    `0.${'1'.repeat(401)}`,
    `0.${'0'.repeat(400)}1`,
  ])('%s is none', (text) => expect(numeralOf(expressionOf(text))).toBeNull());

  test('up to 400 digits', () => {
    expect(numeralOf(expressionOf(`0.${'1'.repeat(400)}`))?.significant).toBe(400);
    expect(numeralOf(expressionOf('1'.repeat(400)))?.significant).toBe(400);
    expect(numeralOf(expressionOf('1'.repeat(401)))).toBeNull();
  });
});

describe('the place of the last of so many digits', () => {
  test.each([
    [1n, 1n, 1, 1n, 1n],
    [999n, 1n, 3, 1n, 1n],
    [1000n, 1n, 3, 10n, 1n],
    [-1000n, 1n, 1, 1000n, 1n],
    [1n, 10n, 1, 1n, 10n],
    [1n, 11n, 1, 1n, 100n],
    [1n, 9n, 2, 1n, 100n],
    [10n, 11n, 1, 1n, 10n],
    [99n, 10n, 2, 1n, 10n],
    [-7n, 2n, 3, 1n, 100n],
    [29n, 3n, 1, 1n, 1n],
  ])('%d/%d to %d digits', (num, den, digits, top, bottom) =>
    expect(placeOf(num, den, digits)).toEqual([top, bottom]),
  );
  test('none for zero and beyond 10^±100000', () => {
    expect(placeOf(0n, 1n, 3)).toBeNull();
    const huge = 10n ** 100_001n;
    expect(placeOf(huge, 1n, 3)).toBeNull();
    expect(placeOf(1n, huge, 3)).toBeNull();
    expect(placeOf(huge / 100n, 1n, 1)).toEqual([huge / 100n, 1n]);
  });
});

test.each([
  [1n, true],
  [2n, true],
  [5n, true],
  [40n, true],
  [1_000_000n, true],
  [3n, false],
  [6n, false],
  [35n, false],
])('1/%d has a finite decimal: %s', (den, finite) => expect(hasFiniteDecimal(den)).toBe(finite));
