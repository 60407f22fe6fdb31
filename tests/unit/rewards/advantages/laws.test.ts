import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drGrpoAdvantages,
  gae,
  gdpoAdvantages,
  grpoAdvantages,
  reinforcePlusPlusAdvantages,
  rlooAdvantages,
  type Scores,
} from '../../../../src/rewards/index.js';

/** Every estimator as a function of one group. */
const ESTIMATORS: readonly (readonly [string, (rewardsG: Scores) => Scores])[] = [
  ['GRPO', (rewardsG) => grpoAdvantages(rewardsG)],
  ['Dr. GRPO', drGrpoAdvantages],
  ['RLOO', rlooAdvantages],
  ['REINFORCE++', (rewardsG) => reinforcePlusPlusAdvantages([rewardsG])[0] ?? []],
  [
    'REINFORCE++ with a baseline',
    (rewardsG) => reinforcePlusPlusAdvantages([rewardsG], { groupBaseline: true })[0] ?? [],
  ],
  ['GDPO of one component', (rewardsG) => gdpoAdvantages([[rewardsG]], [1])[0] ?? []],
];

const anyReward = fc.integer({ min: -20, max: 20 }).map((n) => n / 4);
const anyGroup = fc.array(fc.option(anyReward, { nil: null, freq: 6 }), { maxLength: 9 });
const numbers = (scores: Scores): number[] => scores.filter((value) => value !== null);

const near = (a: Scores, b: Scores): void => {
  expect(a.length).toBe(b.length);
  for (const [i, value] of a.entries()) {
    if (value === null || b[i] === null) expect(value).toBe(b[i]);
    else expect(Math.abs(value - (b[i] ?? Number.NaN))).toBeLessThan(1e-9);
  }
};

describe.each(ESTIMATORS)('%s', (_, estimate) => {
  test('abstentions stay, everything else is finite and sums to 0', () =>
    fc.assert(
      fc.property(anyGroup, (rewards) => {
        const advantages = estimate(rewards);
        expect(advantages.map((value) => value === null)).toEqual(rewards.map((value) => value === null));
        expect(numbers(advantages).every(Number.isFinite)).toBe(true);
        expect(Math.abs(numbers(advantages).reduce((total, value) => total + value, 0))).toBeLessThan(1e-8);
      }),
    ));
  test('a constant added to all rewards changes nothing', () =>
    fc.assert(
      fc.property(anyGroup, anyReward, (rewards, shift) =>
        near(estimate(rewards.map((value) => (value === null ? null : value + shift))), estimate(rewards)),
      ),
    ));
  test('a permutation of the group permutes the advantages', () =>
    fc.assert(
      fc.property(anyGroup, fc.infiniteStream(fc.nat(1000)), (rewards, keys) => {
        const order = rewards
          .map((_value, i) => ({ i, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key);
        const permuted = (scores: Scores): Scores => order.map(({ i }) => scores[i] ?? null);
        near(estimate(permuted(rewards)), permuted(estimate(rewards)));
      }),
    ));
  test('a better reward is a better advantage', () =>
    fc.assert(
      fc.property(anyGroup, (rewards) => {
        const pairs = rewards.map((value, i) => [value, estimate(rewards)[i] ?? null] as const);
        for (const [a, x] of pairs)
          for (const [b, y] of pairs)
            if (a !== null && b !== null && x !== null && y !== null && a > b) expect(x).toBeGreaterThan(y);
      }),
    ));
  test('an abstention is as if it had not been sampled', () =>
    fc.assert(
      fc.property(anyGroup, (rewards) => near(numbers(estimate(rewards)), estimate(numbers(rewards)))),
    ));
  test.each([
    [[]],
    [[3]],
    [[null]],
    [[null, 2, null]],
    [[1, 1, 1, 1]],
    [[0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2]],
    [[-0, 0]],
    [[1e308, 1e308]],
  ])('%j is exactly neutral', (rewards) =>
    expect(estimate(rewards).map((value) => (value === null ? null : Math.abs(value)))).toEqual(
      rewards.map((value) => (value === null ? null : 0)),
    ),
  );
  test.each([[[1e308, -1e308, -1e308, -1e308, -1e308]], [[1.7e308, -1.7e308]], [[5e-324, 0]]])(
    'the extremes stay finite: %j',
    (rewards) => expect(numbers(estimate(rewards)).every(Number.isFinite)).toBe(true),
  );
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%d is refused by name',
    (bad) => expect(() => estimate([0, bad])).toThrow('rewards must be finite numbers or null; got'),
  );
});

test('GRPO: bounded by (G − 1)/√G, and unmoved by a positive scale but for epsilon', () =>
  fc.assert(
    fc.property(
      fc.array(anyReward, { minLength: 2, maxLength: 9 }),
      fc.integer({ min: 1, max: 64 }),
      (rewards, scale) => {
        const g = rewards.length;
        for (const value of numbers(grpoAdvantages(rewards)))
          expect(Math.abs(value)).toBeLessThanOrEqual((g - 1) / Math.sqrt(g) + 1e-9);
        near(
          grpoAdvantages(
            rewards.map((value) => value * scale),
            0,
          ),
          grpoAdvantages(rewards, 0),
        );
      },
    ),
  ));

test('GRPO of right and wrong has the closed form', () =>
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(40), (g, n) => {
      const c = n % (g + 1);
      const rewards = Array.from({ length: g }, (_, i) => (i < c ? 1 : 0));
      const [p, s] = [c / g, Math.sqrt((c * (g - c)) / (g * (g - 1)))];
      const wanted = rewards.map((r) => (s === 0 ? 0 : (r - p) / (s + 1e-6)));
      near(grpoAdvantages(rewards), wanted);
    }),
  ));

