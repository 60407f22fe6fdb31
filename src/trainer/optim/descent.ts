import type { DeviceTensor, Engine, HostTensor } from '../engine/engine.js';
import { downloadAll, scalar, uploadAll, zerosOf } from '../engine/host.js';
import { Programs } from '../engine/programs.js';
import type { Graph } from '../graph/node.js';
import { type Named, type ParameterSpec, prefixed, unprefixed } from '../model/parameters.js';
import type { AdamWOptions } from './adamw.js';
import { gradientGraph, type MakeTerms, stepGraph, wholeGraph } from './descent-graphs.js';

/** Parameters on a device, which descent replaces by better ones. */
export interface Trainable {
  readonly engine: Engine;
  readonly specs: readonly ParameterSpec[];
  parameters: Named<DeviceTensor>;
}

/** A part of a batch that is computed at once. */
export interface MicroBatch {
  /** Names the graph: parts of one name have one graph. */
  readonly name: string;
  readonly terms: MakeTerms;
  readonly inputs: Named<HostTensor>;
}

/** What one update came to. */
export interface Descended {
  /** Sums over the parts, by the names of the terms. */
  readonly terms: Named<number>;
  /** Before clipping; 0 where nothing was descended. */
  readonly gradientNorm: number;
}

/** The state that a resumed run needs besides the weights. */
export interface OptimiserState {
  readonly first: Named<HostTensor>;
  readonly second: Named<HostTensor>;
  /** Updates made so far. */
  readonly updates: number;
}

/**
 * Gradient descent with AdamW as graphs: a batch in one part is one graph (forward, backward, step); gradients of several
 * parts are added up exactly first. An update without parts does nothing. Where the loss or the gradient's norm is no
 * finite number nothing moves, neither weights nor moments, and the result tells: a caller stops with what it has.
 */
export class Descent {
  readonly #model: Trainable;
  readonly #options: AdamWOptions;
  readonly #programs: Programs;
  #first: Named<DeviceTensor> | null = null;
  #second: Named<DeviceTensor> | null = null;
  #updates = 0;

  constructor(model: Trainable, options: AdamWOptions) {
    this.#model = model;
    this.#options = options;
    this.#programs = new Programs(model.engine);
  }

  /** One update; `rate` is its learning rate. */
  async update(parts: readonly MicroBatch[], rate: number): Promise<Descended> {
    const { specs } = this.#model;
    const [only] = parts;
    if (only === undefined) return { terms: {}, gradientNorm: 0 };
    if (parts.length === 1)
      return this.#step(
        `whole ${only.name}`,
        () => wholeGraph(specs, this.#options, only.terms),
        only.inputs,
        rate,
      );
    let sums: Named<DeviceTensor> = {};
    let terms: Named<number> = {};
    for (const part of parts) {
      const out = await this.#accumulate(part, sums);
      this.#dispose(sums);
      sums = prefixed('gradient.', out.sums);
      terms = added(terms, out.terms);
    }
    if (!Number.isFinite(terms.loss)) {
      this.#dispose(sums);
      return { terms, gradientNorm: Number.NaN };
    }
    const { gradientNorm } = await this.#step('step', () => stepGraph(specs, this.#options), sums, rate);
    this.#dispose(sums);
    return { terms, gradientNorm };
  }

  async #accumulate(
    { name, terms, inputs }: MicroBatch,
    sums: Named<DeviceTensor>,
  ): Promise<{ readonly terms: Named<number>; readonly sums: Named<DeviceTensor> }> {
    const first = Object.keys(sums).length === 0;
    const program = await this.#programs.get(`${first ? 'first' : 'next'} ${name}`, () =>
      gradientGraph(this.#model.specs, terms, first),
    );
    const out = await program.run({ ...this.#model.parameters, ...sums, ...inputs });
    return { terms: await this.#take(unprefixed('term.', out)), sums: unprefixed('gradient.', out) };
  }

  /** Runs a graph that gives the next parameters and moments, and takes them up if they are finite. */
  async #step(
    name: string,
    make: () => Graph,
    inputs: Named<DeviceTensor | HostTensor>,
    rate: number,
  ): Promise<Descended> {
    const { beta1, beta2 } = this.#options;
    const moments = await this.#moments();
    const program = await this.#programs.get(name, make);
    const out = await program.run({
      ...this.#model.parameters,
      ...moments,
      ...inputs,
      rate: scalar(rate),
      correction1: scalar(1 - beta1 ** (this.#updates + 1)),
      correction2: scalar(1 - beta2 ** (this.#updates + 1)),
    });
    const { norm, ...terms } = await this.#take(unprefixed('term.', out));
    const gradientNorm = norm as number;
    const [parameters, first, second] = [
      unprefixed('parameter.', out),
      unprefixed('first.', out),
      unprefixed('second.', out),
    ];
    if (!Number.isFinite(gradientNorm) || !Number.isFinite(terms.loss ?? 0)) {
      this.#dispose(parameters, first, second);
      return { terms, gradientNorm };
    }
    this.#dispose(this.#model.parameters, moments);
    this.#model.parameters = parameters;
    this.#first = first;
    this.#second = second;
    this.#updates += 1;
    return { terms, gradientNorm };
  }

  /** Both moments and the number of updates, for a checkpoint. */
  async state(): Promise<OptimiserState> {
    await this.#moments();
    const [first, second] = await Promise.all([
      downloadAll(this.#model.engine, this.#first ?? {}),
      downloadAll(this.#model.engine, this.#second ?? {}),
    ]);
    return { first, second, updates: this.#updates };
  }

  /** Goes on from a checkpoint. */
  async restore({ first, second, updates }: OptimiserState): Promise<void> {
    this.#dispose(this.#first ?? {}, this.#second ?? {});
    this.#first = await uploadAll(this.#model.engine, first);
    this.#second = await uploadAll(this.#model.engine, second);
    this.#updates = updates;
  }

  /** Frees the moments and the compiled graphs. */
  async close(): Promise<void> {
    this.#dispose(this.#first ?? {}, this.#second ?? {});
    await this.#programs.close();
  }

  async #moments(): Promise<Named<DeviceTensor>> {
    this.#first ??= await this.#zeros();
    this.#second ??= await this.#zeros();
    return { ...prefixed('first.', this.#first), ...prefixed('second.', this.#second) };
  }

  /** One after the other, so that no second set of them is in memory. */
  async #zeros(): Promise<Named<DeviceTensor>> {
    const { engine, specs } = this.#model;
    const zeros: Record<string, DeviceTensor> = {};
    for (const { name, shape } of specs) zeros[name] = await engine.upload(zerosOf(shape));
    return zeros;
  }

  /** Scalars, read and freed. */
  async #take(scalars: Named<DeviceTensor>): Promise<Named<number>> {
    const read = await downloadAll(this.#model.engine, scalars);
    this.#dispose(scalars);
    return Object.fromEntries(Object.entries(read).map(([name, { data }]) => [name, data[0] as number]));
  }

  #dispose(...sets: readonly Named<DeviceTensor>[]): void {
    for (const tensors of sets) this.#model.engine.dispose(...Object.values(tensors));
  }
}

function added(a: Named<number>, b: Named<number>): Named<number> {
  return Object.fromEntries(Object.entries(b).map(([name, value]) => [name, (a[name] ?? 0) + value]));
}
