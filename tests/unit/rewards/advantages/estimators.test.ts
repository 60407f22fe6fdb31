import { describe, expect, test } from 'vitest';
import {
  drGrpoAdvantages,
  gae,
  gdpoAdvantages,
  grpoAdvantages,
  reinforcePlusPlusAdvantages,
  rlooAdvantages,
} from '../../../../src/rewards/index.js';

const close = (got: readonly (number | null)[], wanted: readonly number[], digits = 6): void => {
  expect(got.length).toBe(wanted.length);
  for (const [i, value] of got.entries()) expect(value).toBeCloseTo(wanted[i] ?? Number.NaN, digits);
};

describe('GRPO', () => {
  test('one right of eight', () =>
    close(grpoAdvantages([1, 0, 0, 0, 0, 0, 0, 0]), [2.4748667, ...Array(7).fill(-0.3535524)]));
  test('four right of eight', () =>
    close(grpoAdvantages([1, 1, 1, 1, 0, 0, 0, 0]), [
      ...Array(4).fill(0.9354126),
      ...Array(4).fill(-0.9354126),
    ]));
  test('one of two', () => close(grpoAdvantages([1, 0]), [0.7071058, -0.7071058]));
  test('HAPO pair and group, epsilon 1e-4', () => {
    close(grpoAdvantages([1.7071067811865475, 1], 1e-4), [0.7069654, -0.7069654]);
    close(
      grpoAdvantages([1.7071067811865475, 0.3, 0, -0.8090169943749473], 1e-4),
      [1.341978, 0.000455, -0.285562, -1.056871],
    );
  });
  test.each([[[1, 1, 1, 1]], [[0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2]], [[5]], [[]], [[1e308, 1e308]]])(
    'without spread exactly 0: %j',
    (rewards) => expect(grpoAdvantages(rewards)).toEqual(rewards.map(() => 0)),
  );
  test('extreme rewards stay finite', () => {
    for (const value of grpoAdvantages([1e308, -1e308, 0])) expect(Number.isFinite(value)).toBe(true);
  });
  test('an abstention is left out', () =>
    close(
      grpoAdvantages([1, null, 0]).filter((v) => v !== null),
      [0.7071058, -0.7071058],
    ));
});

test('Dr. GRPO centres only', () => close(drGrpoAdvantages([1, 0, 0, 0]), [0.75, -0.25, -0.25, -0.25]));

test('RLOO takes off the mean of the others', () =>
  close(rlooAdvantages([1, 0, 0, 0]), [1, -1 / 3, -1 / 3, -1 / 3]));

describe('RLOO of few', () => {
  test.each([
    [[], []],
    [[5], [0]],
    [
      [null, 5],
      [null, 0],
    ],
    [
      [3, null, 1],
      [2, null, -2],
    ],
  ])('%j', (rewards, wanted) => expect(rlooAdvantages(rewards)).toEqual(wanted));
});

describe('REINFORCE++ normalises over the batch', () => {
  const batch = [
    [0, 2],
    [null, 4, 6],
  ];
  test('the mean is that of all rewards', () => {
    const [first, second] = reinforcePlusPlusAdvantages(batch, { epsilon: 0 });
    close(first ?? [], [-3 / Math.sqrt(5), -1 / Math.sqrt(5)]);
    expect(second?.[0]).toBeNull();
    close(second?.slice(1) ?? [], [1 / Math.sqrt(5), 3 / Math.sqrt(5)]);
  });
  test('with a group baseline each mean is taken off first', () =>
    expect(reinforcePlusPlusAdvantages(batch, { groupBaseline: true, epsilon: 0 })).toEqual([
      [-1, 1],
      [null, -1, 1],
    ]));
  test('epsilon is added to the spread', () =>
    expect(reinforcePlusPlusAdvantages([[0, 2]], { epsilon: 1 })).toEqual([[-0.5, 0.5]]));
  test('without spread exactly 0', () =>
    expect(reinforcePlusPlusAdvantages([[2, null], [2]], { epsilon: 0 })).toEqual([[0, null], [0]]));
});

