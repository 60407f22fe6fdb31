import { describe, expect, test } from 'vitest';
import {
  drGrpoAdvantages,
  gae,
  gdpoAdvantages,
  grpoAdvantages,
  rlooAdvantages,
} from '../../../src/rewards/index.js';

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

test('GDPO normalises, then sums', () =>
  close(
    gdpoAdvantages(
      [
        [1, 1, 0, 0],
        [0, 1, 0, 1],
      ],
      [1, 1],
      1e-4,
    ),
    [0, 1.73175, -1.73175, 0],
    4,
  ));

describe('GAE on rewards 0, 0, 1 and values .2, .4, .6', () => {
  test('gamma = lambda = 1', () => {
    const { advantagesT, returnsT } = gae([0, 0, 1], [0.2, 0.4, 0.6]);
    close(advantagesT, [0.8, 0.6, 0.4]);
    close(returnsT, [1, 1, 1]);
  });
  test('lambda = .95', () => close(gae([0, 0, 1], [0.2, 0.4, 0.6], 1, 0.95).advantagesT, [0.751, 0.58, 0.4]));
});
