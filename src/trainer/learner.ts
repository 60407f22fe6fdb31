import type { DeviceTensor, Engine, HostTensor, Program } from './engine/engine.js';
import { downloadAll, scalar, uploadAll, zerosOf } from './engine/host.js';
import * as g from './graph/build.js';
import { gradients } from './graph/gradients.js';
import type { Graph, Node } from './graph/node.js';
import type { LocalPolicy } from './local-policy.js';
import { type LossOptions, policyLoss } from './loss.js';
import { type Named, type ParameterSpec, parameterInputs } from './model/parameters.js';
import { type AdamWOptions, adamW } from './optim/adamw.js';
import { padded, tokenValues } from './sequence.js';

/** One response to learn from. Arrays are one entry a response token, `[T]`. */
export interface Example {
  readonly prompt: readonly number[];
  /** The sampled tokens, the end token included where there is one. */
  readonly response: readonly number[];
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
export interface LearnerOptions {
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

/** The state that a resumed run needs besides the weights. */
export interface OptimiserState {
  readonly first: Named<HostTensor>;
  readonly second: Named<HostTensor>;
  /** Updates made so far. */
  readonly updates: number;
}

const TERMS = ['loss', 'policyGradient', 'kl', 'entropy', 'clipped'] as const;

/** Sequence lengths are rounded up to this, so that few graphs are compiled. */
const LENGTH_UNIT = 16;

const prefixed = <T>(prefix: string, named: Named<T>): Named<T> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [prefix + name, value]));

const unprefixed = <T>(prefix: string, named: Named<T>): Named<T> =>
  Object.fromEntries(
    Object.entries(named)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );

/** Moves a policy's parameters: the loss, its gradient and AdamW as graphs on the policy's engine. */
export class Learner {
  readonly #policy: LocalPolicy;
  readonly #options: LearnerOptions;
  readonly #programs = new Map<string, Promise<Program>>();
  #first: Named<DeviceTensor> = {};
  #second: Named<DeviceTensor> = {};
  #updates = 0;

  constructor(policy: LocalPolicy, options: LearnerOptions) {
    this.#policy = policy;
    this.#options = options;
  }

  /** One update from a batch; `rate` is the learning rate of this step. */
  async update(examples: readonly Example[], rate: number): Promise<UpdateMetrics> {
    await this.#start();
    let sums = await this.#zeros('gradient.');
    const totals = Object.fromEntries(TERMS.map((name) => [name, 0]));
    const { microBatch } = this.#options;
    for (let from = 0; from < examples.length; from += microBatch) {
      const { terms, next } = await this.#accumulate(examples.slice(from, from + microBatch), sums);
      this.#engine.dispose(...Object.values(sums));
      sums = next;
      for (const [name, value] of Object.entries(terms)) totals[name] = (totals[name] ?? 0) + value;
    }
    const gradientNorm = await this.#apply(sums, rate);
    return { ...(totals as unknown as Omit<UpdateMetrics, 'gradientNorm'>), gradientNorm };
  }

