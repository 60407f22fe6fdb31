import { describe, expect, test } from 'vitest';
import { NO_ASSUMPTIONS } from '../../../../../src/verifiers/compare/rules/assumptions.js';
import { exactRational } from '../../../../../src/verifiers/compare/rules/exact-rational.js';
import { openPair, type Rule } from '../../../../../src/verifiers/compare/rules/pair.js';
import { primeFields } from '../../../../../src/verifiers/compare/rules/prime-fields.js';
import { sameTreeRule } from '../../../../../src/verifiers/compare/rules/same-tree.js';
import { apply, type Expr, integer, symbol, text } from '../../../../../src/verifiers/expr.js';
import type { Finding } from '../../../../../src/verifiers/verdict.js';
import { formula } from '../../../../helpers/formula.js';
import { compare, freshContext } from './kernel.js';

const ask = (rule: Rule, gold: Expr | string, given: Expr | string): Finding | null => {
  const [a, b] = [gold, given].map((side) => (typeof side === 'string' ? formula(side) : side));
  return rule(openPair(a!, b!, freshContext(5_000_000), NO_ASSUMPTIONS));
};

describe('exact rationals', () => {
  test.each([
    ['1/2+1/3', '5/6'],
    ['-2/4', '1/(-2)'],
    ['0', '3-3'],
  ])('%s is %s', (gold, given) =>
    expect(ask(exactRational, gold, given)).toMatchObject({ kind: 'equal', certainty: 'proved' }),
  );
  test('a difference shows both values', () =>
    expect(ask(exactRational, '1/2+1/4', '0.7')).toMatchObject({
      kind: 'different',
      certainty: 'proved',
      witness: { at: {}, gold: '3/4', given: '7/10' },
    }));
  test.each([
    ['x', '1'],
    ['1', 'x'],
    ['sqrt(2)', '1'],
    ['1', '1/0'],
  ])('not for %s and %s', (gold, given) => expect(ask(exactRational, gold, given)).toBeNull());
});

describe('the same tree', () => {
  const [x, zero] = [symbol('x'), integer(0)];
  const total: readonly (readonly [string, Expr])[] = [
    ['sum', formula('x+2*y-3')],
    ['quotient by a number', formula('x/7')],
    ['whole power', formula('(x+1)^3')],
    ['square root', formula('sqrt(x)')],
    ['cube root', formula('cbrt(x)')],
    ['root of a number', apply('Root', integer(5), integer(-3))],
    ['power of a number', formula('2^x')],
    ['negative power of a number', formula('2^(-x)')],
    ['power of zero', formula('0^2')],
    ['sine', apply('Sin', x)],
    ['unknown function', apply('Call', symbol('f'), x)],
  ];
  const partial: readonly (readonly [string, Expr])[] = [
    ['quotient by a symbol', formula('1/x')],
    ['quotient by zero', formula('x/0')],
    ['root of symbolic index', apply('Root', integer(5), x)],
    ['root of index zero', apply('Root', integer(5), zero)],
    ['root of zero with a negative index', apply('Root', zero, integer(-3))],
    ['root with a negative index', apply('Root', x, integer(-3))],
    ['negative power', apply('Power', x, integer(-1))],
    ['power zero', apply('Power', x, zero)],
    ['symbolic power', formula('x^y')],
    ['symbolic power of zero', formula('0^x')],
    ['logarithm', apply('Ln', x)],
    ['tangent', apply('Tan', x)],
    ['words', text('about')],
    ['infinity', symbol('Infinity')],
    ['complex infinity', symbol('ComplexInfinity')],
    ['undefined', symbol('Undefined')],
    ['a part', apply('Sin', apply('Add', integer(1), formula('1/x')))],
  ];
  test.each(total)('%s has a value everywhere', (_, expr) =>
    expect(ask(sameTreeRule, expr, expr)).toEqual({ kind: 'equal', by: 'same-form', certainty: 'proved' }),
  );
  test.each(partial)('%s may have none: another rule decides', (_, expr) =>
    expect(ask(sameTreeRule, expr, expr)).toBeNull(),
  );
  test('not for other trees', () => expect(ask(sameTreeRule, 'x+1', 'x+2')).toBeNull());
});

describe('prime fields', () => {
  /** Too many terms to expand. */
  const long = '(x+y+z+w+1)^40';
  test('agreement is evidence', () =>
    expect(ask(primeFields, `${long}+1`, `((x+y+z+w+1)^20)^2+1`)).toEqual({
      kind: 'equal',
      by: 'prime-fields',
      certainty: 'probable',
    }));
  test('one field with another value is a proof, with its point', () => {
    const finding = ask(primeFields, `${long}+1`, `${long}+v`);
    expect(finding).toMatchObject({ kind: 'different', by: 'prime-field', certainty: 'proved' });
    const witness = finding?.kind === 'different' ? finding.witness : undefined;
    const residue = /^\d+ mod (\d+)$/;
    const at = witness?.at ?? {};
    expect(Object.keys(at)).toEqual(['v', 'w', 'x', 'y', 'z']);
    const fields = [witness?.gold, witness?.given, ...Object.values(at)].map(
      (value) => residue.exec(value ?? '')?.[1],
    );
    expect(new Set(fields).size).toBe(1);
    expect(fields[0]).toBeDefined();
    expect(witness?.gold).not.toBe(witness?.given);
  });
  test.each([
    ['forms that can be written out', 'x+1', 'x+2'],
    ['square roots', `${long}+sqrt(x)`, `${long}+sqrt(x)`],
    ['a square root on one side', `${long}+1`, `${long}+sqrt(x)`],
    ['imaginary numbers', `${long}+i`, `${long}+2*i`],
  ])('not for %s', (_, gold, given) => expect(ask(primeFields, gold, given)).toBeNull());
});

describe('the ladder', () => {
  test('evidence stands where no later rule has a proof', () =>
    expect(compare('(x+y+z+w+1)^40+1', '((x+y+z+w+1)^20)^2+1')).toMatchObject({
      by: 'prime-fields',
      certainty: 'probable',
    }));
  test('a proof comes before evidence of an earlier rule', () =>
    expect(compare('1/x', '1/x')).toMatchObject({ kind: 'equal', certainty: 'proved' }));
});