test('RLOO takes off the mean of the others', () =>
  fc.assert(
    fc.property(fc.array(anyReward, { minLength: 2, maxLength: 9 }), (rewards) => {
      const total = rewards.reduce((sum, value) => sum + value, 0);
      near(
        rlooAdvantages(rewards),
        rewards.map((value) => value - (total - value) / (rewards.length - 1)),
      );
    }),
  ));

describe('GAE', () => {
  const steps = fc.array(fc.tuple(anyReward, anyReward), { maxLength: 12 });
  test('with gamma = lambda = 1 the returns are the rewards still to come, whatever the values', () =>
    fc.assert(
      fc.property(steps, (pairs) => {
        const rewards = pairs.map(([reward]) => reward);
        const { returnsT } = gae(
          rewards,
          pairs.map(([, value]) => value),
        );
        near(
          returnsT,
          rewards.map((_, t) => rewards.slice(t).reduce((total, value) => total + value, 0)),
        );
      }),
    ));
  test('with lambda = 0 it is the one-step error', () =>
    fc.assert(
      fc.property(steps, (pairs) => {
        const values = pairs.map(([, value]) => value);
        const { advantagesT } = gae(
          pairs.map(([reward]) => reward),
          values,
          0.5,
          0,
        );
        near(
          advantagesT,
          pairs.map(([reward, value], t) => reward + 0.5 * (values[t + 1] ?? 0) - value),
        );
      }),
    ));
  test.each([
    [[Number.NaN], [0], 1, 1, 'must be finite numbers'],
    [[0], [Number.NaN], 1, 1, 'must be finite numbers'],
    [[0], [0], 1.5, 1, 'gamma must be from 0 to 1'],
    [[0], [0], 1, -0.1, 'lambda must be from 0 to 1'],
  ])('gae(%j, %j, %d, %d) is refused', (rewards, values, gamma, lambda, message) =>
    expect(() => gae(rewards, values, gamma, lambda)).toThrow(message),
  );
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('an epsilon of %d is refused', (epsilon) => {
  expect(() => grpoAdvantages([0, 1], epsilon)).toThrow('epsilon must be a finite number of at least 0');
  expect(() => reinforcePlusPlusAdvantages([[0, 1]], { epsilon })).toThrow('epsilon must be');
  expect(() => gdpoAdvantages([[[0, 1]]], [1], { epsilon })).toThrow('epsilon must be');
});
