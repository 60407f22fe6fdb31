import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseName, baseWeights, shippedBases } from '../../../src/trainer/base.js';
import { onnxEngine } from '../../../src/trainer/engine/onnx/engine.js';
import { evaluatePolicy } from '../../../src/trainer/evaluate.js';
import { LocalPolicy } from '../../../src/trainer/local-policy.js';
import { messyBase } from '../../../src/trainer/recipes/bases.js';
import { checkpointNames } from '../../../src/trainer/run/checkpoint.js';
import { chains } from '../../../src/trainer/tasks/chains/task.js';

const folder = join(shippedBases, baseName(chains, messyBase));

describe('the shipped base', () => {
  test('is the one of the recipes, whole, and small', async () => {
    const [name] = await checkpointNames(folder);
    expect(name).toBe('step-001700');
    expect(statSync(join(folder, name as string, 'model.safetensors')).size).toBeLessThan(500_000);
  });

  test('has the skill and hides it', async () => {
    const engine = await onnxEngine({ threads: 1 });
    const none = join(shippedBases, 'none');
    const weights = await baseWeights(engine, chains, messyBase, none, () => {
      throw new Error('it is not to be pretrained');
    });
    expect(existsSync(none)).toBe(false);
    const policy = await LocalPolicy.on(engine, messyBase.model, chains.tokenizer, weights);
    const held = chains.heldOut(96);
    const options = { maxTokens: 48, samples: 2, seed: 1 };
    const { accuracy, boxed } = await evaluatePolicy(policy, held, chains.judge, options);
    expect(accuracy).toBeLessThan(0.15);
    expect(boxed).toBeLessThan(0.4);
    const led = held.map((problem) => ({ ...problem, prompt: `${problem.prompt} think` }));
    const steps = await policy.sample(
      led.map(({ prompt }) => prompt),
      1,
      { temperature: 0, maxTokens: 34, seed: 1 },
    );
    const right = steps.filter(([response], i) => {
      const values = [...(response?.text ?? '').matchAll(/= (\d)/g)].map(([, digit]) => digit);
      return values[Number(held[i]?.kind) - 1] === held[i]?.gold;
    });
    expect(right.length / held.length).toBeGreaterThan(0.95);
    await policy.close();
    await engine.close();
  }, 60_000);
});
