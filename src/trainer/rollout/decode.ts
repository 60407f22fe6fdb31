import type { DeviceTensor, Engine, HostTensor } from '../engine/engine.js';
import { scalar } from '../engine/host.js';
import type { Programs } from '../engine/programs.js';
import type { Graph } from '../graph/node.js';
import type { Named } from '../model/parameters.js';
import type { SamplingOptions } from '../policy.js';
import { padded } from '../sequence.js';
import {
  type CacheSizes,
  type DecodingModel,
  moveGraph,
  prefillGraph,
  putGraph,
  stepGraph,
} from './graphs.js';
import type { ResponseInProgress } from './response.js';
import type { Probabilities } from './sample-token.js';

/** One row to decode: a prompt's tokens and what is made of them. */
export interface DecodingRow {
  readonly prompt: readonly number[];
  readonly response: ResponseInProgress;
}

/** What rows are decoded with. */
export interface Decoding {
  readonly engine: Engine;
  readonly programs: Programs;
  readonly model: DecodingModel;
  readonly parameters: Named<DeviceTensor>;
  readonly options: SamplingOptions;
}

/** What a step gives for every row: probabilities `[B, V]` and entropies `[B]`, see `rollout/graphs.ts`. */
interface Distributions {
  readonly probabilities: DeviceTensor;
  readonly entropies: DeviceTensor;
}

/** Prompts are filled up, and caches grow, to multiples of these, so that few graphs are compiled. */
const PROMPT_UNIT = 8;
const SLOT_UNIT = 32;

/** Rows that are done are left out once they are half of a batch, unless it is as small as this. */
const SMALL_BATCH = 8;

const roundUp = (count: number, unit: number): number => Math.ceil(Math.max(count, 1) / unit) * unit;

/** Batches are powers of 2: what is missing is filled with rows that are done. */
const batchOf = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(rows, 1)));

const slotsOf = (tokens: number): number => roundUp(tokens, SLOT_UNIT);

/** Decodes rows together until each is done or has `maxTokens` tokens. */
export async function decodeRows(all: readonly DecodingRow[], decoding: Decoding): Promise<void> {
  const { maxTokens } = decoding.options;
  const longest = Math.max(...all.map(({ prompt }) => prompt.length));
  const batch = new Batch(decoding, all, longest);
  try {
    await batch.read();
    for (let made = 1; made < maxTokens && batch.live > 0; made += 1) {
      await batch.fit(longest + made);
      await batch.advance(made);
    }
  } finally {
    batch.close();
  }
}

/** Rows that run together, their cache, and the tokens that they take next. */
class Batch {
  readonly #with: Decoding;
  #rows: readonly DecodingRow[];
  #sizes: CacheSizes;
  #caches: Named<DeviceTensor> = {};
  #tokens: readonly number[] = [];

  constructor(decoding: Decoding, rows: readonly DecodingRow[], longest: number) {
    this.#with = decoding;
    this.#rows = rows;
    this.#sizes = { batch: batchOf(rows.length), slots: slotsOf(roundUp(longest, PROMPT_UNIT) + 1) };
  }

  /** Rows that are not done. */
  get live(): number {
    return this.#rows.filter(({ response }) => !response.done).length;
  }

