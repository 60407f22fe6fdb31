import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadModel } from '../../src/trainer/model/huggingface.js';
import { saveHuggingFace } from '../../src/trainer/model/huggingface-save.js';
import { loadTokenizer } from '../../src/trainer/model/huggingface-tokenizer.js';
import { freshParameters } from '../../src/trainer/model/parameters.js';
import { farthest, logitsFor } from '../helpers/logits.js';
import { root } from '../helpers/source-files.js';

/** A Python with transformers: the one named by TOUCHSTONE_TORCH, the bench's own, or the system's. */
const python = [process.env.TOUCHSTONE_TORCH ?? '', join(root, '.tmp/torch/bin/python'), 'python3'].find(
  (path) =>
    (path === 'python3' || existsSync(path)) &&
    spawnSync(path, ['-c', 'import torch, transformers'], { stdio: 'ignore' }).status === 0,
);

if (python === undefined)
  process.stderr.write(
    'NOT TESTED: that transformers loads what we save (no Python with it; set TOUCHSTONE_TORCH)\n',
  );

const scratch = mkdtempSync(join(tmpdir(), 'touchstone-'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Answer {
  readonly logits: readonly number[];
  /** `null` where the folder has no tokenizer. */
  readonly ids: readonly number[] | null;
  readonly dtype: string;
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

const question = {
  tokens: [
    [5, 17, 203, 88, 4, 310, 61],
    [9, 9, 120, 2, 333, 64, 250],
  ],
  text: 'What is 2 + 2? <|im_end|> \\boxed{4}',
};

const cases = [
  ['qwen2-tiny', 'as-loaded', 'float32'],
  ['llama-tiny', 'as-loaded', 'bfloat16'],
  ['llama-tiny', 'float32', 'float32'],
] as const;

/** What transformers says of each folder, in order. */
function answers(folders: readonly string[], asked = question): readonly Answer[] {
  const script = join(root, 'scripts', 'fixtures', 'saved_logits.py');
  const done = spawnSync(python ?? '', [script, ...folders], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    timeout: 300_000,
  });
  expect(done.status, done.stderr).toBe(0);
  return done.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

/** Saves other weights than a folder came with, so that those cannot be what is read. */
async function saved(name: string, elements: 'as-loaded' | 'float32'): Promise<string> {
  const like = join(root, 'fixtures', 'models', name);
  const { config } = await loadModel(like);
  const weights = freshParameters(config, 11);
  for (const { data } of Object.values(weights))
    for (let i = 0; i < data.length; i += 1) data[i] = (data[i] as number) * 9 + 0.01;
  const folder = join(scratch, `${name}-${elements}`);
  await saveHuggingFace(folder, { config, weights }, { like, elements });
  return folder;
}

test.skipIf(python === undefined)(
  'transformers loads what we save, and computes the same',
  async () => {
    const folders: string[] = [];
    for (const [name, elements] of cases) folders.push(await saved(name, elements));
    for (const [i, answer] of answers(folders).entries()) {
      const folder = folders[i] as string;
      expect(answer).toMatchObject({ dtype: cases[i]?.[2], missing: [], unexpected: [] });
      const model = await loadModel(folder);
      expect(farthest(await logitsFor(model, question.tokens), answer.logits)).toBeLessThan(1e-4);
      const tokenizer = await loadTokenizer(folder, model.config.vocabSize);
      expect(answer.ids).toEqual(tokenizer.encode(question.text));
    }
  },
  300_000,
);

test.skipIf(python === undefined)(
  'transformers loads what we save with a configuration of our own',
  async () => {
    const folders: string[] = [];
    for (const name of ['llama-3.1', 'qwen2-linear', 'qwen3', 'qwen3-biased']) {
      folders.push(join(scratch, name));
      await saveHuggingFace(
        join(scratch, name),
        await loadModel(join(root, 'fixtures/models/variants', name)),
      );
    }
    // Long enough to show how positions are scaled.
    const tokens = [Array.from({ length: 48 }, (_, i) => (i * 7) % 48)];
    for (const [i, answer] of answers(folders, { ...question, tokens }).entries()) {
      expect(answer).toMatchObject({ missing: [], unexpected: [] });
      const logits = await logitsFor(await loadModel(folders[i] as string), tokens);
      expect(farthest(logits, answer.logits)).toBeLessThan(1e-4);
    }
  },
  300_000,
);
