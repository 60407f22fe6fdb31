import type { DeviceTensor, HostTensor } from './engine/engine.js';
import { downloadAll, uploadAll, zerosOf } from './engine/host.js';
import { Programs } from './engine/programs.js';
import * as g from './graph/build.js';
import type { Node } from './graph/node.js';
import type { LocalPolicy } from './local-policy.js';
import { type Named, parameterInputs } from './model/parameters.js';
import { stateValues, valueSpecs } from './model/value-head.js';
import type { AdamWOptions } from './optim/adamw.js';
import { Descent, type MicroBatch, type OptimiserState, type Trainable } from './optim/descent.js';
import { rowValues } from './row-values.js';
import { inParts, lengthOf, perToken, type Row, sequencesOf } from './rows.js';
import { valueLoss } from './value-loss.js';

/** How a critic learns. */
export interface CriticOptions {
  readonly optimiser: AdamWOptions;
  /** The learning rate of a step, counted from 0. */
  readonly rate: (step: number) => number;
  /** A value counts as moved by at most this in one step; > 0. */
  readonly clip: number;
  /** Rows of one micro-batch. */
  readonly microBatch: number;
  /** Activations are computed again for the gradient instead of kept, as in `MemoryOptions`. */
  readonly recompute?: boolean;
}

/** A response to learn values from; arrays are one entry a response token, `[T]`. */
export interface ValueExample extends Row {
  readonly oldValues: ArrayLike<number>;
  readonly returns: ArrayLike<number>;
}

/** What one update of a critic did. */
export type CriticMetrics = {
  readonly loss: number;
  /** Share of tokens whose value was clipped. */
  readonly clipped: number;
  readonly gradientNorm: number;
};

/** Everything a critic goes on from. */
export interface CriticState {
  readonly weights: Named<HostTensor>;
  readonly optimiser: OptimiserState;
}

/** What a response is expected to come to, token by token: a decoder of its own with a head of one number. */
export class Critic {
  readonly #policy: LocalPolicy;
  readonly #options: CriticOptions;
  readonly #model: Trainable;
  readonly #programs: Programs;
  readonly #descent: Descent;

  private constructor(policy: LocalPolicy, options: CriticOptions, parameters: Named<DeviceTensor>) {
    this.#policy = policy;
    this.#options = options;
    this.#model = { engine: policy.engine, specs: valueSpecs(policy.config), parameters };
    this.#programs = new Programs(policy.engine);
    this.#descent = new Descent(this.#model, options.optimiser);
  }

  /** A critic that begins with the policy's present decoder and a head of zeros. */
  static async of(policy: LocalPolicy, options: CriticOptions): Promise<Critic> {
    const weights = await policy.hostParameters();
    const start = valueSpecs(policy.config).map(
      ({ name, shape }) => [name, weights[name] ?? zerosOf(shape)] as const,
    );
    return new Critic(policy, options, await uploadAll(policy.engine, Object.fromEntries(start)));
  }

  /** The value before each token of each response, `[T]` each. */
  async values(examples: readonly Row[]): Promise<readonly Float32Array[]> {
    const found = await rowValues(examples, {
      engine: this.#model.engine,
      programs: this.#programs,
      parameters: this.#model.parameters,
      size: this.#options.microBatch,
      filler: this.#policy.tokenizer.padToken,
      values: (sequences) => ({ values: this.#values(parameterInputs(this.#model.specs), sequences) }),
    });
    return found.map(({ values }) => values);
  }

  /** One update from a batch, a mean over its tokens, at the rate of `step`. Behaves at the edges as `Learner.update`. */
  async update(examples: readonly ValueExample[], step: number): Promise<CriticMetrics> {
    const tokens = examples.reduce((sum, { response }) => sum + response.length, 0);
    const parts = inParts(examples, this.#options.microBatch).map((rows) =>
      this.#microBatch(rows, 1 / Math.max(1, tokens)),
    );
    const { terms, gradientNorm } = await this.#descent.update(parts, this.#options.rate(step));
    return { loss: 0, clipped: 0, ...terms, gradientNorm };
  }

  /** Weights and moments, for a checkpoint. */
  async state(): Promise<CriticState> {
    const weights = await downloadAll(this.#model.engine, this.#model.parameters);
    return { weights, optimiser: await this.#descent.state() };
  }

  /** Goes on from a checkpoint. */
  async restore({ weights, optimiser }: CriticState): Promise<void> {
    const next = await uploadAll(this.#model.engine, weights);
    this.#model.engine.dispose(...Object.values(this.#model.parameters));
    this.#model.parameters = next;
    await this.#descent.restore(optimiser);
  }

  /** Frees weights, moments and compiled graphs. */
  async close(): Promise<void> {
    this.#model.engine.dispose(...Object.values(this.#model.parameters));
    await this.#descent.close();
    await this.#programs.close();
  }

  /** Values of sequences `[rows, length + 1]`, `[rows, length]`. */
  #values(parameters: Named<Node>, sequences: Node): Node {
    return stateValues(this.#policy.config, parameters, sequences, this.#options.recompute);
  }

  #microBatch(rows: readonly ValueExample[], weight: number): MicroBatch {
    const length = lengthOf(rows);
    const given = (name: string): Node => g.input(name, [rows.length, length]);
    const filled = (read: (row: ValueExample, k: number) => number): HostTensor =>
      perToken(rows, length, read);
    return {
      name: `${rows.length} ${length}`,
      inputs: {
        sequences: sequencesOf(rows, length, this.#policy.tokenizer.padToken),
        oldValues: filled((row, k) => row.oldValues[k] as number),
        returns: filled((row, k) => row.returns[k] as number),
        mask: filled(() => 1),
        weights: filled(() => weight),
      },
      terms: (parameters) => ({
        ...valueLoss(
          {
            values: this.#values(parameters, g.input('sequences', [rows.length, length + 1], 'int')),
            oldValues: given('oldValues'),
            returns: given('returns'),
            mask: given('mask'),
            weights: given('weights'),
          },
          this.#options.clip,
        ),
      }),
    };
  }
}
