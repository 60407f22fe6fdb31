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

const expectedOf = (folder: string): Expected =>
  JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;

/** A copy of a model with its `config.json` changed. */
function changed(source: string, change: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(scratch, 'model-'));
  cpSync(join(models, source), folder, { recursive: true });
  const path = join(folder, 'config.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), ...change }));
  return folder;
}

describe.each([
  'qwen2-tiny',
  'llama-tiny',
  'variants/llama-3.1',
  'variants/mistral',
  'variants/qwen2-linear',
  'variants/qwen2-window',
  'variants/qwen3',
  'variants/qwen3-biased',
])('%s, a checkpoint written by transformers', (name) => {
  const folder = join(models, name);
  const expected = expectedOf(folder);

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

describe('what configurations say', () => {
  const llama3 = { factor: 4, low_freq_factor: 1, high_freq_factor: 4 };

  test.each([
    [
      'variants/llama-3.1',
      {
        rope_parameters: undefined,
        rope_theta: 100,
        rope_scaling: { ...llama3, rope_type: 'llama3', original_max_position_embeddings: 32 },
      },
    ],
    [
      'variants/llama-3.1',
      {
        rope_parameters: { ...llama3, rope_type: 'llama3', rope_theta: 100 },
        original_max_position_embeddings: 32,
      },
    ],
    ['variants/llama-3.1', { rope_theta: 5, rope_scaling: {} }],
    [
      'variants/qwen2-linear',
      { rope_parameters: null, rope_theta: 10_000, rope_scaling: { type: 'linear', factor: 2 } },
    ],
    ['variants/qwen2-linear', { rope_parameters: { rope_type: 'linear', factor: 2 } }],
    ['variants/qwen3', { layer_types: undefined, sliding_window: null, use_sliding_window: undefined }],
    ['llama-tiny', { attention_bias: undefined, head_dim: undefined, rope_parameters: undefined }],
  ])('%s is the same as written otherwise: %j', async (source, change) => {
    const logits = await logitsFor(
      await loadModel(changed(source, change)),
      expectedOf(join(models, source)).tokens,
    );
    expect(farthest(logits, expectedOf(join(models, source)).logits.flat(2))).toBeLessThan(2e-5);
  });

  test.each([
    ['variants/qwen2-linear', {}, 128],
    ['variants/qwen2-window', {}, 24],
    ['variants/qwen2-window', { use_sliding_window: false }, 128],
    ['variants/qwen2-window', { layer_types: undefined }, 24],
    ['variants/qwen2-window', { layer_types: undefined, max_window_layers: 2 }, 128],
    ['variants/qwen2-window', { layer_types: ['full_attention', 'full_attention'] }, 128],
    ['variants/qwen2-window', { max_position_embeddings: 8192, sliding_window: undefined }, 4096],
    ['variants/mistral', { max_position_embeddings: 8192, sliding_window: undefined }, 4096],
    ['variants/mistral', {}, 24],
    ['variants/mistral', { sliding_window: null }, 128],
  ])('%s with %j has so many positions: %i', async (source, change, positions) => {
    const { config } = await loadModel(changed(source, change));
    expect(config.maxPositions).toBe(positions);
  });

  test('Qwen3 has heads of 128 where it does not say', async () => {
    await expect(loadModel(changed('variants/qwen3', { head_dim: undefined }))).rejects.toThrow(
      "'model.layers.0.self_attn.q_proj.weight' is [24,16]; config.json says [256,16]",
    );
  });
});

describe('what is refused, by the name of the file', () => {
  test.each([
    ['another architecture', { architectures: ['GPT2LMHeadModel'] }, 'the architecture is GPT2LMHeadModel'],
    ['another activation', { hidden_act: 'gelu' }, 'hidden_act is "gelu"'],
    [
      'positions scaled otherwise',
      { rope_parameters: { rope_theta: 1e4, rope_type: 'yarn' } },
      'rope_parameters is {"rope_theta":10000,"rope_type":"yarn"}; of rope_type default, linear and llama3 are read',
    ],
    [
      'the same, as older files have it',
      { rope_scaling: { type: 'dynamic', factor: 2 } },
      'rope_scaling is {"type"',
    ],
    ['long positions', { rope_scaling: { rope_type: 'longrope', long_factor: [1] } }, '"longrope"'],
    ['a factor of nothing', { rope_scaling: { factor: 2 } }, 'rope_scaling has a factor and no rope_type'],
    ['no factor', { rope_scaling: { rope_type: 'linear' } }, 'rope_scaling.factor must be a positive number'],
    ['scaling that is no object', { rope_scaling: 2 }, 'rope_scaling must be an object; got 2'],
    [
      'frequencies the wrong way round',
      { rope_scaling: { rope_type: 'llama3', factor: 8, low_freq_factor: 4, high_freq_factor: 1 } },
      'low_freq_factor (4) must be below high_freq_factor (1)',
    ],
    [
      'a base that is none',
      { rope_parameters: null, rope_theta: 'x' },
      'rope_theta must be a positive number',
    ],
    ['layers of another kind', { layer_types: ['full_attention', 'linear_attention'] }, 'layer_types is'],
    [
      'biases that are not there',
      { attention_bias: true },
      "no tensor 'model.layers.0.self_attn.q_proj.bias', 'model.layers.0.self_attn.k_proj.bias'",
    ],
    ['biases of the feed-forward layers', { mlp_bias: true }, 'mlp_bias is true'],
    ['heads turned in part', { partial_rotary_factor: 0.5 }, 'partial_rotary_factor is 0.5'],
    ['quantised weights', { quantization_config: { bits: 4 } }, 'quantization_config is'],
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
    await expect(loadModel(changed('llama-tiny', change))).rejects.toThrow(message);
  });

  test('an index that points out of the folder', async () => {
    const folder = changed('llama-tiny', {});
    writeFileSync(
      join(folder, 'model.safetensors.index.json'),
      JSON.stringify({ weight_map: { 'model.norm.weight': '../../etc/passwd' } }),
    );
    await expect(loadModel(folder)).rejects.toThrow('must be a name in this folder');
  });

  test('no folder, no JSON', async () => {
    await expect(loadModel(join(scratch, 'none'))).rejects.toThrow('cannot read');
    const folder = changed('llama-tiny', {});
    writeFileSync(join(folder, 'config.json'), '{');
    await expect(loadModel(folder)).rejects.toThrow('is not JSON');
  });
});