  /** Reads the prompts, each different one once, and draws the first tokens. */
  async read(): Promise<void> {
    const prompts = [...new Map(this.#rows.map(({ prompt }) => [prompt.join(' '), prompt])).values()];
    const places = new Map(prompts.map((prompt, i) => [prompt.join(' '), i]));
    const length = roundUp(Math.max(...prompts.map((prompt) => prompt.length)), PROMPT_UNIT);
    const count = batchOf(prompts.length);
    const filled = Array.from({ length: count }, (_, i) => prompts[i] ?? (prompts[0] as readonly number[]));
    const { caches, ...distributions } = await this.#distributions(
      `prefill ${count} ${length}`,
      () => prefillGraph(this.#with.model, count, length, this.#sizes),
      {
        tokens: padded(filled, length, 0),
        last: indices(filled.map((prompt) => prompt.length - 1)),
        rows: this.#perRow(({ prompt }) => places.get(prompt.join(' ')) as number),
      },
    );
    this.#caches = caches;
    await this.#draw(distributions);
  }

  /** Makes room for so many tokens a row, and leaves out the rows that are done when they are many. */
  async fit(tokens: number): Promise<void> {
    const { batch, slots } = this.#sizes;
    const live = this.#rows.flatMap(({ response }, i) => (response.done ? [] : [i]));
    const fewer = live.length * 2 <= batch && batch > SMALL_BATCH;
    const to = { batch: fewer ? Math.max(batchOf(live.length), SMALL_BATCH) : batch, slots: slotsOf(tokens) };
    if (to.batch === batch && to.slots <= slots) return;
    const kept = fewer ? live : [...this.#rows.keys()];
    const next = { batch: to.batch, slots: Math.max(slots, to.slots) };
    const from = this.#sizes;
    const rows = indices(Array.from({ length: next.batch }, (_, i) => kept[i] ?? 0));
    const out = await this.#run(
      `move ${batch} ${slots} ${next.batch} ${next.slots}`,
      () => moveGraph(this.#with.model.config, from, next),
      { ...this.#caches, rows },
    );
    this.close();
    this.#caches = out;
    this.#rows = kept.map((i) => this.#rows[i] as DecodingRow);
    this.#tokens = kept.map((i) => this.#tokens[i] as number);
    this.#sizes = next;
  }

  /** One token more for every row, the one numbered `made` (from 0). */
  async advance(made: number): Promise<void> {
    const positions = this.#perRow(({ prompt }) => prompt.length + made - 1);
    const { caches: fresh, ...distributions } = await this.#distributions(
      'step',
      () => stepGraph(this.#with.model, this.#sizes),
      { ...this.#caches, tokens: this.#perRow((_, i) => this.#tokens[i] as number), positions },
    );
    await this.#put(fresh, positions);
    this.#with.engine.dispose(...Object.values(fresh));
    await this.#draw(distributions);
  }

  /** Puts what a step made, `fresh.*`, into the cache: where it lies, or by a graph. */
  async #put(fresh: Named<DeviceTensor>, positions: HostTensor): Promise<void> {
    const { engine, model } = this.#with;
    const { batch, slots } = this.#sizes;
    if (engine.write !== undefined) {
      const at = [...positions.data];
      for (const [name, into] of Object.entries(this.#caches))
        engine.write(into, fresh[`fresh.${name}`] as DeviceTensor, at, 2);
      return;
    }
    const next = await this.#run(`put ${batch} ${slots}`, () => putGraph(model.config, this.#sizes), {
      ...this.#caches,
      ...fresh,
      positions,
    });
    this.close();
    this.#caches = next;
  }

  /** Frees the cache. */
  close(): void {
    this.#with.engine.dispose(...Object.values(this.#caches));
    this.#caches = {};
  }

  /** Runs a graph of the model: what the next tokens are drawn from, and what it gives for the cache. */
  async #distributions(
    name: string,
    make: () => Graph,
    inputs: Named<DeviceTensor | HostTensor>,
  ): Promise<Distributions & { readonly caches: Named<DeviceTensor> }> {
    const { model, parameters, options } = this.#with;
    const { batch, slots } = this.#sizes;
    const key = `${name} ${batch} ${slots} ${model.tempered ? 'tempered' : ''}`;
    const { probabilities, entropies, ...caches } = await this.#run(key, make, {
      ...parameters,
      ...inputs,
      ...(model.tempered ? { inverseTemperature: scalar(1 / options.temperature) } : {}),
    });
    return { probabilities: probabilities as DeviceTensor, entropies: entropies as DeviceTensor, caches };
  }

  /** Draws the next token of every row. */
  async #draw({ probabilities, entropies }: Distributions): Promise<void> {
    const { engine, model } = this.#with;
    const shares = await this.#read(probabilities);
    const nats = await this.#read(entropies);
    engine.dispose(probabilities, entropies);
    const size = model.config.vocabSize;
    this.#tokens = this.#rows.map(({ response }, i) =>
      response.next(shares.subarray(i * size, (i + 1) * size), nats[i] as number),
    );
  }

  async #run(
    name: string,
    make: () => Graph,
    inputs: Named<DeviceTensor | HostTensor>,
  ): Promise<Named<DeviceTensor>> {
    return (await this.#with.programs.get(name, make)).run(inputs);
  }

  async #read(tensor: DeviceTensor): Promise<Probabilities> {
    return (await this.#with.engine.download(tensor)).data as Probabilities;
  }

  /** One index a row; rows that only fill the batch up have 0. */
  #perRow(read: (row: DecodingRow, i: number) => number): HostTensor {
    const data = new Int32Array(this.#sizes.batch);
    for (const [i, row] of this.#rows.entries()) data[i] = read(row, i);
    return { dtype: 'int', shape: [data.length], data };
  }
}

const indices = (values: readonly number[]): HostTensor => ({
  dtype: 'int',
  shape: [values.length],
  data: Int32Array.from(values),
});