  /** Log-probs and entropies of responses under the present parameters, or others of the same shapes. */
  async tokenValues(
    examples: readonly Pick<Example, 'prompt' | 'response'>[],
    parameters: Named<DeviceTensor> = this.#policy.parameters,
  ): Promise<readonly { readonly logProbs: Float32Array; readonly entropies: Float32Array }[]> {
    const results: { logProbs: Float32Array; entropies: Float32Array }[] = [];
    const { microBatch } = this.#options;
    for (let from = 0; from < examples.length; from += microBatch) {
      const rows = examples.slice(from, from + microBatch);
      const length = lengthOf(rows);
      const program = await this.#program(`values ${rows.length} ${length}`, () =>
        this.#valuesGraph(rows.length, length),
      );
      const out = await program.run({
        ...parameters,
        sequences: sequencesOf(rows, length, this.#policy.tokenizer.padToken),
      });
      const [logProbs, entropies] = await Promise.all([this.#read(out.logProbs), this.#read(out.entropies)]);
      this.#engine.dispose(...Object.values(out));
      for (const [i, { prompt, response }] of rows.entries()) {
        const start = i * length + prompt.length - 1;
        const cut = (values: ArrayLike<number>): Float32Array =>
          Float32Array.from({ length: response.length }, (_, k) => values[start + k] as number);
        results.push({ logProbs: cut(logProbs), entropies: cut(entropies) });
      }
    }
    return results;
  }

  /** The examples with their log-probs under a reference policy; as they are where there is none. */
  async withReference<E extends Pick<Example, 'prompt' | 'response'>>(
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
  async state(): Promise<OptimiserState> {
    await this.#start();
    const [first, second] = await Promise.all([
      downloadAll(this.#engine, this.#first),
      downloadAll(this.#engine, this.#second),
    ]);
    return { first, second, updates: this.#updates };
  }

  /** Goes on from a checkpoint. */
  async restore({ first, second, updates }: OptimiserState): Promise<void> {
    this.#engine.dispose(...Object.values(this.#first), ...Object.values(this.#second));
    this.#first = await uploadAll(this.#engine, first);
    this.#second = await uploadAll(this.#engine, second);
    this.#updates = updates;
  }

  /** Frees the moments and the compiled graphs. */
  async close(): Promise<void> {
    this.#engine.dispose(...Object.values(this.#first), ...Object.values(this.#second));
    await Promise.all([...this.#programs.values()].map(async (program) => (await program).dispose()));
    this.#programs.clear();
  }

  get #engine(): Engine {
    return this.#policy.engine;
  }

  async #start(): Promise<void> {
    if (Object.keys(this.#first).length > 0) return;
    this.#first = await this.#zeros('');
    this.#second = await this.#zeros('');
  }

  #zeros(prefix: string): Promise<Named<DeviceTensor>> {
    const zeros = this.#policy.specs.map(({ name, shape }) => [prefix + name, zerosOf(shape)] as const);
    return uploadAll(this.#engine, Object.fromEntries(zeros));
  }

  async #accumulate(
    rows: readonly Example[],
    sums: Named<DeviceTensor>,
  ): Promise<{ readonly terms: Named<number>; readonly next: Named<DeviceTensor> }> {
    const length = lengthOf(rows);
    const program = await this.#program(`gradient ${rows.length} ${length}`, () =>
      this.#gradientGraph(rows.length, length),
    );
    const out = await program.run({
      ...this.#policy.parameters,
      ...sums,
      ...batchTensors(rows, length, this.#policy.tokenizer.padToken),
    });
    const terms: Record<string, number> = {};
    for (const name of TERMS) {
      terms[name] = (await this.#read(out[name]))[0] as number;
      this.#engine.dispose(out[name] as DeviceTensor);
    }
    return { terms, next: prefixed('gradient.', unprefixed('gradient.', out)) };
  }

  async #apply(sums: Named<DeviceTensor>, rate: number): Promise<number> {
    const { beta1, beta2 } = this.#options.optimiser;
    this.#updates += 1;
    const program = await this.#program('update', () => this.#updateGraph());
    const old = {
      ...this.#policy.parameters,
      ...prefixed('first.', this.#first),
      ...prefixed('second.', this.#second),
    };
    const out = await program.run({
      ...old,
      ...sums,
      rate: scalar(rate),
      correction1: scalar(1 - beta1 ** this.#updates),
      correction2: scalar(1 - beta2 ** this.#updates),
    });
    this.#engine.dispose(...Object.values(old), ...Object.values(sums));
    this.#policy.parameters = unprefixed('parameter.', out);
    this.#first = unprefixed('first.', out);
    this.#second = unprefixed('second.', out);
    const norm = (await this.#read(out.norm))[0] as number;
    this.#engine.dispose(out.norm as DeviceTensor);
    return norm;
  }

  #valuesGraph(rows: number, length: number): Graph {
    const sequences = g.input('sequences', [rows, length + 1], 'int');
    const { logProbs, entropies } = tokenValues(
      this.#policy.config,
      parameterInputs(this.#policy.specs),
      sequences,
      this.#options.temperature,
    );
    return g.graph({ logProbs, entropies });
  }

  #gradientGraph(rows: number, length: number): Graph {
    const { config, specs } = this.#policy;
    const parameters = parameterInputs(specs);
    const perToken = (name: string): Node => g.input(name, [rows, length]);
    const values = tokenValues(
      config,
      parameters,
      g.input('sequences', [rows, length + 1], 'int'),
      this.#options.temperature,
    );
    const terms = policyLoss(
      {
        ...values,
        oldLogProbs: perToken('oldLogProbs'),
        referenceLogProbs: perToken('referenceLogProbs'),
        advantages: perToken('advantages'),
        mask: perToken('mask'),
        weights: perToken('weights'),
      },
      this.#options.loss,
    );
    return g.graph({ ...terms, ...summed(terms.loss, specs, parameters) });
  }

  #updateGraph(): Graph {
    const { specs } = this.#policy;
    const next = adamW(
      {
        parameters: parameterInputs(specs),
        first: parameterInputs(specs, 'first.'),
        second: parameterInputs(specs, 'second.'),
      },
      parameterInputs(specs, 'gradient.'),
      this.#options.optimiser,
      {
        rate: g.input('rate', []),
        correction1: g.input('correction1', []),
        correction2: g.input('correction2', []),
      },
    );
    return g.graph({
      ...prefixed('parameter.', next.parameters),
      ...prefixed('first.', next.first),
      ...prefixed('second.', next.second),
      norm: next.norm,
    });
  }

  async #read(tensor: DeviceTensor | undefined): Promise<ArrayLike<number>> {
    return (await this.#engine.download(tensor as DeviceTensor)).data;
  }

  #program(key: string, make: () => Graph): Promise<Program> {
    const program = this.#programs.get(key) ?? this.#engine.compile(make());
    this.#programs.set(key, program);
    return program;
  }
}

/** The loss's gradients added to those of earlier micro-batches. */
function summed(loss: Node, specs: readonly ParameterSpec[], parameters: Named<Node>): Named<Node> {
  const found = gradients(
    loss,
    specs.map(({ name }) => parameters[name] as Node),
  );
  return Object.fromEntries(
    specs.map(({ name, shape }, i) => {
      const before = g.input(`gradient.${name}`, shape);
      return [`gradient.${name}`, g.add(before, found[i] as Node)] as const;
    }),
  );
}

const lengthOf = (rows: readonly Pick<Example, 'prompt' | 'response'>[]): number => {
  const longest = Math.max(...rows.map(({ prompt, response }) => prompt.length + response.length - 1));
  return Math.ceil(longest / LENGTH_UNIT) * LENGTH_UNIT;
};

const sequencesOf = (
  rows: readonly Pick<Example, 'prompt' | 'response'>[],
  length: number,
  filler: number,
): HostTensor =>
  padded(
    rows.map(({ prompt, response }) => [...prompt, ...response]),
    length + 1,
    filler,
  );

/** The tensors of a micro-batch: entry t of a row belongs to the token after place t. */
function batchTensors(rows: readonly Example[], length: number, filler: number): Named<HostTensor> {
  const filled = (read: (row: Example, k: number) => number): HostTensor => {
    const data = new Float32Array(rows.length * length);
    for (const [i, row] of rows.entries())
      for (let k = 0; k < row.response.length; k += 1)
        data[i * length + row.prompt.length - 1 + k] = read(row, k);
    return { dtype: 'float', shape: [rows.length, length], data };
  };
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
