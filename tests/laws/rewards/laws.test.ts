import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reward, type Signal, signal } from '../../../src/rewards/index.js';
import { rewardLaws, rewards, signalLaws } from '../../../src/rewards/laws/index.js';

/** 100 runs in the gate; `npm run test:laws` sets FC_RUNS to 10,000. */
const numRuns = Number(process.env.FC_RUNS ?? 100);

/** 10,000 runs of a law over deep terms take a minute on a slow machine. */
const timeout = 600_000;

describe('laws of arbitrary rewards', () => {
  for (const law of rewardLaws(rewards())) {
    test(law.name, () => fc.assert(law.property as fc.IRawProperty<unknown>, { numRuns }), timeout);
  }
});

describe('the laws bite', () => {
  /** Names of the laws that a faulty signal breaks. */
  const broken = (faulty: Partial<Signal>): string[] => {
    const whole: Signal = {
      name: 'faulty',
      summary: '',
      source: '',
      parameters: {},
      needs: () => ['tokens'],
      range: () => [0, 40_000],
      score: ({ rollouts }) => rollouts.map(({ tokens }) => tokens ?? null),
      ...faulty,
    };
    return signalLaws(whole)
      .filter(
        (law) =>
          (
            fc.check(law.property as fc.IRawProperty<unknown>, {
              numRuns: 500,
              seed: 1,
            }) as fc.RunDetails<unknown>
          ).failed,
      )
      .map(({ name }) => name);
  };

  const shortest: Signal['memory'] = {
    learn: ({ rollouts }) => Math.min(9, ...rollouts.map(({ tokens = 9 }) => (tokens >= 0 ? tokens : 9))),
    merge: (a, b) => Math.min(Number(a), Number(b)),
  };

  test('a sound signal breaks none', () => {
    expect(broken({ range: () => [-Infinity, Infinity], memory: shortest })).toEqual([]);
  });

  let calls = 0;
  test.each<[string, Partial<Signal>, string]>([
    ['a range that is too small', { range: () => [0, 100] }, 'every value lies within the bounds'],
    [
      'a range of right answers that is too small',
      { rangeWhen: (_, correct) => (correct ? [0, 5] : [0, 40_000]) },
      'every value lies within the bounds',
    ],
    [
      'the place in the group',
      { score: ({ rollouts }) => rollouts.map((_, i) => i) },
      'reordering a group reorders its values',
    ],
    [
      'a count of calls',
      {
        score: ({ rollouts }) => {
          calls += 1;
          return rollouts.map(() => calls % 7);
        },
      },
      'the same group gives the same values, and is left as it was',
    ],
    ['a need that is not told', { needs: () => [] }, 'what a term does not need does not matter'],
    [
      'a gap that is not there',
      { gap: () => [1, 2] },
      'where it is proved that right answers beat wrong ones, they do',
    ],
    [
      'the last group counts',
      { memory: { ...shortest, merge: (_, b) => b } },
      'what is remembered does not depend on the order of the groups',
    ],
    [
      'a difference',
      { memory: { ...shortest, merge: (a, b) => Math.abs(Number(a) - Number(b)) } },
      'memories are a commutative monoid',
    ],
    [
      'what NaN taught',
      { memory: { ...shortest, learn: ({ rollouts }) => rollouts[0]?.tokens ?? 0 } },
      'what is learned from any data is JSON, and scores are finite after it',
    ],
  ])('%s', (_, faulty, law) => expect(broken(faulty)).toContain(law));

  test('one reward is as good a subject as many', () => {
    const laws = rewardLaws(reward('r', signal('hapo')));
    expect(laws.length).toBeGreaterThan(10);
    for (const law of laws) fc.assert(law.property as fc.IRawProperty<unknown>, { numRuns: 20 });
  });
});
