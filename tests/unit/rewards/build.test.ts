import { describe, expect, test } from 'vitest';
import {
  affine,
  centred,
  clip,
  constant,
  gate,
  greatest,
  least,
  product,
  ranked,
  reward,
  schedule,
  signal,
  sum,
  type Term,
  threshold,
  zscored,
} from '../../../src/rewards/index.js';

const one = constant(1);
const correct = signal('correct');

describe('builders write the data down', () => {
  test.each([
    [() => constant(0.5), { op: 'const', value: 0.5 }],
    [() => correct, { op: 'signal', name: 'correct', params: {} }],
    [() => signal('hapo', { floor: -0.5 }), { op: 'signal', name: 'hapo', params: { floor: -0.5 } }],
    [() => product(one, correct), { op: 'product', terms: [one, correct] }],
    [() => least(one, correct), { op: 'min', terms: [one, correct] }],
    [() => greatest(one), { op: 'max', terms: [one] }],
    [
      () => gate(correct, { pass: one }),
      { op: 'gate', when: correct, atLeast: 0.5, pass: one, fail: constant(0) },
    ],
    [
      () => gate(correct, { pass: one, fail: correct, atLeast: 0 }),
      { op: 'gate', when: correct, atLeast: 0, pass: one, fail: correct },
    ],
    [() => clip(correct, 1, 1), { op: 'clip', min: 1, max: 1, term: correct }],
    [() => affine(correct, 2), { op: 'affine', scale: 2, shift: 0, term: correct }],
    [() => affine(correct, 2, -1), { op: 'affine', scale: 2, shift: -1, term: correct }],
    [() => threshold(correct, 0.3), { op: 'threshold', at: 0.3, term: correct }],
    [() => centred(correct), { op: 'centre', term: correct }],
    [() => ranked(correct), { op: 'rank', term: correct }],
    [() => zscored(correct), { op: 'zscore', std: 'sample', epsilon: 1e-6, term: correct }],
    [() => zscored(correct, 'population', 0), { op: 'zscore', std: 'population', epsilon: 0, term: correct }],
    [
      () =>
        schedule(correct, [
          [0, 1],
          [10, 0],
        ]),
      {
        op: 'schedule',
        knots: [
          [0, 1],
          [10, 0],
        ],
        term: correct,
      },
    ],
    [
      () => sum({ right: [2, correct] }),
      { op: 'sum', weights: 'raw', missing: 'null', parts: [{ name: 'right', weight: 2, term: correct }] },
    ],
    [() => sum({}), { op: 'sum', weights: 'raw', missing: 'null', parts: [] }],
    [
      () => sum({ a: [0, one], b: [3, correct] }, { weights: 'normalised', missing: 'skip' }),
      {
        op: 'sum',
        weights: 'normalised',
        missing: 'skip',
        parts: [
          { name: 'a', weight: 0, term: one },
          { name: 'b', weight: 3, term: correct },
        ],
      },
    ],
    [() => reward('r', correct), { version: 1, name: 'r', undecided: 'zero', term: correct }],
    [() => reward('r', correct, 'fail'), { version: 1, name: 'r', undecided: 'fail', term: correct }],
  ])('%#', (build, data) => expect(build()).toEqual(data));

  test('raw weights may be negative and sum to nothing', () => {
    expect(sum({ a: [1, one], b: [-1, one] }).parts.map((part) => part.weight)).toEqual([1, -1]);
  });
});

test.each([
  () => constant(-0).value,
  () => affine(one, -0).scale,
  () => threshold(one, -0).at,
  () => sum({ a: [-0, one] }).parts[0]?.weight,
])('a negative zero is written as 0: %#', (make) => expect(Object.is(make(), 0)).toBe(true));

