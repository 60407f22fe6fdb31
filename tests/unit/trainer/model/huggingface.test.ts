import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import { loadModel } from '../../../../src/trainer/model/huggingface.js';
import { farthest, logitsFor } from '../../../helpers/logits.js';
import { root } from '../../../helpers/source-files.js';

const models = join(root, 'fixtures', 'models');
const scratch = mkdtempSync(join(tmpdir(), 'touchstone-'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Expected {
  readonly tokens: readonly (readonly number[])[];
  readonly logits: readonly (readonly (readonly number[])[])[];
}

describe.each(['qwen2-tiny', 'llama-tiny'])('%s, a checkpoint written by transformers', (name) => {
  const folder = join(models, name);
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;

  test.each([
    ['reference', () => Promise.resolve(referenceEngine()), 2e-5],
    ['onnx', () => onnxEngine({ threads: 1 }), 1e-4],
  ] as const)('gives the logits transformers gives, on the %s engine', async (_, start, tolerance) => {
    const engine: Engine = await start();
    const logits = await logitsFor(await loadModel(folder), expected.tokens, engine);
    expect(farthest(logits, expected.logits.flat(2))).toBeLessThan(tolerance);
    await engine.close();
  });
});

describe('what is refused, by the name of the file', () => {
  /** A copy of the model with `config.json` changed. */
  const changed = (change: Readonly<Record<string, unknown>>): string => {
    const folder = mkdtempSync(join(scratch, 'model-'));
    cpSync(join(models, 'llama-tiny'), folder, { recursive: true });
    const path = join(folder, 'config.json');
    writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), ...change }));
    return folder;
  };

  test.each([
    ['another architecture', { architectures: ['GPT2LMHeadModel'] }, 'the architecture is GPT2LMHeadModel'],
    ['another activation', { hidden_act: 'gelu' }, 'hidden_act is "gelu"'],
    ['scaled positions', { rope_parameters: { rope_theta: 1e4, rope_type: 'yarn' } }, 'rope_parameters is {'],
    [
      'older scaled positions',
      { rope_scaling: { type: 'linear', factor: 2 } },
      'rope_scaling is {"type":"linear"',
    ],
    [
      'a base that is none',
      { rope_parameters: null, rope_theta: 'x' },
      'rope_theta must be a positive number',
    ],
    ['layers of a window', { layer_types: ['full_attention', 'sliding_attention'] }, 'layer_types is'],
    ['biases on all projections', { attention_bias: true }, 'attention_bias is true'],
    ['quantised weights', { quantization_config: { bits: 4 } }, 'quantization_config is'],
    ['a sliding window', { use_sliding_window: true }, 'use_sliding_window'],
    ['a size that is text', { hidden_size: '32' }, 'hidden_size must be a number'],
    ['sizes that do not fit', { num_key_value_heads: 3 }, 'multiple of keyValueHeads'],
    [
      'another size than the weights',
      { vocab_size: 95 },
      "'model.embed_tokens.weight' is [344,32]; config.json says [95,32]",
    ],
    [
      'a layer too many',
      { num_hidden_layers: 3 },
      "no tensor 'model.layers.2.input_layernorm.weight', 'model.layers.2.self_attn.q_proj.weight', 'model.layers.2.self_attn.k_proj.weight' and 6 more",
    ],
    [
      'a layer too few',
      { num_hidden_layers: 1 },
      "tensors this decoder has no place for: 'model.layers.1.input_layernorm.weight',",
    ],
  ])('%s', async (_, change, message) => {
    await expect(loadModel(changed(change))).rejects.toThrow(message);
  });

  test('an index that points out of the folder', async () => {
    const folder = changed({});
    writeFileSync(
      join(folder, 'model.safetensors.index.json'),
      JSON.stringify({ weight_map: { 'model.norm.weight': '../../etc/passwd' } }),
    );
    await expect(loadModel(folder)).rejects.toThrow('must be a name in this folder');
  });

  test('no folder, no JSON', async () => {
    await expect(loadModel(join(scratch, 'none'))).rejects.toThrow('cannot read');
    const folder = changed({});
    writeFileSync(join(folder, 'config.json'), '{');
    await expect(loadModel(folder)).rejects.toThrow('is not JSON');
  });
});
