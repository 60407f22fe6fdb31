import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asProblemId,
  bounds,
  type Group,
  learn,
  type Memories,
  noMemories,
  type Rollout,
  reward,
  score,
  signal,
  standardSignals,
  sum,
} from '../../../../src/rewards/index.js';
import { cosineReward, linearReward } from '../../../../src/rewards/signals/hapo.js';

const rollout = (tokens: number, correct: boolean): Rollout => ({ text: '', tokens, facts: { correct } });
const group = (step: number, ...rollouts: Rollout[]): Group => ({
  problem: asProblemId('p'),
  step,
  rollouts,
});
const hapoReward = (params = {}, weight = 1) =>
  reward('hapo', sum({ correct: [1, signal('correct')], length: [weight, signal('hapo', params)] }));

// Worked numbers of the HAPO sheet: h = 100, w = 1.
const TABLE = [
  { n: 0, cosRight: 1, cosWrong: 0, linRight: 1, linWrong: 0 },
  { n: 25, cosRight: 0.92388, cosWrong: 0, linRight: 0.75, linWrong: 0 },
  { n: 50, cosRight: 0.707107, cosWrong: 0, linRight: 0.5, linWrong: 0 },
  { n: 75, cosRight: 0.382683, cosWrong: 0, linRight: 0.25, linWrong: 0 },
  { n: 100, cosRight: 0, cosWrong: 0, linRight: 0, linWrong: 0 },
  { n: 110, cosRight: -0.156434, cosWrong: -0.156434, linRight: 0, linWrong: 0 },
  { n: 125, cosRight: -0.382683, cosWrong: -0.382683, linRight: -0.15, linWrong: -0.15 },
  { n: 150, cosRight: -0.7, cosWrong: -0.707107, linRight: -0.4, linWrong: -0.4 },
  { n: 200, cosRight: -0.7, cosWrong: -1, linRight: -0.7, linWrong: -0.9 },
  { n: 300, cosRight: -0.7, cosWrong: -1, linRight: -0.7, linWrong: -1 },
];

describe('length rewards at h = 100', () => {
  test.each(TABLE)('n = $n', ({ n, cosRight, cosWrong, linRight, linWrong }) => {
    expect(cosineReward(n, 100, true, -0.7)).toBeCloseTo(cosRight, 6);
    expect(cosineReward(n, 100, false, -0.7)).toBeCloseTo(cosWrong, 6);
    expect(linearReward(n, 100, true, -0.7, 0.1)).toBeCloseTo(linRight, 6);
    expect(linearReward(n, 100, false, -0.7, 0.1)).toBeCloseTo(linWrong, 6);
  });
});

describe('a stream of batches', () => {
  const batches = [
    [rollout(120, false), rollout(80, false)],
    [rollout(400, true), rollout(300, true)],
    [rollout(200, false), rollout(350, true)],
    [rollout(150, true), rollout(500, true)],
  ];

  test('scores against the snapshot before the batch, then learns (min history)', () => {
    const reward = hapoReward();
    const expected = [
      [0, 0],
      [1, 1],
      [0, 0.741181],
      [1.707107, 0.3],
    ];
    let memories: Memories = noMemories;
    for (const [step, rollouts] of batches.entries()) {
      const batch = group(step, ...rollouts);
      const { rewardsG } = score(reward, batch, memories);
      for (const [i, value] of rewardsG.entries())
        expect(value).toBeCloseTo(expected[step]?.[i] ?? Number.NaN, 6);
      memories = learn(reward.term, [batch], memories, standardSignals);
    }
  });

  test('the history after each batch: none, 300, 300, 150, and the true mean 350, 350, 340', () => {
    const { term } = hapoReward();
    let memories: Memories = noMemories;
    const seen = batches.map((rollouts, step) => {
      memories = learn(term, [group(step, ...rollouts)], memories, standardSignals);
      const state = [...memories.values()][0]?.get(asProblemId('p')) as
        | { shortest: number; total: number; count: number }
        | undefined;
      return state === undefined ? null : [state.shortest, state.total / state.count];
    });
    expect(seen).toEqual([null, [300, 350], [300, 350], [150, 340]]);
  });
});

