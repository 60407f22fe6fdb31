import type { HostTensor } from './engine/engine.js';
import * as g from './graph/build.js';
import type { LocalPolicy } from './local-policy.js';
import type { AdamWOptions } from './optim/adamw.js';
import { Descent, type MicroBatch } from './optim/descent.js';
import { padded, tokenValues } from './sequence.js';

/** How a base model is made from texts. */
export interface PretrainOptions {
  readonly steps: number;
  readonly optimiser: AdamWOptions;
  /** The learning rate of a step, counted from 0. */
  readonly rate: (step: number) => number;
  /** The texts of a step, the same number in every one. */
  readonly texts: (step: number) => readonly (readonly number[])[];
  readonly onStep?: (step: number, loss: number) => void;
}

/** Lengths of batches are rounded up to this, so that few graphs are compiled. */
const LENGTH_UNIT = 8;

/**
 * Next-token prediction on texts, every token counting the same: forward, backward and AdamW are one graph. Where a loss is no finite
 * number nothing moves from there on, and `onStep` is told.
 */
export async function pretrain(policy: LocalPolicy, options: PretrainOptions): Promise<void> {
  const descent = new Descent(policy, options.optimiser);
  try {
    for (let step = 0; step < options.steps; step += 1) {
      const batch = batchOf(policy, options.texts(step));
      const { terms } = await descent.update([batch], options.rate(step));
      options.onStep?.(step, terms.loss as number);
    }
  } finally {
    await descent.close();
  }
}

function batchOf({ config, tokenizer }: LocalPolicy, texts: readonly (readonly number[])[]): MicroBatch {
  const rows = texts.length;
  const longest = Math.max(...texts.map((text) => text.length));
  const length = Math.ceil((longest - 1) / LENGTH_UNIT) * LENGTH_UNIT;
  return {
    name: `${rows} ${length}`,
    inputs: { sequences: padded(texts, length + 1, tokenizer.padToken), weights: weightsOf(texts, length) },
    terms: (parameters) => {
      const sequences = g.input('sequences', [rows, length + 1], 'int');
      const { logProbs } = tokenValues(config, parameters, sequences, 1);
      return { loss: g.neg(g.sum(g.mul(logProbs, g.input('weights', [rows, length])))) };
    },
  };
}

/** The weight of every token in the mean over a batch, `[rows, length]`; 0 where texts are filled up. */
function weightsOf(texts: readonly (readonly number[])[], length: number): HostTensor {
  const total = texts.reduce((sum, text) => sum + text.length - 1, 0);
  const data = new Float32Array(texts.length * length);
  for (const [i, text] of texts.entries()) data.fill(1 / total, i * length, i * length + text.length - 1);
  return { dtype: 'float', shape: [texts.length, length], data };
}