describe('mistakes name their place', () => {
  test.each<[string, () => unknown, string]>([
    ['constant.value must be a finite number; got NaN', () => constant(Number.NaN), 'constant.value'],
    ['constant.value must be a finite number; got Infinity', () => constant(1 / 0), 'constant.value'],
    ['sum.right.weight must be', () => sum({ right: [1 / 0, one] }), 'sum.right.weight'],
    ['gate.atLeast must be', () => gate(one, { pass: one, atLeast: 1 / 0 }), 'gate.atLeast'],
    ['clip.min must be', () => clip(one, -1 / 0, 1), 'clip.min'],
    ['clip.max must be', () => clip(one, 0, 1 / 0), 'clip.max'],
    ['min must be ≤ max; got 2 and 1', () => clip(one, 2, 1), 'clip'],
    ['min must be ≤ max; got NaN and 1', () => clip(one, Number.NaN, 1), 'clip'],
    ['affine.scale must be', () => affine(one, Number.NaN), 'affine.scale'],
    ['affine.shift must be', () => affine(one, 1, Number.NaN), 'affine.shift'],
    ['threshold.at must be', () => threshold(one, Number.NaN), 'threshold.at'],
    ['zscore.epsilon must be', () => zscored(one, 'sample', Number.NaN), 'zscore.epsilon'],
    ['product needs at least one term', () => product(), 'product'],
    ['min needs at least one term', () => least(), 'min'],
    ['max needs at least one term', () => greatest(), 'max'],
    ['at least one knot', () => schedule(one, []), 'schedule.knots'],
    ['schedule.knots[0][0] must be', () => schedule(one, [[Number.NaN, 1]]), 'schedule.knots[0][0]'],
    ['schedule.knots[0][1] must be', () => schedule(one, [[0, 1 / 0]]), 'schedule.knots[0][1]'],
    [
      'schedule.knots[1]: steps must rise; got 5, 5',
      () =>
        schedule(one, [
          [5, 1],
          [5, 2],
        ]),
      'schedule.knots',
    ],
    [
      'normalised weights must be ≥ 0 with a positive, finite sum; got 2, -1',
      () => sum({ a: [2, one], b: [-1, one] }, { weights: 'normalised' }),
      'sum',
    ],
    [
      'normalised weights must be ≥ 0 with a positive, finite sum; got 0, 0',
      () => sum({ a: [0, one], b: [0, one] }, { weights: 'normalised' }),
      'sum',
    ],
    [
      'normalised weights must be ≥ 0 with a positive, finite sum; got 1e+308, 1e+308',
      () => sum({ a: [1e308, one], b: [1e308, one] }, { weights: 'normalised' }),
      'sum',
    ],
    ['zscore.epsilon must be at least 0; got -1', () => zscored(one, 'sample', -1), 'zscore.epsilon'],
    [
      'zscore.epsilon must be a finite number; got NaN',
      () => zscored(one, 'sample', Number.NaN),
      'zscore.epsilon',
    ],
    ['at most 200 levels deep', () => reward('r', nested(201)), 'term'],
    ['at most 200 levels deep', () => reward('r', nested(100_000)), 'term'],
    ['at most 10000 nodes', () => reward('r', doubled(40)), 'term'],
    ['at most 10000 nodes', () => reward('r', least(...new Array(10_000).fill(one))), 'term'],
  ])('%s', (message, build, path) => {
    expect(build).toThrow(
      expect.objectContaining({ name: 'ConfigError', path, message: expect.stringContaining(message) }),
    );
  });
});

/** A term of so many levels. */
const nested = (levels: number): Term => {
  let term: Term = one;
  for (let i = 1; i < levels; i += 1) term = affine(term, 2);
  return term;
};

/** A term that contains itself twice, so many times over. */
const doubled = (times: number): Term => {
  let term: Term = one;
  for (let i = 0; i < times; i += 1) term = product(term, term);
  return term;
};

test('a reward may have 200 levels and 10,000 nodes', () => {
  expect(reward('r', nested(200)).name).toBe('r');
  expect(reward('r', least(...new Array(9_999).fill(one))).name).toBe('r');
});
