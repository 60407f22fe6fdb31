import { describe, expect, test } from 'vitest';
import { accuracyHistories, rankedByVariance } from '../../../src/trainer/selection.js';

/** papers/01 §3.7: variances 0.171875, 0 and 0.25. */
const histories = { A: [0, 0.5, 1, 1], B: [1, 1, 1, 1], C: [0, 1, 0, 1] };

const steps = [0, 1, 2, 3].map((epoch) => ({
  accuracyOf: Object.fromEntries(
    Object.entries(histories).map(([id, values]) => [id, values[epoch] as number]),
  ),
}));

describe('selection by historical variance', () => {
  test('the worked example', () => {
    expect(accuracyHistories(['A', 'B', 'C'], steps)).toEqual(Object.values(histories));
    expect(rankedByVariance(['A', 'B', 'C'], steps)).toEqual([2, 0, 1]);
  });

  test('the order of epochs does not matter; ties stay in the order given', () => {
    expect(rankedByVariance(['A', 'B', 'C'], [...steps].reverse())).toEqual([2, 0, 1]);
    expect(rankedByVariance(['B', 'never', 'A'], steps)).toEqual([2, 0, 1]);
  });

  test('a problem has as many epochs as steps that saw it; others’ problems are passed over', () => {
    const seen = [{ accuracyOf: { A: 0.5 } }, { accuracyOf: { B: 1, Z: 0 } }, { accuracyOf: { A: 1 } }];
    expect(accuracyHistories(['A', 'B', 'constructor'], seen)).toEqual([[0.5, 1], [1], []]);
  });
});
