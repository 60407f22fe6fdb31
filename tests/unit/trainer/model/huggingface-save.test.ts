import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DecoderConfig } from '../../../../src/trainer/model/config.js';
import { loadModel } from '../../../../src/trainer/model/huggingface.js';
import { saveHuggingFace } from '../../../../src/trainer/model/huggingface-save.js';
import { loadTokenizer } from '../../../../src/trainer/model/huggingface-tokenizer.js';
import { freshParameters } from '../../../../src/trainer/model/parameters.js';
import { openSafetensors } from '../../../../src/trainer/model/safetensors.js';
import { root } from '../../../helpers/source-files.js';
import { tinyConfig } from '../../../helpers/tiny-model.js';

const models = join(root, 'fixtures', 'models');
const scratch = mkdtempSync(join(tmpdir(), 'touchstone-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const llama3 = {
  kind: 'llama3',
  factor: 8,
  lowFrequency: 1,
  highFrequency: 4,
  originalPositions: 32,
} as const;

let folders = 0;
const fresh = (): string => {
  folders += 1;
  return join(scratch, `saved-${folders}`);
};

const json = (...path: readonly string[]): Record<string, unknown> =>
  JSON.parse(readFileSync(join(...path), 'utf8')) as Record<string, unknown>;

describe.each(['qwen2-tiny', 'llama-tiny'])('%s', (name) => {
  const source = join(models, name);

  test.each(['as-loaded', 'float32'] as const)('%s: what is saved is what was loaded', async (elements) => {
    const model = await loadModel(source);
    const folder = fresh();
    await saveHuggingFace(folder, model, { like: source, elements });
    expect(await loadModel(folder)).toEqual(model);
    const size = model.config.vocabSize;
    const [old, saved] = await Promise.all([loadTokenizer(source, size), loadTokenizer(folder, size)]);
    expect(saved.encode('What is 2 + 2?')).toEqual(old.encode('What is 2 + 2?'));
    expect(saved.endTokens).toEqual(old.endTokens);
  });

  test('as loaded: the same files with the same tensors, and the same configuration', async () => {
    const folder = fresh();
    await saveHuggingFace(folder, await loadModel(source), { like: source, elements: 'as-loaded' });
    const kept = (path: string): readonly string[] =>
      readdirSync(path)
        .filter((file) => !file.startsWith('expected'))
        .sort();
    expect(kept(folder)).toEqual(kept(source));
    for (const file of kept(source).filter((each) => each.endsWith('.json')))
      expect(json(folder, file)).toEqual(json(source, file));
    for (const file of kept(source).filter((each) => each.endsWith('.safetensors'))) {
      const [saved, old] = [
        await openSafetensors(join(folder, file)),
        await openSafetensors(join(source, file)),
      ];
      expect(saved.entries).toEqual(old.entries);
      await Promise.all([saved.close(), old.close()]);
    }
  });
});

test('bfloat16 saved as float32 says so', async () => {
  const source = join(models, 'llama-tiny');
  const folder = fresh();
  await saveHuggingFace(folder, await loadModel(source), { like: source });
  expect(json(folder, 'config.json').dtype).toBe('float32');
  const file = await openSafetensors(join(folder, 'model.safetensors'));
  expect(new Set(file.entries.map(({ dtype }) => dtype))).toEqual(new Set(['F32']));
  await file.close();
});

test.each<readonly [string, DecoderConfig]>([
  ['Qwen2ForCausalLM', tinyConfig],
  ['LlamaForCausalLM', { ...tinyConfig, attentionBias: false, ropeScaling: { kind: 'linear', factor: 2 } }],
  ['LlamaForCausalLM', { ...tinyConfig, outputBias: true, ropeScaling: llama3 }],
  ['Qwen3ForCausalLM', { ...tinyConfig, attentionBias: false, headNorms: true, tiedEmbeddings: false }],
  ['Qwen3ForCausalLM', { ...tinyConfig, outputBias: true, headNorms: true }],
])('a model of our own is one file with a configuration: %s, %j', async (architecture, config) => {
  const folder = fresh();
  const model = { config, weights: freshParameters(config, 3) };
  await saveHuggingFace(folder, model);
  expect(await loadModel(folder)).toEqual(model);
  expect(readdirSync(folder).sort()).toEqual(['config.json', 'model.safetensors']);
  expect(json(folder, 'config.json').architectures).toEqual([architecture]);
});

test.each([
  { ...tinyConfig, headNorms: true },
  { ...tinyConfig, attentionBias: false, outputBias: true },
])('a model that no architecture describes is not saved: %j', async (config) => {
  const model = { config, weights: freshParameters(config, 3) };
  await expect(saveHuggingFace(fresh(), model)).rejects.toThrow('no architecture of Hugging Face');
});

describe('nothing half done', () => {
  test('a folder that is there is left alone', async () => {
    const model = { config: tinyConfig, weights: freshParameters(tinyConfig, 3) };
    await expect(saveHuggingFace(scratch, model)).rejects.toThrow('is there already');
  });

  test('a save that fails leaves no folder', async () => {
    const folder = fresh();
    await expect(saveHuggingFace(folder, { config: tinyConfig, weights: {} })).rejects.toThrow(
      'the weights lack model.embed_tokens.weight',
    );
    expect(readdirSync(scratch).filter((name) => name.startsWith(folder.split('/').at(-1) ?? ''))).toEqual(
      [],
    );
  });
});

describe('shards that are not what the index says', () => {
  const damaged = (change: (map: Record<string, string>) => void): string => {
    const folder = fresh();
    cpSync(join(models, 'qwen2-tiny'), folder, { recursive: true });
    const path = join(folder, 'model.safetensors.index.json');
    const index = json(path) as { weight_map: Record<string, string> };
    change(index.weight_map);
    writeFileSync(path, JSON.stringify(index));
    return folder;
  };
  const norm = 'model.norm.weight';

  test.each<readonly [string, (map: Record<string, string>) => void, string]>([
    [
      'a shard that is not there',
      (map) => {
        for (const [name, shard] of Object.entries(map)) map[name] = shard.replace('00002-of', '00003-of');
      },
      'model-00003-of-00002.safetensors',
    ],
    [
      'a tensor in another shard',
      (map) => {
        map[norm] =
          map[norm] === 'model-00001-of-00002.safetensors'
            ? 'model-00002-of-00002.safetensors'
            : 'model-00001-of-00002.safetensors';
      },
      `no tensor '${norm}'`,
    ],
    [
      'a tensor it does not tell of',
      (map) => {
        delete map[norm];
      },
      `does not tell of '${norm}'`,
    ],
  ])('%s', async (_, change, message) => {
    await expect(loadModel(damaged(change))).rejects.toThrow(message);
  });
});
