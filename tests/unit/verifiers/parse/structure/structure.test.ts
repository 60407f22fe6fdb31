import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../../src/support/index.js';
import type { Answer } from '../../../../../src/verifiers/answer.js';
import { apply, type Expr, integer, symbol, text } from '../../../../../src/verifiers/expr.js';
import { structureAnswer } from '../../../../../src/verifiers/parse/structure.js';
import { strict } from '../../../../../src/verifiers/policy.js';

const [x, y, k] = [symbol('x'), symbol('y'), symbol('k')];
const n = (value: number): Expr => integer(value);
const infinity = symbol('Infinity');

function structured(expr: Expr): Answer {
  const outcome = structureAnswer(expr, { policy: strict, budget: new Budget(10_000) });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

describe('brackets', () => {
  test('two numbers in round brackets may be a point', () => {
    expect(structured(apply('Tuple', n(1), n(2)))).toMatchObject({
      kind: 'interval',
      ambiguous: true,
      lowClosed: false,
    });
    expect(structured(apply('Bracket', n(1), n(2)))).toMatchObject({
      kind: 'interval',
      ambiguous: true,
      lowClosed: true,
    });
  });
  test('an infinite end makes an interval, open there', () => {
    const answer = structured(apply('Bracket', n(1), infinity));
    expect(answer).toMatchObject({ kind: 'interval', ambiguous: false, lowClosed: true, highClosed: false });
  });
  test('other brackets are tuples', () => {
    expect(structured(apply('Tuple', n(1), n(2), n(3)))).toMatchObject({ kind: 'tuple', notation: 'round' });
    expect(structured(apply('Vector', n(1), n(2)))).toMatchObject({ kind: 'tuple', notation: 'angle' });
    expect(structured(apply('Tuple', apply('Set', n(1)), n(2)))).toMatchObject({ kind: 'tuple' });
  });
  test('equations inside name the coordinates', () => {
    const answer = structured(apply('Tuple', apply('Equal', x, n(1)), apply('Equal', y, n(2))));
    expect(answer).toMatchObject({ kind: 'tuple', names: ['x', 'y'] });
  });
});

describe('signs', () => {
  test('each ± is free', () => {
    const answer = structured(apply('Add', apply('PlusMinus', n(1)), apply('PlusMinus', symbol('a'))));
    expect(answer).toMatchObject({ kind: 'list' });
    expect(answer.kind === 'list' && answer.items).toHaveLength(4);
  });
  test('∓ ties all signs together', () => {
    const answer = structured(apply('Tuple', apply('PlusMinus', n(1)), apply('MinusPlus', n(2))));
    expect(answer.kind === 'list' && answer.items).toHaveLength(2);
  });
  test('inside a set they are elements', () => {
    const answer = structured(apply('Set', apply('PlusMinus', n(3), n(1)), n(7)));
    expect(answer.kind === 'set' && answer.elements).toHaveLength(3);
  });
  test('more than six are refused', () => {
    const many = apply('Add', ...Array.from({ length: 7 }, () => apply('PlusMinus', x)));
    expect(structureAnswer(many, { policy: strict, budget: new Budget(10_000) })).toMatchObject({
      ok: false,
      error: { reason: 'unsupported' },
    });
  });
});

describe('names', () => {
  test('before a structure they are dropped', () => {
    expect(structured(apply('Equal', x, apply('Set', n(1), n(2))))).toMatchObject({ kind: 'set' });
    expect(structured(apply('Equal', symbol('D'), apply('HalfOpenLeft', n(1), n(2))))).toMatchObject({
      kind: 'interval',
    });
  });
  test('of coordinates they are kept', () => {
    const answer = structured(apply('Equal', apply('Tuple', x, y), apply('Tuple', n(3), n(4))));
    expect(answer).toMatchObject({ kind: 'tuple', names: ['x', 'y'] });
  });
  test('given once they hold for the whole list', () => {
    const answer = structured(apply('List', apply('Equal', x, n(2)), n(3)));
    expect(answer).toMatchObject({
      kind: 'list',
      items: [{ kind: 'relation' }, { kind: 'relation', sides: [x, n(3)] }],
    });
  });
  test('that come round again make groups', () => {
    const equal = (name: Expr, value: number): Expr => apply('Equal', name, n(value));
    const answer = structured(apply('List', equal(x, 1), equal(y, 2), equal(x, 3), equal(y, 4)));
    expect(answer).toMatchObject({ kind: 'list', items: [{ kind: 'list' }, { kind: 'list' }] });
  });
});

describe('conditions', () => {
  const integers = apply('Element', k, symbol('Integers'));
  test('bind an index', () => {
    const answer = structured(apply('ForAll', apply('Multiply', n(3), k), integers));
    expect(answer).toMatchObject({ kind: 'family', parameters: [{ name: 'k', domain: 'integer' }] });
  });
  test('on the argument of a function say nothing', () => {
    const value = apply('Equal', apply('Call', symbol('f'), x), apply('Power', x, n(2)));
    expect(structured(apply('ForAll', value, apply('Element', x, symbol('Reals'))))).toMatchObject({
      kind: 'relation',
    });
  });
  test('on the variable of a function restrict it', () => {
    const answer = structured(
      apply('List', apply('Equal', y, apply('Power', x, n(2))), apply('Greater', x, n(0))),
    );
    expect(answer).toMatchObject({ kind: 'piecewise', cases: [{ condition: { kind: 'relation' } }] });
  });
  test('values of an index after a list', () => {
    const answer = structured(apply('List', apply('Power', x, k), apply('Equal', k, n(0)), n(1), n(2)));
    expect(answer).toMatchObject({ kind: 'family', parameters: [{ name: 'k', domain: { kind: 'set' } }] });
  });
  test('a membership alone is a set with a variable', () => {
    expect(structured(apply('Element', x, apply('Tuple', n(1), n(2))))).toMatchObject({
      kind: 'interval',
      variable: 'x',
      ambiguous: false,
    });
  });
});

describe('dots', () => {
  const dots = apply('Ellipsis');
  test('between numbers of one step are written out', () => {
    const answer = structured(apply('Set', n(2), n(4), dots, n(10)));
    expect(answer.kind === 'set' && answer.elements).toHaveLength(5);
  });
  test('stay when the step is not kept', () => {
    const answer = structured(apply('Set', n(1), n(2), n(4), dots, n(64)));
    expect(answer.kind === 'set' && answer.elements).toHaveLength(5);
  });
  test('at the end of three numbers make a family', () => {
    expect(structured(apply('Set', n(1), n(3), n(5), dots))).toMatchObject({ kind: 'family' });
    expect(structured(apply('Set', n(1), n(3), n(6), dots))).toMatchObject({ kind: 'set' });
  });
  test('never write out millions', () => {
    const answer = structured(apply('Set', n(1), dots, n(10_000_000)));
    expect(answer.kind === 'set' && answer.elements).toHaveLength(3);
  });
});

describe('cases and statements', () => {
  test('rows of equations are a system', () => {
    const rows = [apply('Equal', x, n(1)), apply('Equal', y, n(2))].map((row) => apply('Case', row));
    expect(structured(apply('Cases', ...rows))).toMatchObject({ kind: 'logic', operation: 'and' });
  });
  test('rows with conditions are a function', () => {
    const rows = [apply('Case', x, apply('Greater', x, n(0))), apply('Case', n(0), text('otherwise'))];
    expect(structured(apply('Cases', ...rows))).toMatchObject({
      kind: 'piecewise',
      cases: [{ condition: { kind: 'relation' } }, { condition: 'otherwise' }],
    });
  });
  test('one name with several values under "and" is a list of solutions', () => {
    const both = apply('And', apply('Equal', x, n(1)), apply('Equal', x, n(2)));
    expect(structured(both)).toMatchObject({ kind: 'list' });
  });
  test('a derivation is its last step', () => {
    const steps = apply('Implies', apply('Equal', apply('Multiply', n(2), x), n(8)), apply('Equal', x, n(4)));
    expect(structured(steps)).toMatchObject({ kind: 'relation', sides: [x, n(4)] });
  });
});

describe('arrays', () => {
  const row = (...entries: readonly number[]): Expr => apply('Row', ...entries.map(n));
  test('arithmetic is carried out', () => {
    const doubled = apply('Multiply', n(2), apply('Matrix', row(1, 2), row(3, 4)));
    expect(structured(doubled)).toEqual({
      kind: 'matrix',
      rows: [
        [n(2), n(4)],
        [n(6), n(8)],
      ],
    });
  });
  test('what is added in brackets is a vector', () => {
    const sum = apply('Add', apply('Tuple', n(1), n(2), n(3)), apply('Tuple', n(1), n(1), n(1)));
    expect(structured(sum)).toMatchObject({ kind: 'tuple', notation: 'angle' });
  });
  test('square brackets stay brackets', () => {
    const sum = apply('Add', apply('Bracket', n(1), n(2), n(3)), apply('Bracket', n(1), n(1), n(1)));
    expect(structured(sum)).toMatchObject({ kind: 'tuple', notation: 'square' });
  });
  test('shapes that do not fit are refused', () => {
    const sum = apply('Add', apply('Matrix', row(1, 2)), apply('Matrix', row(1), row(2)));
    expect(structureAnswer(sum, { policy: strict, budget: new Budget(1_000) }).ok).toBe(false);
  });
});
