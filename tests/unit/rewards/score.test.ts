import { describe, expect, test } from 'vitest';
import { registryOf, reward, score, signal, sum } from '../../../src/rewards/index.js';
import { judged, plainSignal } from './made.js';

const term = sum({ right: [2, signal('correct')] });
const group = judged(true, null, false);

describe('a missing value at the root', () => {
  test('is 0 by default', () => expect(score(reward('r', term), group).rewardsG).toEqual([2, 0, 0]));
  test('abstains', () => expect(score(reward('r', term, 'abstain'), group).rewardsG).toEqual([2, null, 0]));
  test('fails with the rollout and the problem', () =>
    expect(() => score(reward('r', term, 'fail'), group)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(/^r: rollout 1 of problem 'p' has no value; give the missing fact/),
      }),
    ));
  test('fails with the first note below', () => {
    const registry = registryOf(
      plainSignal('fine', () => [1]),
      plainSignal('short', () => []),
    );
    const deep = sum({ a: [1, signal('fine')], b: [1, sum({ c: [1, signal('short')] })] });
    expect(() => score(reward('r', deep, 'fail'), judged(true), undefined, registry)).toThrow(
      "has no value (term.parts[1].term.parts[0].term: signal 'short' gave 0 scores for 1 rollouts);",
    );
  });
  test('does not fail where every value is there', () =>
    expect(score(reward('r', term, 'fail'), judged(true, false)).rewardsG).toEqual([2, 0]));
});

test('the trace comes with the rewards', () =>
  expect(score(reward('r', term), group).trace.children.map((child) => child.scores)).toEqual([
    [1, null, 0],
  ]));
