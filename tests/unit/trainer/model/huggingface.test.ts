import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import * as g from '../../../../src/trainer/graph/build.js';
import { causal, hiddenStates, logitsOf } from '../../../../src/trainer/model/decoder.js';
import { loadModel } from '../../../../src/trainer/model/huggingface.js';
import { parameterInputs, parameterSpecs } from '../../../../src/trainer/model/parameters.js';
import { root } from '../../../helpers/source-files.js';
import { ints } from '../../../helpers/tensors.js';

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
    const { config, weights } = await loadModel(folder);
    const [batch, length] = [expected.tokens.length, (expected.tokens[0] ?? []).length];
    const parameters = parameterInputs(parameterSpecs(config));
    const tokens = g.input('tokens', [batch, length], 'int');
    const { hidden } = hiddenStates(config, parameters, tokens, causal(batch, length));
    const program = await engine.compile(g.graph({ logits: logitsOf(config, parameters, hidden) }));
    const { logits } = await program.run({
      ...weights,
      tokens: ints([batch, length], expected.tokens.flat()),
    });
    const { data } = await engine.download(logits as never);
    const flat = expected.logits.flat(2);
    expect(data).toHaveLength(flat.length);
    const worst = flat.reduce((most, value, i) => Math.max(most, Math.abs(value - (data[i] as number))), 0);
    expect(worst).toBeLessThan(tolerance);
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
    ['scaled positions', { rope_parameters: { rope_theta: 1e4, rope_type: 'yarn' } }, 'rope_type is "yarn"'],
    ['older scaled positions', { rope_scaling: { type: 'linear', factor: 2 } }, 'rope_scaling is not read'],
    ['a sliding window', { use_sliding_window: true }, 'use_sliding_window'],
    ['a size that is text', { hidden_size: '32' }, 'hidden_size must be a number'],
    ['sizes that do not fit', { num_key_value_heads: 3 }, 'multiple of keyValueHeads'],
    [
      'another size than the weights',
      { vocab_size: 95 },
      "'model.embed_tokens.weight' is [344,32]; config.json says [95,32]",
    ],
    ['a layer too many', { num_hidden_layers: 3 }, "no tensor 'model.layers.2.input_layernorm.weight'"],
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
