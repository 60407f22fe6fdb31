import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Estimator, estimators } from '../../../src/trainer/estimators.js';

const near = (values: readonly (readonly (number | null)[])[]): unknown =>
  values.map((row) => row.map((value) => (value === null ? null : expect.closeTo(value, 7))));

/** Two groups: 1 of 4 right, and 3 of 4; the batch's mean is a half, its population deviation too. */
const rewards = [
  [1, 0, 0, 0],
  [1, 1, 1, 0],
];
const s = Math.sqrt(3 / 12) + 1e-6;

describe('advantages by hand', () => {
  const cases: readonly (readonly [Estimator, readonly (readonly (number | null)[])[]])[] = [
    [
      'grpo',
      [
        [0.75 / s, -0.25 / s, -0.25 / s, -0.25 / s],
        [0.25 / s, 0.25 / s, 0.25 / s, -0.75 / s],
      ],
    ],
    [
      'dr-grpo',
      [
        [0.75, -0.25, -0.25, -0.25],
        [0.25, 0.25, 0.25, -0.75],
      ],
    ],
    [
      'rloo',
      [
        [1, -1 / 3, -1 / 3, -1 / 3],
        [1 / 3, 1 / 3, 1 / 3, -1],
      ],
    ],
    ['reinforce', rewards],
    [
      'reinforce-batch-mean',
      [
        [0.5, -0.5, -0.5, -0.5],
        [0.5, 0.5, 0.5, -0.5],
      ],
    ],
    [
      'reinforce++',
      [
        [1, -1, -1, -1],
        [1, 1, 1, -1],
      ],
    ],
    // Deviations from the groups' own means have squares that sum to 1.5 over the 8.
    [
      'reinforce++-baseline',
      [
        [0.75, -0.25, -0.25, -0.25].map((d) => d / Math.sqrt(1.5 / 8)),
        [0.25, 0.25, 0.25, -0.75].map((d) => d / Math.sqrt(1.5 / 8)),
      ],
    ],
  ];
  test.each(cases)('%s', (name, expected) => expect(estimators[name](rewards)).toEqual(near(expected)));

  test('an abstention takes no part, and stays out', () => {
    for (const estimate of Object.values(estimators)) {
      const [some] = estimate([[1, null, 0]]);
      const [same] = estimate([[1, 0]]);
      expect([some?.[0], some?.[2]]).toEqual(same);
      expect(some?.[1]).toBeNull();
    }
  });
});

const groups = fc.array(
  fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 8 }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

describe('laws', () => {
  const centred = Object.keys(estimators).filter((name) => name !== 'reinforce') as Estimator[];

  test.each(centred)('%s sums to 0 over the batch, and a constant on all rewards changes nothing', (name) => {
    fc.assert(
      fc.property(groups, fc.integer({ min: -3, max: 3 }), (batch, shift) => {
        const before = estimators[name](batch).flat() as number[];
        const after = estimators[name](batch.map((group) => group.map((r) => r + shift))).flat() as number[];
        expect(Math.abs(before.reduce((a, b) => a + b, 0))).toBeLessThan(1e-4);
        // A spread near the epsilon is rounding's; it is no spread to compare by.
        const spread = Math.min(...batch.map((group) => Math.max(...group) - Math.min(...group)));
        if (spread > 1e-3) for (const [i, value] of before.entries()) expect(after[i]).toBeCloseTo(value, 3);
      }),
    );
  });

  test('REINFORCE keeps what the others take off', () => {
    expect(estimators.reinforce([[2, 2]])).toEqual([[2, 2]]);
    for (const name of centred) expect(estimators[name]([[2, 2]])).toEqual([[0, 0]]);
  });
});
