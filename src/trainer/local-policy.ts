import { ConfigError } from '../support/index.js';
import type { DeviceTensor, Engine, HostTensor } from './engine/engine.js';
import { downloadAll, uploadAll } from './engine/host.js';
import { Programs } from './engine/programs.js';
import type { DecoderConfig } from './model/config.js';
import {
  type Named,
  type ParameterReader,
  type ParameterSpec,
  parameterSpecs,
  readerOf,
} from './model/parameters.js';
import type { Tokenizer } from './model/tokenizer.js';
import type { Sampled, Sampler, SamplingOptions } from './policy.js';
import { derivedRandom } from './random.js';
import { type DecodingRow, decodeRows } from './rollout/decode.js';
import { ResponseInProgress } from './rollout/response.js';

/** Rows decoded together. */
const ROWS = 256;

/** A decoder on an engine: samples responses with a key-value cache that stays on the device. */
export class LocalPolicy implements Sampler {
  readonly config: DecoderConfig;
  readonly tokenizer: Tokenizer;
  readonly engine: Engine;
  readonly specs: readonly ParameterSpec[];
  /** The weights, on the device; a training step replaces them. */
  parameters: Named<DeviceTensor>;
  readonly #programs: Programs;

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
    this.#programs = new Programs(engine);
  }

  /** Puts weights on the engine's device. Throws {@link ConfigError} naming one that is missing. */
  static on(
    engine: Engine,
    config: DecoderConfig,
    tokenizer: Tokenizer,
    weights: Named<HostTensor>,
  ): Promise<LocalPolicy> {
    return LocalPolicy.reading(engine, config, tokenizer, readerOf(weights));
  }

  /** The same for weights that are read one after the other, so that no second set of them is in memory. */
  static async reading(
    engine: Engine,
    config: DecoderConfig,
    tokenizer: Tokenizer,
    read: ParameterReader,
  ): Promise<LocalPolicy> {
    const parameters: Record<string, DeviceTensor> = {};
    try {
      for (const { name } of parameterSpecs(config)) parameters[name] = await engine.upload(await read(name));
    } catch (error) {
      engine.dispose(...Object.values(parameters));
      throw error;
    }
    return new LocalPolicy(engine, config, tokenizer, parameters);
  }

  async sample(
    prompts: readonly string[],
    copies: number,
    options: SamplingOptions,
  ): Promise<readonly (readonly Sampled[])[]> {
    const rows = prompts.flatMap((text, j) => {
      const prompt = this.tokenizer.encode(text);
      this.#checkRoom(prompt.length, options.maxTokens);
      return Array.from({ length: copies }, (_, i): DecodingRow => {
        const random = derivedRandom(options.seed, j, i);
        return { prompt, response: new ResponseInProgress(this.tokenizer, options, random) };
      });
    });
    const { temperature } = options;
    const tempered = temperature !== 0 && temperature !== 1;
    const decoding = {
      engine: this.engine,
      programs: this.#programs,
      model: { config: this.config, specs: this.specs, tempered },
      parameters: this.parameters,
      options,
    };
    for (let from = 0; from < rows.length; from += ROWS)
      await decodeRows(rows.slice(from, from + ROWS), decoding);
    return prompts.map((_, j) =>
      rows.slice(j * copies, (j + 1) * copies).map(({ response }) => response.finished()),
    );
  }

  /** Throws {@link ConfigError} for a prompt that is nothing, or too long for what the model was made for. */
  #checkRoom(tokens: number, maxTokens: number): void {
    const { maxPositions } = this.config;
    if (tokens === 0)
      throw new ConfigError('a prompt has no tokens: there is nothing to go on from', 'prompts');
    if (tokens + maxTokens > maxPositions)
      throw new ConfigError(
        `a prompt of ${tokens} tokens and ${maxTokens} new ones do not fit the model's ${maxPositions} positions; shorten the prompt or lower maxTokens`,
        'maxTokens',
      );
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
    await this.#programs.close();
  }
}
