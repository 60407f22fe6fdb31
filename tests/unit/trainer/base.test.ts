import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { baseName, baseWeights, freshWeights, rateOf, rebuiltWeights } from '../../../src/trainer/base.js';
import { byLength } from '../../../src/trainer/buckets.js';
import { onnxEngine } from '../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../src/trainer/engine/reference/engine.js';
import { messyBase } from '../../../src/trainer/recipes/bases.js';
import type { BaseSettings } from '../../../src/trainer/recipes/recipe.js';
import { chains, mixedChains } from '../../../src/trainer/tasks/chains/task.js';

const scratch = mkdtempSync(join(tmpdir(), 'touchstone-base-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const phase = { texts: 'skill', steps: 2, rate: 0.01, finalRate: 0.001 };
const tiny: BaseSettings = {
  ...messyBase,
  model: { ...messyBase.model, hiddenSize: 8, intermediateSize: 8, heads: 1, keyValueHeads: 1, headSize: 8 },
  batch: 2,
  phases: [phase, { ...phase, texts: 'mess' }],
};

describe('the name of a base', () => {
  test('tells every setting and the texts apart', () => {
    const names = [
      baseName(chains, tiny),
      baseName(mixedChains, tiny),
      baseName(chains, { ...tiny, seed: 2 }),
      baseName(chains, { ...tiny, phases: [phase] }),
      baseName(chains, { ...tiny, startStd: 0.01 }),
      baseName({ ...chains, corpus: () => 'other' }, tiny),
    ];
    expect(new Set(names).size).toBe(6);
    expect(baseName(chains, { ...tiny })).toBe(names[0]);
  });
});

describe('a base', () => {
  test('is the same made at once, in phases, or read back; each phase is kept', async () => {
    const engine = referenceEngine();
    const kept = await baseWeights(engine, chains, tiny, scratch);
    expect(readdirSync(scratch)).toHaveLength(2);
    expect(await baseWeights(engine, chains, tiny, scratch)).toEqual(
      Object.fromEntries(
        Object.entries(kept).map(([name, tensor]) => [
          name,
          { ...tensor, data: Float32Array.from(tensor.data) },
        ]),
      ),
    );
    const rebuilt = await rebuiltWeights(engine, chains, tiny);
    // Between phases weights are kept in float32.
    for (const [name, { data }] of Object.entries(rebuilt))
      for (const [i, value] of data.entries())
        expect(value).toBeCloseTo(kept[name]?.data[i] ?? Number.NaN, 5);
  }, 60_000);

  test('has the same bytes each time it is made on one engine, at once or in phases', async () => {
    const engine = await onnxEngine({ threads: 1 });
    const folder = mkdtempSync(join(scratch, 'onnx-'));
    const rebuilt = await rebuiltWeights(engine, chains, tiny);
    expect(await rebuiltWeights(engine, chains, tiny)).toEqual(rebuilt);
    expect(await baseWeights(engine, chains, tiny, folder)).toEqual(rebuilt);
    await engine.close();
  }, 60_000);

  test('begins with matrices of the spread asked for', () => {
    const { data } = freshWeights(messyBase)['model.embed_tokens.weight'] as { data: Float32Array };
    const variance = data.reduce((sum, value) => sum + value * value, 0) / data.length;
    expect(Math.sqrt(variance)).toBeCloseTo(0.05, 2);
  });
});

test('the rate of a phase goes up in 50 steps, stays for half, and falls in a straight line', () => {
  const long = { texts: 'skill', steps: 200, rate: 1, finalRate: 0.2 };
  expect([0, 24, 49, 100, 150, 199].map((step) => rateOf(long, step))).toEqual([
    0.02,
    0.5,
    1,
    1,
    0.6,
    expect.closeTo(0.208),
  ]);
});

describe('batches by length', () => {
  const lengths = (step: number, place: number): readonly number[] =>
    Array.from({ length: 1 + ((7 * step + 13 * place) % 40) }, () => step);
  const batches = byLength({ document: lengths, batch: 4, seed: 5 });

  test('hold every text of sixteen steps once, those of a batch of about one length', () => {
    const all = Array.from({ length: 16 }, (_, step) => batches(step));
    const drawn = Array.from({ length: 64 }, (_, i) => lengths(Math.floor(i / 4), i % 4));
    const key = (text: readonly number[]): string => text.join(' ');
    expect(all.flat().map(key).sort()).toEqual(drawn.map(key).sort());
    const spreads = all.map(
      (texts) => Math.max(...texts.map((t) => t.length)) - Math.min(...texts.map((t) => t.length)),
    );
    expect(Math.max(...spreads)).toBeLessThan(8);
  });

  test('are a function of the step, in whatever order they are asked for', () => {
    const again = byLength({ document: lengths, batch: 4, seed: 5 });
    const order = [40, 3, 17, 3, 0];
    expect(order.map((step) => again(step))).toEqual(order.map((step) => batches(step)));
  });
});
