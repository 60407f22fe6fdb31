import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reward, signal } from '../../../src/rewards/index.js';
import type { Engine } from '../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../src/trainer/engine/onnx/engine.js';
import { grpo, startGrpo } from '../../../src/trainer/grpo.js';
import { loadPolicy, savePolicy } from '../../../src/trainer/load-policy.js';
import { isSound } from '../../../src/trainer/metrics.js';
import { promptStream } from '../../../src/trainer/streams/index.js';
import { readQuestions } from '../../../src/trainer/tasks/questions/read.js';
import { questionsTask } from '../../../src/trainer/tasks/questions/task.js';
import { root } from '../../helpers/source-files.js';
import { tinyRun } from '../../helpers/tiny-task.js';

const scratch = mkdtempSync(join(tmpdir(), 'touchstone-'));
let engine: Engine;
beforeAll(async () => {
  engine = await onnxEngine({ threads: 1 });
});
afterAll(async () => {
  await engine.close();
  rmSync(scratch, { recursive: true });
});

const folder = join(root, 'fixtures', 'models', 'qwen2-tiny');
const greedy = { temperature: 0, maxTokens: 12, seed: 1 };

describe('a checkpoint of another tool', () => {
  test('is sampled, trained on problems of a file for two steps, saved, and sampled again alike', async () => {
    const file = join(scratch, 'problems.jsonl');
    writeFileSync(
      file,
      '{"problem": "What is 2 + 2?", "answer": 4}\n{"problem": "Halve 1.", "answer": "1/2"}\n',
    );
    const { policy, tokenizer } = await loadPolicy(engine, folder);
    const task = questionsTask({
      name: 'two',
      tokenizer,
      training: await readQuestions(file),
      heldOut: [],
      prompt: { suffix: 'Box it.' },
    });
    // A reward of which a random model gets some: the shorter the better.
    const paid = reward('brief', signal('fact', { name: 'tokens', min: 0, max: 12 }));
    const options = { ...tinyRun, reward: paid, steps: 2, copies: 4, maxTokens: 12, rate: () => 1e-3 };
    const stream = promptStream({ kind: 'in-turn' }, task.training(2), { prompts: 2, seed: 1 });
    const start = await startGrpo(policy, options);
    const before = await policy.hostParameters();
    const metrics = [];
    for await (const step of grpo(policy, stream, task.judge, options, start)) metrics.push(step.metrics);
    expect(metrics).toHaveLength(2);
    expect(metrics.every(isSound)).toBe(true);
    expect(await policy.hostParameters()).not.toEqual(before);

    const saved = join(scratch, 'trained');
    await savePolicy(policy, saved, { like: folder });
    const again = await loadPolicy(engine, saved);
    const prompts = task.training(2).map(({ prompt }) => prompt);
    const [ours, theirs] = [
      await policy.sample(prompts, 1, greedy),
      await again.policy.sample(prompts, 1, greedy),
    ];
    expect(theirs).toEqual(ours);
    await start.learner.close();
    await policy.close();
    await again.policy.close();
  });

  test('a response that ends says by which token', async () => {
    const { policy, tokenizer } = await loadPolicy(engine, folder);
    const [responses = []] = await policy.sample(['What is'], 64, { temperature: 2, maxTokens: 40, seed: 5 });
    const ended = responses.filter(({ logProbs, tokens }) => logProbs.length > tokens.length);
    expect(ended.length).toBeGreaterThan(5);
    expect(new Set(ended.map(({ end }) => end))).toEqual(new Set(tokenizer.endTokens));
    for (const { end, logProbs, tokens } of responses)
      expect(end === undefined).toBe(logProbs.length === tokens.length);
    await policy.close();
  });

  test('no folder is said to be none', async () => {
    await expect(loadPolicy(engine, join(scratch, 'none'))).rejects.toThrow('no model folder');
  });
});
