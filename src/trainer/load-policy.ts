import { readdir } from 'node:fs/promises';
import { InputError } from '../support/index.js';
import type { Engine } from './engine/engine.js';
import { LocalPolicy } from './local-policy.js';
import { loadModel } from './model/huggingface.js';
import { type SaveOptions, saveHuggingFace } from './model/huggingface-save.js';
import { type HuggingFaceTokenizer, loadTokenizer } from './model/huggingface-tokenizer.js';

/** A checkpoint ready to sample and to train. */
export interface LoadedPolicy {
  readonly policy: LocalPolicy;
  /** The policy's tokenizer, with its chat template. */
  readonly tokenizer: HuggingFaceTokenizer;
}

/**
 * Puts the model of a local Hugging Face folder on an engine: `config.json`, safetensors in one file or shards, tokenizer and
 * chat template. Throws {@link InputError} naming the file that is missing, damaged, or of another kind.
 */
export async function loadPolicy(engine: Engine, folder: string): Promise<LoadedPolicy> {
  await readdir(folder).catch((error: Error) => {
    throw new InputError(`no model folder: ${error.message}`);
  });
  const { config, weights } = await loadModel(folder);
  const tokenizer = await loadTokenizer(folder, config.vocabSize);
  return { policy: await LocalPolicy.on(engine, config, tokenizer, weights), tokenizer };
}

/** Saves a policy's present weights as a folder that other tools load; `like` is the folder it came from. */
export async function savePolicy(
  policy: LocalPolicy,
  folder: string,
  options: SaveOptions = {},
): Promise<void> {
  await saveHuggingFace(folder, { config: policy.config, weights: await policy.hostParameters() }, options);
}
