import { expect, test } from 'vitest';
import {
  clip,
  constant,
  evaluate,
  namedValues,
  noMemories,
  product,
  signal,
  standardSignals,
  sum,
  type Term,
} from '../../../src/rewards/index.js';
import { groupOf, rollout } from './made.js';

const group = groupOf(rollout({ correct: true, meanEntropy: 2 }), rollout({ correct: false }));
const values = (term: Term, i: number) => namedValues(evaluate(term, group, noMemories, standardSignals), i);
const right = signal('correct');

test.each<[string, Term, object, object]>([
  [
    'parts of a sum, before their weights',
    sum({ a: [3, right], b: [0, constant(5)] }),
    { a: 1, b: 5 },
    { a: 0, b: 5 },
  ],
  [
    'parts of parts, the outer one too',
    sum({ a: [1, sum({ b: [2, right], c: [1, constant(1)] })] }),
    { a: 3, 'a.b': 1, 'a.c': 1 },
    { a: 1, 'a.b': 0, 'a.c': 1 },
  ],
  [
    'a part that is no sum is one number',
    sum({ a: [1, clip(sum({ b: [4, right] }), 0, 2)] }),
    { a: 2 },
    { a: 0 },
  ],
  ['a signal alone', right, { correct: 1 }, { correct: 0 }],
  [
    'signals below other operators',
    product(right, signal('entropy')),
    { correct: 1, entropy: 2 },
    { correct: 0, entropy: null },
  ],
  ['a sum below another operator', clip(sum({ a: [1, right] }), 0, 9), { a: 1 }, { a: 0 }],
  ['a constant has no name', constant(1), {}, {}],
])('%s', (_, term, first, second) => {
  expect(values(term, 0)).toEqual(first);
  expect(values(term, 1)).toEqual(second);
});

test('a part named __proto__ is an own property', () => {
  const found = values(sum(Object.fromEntries([['__proto__', [1, right] as const]])), 0);
  expect(Object.keys(found)).toEqual(['__proto__']);
});