describe('bounds', () => {
  test.each([0.5, 1, 1.4])('w = %d: the worst right answer beats the best wrong one', (w) => {
    const { term } = hapoReward({}, w);
    const right = bounds(term, standardSignals, { correct: true });
    const wrong = bounds(term, standardSignals, { correct: false });
    expect(right[0]).toBeCloseTo(1 - 0.7 * w, 12);
    expect(wrong).toEqual([-w, 0]);
    expect(right[0]).toBeGreaterThan(wrong[1]);
  });

  test('w = 1.5: it does not', () => {
    const { term } = hapoReward({}, 1.5);
    expect(bounds(term, standardSignals, { correct: true })[0]).toBeCloseTo(-0.05, 12);
  });
});

describe('laws', () => {
  const length = fc.integer({ min: 0, max: 5000 });
  const history = fc.integer({ min: 1, max: 5000 });
  const forms = [
    ['cosine', (n: number, h: number, right: boolean) => cosineReward(n, h, right, -0.7), 1],
    ['linear', (n: number, h: number, right: boolean) => linearReward(n, h, right, -0.7, 0.1), 1.1],
  ] as const;

  describe.each(forms)('%s', (_, worth, free) => {
    test('a right answer lies in [−0.7, 1], a wrong one in [−1, 0], exactly 0 while it is short', () => {
      fc.assert(
        fc.property(length, history, (n, h) => {
          expect(worth(n, h, true)).toBeGreaterThanOrEqual(-0.7);
          expect(worth(n, h, true)).toBeLessThanOrEqual(1);
          expect(worth(n, h, false)).toBeGreaterThanOrEqual(-1);
          expect(worth(n, h, false)).toBeLessThanOrEqual(0);
          if (n < free * h) expect(worth(n, h, false)).toBe(0);
        }),
      );
    });

    test('falls with length, rises with the history, and depends on their ratio alone', () => {
      fc.assert(
        fc.property(
          length,
          length,
          history,
          history,
          fc.boolean(),
          fc.integer({ min: 2, max: 9 }),
          (...drawn) => {
            const [a, b, c, d, right, times] = drawn;
            const [short, long] = [Math.min(a, b), Math.max(a, b)];
            const [low, high] = [Math.min(c, d), Math.max(c, d)];
            expect(worth(long, low, right)).toBeLessThanOrEqual(worth(short, low, right) + 1e-12);
            expect(worth(short, high, right)).toBeGreaterThanOrEqual(worth(short, low, right) - 1e-12);
            expect(worth(times * a, times * c, right)).toBeCloseTo(worth(a, c, right), 9);
          },
        ),
      );
    });

    test('right at half the history beats right at it beats any wrong answer, for weights up to 1', () => {
      fc.assert(
        fc.property(length, history, fc.double({ min: 0.01, max: 1, noNaN: true }), (n, h, w) => {
          const half = 1 + w * worth(h / 2, h, true);
          const same = 1 + w * worth(h, h, true);
          expect(half).toBeGreaterThan(same);
          expect(same).toBeGreaterThan(w * worth(n, h, false));
        }),
      );
    });
  });

  test('the floor of a right answer is reached at 1.4936 histories', () => {
    const ratio = 1.4936333777867299;
    expect(cosineReward(ratio, 1, true, -1)).toBeCloseTo(-0.7, 12);
    expect(cosineReward(ratio + 1e-6, 1, true, -0.7)).toBe(-0.7);
    expect(cosineReward(ratio - 1e-6, 1, true, -0.7)).toBeGreaterThan(-0.7);
  });

  test('without weight it is the verdict', () => {
    const { term } = hapoReward({}, 0);
    const batch = group(0, rollout(5, true), rollout(500, true), rollout(5, false));
    const memories = learn(term, [group(0, rollout(50, true))], noMemories, standardSignals);
    expect(score(reward('r', term), batch, memories).rewardsG).toEqual([1, 1, 0]);
  });
});
