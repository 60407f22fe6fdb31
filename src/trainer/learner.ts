import type { DeviceTensor, HostTensor } from './engine/engine.js';
import { Programs } from './engine/programs.js';
import * as g from './graph/build.js';
import type { Node } from './graph/node.js';
import type { LocalPolicy } from './local-policy.js';
import { type LossOptions, policyLoss } from './loss.js';
import { type Named, parameterInputs } from './model/parameters.js';
import type { AdamWOptions } from './optim/adamw.js';
import { Descent, type MicroBatch, type OptimiserState } from './optim/descent.js';
import { rowValues } from './row-values.js';
import { inParts, lengthOf, perToken, type Row, sequencesOf } from './rows.js';
import { type MemoryOptions, type TokenValues, tokenValues } from './sequence.js';

export type { OptimiserState } from './optim/descent.js';

/** One response to learn from. Arrays are one entry a response token, `[T]`. */
export interface Example extends Row {
  /** Log-probs under the policy that sampled it. */
  readonly oldLogProbs: ArrayLike<number>;
  /** Log-probs under the reference policy; absent: none is asked for. */
  readonly referenceLogProbs?: ArrayLike<number>;
  /** One number for all tokens, or one a token. */
  readonly advantage: number | ArrayLike<number>;
  /** The weight of every token in the mean over the batch (`tokenWeight`). */
  readonly weight: number;
}

/** How the parameters move. */
export interface LearnerOptions extends MemoryOptions {
  readonly loss: LossOptions;
  readonly optimiser: AdamWOptions;
  /** The temperature the responses were sampled at: log-probs and entropies are those of logits divided by it. */
  readonly temperature: number;
  /** Rows of one micro-batch: gradients of several are added up, exactly. */
  readonly microBatch: number;
}

/** What one update did. */
export interface UpdateMetrics {
  readonly loss: number;
  readonly policyGradient: number;
  readonly kl: number;
  readonly entropy: number;
  readonly clipped: number;
  readonly gradientNorm: number;
}

/**
 * Moves a policy's parameters: the loss, its gradient and AdamW as graphs on the policy's engine. An empty batch moves
 * nothing and its metrics are 0; with all advantages 0 only entropy, KL and weight decay move anything; where the loss or
 * its gradient is no finite number nothing moves, and the metrics say so.
 */
export class Learner {
  readonly #policy: LocalPolicy;
  readonly #options: LearnerOptions;
  readonly #programs: Programs;
  readonly #descent: Descent;

  constructor(policy: LocalPolicy, options: LearnerOptions) {
    this.#policy = policy;
    this.#options = options;
    this.#programs = new Programs(policy.engine);
    this.#descent = new Descent(policy, options.optimiser);
  }

  /** One update from a batch; `rate` is the learning rate of this step. */
  async update(examples: readonly Example[], rate: number): Promise<UpdateMetrics> {
    const parts = inParts(examples, this.#options.microBatch).map((rows) => this.#microBatch(rows));
    const { terms, gradientNorm } = await this.#descent.update(parts, rate);
    return { ...noTerms, ...terms, gradientNorm };
  }

  /** Log-probs and entropies of responses under the present parameters, or others of the same shapes. */
  tokenValues(
    examples: readonly Row[],
    parameters: Named<DeviceTensor> = this.#policy.parameters,
  ): Promise<readonly { readonly logProbs: Float32Array; readonly entropies: Float32Array }[]> {
    return rowValues(examples, {
      engine: this.#policy.engine,
      programs: this.#programs,
      parameters,
      size: this.#options.microBatch,
      filler: this.#policy.tokenizer.padToken,
      values: (sequences) => ({ ...this.#values(parameterInputs(this.#policy.specs), sequences) }),
    });
  }

  /** The examples with their log-probs under a reference policy; as they are where there is none. */
  async withReference<E extends Row>(
    examples: readonly E[],
    reference: Named<DeviceTensor> | null,
  ): Promise<readonly (E & Pick<Example, 'referenceLogProbs'>)[]> {
    if (reference === null) return examples;
    const values = await this.tokenValues(examples, reference);
    return examples.map((example, i) => ({
      ...example,
      referenceLogProbs: (values[i] as (typeof values)[number]).logProbs,
    }));
  }

  /** Both moments and the number of updates, for a checkpoint. */
  state(): Promise<OptimiserState> {
    return this.#descent.state();
  }

  /** Goes on from a checkpoint. */
  restore(state: OptimiserState): Promise<void> {
    return this.#descent.restore(state);
  }

  /** Frees the moments and the compiled graphs. */
  async close(): Promise<void> {
    await this.#descent.close();
    await this.#programs.close();
  }

  /** Log-probs and entropies of the tokens of sequences `[rows, length + 1]`, `[rows, length]`. */
  #values(parameters: Named<Node>, sequences: Node): TokenValues {
    const { temperature, ...memory } = this.#options;
    return tokenValues(this.#policy.config, parameters, sequences, temperature, memory);
  }

  #microBatch(rows: readonly Example[]): MicroBatch {
    const length = lengthOf(rows);
    const given = (name: string): Node => g.input(name, [rows.length, length]);
    return {
      name: `${rows.length} ${length}`,
      inputs: batchTensors(rows, length, this.#policy.tokenizer.padToken),
      terms: (parameters) => ({
        ...policyLoss(
          {
            ...this.#values(parameters, g.input('sequences', [rows.length, length + 1], 'int')),
            oldLogProbs: given('oldLogProbs'),
            referenceLogProbs: given('referenceLogProbs'),
            advantages: given('advantages'),
            mask: given('mask'),
            weights: given('weights'),
          },
          this.#options.loss,
        ),
      }),
    };
  }
}

/** What an update without examples came to. */
const noTerms = { loss: 0, policyGradient: 0, kl: 0, entropy: 0, clipped: 0 };

/** The tensors of a micro-batch: entry t of a row belongs to the token after place t. */
function batchTensors(rows: readonly Example[], length: number, filler: number): Named<HostTensor> {
  const filled = (read: (row: Example, k: number) => number): HostTensor => perToken(rows, length, read);
  return {
    sequences: sequencesOf(rows, length, filler),
    mask: filled(() => 1),
    weights: filled((row) => row.weight),
    oldLogProbs: filled((row, k) => row.oldLogProbs[k] as number),
    referenceLogProbs: filled((row, k) => (row.referenceLogProbs ?? row.oldLogProbs)[k] as number),
    advantages: filled((row, k) =>
      typeof row.advantage === 'number' ? row.advantage : (row.advantage[k] as number),
    ),
  };
}
