import { describe, expect, test } from 'vitest';
import { completeTerm, constant, sum } from '../../../../src/rewards/index.js';
import { hint, shown } from '../../../../src/rewards/read/fields.js';

describe('a value in a message', () => {
  test.each<[unknown, string]>([
    ['a', "'a'"],
    ['x'.repeat(40), `'${'x'.repeat(40)}'`],
    ['x'.repeat(41), `'${'x'.repeat(40)}…'`],
    [[1, 2], 'a list of 2'],
    [{}, 'an object'],
    [Object.create(null), 'an object'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Number.NaN, 'NaN'],
    [10n, '10'],
    [Symbol('secret'), 'a symbol'],
    [() => 'secret', 'a function'],
  ])('%s', (value, wanted) => expect(shown(value)).toBe(wanted));
});

test('near names, for words of at most 64 characters', () => {
  expect(hint('sun', ['sum', 'min'])).toBe(" (did you mean 'sum'?)");
  expect(hint('other', ['sum', 'min'])).toBe('');
  const name = 'a'.repeat(64);
  expect(hint(name, [`${name}b`])).toContain('did you mean');
  expect(hint(`${name}a`, [`${name}b`])).toBe('');
});

test('an operator that is inherited is none', () => {
  for (const op of ['like', 'sum'])
    expect(() => completeTerm(Object.create({ op, name: 'trl:accuracy' }))).toThrow('must be a term');
  const bare = Object.assign(Object.create(Object.assign(Object.create(null), { op: 'like' })), {
    name: 'trl:accuracy',
  });
  expect(() => completeTerm(bare)).toThrow('no operator is undefined');
});

test('one of the normalised weights may be 0', () => {
  const term = sum({ a: [1, constant(1)], b: [0, constant(2)] }, { weights: 'normalised' });
  expect(completeTerm(term)).toEqual(term);
});
