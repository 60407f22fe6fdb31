import { describe, expect, test } from 'vitest';
import { historyOf, memoryStore } from '../../../src/rewards/history/index.js';
import { type Reward, recipe } from '../../../src/rewards/index.js';
import { examplesOf, inMiniBatches, weighted } from '../../../src/trainer/batch.js';
import { estimators } from '../../../src/trainer/estimators.js';
import { lossDefaults } from '../../../src/trainer/loss.js';
import { stepMetrics } from '../../../src/trainer/metrics.js';
import type { Sampled, Sampler, SamplingOptions } from '../../../src/trainer/policy.js';
import type { Judge, TrainingProblem } from '../../../src/trainer/problem.js';
import { type RolloutOptions, rollOut } from '../../../src/trainer/rollouts.js';
import { promptStream, type StreamSettings } from '../../../src/trainer/streams/index.js';
import { letters } from '../../helpers/tiny-model.js';

const problem = (id: string): TrainingProblem => ({ id, prompt: id, gold: 'a' });

const response = (text: string, ended = true): Sampled => {
  const tokens = letters.encode(text);
  const length = tokens.length + Number(ended);
  return {
    tokens,
    text,
    finish: ended ? 'stop' : 'length',
    logProbs: new Float32Array(length).fill(-1),
    entropies: new Float32Array(length).fill(text.length / 10),
  };
};

/** A policy that gives each prompt the same texts, and keeps what it was asked. */
function fixedSampler(
  texts: Readonly<Record<string, readonly string[]>>,
): Sampler & { asked: SamplingOptions[] } {
  const asked: SamplingOptions[] = [];
  return {
    asked,
    sample: (prompts, copies, options) => {
      asked.push(options);
      return Promise.resolve(
        prompts.map((prompt) => (texts[prompt] ?? []).slice(0, copies).map((text) => response(text))),
      );
    },
  };
}

/** The first letter is the answer. */
const judge: Judge = ({ gold }, { text }) => ({ facts: { correct: text[0] === gold }, boxed: text !== '' });

const options: RolloutOptions = {
  copies: 2,
  temperature: 1,
  maxTokens: 8,
  reward: recipe('one-shot-rlvr'),
  seed: 1,
};

const parts = (
  policy: Sampler,
  ids: readonly string[],
  settings: StreamSettings = { kind: 'in-turn' },
  reward: Reward = options.reward,
) => ({
  policy,
  judge,
  stream: promptStream(settings, ids.map(problem), { prompts: 2, seed: 1 }),
  history: historyOf(reward, memoryStore()),
});

const texts = { p: ['abc', 'b'], q: ['a', 'ab'], r: ['b', 'bb'], s: ['a', 'cccc'] };

describe('rolling out a step', () => {
  test('judges and rewards every response', async () => {
    const { sampled, kept } = await rollOut(parts(fixedSampler(texts), ['p', 'q']), 0, options);
    expect(kept).toEqual(sampled);
    expect(sampled.map(({ rewards }) => rewards)).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(sampled[0]?.group).toMatchObject({ problem: 'p', step: 0, gold: 'a' });
  });

  test('every round draws numbers of its own, and no two samples of a step have one name', async () => {
    const policy = fixedSampler(texts);
    const some = parts(policy, ['q', 'q', 'p', 's'], { kind: 'dynamic' });
    const { sampled, kept } = await rollOut(some, 0, options);
    expect([sampled.length, kept.length]).toEqual([4, 2]);
    expect(new Set(policy.asked.map(({ seed }) => seed)).size).toBe(2);
    const names = sampled.flatMap(({ group }) => group.rollouts.map(({ sample }) => sample));
    expect(new Set(names).size).toBe(8);
    await rollOut(some, 1, options);
    expect(new Set(policy.asked.map(({ seed }) => seed)).size).toBe(policy.asked.length);
  });

  test('rewards see the history as it was before the step', async () => {
    const reward = recipe('hapo');
    const some = parts(fixedSampler(texts), ['p', 'p'], { kind: 'in-turn' }, reward);
    const first = await rollOut(some, 0, { ...options, reward });
    await some.history.learn(first.sampled.map(({ group }) => group));
    const again = await rollOut(some, 0, { ...options, reward });
    expect(again.sampled[0]?.rewards).toEqual(first.sampled[0]?.rewards);
  });

  test('the reward form of entropy pays what was recorded while sampling', async () => {
    const reward = recipe('entropy-only');
    const some = parts(fixedSampler(texts), ['p', 'q'], { kind: 'in-turn' }, reward);
    const { sampled } = await rollOut(some, 0, { ...options, reward });
    expect(sampled[0]?.rewards[0]).toBeCloseTo(0.3, 6);
    expect(sampled[0]?.rewards[1]).toBeCloseTo(0.1, 6);
    const [advantages] = estimators.grpo([sampled[0]?.rewards ?? []]);
    expect(advantages?.[0]).toBeGreaterThan(0);
  });
});

