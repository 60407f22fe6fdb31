import { describe, expect, test } from 'vitest';
import {
  bounds,
  type Facts,
  learn,
  noMemories,
  type Rollout,
  reward,
  type Scores,
  score,
  signal,
  standardSignals,
} from '../../../../src/rewards/index.js';
import { groupOf, rollout } from '../made.js';

const scores = (
  name: string,
  params: Parameters<typeof signal>[1],
  rollouts: readonly Rollout[],
  memories = noMemories,
): Scores => score(reward('r', signal(name, params), 'abstain'), groupOf(...rollouts), memories).rewardsG;

describe('hapo', () => {
  const right = (tokens: number): Rollout => rollout({ correct: true }, tokens);
  const wrong = (tokens: number): Rollout => rollout({ correct: false }, tokens);
  const learntFrom = (params: Parameters<typeof signal>[1], ...rollouts: readonly Rollout[]) =>
    learn(signal('hapo', params), [groupOf(...rollouts)], noMemories, standardSignals);

  test('the history is the shortest right answer, or their mean', () => {
    const history = [right(50), right(150), wrong(1), rollout({ correct: true })];
    const linear = { form: 'linear', tolerance: 0 };
    const [least, mean] = [linear, { ...linear, history: 'mean' }].map((params) =>
      scores('hapo', params, [right(25)], learntFrom(params, ...history)),
    );
    expect(least).toEqual([0.5]);
    expect(mean).toEqual([0.75]);
  });

  test.each([0, -1, Number.NaN])('a history of length %d is none', (length) => {
    const memories = learntFrom({}, right(length));
    expect(scores('hapo', {}, [right(0), right(1), wrong(0), wrong(1)], memories)).toEqual([0, 0, 0, 0]);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a response of length %d has no score', (length) => {
    const memories = learntFrom({}, right(100));
    expect(scores('hapo', {}, [right(length), right(50)], memories)).toEqual([null, Math.SQRT1_2]);
  });

  test('missing without a length or a verdict, 0 without a history', () => {
    const facts: readonly Facts[] = [{ correct: true }, {}, { correct: null }, { correct: true }];
    const rollouts = facts.map((each, i) => (i === 0 ? rollout(each) : rollout(each, 50)));
    expect(scores('hapo', {}, rollouts)).toEqual([null, null, null, 0]);
  });

  test('exact where the cosine is', () => {
    const memories = learntFrom({ floor: -1 }, right(100));
    expect(scores('hapo', { floor: -1 }, [right(0), right(100), right(200), right(900)], memories)).toEqual([
      1, 0, -1, -1,
    ]);
  });

  test('range', () => {
    const term = signal('hapo', { floor: -0.2 });
    expect(bounds(term, standardSignals)).toEqual([-1, 1]);
    expect(bounds(term, standardSignals, { correct: true })).toEqual([-0.2, 1]);
    expect(bounds(term, standardSignals, { correct: false })).toEqual([-1, 0]);
  });
});