describe('GDPO', () => {
  const components = [
    [2, null, 0, null],
    [0, 2, 4],
  ];
  const one = (weights: readonly number[]) =>
    gdpoAdvantages([components], weights, { epsilon: 0, overBatch: false })[0] ?? [];
  test('weights, and leaves out what is missing', () => {
    const got = one([3, 0.5]);
    expect(got[3]).toBeNull();
    close(got.slice(0, 3), [3 / Math.SQRT2 - 0.5, 0, -3 / Math.SQRT2 + 0.5]);
  });
  test('of nothing is nothing', () => {
    expect(gdpoAdvantages([], [])).toEqual([]);
    expect(gdpoAdvantages([[], []], [])).toEqual([[], []]);
  });
  test('needs a weight for every component', () =>
    expect(() => gdpoAdvantages([components], [1])).toThrow('got 2 components and 1 weights'));
  test('normalises over the batch, group by group before that', () => {
    const [first, second] = gdpoAdvantages([[[0, 1]], [[10, 30, 20]]], [1], { epsilon: 0 });
    // Group by group: ∓0.7071 and −1, 1, 0; these have mean 0 and sample variance 3/4.
    close(first ?? [], [-Math.sqrt(2 / 3), Math.sqrt(2 / 3)]);
    close(second ?? [], [-2 / Math.sqrt(3), 2 / Math.sqrt(3), 0]);
  });
  test('a skewed component is not drowned, as it is in the sum', () => {
    const large = [0, 100, 0, 0];
    const small = [1, 0, 0, 0];
    const [apart] = gdpoAdvantages([[large, small]], [1, 1]);
    const together = grpoAdvantages(large.map((value, i) => value + (small[i] ?? 0)));
    expect((apart?.[0] ?? 0) - (apart?.[2] ?? 0)).toBeGreaterThan(1);
    expect((together[0] ?? 0) - (together[2] ?? 0)).toBeLessThan(0.1);
  });
});

describe('composition as the stacks do it (epsilon 1e-4)', () => {
  const correct = [1, 1, 0, 0];
  const format = [0, 1, 0, 1];
  test('a group normalised', () => {
    close(grpoAdvantages([1, 0, 1, 0], 1e-4), [0.865875, -0.865875, 0.865875, -0.865875]);
    close(grpoAdvantages([1.5, 0.5, 1, 0], 1e-4), [1.161715, -0.387238, 0.387238, -1.161715]);
  });
  test('normalise, then sum', () =>
    close(
      gdpoAdvantages([[correct, format]], [1, 1], { epsilon: 1e-4 })[0] ?? [],
      [0, 1.224658, -1.224658, 0],
    ));
  test('the sums before the batch', () =>
    close(
      gdpoAdvantages([[correct, format]], [1, 1], { epsilon: 1e-4, overBatch: false })[0] ?? [],
      [0, 1.73175, -1.73175, 0],
      5,
    ));
  test('sum, then normalise', () => close(grpoAdvantages([1, 2, 0, 1], 1e-4), [0, 1.224595, -1.224595, 0]));
});

describe('GAE on rewards 0, 0, 1 and values .2, .4, .6', () => {
  test('gamma = lambda = 1', () => {
    const { advantagesT, returnsT } = gae([0, 0, 1], [0.2, 0.4, 0.6]);
    close(advantagesT, [0.8, 0.6, 0.4]);
    close(returnsT, [1, 1, 1]);
  });
  test('lambda = .95', () => close(gae([0, 0, 1], [0.2, 0.4, 0.6], 1, 0.95).advantagesT, [0.751, 0.58, 0.4]));
  test('gamma discounts the next value and the next advantage', () =>
    close(gae([0, 0, 1], [0.2, 0.4, 0.6], 0.5, 0.5).advantagesT, [0, 0, 0.4]));
  test('needs a value for every reward', () =>
    expect(() => gae([0, 1], [0])).toThrow('got 2 rewards and 1 values'));
});
