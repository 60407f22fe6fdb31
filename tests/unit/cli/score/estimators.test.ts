import { describe, expect, test } from 'vitest';
import { scoreCommandOptions } from '../../../../src/cli/options/score.js';
import { estimators } from '../../../../src/cli/score/estimators.js';
import { reward, score, signal, sum } from '../../../../src/rewards/index.js';
import { groupOf, rollout } from '../../rewards/made.js';

const mixed = reward(
  'mixed',
  sum({ correct: [1, signal('correct')], sure: [100, signal('entropy', { sign: -1 })] }),
);
const group = groupOf(
  rollout({ correct: true, meanEntropy: 2 }),
  rollout({ correct: false, meanEntropy: 1 }),
);
const scored = (names = mixed) => [score(names, group), score(names, group)];

test('the option and the table have the same names', () => {
  const { choices } = scoreCommandOptions.find(({ name }) => name === 'advantage') ?? {};
  expect(choices).toEqual([...estimators.keys()]);
});

test.each([...estimators.keys()])('%s gives one number a rollout of each group', (name) => {
  const advantages = estimators.get(name)?.(scored(), undefined) ?? [];
  expect(advantages.map((one) => one.length)).toEqual([2, 2]);
  for (const one of advantages.flat()) expect(Number.isFinite(one)).toBe(true);
});

describe('gdpo', () => {
  const gdpo = estimators.get('gdpo');
  test('weighs normalised parts: the large one does not drown the other by its size', () => {
    const equal = reward(
      'equal',
      sum({ correct: [1, signal('correct')], sure: [1, signal('entropy', { sign: -1, most: 5 })] }),
    );
    expect(
      gdpo?.(scored(equal), undefined)
        .flat()
        .map((value) => Math.abs(value ?? 9) < 1e-9),
    ).toEqual([true, true, true, true]);
  });
  test('of no groups is none', () => expect(gdpo?.([], undefined)).toEqual([]));
  test('needs a sum at the root', () =>
    expect(() => gdpo?.([score(reward('r', signal('correct')), group)], undefined)).toThrow(
      "root is a sum of parts; this one's is signal",
    ));
});
