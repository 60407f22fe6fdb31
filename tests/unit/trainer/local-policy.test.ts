import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../src/trainer/engine/reference/engine.js';
import { Learner } from '../../../src/trainer/learner.js';
import { LocalPolicy } from '../../../src/trainer/local-policy.js';
import { lossDefaults } from '../../../src/trainer/loss.js';
import { freshParameters } from '../../../src/trainer/model/parameters.js';
import { adamWDefaults } from '../../../src/trainer/optim/adamw.js';
import { letters, tinyConfig } from '../../helpers/tiny-model.js';

let engine: Engine;
let policy: LocalPolicy;
beforeAll(async () => {
  engine = await onnxEngine({ threads: 1 });
  const weights = freshParameters(tinyConfig, 5);
  // Sharper than a fresh model, so that its distributions are far from uniform.
  for (const { shape, data } of Object.values(weights))
    if (shape.length === 2) for (let i = 0; i < data.length; i += 1) data[i] = (data[i] as number) * 12;
  policy = await LocalPolicy.on(engine, tinyConfig, letters, weights);
});
afterAll(async () => {
  await policy.close();
  await engine.close();
});

const options = { temperature: 1, maxTokens: 12, seed: 3 };

describe('sampling with a cache', () => {
  test('gives the log-probs and entropies that whole sequences give', async () => {
    const prompts = ['abc', 'abcabcabcabcabcabcab', 'j'];
    const sampled = await policy.sample(prompts, 2, options);
    const learner = new Learner(policy, {
      loss: lossDefaults,
      optimiser: adamWDefaults,
      temperature: 1,
      microBatch: 8,
    });
    const examples = sampled.flatMap((responses, j) =>
      responses.map(({ tokens, logProbs }) => ({
        prompt: letters.encode(prompts[j] as string),
        response: logProbs.length > tokens.length ? [...tokens, 1] : tokens,
      })),
    );
    const values = await learner.tokenValues(examples);
    for (const [i, response] of sampled.flat().entries()) {
      expect(values[i]?.logProbs).toHaveLength(response.logProbs.length);
      for (const [t, logProb] of response.logProbs.entries()) {
        expect(values[i]?.logProbs[t]).toBeCloseTo(logProb, 4);
        expect(values[i]?.entropies[t]).toBeCloseTo(response.entropies[t] as number, 4);
      }
    }
    await learner.close();
  });

  test('goes as on the reference engine, where a graph puts keys and values into the cache', async () => {
    const there = await LocalPolicy.on(referenceEngine(), tinyConfig, letters, await policy.hostParameters());
    const long = { ...options, maxTokens: 34, temperature: 0.9 };
    const expected = await there.sample(['abc', 'jj'], 5, long);
    const actual = await policy.sample(['abc', 'jj'], 5, long);
    const tokens = (all: typeof actual): unknown => all.map((each) => each.map((one) => one.tokens));
    expect(tokens(actual)).toEqual(tokens(expected));
    for (const [i, { logProbs }] of expected.flat().entries())
      for (const [t, value] of logProbs.entries())
        expect(actual.flat()[i]?.logProbs[t]).toBeCloseTo(value, 4);
    await there.close();
  });

  test('a sample does not depend on what is sampled beside it', async () => {
    const alone = await policy.sample(['abc'], 3, options);
    const beside = await policy.sample(['abc', 'hgfedcbaabcdefgh'], 3, options);
    expect(beside[0]?.map(({ tokens }) => tokens)).toEqual(alone[0]?.map(({ tokens }) => tokens));
  });

  test('copies differ, seeds differ, the same seed repeats', async () => {
    const [first = []] = await policy.sample(['abc'], 8, options);
    const [again = []] = await policy.sample(['abc'], 8, options);
    const [other = []] = await policy.sample(['abc'], 8, { ...options, seed: 4 });
    const texts = (responses: typeof first): readonly string[] => responses.map(({ text }) => text);
    expect(texts(again)).toEqual(texts(first));
    expect(texts(other)).not.toEqual(texts(first));
    expect(new Set(texts(first)).size).toBeGreaterThan(1);
  });

  test('greedy takes the most probable token every time; lengths are kept', async () => {
    const [responses = []] = await policy.sample(['abc'], 2, { ...options, temperature: 0, maxTokens: 5 });
    expect(responses[0]?.tokens).toEqual(responses[1]?.tokens);
    for (const { tokens, finish, logProbs } of responses) {
      expect(tokens.length).toBeLessThanOrEqual(5);
      expect(logProbs).toHaveLength(finish === 'stop' ? tokens.length + 1 : tokens.length);
    }
  });

  test('a stop text ends a response and is left out of it', async () => {
    const [long = []] = await policy.sample(['abc'], 8, options);
    const whole = long.find(({ text }) => text.length >= 4);
    const stop = whole?.text.slice(2, 4) as string;
    const [stopped = []] = await policy.sample(['abc'], 8, { ...options, stop: [stop] });
    const place = long.indexOf(whole as (typeof long)[number]);
    expect(stopped[place]).toMatchObject({
      text: whole?.text.slice(0, whole.text.indexOf(stop)),
      finish: 'stop',
    });
  });

  test('a prompt of nothing, and one without room for the response, are refused', async () => {
    await expect(policy.sample([''], 1, options)).rejects.toThrow('a prompt has no tokens');
    await expect(policy.sample(['abc'], 1, { ...options, maxTokens: 61 })).resolves.toHaveLength(1);
    await expect(policy.sample(['abc'], 1, { ...options, maxTokens: 62 })).rejects.toThrow(
      "a prompt of 3 tokens and 62 new ones do not fit the model's 64 positions",
    );
  });
});
