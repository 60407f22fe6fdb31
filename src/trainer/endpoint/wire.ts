import type { Json } from '../../support/index.js';
import { isObject, type JsonObject } from '../model/read-json.js';
import type { Sampled, SamplingOptions } from '../policy.js';

/** Which of the two interfaces of an OpenAI-compatible server is spoken. */
export type EndpointApi = 'completions' | 'chat';

/** What a request says besides how to sample. */
export interface RequestSettings {
  readonly model: string;
  readonly api: EndpointApi;
  /** Ask for the log-probability of every sampled token. */
  readonly logProbs: boolean;
  /** A system message before every prompt; chat only. */
  readonly system?: string;
  /** Fields that this server wants besides, such as `chat_template_kwargs`. */
  readonly extra?: Readonly<Record<string, Json>>;
}

/** Where each interface is, below the base URL. */
export const paths: Readonly<Record<EndpointApi, string>> = {
  completions: '/completions',
  chat: '/chat/completions',
};

/** The body of a request for one response. */
export function bodyOf(
  prompt: string,
  seed: number,
  { model, api, logProbs, system, extra }: RequestSettings,
  { temperature, topP = 1, topK = 0, maxTokens, stop = [] }: SamplingOptions,
): Json {
  const turns = [...(system === undefined ? [] : [['system', system] as const]), ['user', prompt] as const];
  const asked: Record<string, Json> =
    api === 'chat'
      ? {
          messages: turns.map(([role, content]) => ({ role, content })),
          ...(logProbs ? { logprobs: true } : {}),
        }
      : { prompt, ...(logProbs ? { logprobs: 1 } : {}) };
  return {
    model,
    ...asked,
    temperature,
    top_p: topP,
    // Not every server knows this one.
    ...(topK > 0 ? { top_k: topK } : {}),
    max_tokens: maxTokens,
    ...(stop.length > 0 ? { stop: [...stop] } : {}),
    seed,
    n: 1,
    ...extra,
  };
}

/** The response in an answer, or `null` where the answer is none. */
export function sampledFrom(answer: unknown, api: EndpointApi): Sampled | null {
  const { choices, usage } = isObject(answer) ? answer : {};
  const choice: unknown = Array.isArray(choices) ? choices[0] : null;
  if (!isObject(choice)) return null;
  const text = api === 'chat' ? textOfMessage(choice.message) : choice.text;
  if (typeof text !== 'string') return null;
  const told = toldTokens(choice.logprobs, api);
  const counted =
    isObject(usage) && typeof usage.completion_tokens === 'number' ? usage.completion_tokens : 0;
  const tokens = told?.map(({ id }) => id) ?? new Array<number>(counted).fill(UNKNOWN);
  const nothing = new Float32Array(tokens.length).fill(Number.NaN);
  return {
    tokens,
    text,
    finish: choice.finish_reason === 'length' ? 'length' : 'stop',
    logProbs: told === null ? nothing : Float32Array.from(told, ({ logProb }) => logProb),
    entropies: nothing,
  };
}

/** The id of a token that the endpoint does not tell. */
const UNKNOWN = -1;

/** A message that says nothing has no content. */
const textOfMessage = (message: unknown): unknown => (isObject(message) ? (message.content ?? '') : null);

interface ToldToken {
  readonly id: number;
  readonly logProb: number;
}

/** The tokens and their log-probs, where they are given: two lists, or for chats a list of entries. */
function toldTokens(given: unknown, api: EndpointApi): readonly ToldToken[] | null {
  if (!isObject(given)) return null;
  const pairs = api === 'chat' ? entriesOf(given) : listsOf(given);
  return (
    pairs?.map(([token, logProb]) => ({
      id: idOf(token),
      logProb: typeof logProb === 'number' ? logProb : Number.NaN,
    })) ?? null
  );
}

type Pair = readonly [token: unknown, logProb: unknown];

const entriesOf = ({ content }: JsonObject): readonly Pair[] | null =>
  Array.isArray(content)
    ? content.map((entry: unknown): Pair => (isObject(entry) ? [entry.token, entry.logprob] : [null, null]))
    : null;

const listsOf = ({ tokens, token_logprobs: logProbs }: JsonObject): readonly Pair[] | null =>
  Array.isArray(tokens) && Array.isArray(logProbs)
    ? tokens.map((token: unknown, i): Pair => [token, logProbs[i]])
    : null;

/** vLLM can be asked to name tokens by their ids. */
function idOf(token: unknown): number {
  const id = typeof token === 'string' ? /^token_id:(\d+)$/.exec(token)?.[1] : undefined;
  return id === undefined ? UNKNOWN : Number(id);
}