describe('the batch', () => {
  test('is one example a response, the end token learned like the others', async () => {
    const { kept } = await rollOut(parts(fixedSampler(texts), ['p', 'q']), 0, options);
    const examples = examplesOf(letters, kept, [
      [1, -1],
      [0, null],
    ]);
    expect(examples.map(({ advantage }) => advantage)).toEqual([1, -1, 0]);
    expect(examples[1]).toMatchObject({ prompt: letters.encode('p'), response: [3, 1] });
  });

  test('every part is a mean of its own, and all parts are the batch', () => {
    const batch = [3, 1, 2, 5, 4].map((length, i) => ({
      prompt: [2],
      response: new Array<number>(length).fill(2 + i),
      oldLogProbs: new Array<number>(length).fill(-1),
      advantage: 0,
    }));
    const minis = inMiniBatches(batch, 2, 1, 0);
    expect(minis.map((mini) => mini.length)).toEqual([2, 2, 1]);
    expect(new Set(minis.flat())).toEqual(new Set(batch));
    for (const mini of minis) {
      const total = weighted(mini, lossDefaults).reduce(
        (sum, one) => sum + one.weight * one.response.length,
        0,
      );
      expect(total).toBeCloseTo(1, 12);
    }
    expect(inMiniBatches(batch, 2, 1, 1)).not.toEqual(minis);
    expect(inMiniBatches(batch, 5, 1, 0)).toEqual([batch]);
    expect(inMiniBatches([], 5, 1, 0)).toEqual([]);
  });
});

describe('the metrics of a step', () => {
  test('are over all that was sampled; accuracy by problem is for selection', async () => {
    const some = parts(fixedSampler(texts), ['q', 'r', 'p', 's'], { kind: 'dynamic' });
    const groups = await rollOut(some, 0, options);
    const metrics = stepMetrics(0, 100, groups, []);
    expect(metrics).toMatchObject({ rollouts: 108, accuracy: 0.5, kept: 2, flatGroups: 0.5, loss: 0 });
    expect(metrics.accuracyOf).toEqual({ q: 1, r: 0, p: 0.5, s: 0.5 });
    expect(metrics.correctTokens).toBeCloseTo((1 + 2 + 3 + 1) / 4, 12);
  });

  test('the share on the flat floor is told of rewards with a history alone', async () => {
    const plain = await rollOut(parts(fixedSampler(texts), ['p']), 0, options);
    expect(stepMetrics(0, 0, plain, []).onFloor).toBeNull();
    const reward = recipe('hapo');
    // Right answers of 1 and of 4 letters: the next time, 4 against a shortest of 1 is on the floor.
    const some = parts(fixedSampler({ p: ['a', 'abcd'] }), ['p'], { kind: 'in-turn' }, reward);
    const first = await rollOut(some, 0, { ...options, reward });
    expect(stepMetrics(0, 0, first, []).onFloor).toBe(0);
    await some.history.learn(first.sampled.map(({ group }) => group));
    expect(stepMetrics(1, 0, await rollOut(some, 1, { ...options, reward }), []).onFloor).toBe(0.5);
    const wrong = await rollOut(parts(fixedSampler({ p: ['b', 'c'] }), ['p'], undefined, reward), 0, {
      ...options,
      reward,
    });
    expect(stepMetrics(0, 0, wrong, []).onFloor).toBeNull();
  });

  test('two groups of one problem count together', async () => {
    const groups = await rollOut(parts(fixedSampler(texts), ['p']), 0, options);
    expect(stepMetrics(0, 0, groups, []).accuracyOf).toEqual({ p: 0.5 });
  });
});
