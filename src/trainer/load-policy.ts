import { readdir } from 'node:fs/promises';
import { InputError } from '../support/index.js';
import type { DeviceTensor, Engine } from './engine/engine.js';
import { LocalPolicy } from './local-policy.js';
import { openModel } from './model/huggingface.js';
import { type SaveOptions, saveReading } from './model/huggingface-save.js';
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
  const { config, read, close } = await openModel(folder);
  try {
    const tokenizer = await loadTokenizer(folder, config.vocabSize);
    return { policy: await LocalPolicy.reading(engine, config, tokenizer, read), tokenizer };
  } finally {
    await close();
  }
}

/**
 * Saves a policy's present weights as a folder that other tools load; `like` is the folder it came from. One of them at a time is in
 * this process's memory.
 */
export const savePolicy = (policy: LocalPolicy, folder: string, options: SaveOptions = {}): Promise<void> =>
  saveReading(
    folder,
    policy.config,
    (name) => policy.engine.download(policy.parameters[name] as DeviceTensor),
    options,
  );
