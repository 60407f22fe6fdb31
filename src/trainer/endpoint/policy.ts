import { BackendError, ConfigError } from '../../support/index.js';
import type { Sampled, Sampler, SamplingOptions } from '../policy.js';
import { derivedRandom } from '../random.js';
import { eachInFlight } from './in-flight.js';
import { PassingFault, type RetryOptions, retryAfterMs, withRetries } from './retry.js';
import { bodyOf, paths, type RequestSettings, sampledFrom } from './wire.js';

/** Where a policy is served, and how it is asked. */
export interface EndpointOptions extends Partial<RetryOptions>, Partial<Omit<RequestSettings, 'model'>> {
  /** The base URL, version included: `http://localhost:8000/v1`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token. */
  readonly apiKey?: string;
  /** Requests at a time; default 16. */
  readonly concurrency?: number;
  /** Seconds that one attempt may take; default 600. */
  readonly timeoutSeconds?: number;
}

const defaults = {
  api: 'completions',
  logProbs: true,
  concurrency: 16,
  timeoutSeconds: 600,
  attempts: 6,
  backOffMs: 500,
} as const;

/** Answers with these will be others a little later. */
const PASSING: ReadonlySet<number> = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529]);

/**
 * A policy served elsewhere, by any server of OpenAI's completions or chat interface: for rollouts and evaluation, not for training.
 * Every response is a request of its own with a seed derived from the run's, the prompt and the copy. Entropies are not told by
 * such servers and are `NaN`; so are log-probs where there are none, and token ids are −1. Log-probs are the server's: most give
 * them at temperature 1. Throws {@link ConfigError} for options that cannot be meant; `sample` throws {@link BackendError}.
 */
export class EndpointPolicy implements Sampler {
  readonly #options: EndpointOptions & typeof defaults;
  readonly #url: string;

  constructor(options: EndpointOptions) {
    // Erasure point: what is given wins over the defaults, whose literal types are wider in the options.
    this.#options = { ...defaults, ...options } as EndpointOptions & typeof defaults;
    const { url, api, concurrency, attempts } = this.#options;
    if (!/^https?:\/\/[^/]/.test(url))
      throw new ConfigError(`url must begin with http:// or https://; got '${url}'`, 'url');
    for (const [name, value] of Object.entries({ concurrency, attempts }))
      if (!Number.isInteger(value) || value < 1)
        throw new ConfigError(`${name} must be a whole number of at least 1; got ${value}`, name);
    this.#url = url.replace(/\/+$/, '') + paths[api];
  }

  async sample(
    prompts: readonly string[],
    copies: number,
    options: SamplingOptions,
  ): Promise<readonly (readonly Sampled[])[]> {
    const asked = prompts.flatMap((prompt, j) =>
      Array.from({ length: copies }, (_, i) => ({ prompt, seed: derivedRandom(options.seed, j, i).next() })),
    );
    const answers = await eachInFlight(asked, this.#options.concurrency, ({ prompt, seed }, signal) =>
      withRetries(this.#url, this.#options, signal, () => this.#ask(prompt, seed, options, signal)),
    );
    return prompts.map((_, j) => answers.slice(j * copies, (j + 1) * copies));
  }

  async #ask(prompt: string, seed: number, options: SamplingOptions, signal: AbortSignal): Promise<Sampled> {
    const body = JSON.stringify(bodyOf(prompt, seed, this.#options, options));
    const text = await this.#post(body, signal);
    const sampled = sampledFrom(parsed(text), this.#options.api);
    if (sampled !== null) return sampled;
    throw new BackendError(`${this.#url} answers with something else than a completion: ${shortened(text)}`);
  }

  async #post(body: string, signal: AbortSignal): Promise<string> {
    const { apiKey, timeoutSeconds } = this.#options;
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body,
        signal: AbortSignal.any([signal, timeout]),
      });
      const text = await response.text();
      if (response.ok) return text;
      const why = `status ${response.status}: ${shortened(text)}`;
      if (PASSING.has(response.status))
        throw new PassingFault(why, retryAfterMs(response.headers.get('retry-after'), Date.now()));
      throw new BackendError(`${this.#url} refuses: ${why}`);
    } catch (error) {
      if (error instanceof BackendError || error instanceof PassingFault || signal.aborted) throw error;
      throw new PassingFault(timeout.aborted ? `no answer within ${timeoutSeconds} s` : reasonOf(error));
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** fetch hides why it failed in the cause. */
const reasonOf = (error: unknown): string => {
  const { cause } = error instanceof Error ? error : {};
  return cause instanceof Error && cause.message !== '' ? cause.message : String(error);
};

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
