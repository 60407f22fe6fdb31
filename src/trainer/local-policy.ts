import { ConfigError } from '../support/index.js';
import type { DeviceTensor, Engine, HostTensor, Program } from './engine/engine.js';
import { downloadAll, uploadAll } from './engine/host.js';
import type { DecoderConfig } from './model/config.js';
import { type Named, type ParameterSpec, parameterSpecs } from './model/parameters.js';
import type { Tokenizer } from './model/tokenizer.js';
import type { Sampled, Sampler, SamplingOptions } from './policy.js';
import { derivedRandom } from './random.js';
import { cacheNames, type DecodingSizes, prefillGraph, stepGraph } from './rollout/graphs.js';
import { ResponseInProgress } from './rollout/response.js';
import { padded } from './sequence.js';

/** Rows decoded together. */
const ROWS = 256;
/** Prompts and caches are made in sizes that are multiples of these, so that few graphs are compiled. */
const PROMPT_UNIT = 16;
const SLOT_UNIT = 32;

const roundUp = (count: number, unit: number): number => Math.ceil(Math.max(count, 1) / unit) * unit;

/** One row to decode: a prompt's tokens and the generator of this copy. */
interface Row {
  readonly prompt: readonly number[];
  readonly response: ResponseInProgress;
}

/** A decoder on an engine: samples responses with a key-value cache that stays on the device. */
export class LocalPolicy implements Sampler {
  readonly config: DecoderConfig;
  readonly tokenizer: Tokenizer;
  readonly engine: Engine;
  readonly specs: readonly ParameterSpec[];
  /** The weights, on the device; a training step replaces them. */
  parameters: Named<DeviceTensor>;
  readonly #programs = new Map<string, Promise<Program>>();

  private constructor(
    engine: Engine,
    config: DecoderConfig,
    tokenizer: Tokenizer,
    parameters: Named<DeviceTensor>,
  ) {
    this.engine = engine;
    this.config = config;
    this.tokenizer = tokenizer;
    this.parameters = parameters;
    this.specs = parameterSpecs(config);
  }

  /** Puts weights on the engine's device. */
  static async on(
    engine: Engine,
    config: DecoderConfig,
    tokenizer: Tokenizer,
    weights: Named<HostTensor>,
  ): Promise<LocalPolicy> {
    const wanted = parameterSpecs(config).map(({ name }) => {
      const weight = weights[name];
      if (weight === undefined) throw new ConfigError(`the weights lack ${name}`, name);
      return [name, weight] as const;
    });
    return new LocalPolicy(engine, config, tokenizer, await uploadAll(engine, Object.fromEntries(wanted)));
  }

  async sample(
    prompts: readonly string[],
    copies: number,
    options: SamplingOptions,
  ): Promise<readonly (readonly Sampled[])[]> {
    const rows = prompts.flatMap((text, j) => {
      const prompt = this.tokenizer.encode(text);
      return Array.from({ length: copies }, (_, i): Row => {
        const random = derivedRandom(options.seed, j, i);
        return { prompt, response: new ResponseInProgress(this.tokenizer, options, random) };
      });
    });
    for (let from = 0; from < rows.length; from += ROWS)
      await this.#decode(rows.slice(from, from + ROWS), options);
    return prompts.map((_, j) =>
      rows.slice(j * copies, (j + 1) * copies).map(({ response }) => response.finished()),
    );
  }

  async #decode(rows: readonly Row[], { maxTokens }: SamplingOptions): Promise<void> {
    const longest = Math.max(...rows.map(({ prompt }) => prompt.length));
    const prompt = roundUp(longest, PROMPT_UNIT);
    const sizes = {
      batch: rows.length,
      prompt,
      slots: roundUp(Math.max(prompt, longest + maxTokens), SLOT_UNIT),
    };
    const prefill = await this.#program('prefill', sizes);
    const step = await this.#program('step', sizes);
    let state = await prefill.run({
      ...this.parameters,
      tokens: padded(
        rows.map((row) => row.prompt),
        prompt,
        this.tokenizer.padToken,
      ),
      last: indices(rows.map((row) => row.prompt.length - 1)),
    });
    for (let made = 0; made < maxTokens; made += 1) {
      const logits = await this.#takeLogits(state);
      const tokens = rows.map(({ response }, i) =>
        response.next(logits.subarray(i * this.config.vocabSize, (i + 1) * this.config.vocabSize)),
      );
      const done = made + 1 === maxTokens || rows.every(({ response }) => response.done);
      if (done) break;
      const caches = Object.fromEntries(
        this.#cacheNames().map((name) => [name, state[name] as DeviceTensor]),
      );
      const next = await step.run({
        ...this.parameters,
        ...caches,
        tokens: indices(tokens),
        positions: indices(rows.map((row) => row.prompt.length + made)),
      });
      this.engine.dispose(...Object.values(caches));
      state = next;
    }
    this.engine.dispose(...Object.values(state));
  }

  async #takeLogits(state: Readonly<Record<string, DeviceTensor>>): Promise<Float32Array | Float64Array> {
    const { data } = await this.engine.download(state.logits as DeviceTensor);
    this.engine.dispose(state.logits as DeviceTensor);
    return data as Float32Array | Float64Array;
  }

  #cacheNames(): readonly string[] {
    return Array.from({ length: this.config.layers }, (_, layer) => cacheNames(layer)).flat();
  }

  #program(kind: 'prefill' | 'step', sizes: DecodingSizes): Promise<Program> {
    const key = `${kind} ${sizes.batch} ${kind === 'prefill' ? sizes.prompt : ''} ${sizes.slots}`;
    const make = kind === 'prefill' ? prefillGraph : stepGraph;
    const program = this.#programs.get(key) ?? this.engine.compile(make(this.config, this.specs, sizes));
    this.#programs.set(key, program);
    return program;
  }

  /** The present weights as they are, whatever training does to them: what a KL is taken to. */
  async copyParameters(): Promise<Named<DeviceTensor>> {
    return uploadAll(this.engine, await this.hostParameters());
  }

  /** The present weights in this process's memory. */
  hostParameters(): Promise<Named<HostTensor>> {
    return downloadAll(this.engine, this.parameters);
  }

  /** Puts other weights in place of the present ones. */
  async replaceParameters(weights: Named<HostTensor>): Promise<void> {
    const next = await uploadAll(this.engine, weights);
    this.engine.dispose(...Object.values(this.parameters));
    this.parameters = next;
  }

  /** Frees the weights and the compiled graphs. */
  async close(): Promise<void> {
    this.engine.dispose(...Object.values(this.parameters));
    await Promise.all([...this.#programs.values()].map(async (program) => (await program).dispose()));
    this.#programs.clear();
  }
}

const indices = (values: readonly number[]): HostTensor => ({
  dtype: 'int',
  shape: [values.length],
  data: Int32Array.from(values),
});
