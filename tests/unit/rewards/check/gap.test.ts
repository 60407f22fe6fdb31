import { describe, expect, test } from 'vitest';
import { gap } from '../../../../src/rewards/check/gap.js';
import {
  affine,
  centred,
  clip,
  constant,
  gate,
  greatest,
  least,
  product,
  type Range,
  ranked,
  schedule,
  signal,
  standardSignals,
  sum,
  type Term,
  threshold,
  withSignals,
  zscored,
} from '../../../../src/rewards/index.js';
import { plainSignal } from '../made.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: MINUS_INF } = Number;
/** Right less wrong is 1 to 3, though either may be anything from -9 to 9. */
const near = signal('near');
/** Right less wrong is 0 to 2. */
const weak = signal('weak');
/** Anything from -9 to 9, whatever the answer. */
const loose = signal('loose');
const wide = (name: string, known?: Range) => ({
  ...plainSignal(name, ({ rollouts }) => rollouts.map(() => 0), [-9, 9]),
  ...(known === undefined ? {} : { gap: () => known }),
});
const registry = withSignals(standardSignals, wide('near', [1, 3]), wide('weak', [0, 2]), wide('loose'), {
  ...wide('endless', [1, 3]),
  range: () => [MINUS_INF, INF] as const,
});

describe('the gap between a right and a wrong answer of one group', () => {
  test.each<[string, Term, Range]>([
    ['a constant', constant(7), [0, 0]],
    ['ranges apart', signal('correct'), [1, 1]],
    ['a signal that says it', near, [1, 3]],
    ['a signal that does not', loose, [-18, 18]],
    ['a sum', sum({ a: [2, near], b: [-1, weak] }), [0, 6]],
    ['a normalised sum', sum({ a: [1, near], b: [3, weak] }, { weights: 'normalised' }), [0.25, 2.25]],
    ['a sum that skips', sum({ a: [1, near] }, { missing: 'skip' }), [-18, 18]],
    ['a sum of other weights', sum({ a: [2, near], b: [3, weak] }), [2, 12]],
    [
      'a gate that fails but at its edge',
      gate(signal('correct'), { pass: loose, fail: near, atLeast: 1 }),
      [-18, 18],
    ],
    ['a weight of 0', sum({ a: [0, near], b: [1, weak] }), [0, 2]],
    ['the least', least(near, weak), [0, 3]],
    ['the greatest', greatest(near, weak), [0, 3]],
    ['a product', product(near, constant(2)), [-36, 36]],
    ['a gate that passes', gate(constant(1), { pass: near, fail: weak }), [1, 3]],
    ['a gate that fails', gate(constant(0), { pass: near, fail: weak }), [0, 2]],
    ['a gate at its edge', gate(constant(0.5), { pass: near, fail: weak }), [1, 3]],
    ['a gate that may go either way', gate(loose, { pass: near, fail: near }), [-18, 18]],
    [
      'a gate by correctness',
      gate(signal('correct'), { pass: constant(2), fail: constant(0.5) }),
      [1.5, 1.5],
    ],
    ['a clip', clip(near, -1, 1), [0, 2]],
    ['a clip of what may be less', clip(affine(near, -1), -2, 2), [-3, 0]],
    ['a scale', affine(near, 2, 5), [2, 6]],
    ['a negative scale', affine(near, -2, 5), [-6, -2]],
    ['a scale of 0', affine(near, 0, 5), [0, 0]],
    [
      'a schedule',
      schedule(near, [
        [0, 2],
        [9, 0.5],
      ]),
      [0.5, 6],
    ],
    [
      'a schedule that turns',
      schedule(near, [
        [0, 2],
        [9, -1],
      ]),
      [-3, 6],
    ],
    ['a threshold', threshold(near, 0), [0, 1]],
    ['a threshold of what ties', threshold(weak, 0), [0, 1]],
    ['a threshold of what may be less', threshold(affine(near, -1), 0), [-1, 1]],
    ['a centre', centred(near), [1, 3]],
    ['a rank of what may be less', ranked(affine(near, -1)), [-2, 2]],
    ['a rank of what ties', ranked(weak), [0, 2]],
    ['a z-score of what ties', zscored(weak), [0, INF]],
    ['a z-score of what may be less', zscored(affine(near, -1)), [MINUS_INF, INF]],
    ['a z-score of a range without end', zscored(signal('endless')), [0, INF]],
  ])('%s', (_, term, [low, high]) => {
    const [least_, most] = gap(term, registry);
    expect([least_ + 0, most + 0]).toEqual([low, high]);
  });

  test('a rank is worth 2/(n − 1) at least', () => {
    expect(gap(ranked(near), registry, 5)).toEqual([0.5, 2]);
    expect(gap(ranked(near), registry, 1)).toEqual([2, 2]);
    expect(gap(ranked(near), registry)[0]).toBeCloseTo(2 / 65_535, 12);
    expect(gap(ranked(near), registry)[0]).toBeGreaterThan(0);
  });

  test('a z-score keeps a gap: the spread is at most the range over √2', () => {
    expect(gap(zscored(near, 'sample', 0), registry)[0]).toBeCloseTo(1 / (18 / Math.SQRT2), 12);
    expect(gap(zscored(near, 'sample', 1), registry)[0]).toBeCloseTo(1 / (18 / Math.SQRT2 + 1), 12);
    expect(gap(zscored(near), registry, 4)[1]).toBe(3);
  });

  test('a place that is wrong is named', () => {
    expect(() => gap(sum({ a: [1, signal('nobody')] }), registry)).toThrow('term.parts[0].term');
    expect(() => gap(gate(constant(1), { pass: centred(signal('nobody')) }), registry)).toThrow(
      'term.pass.term',
    );
  });
});
