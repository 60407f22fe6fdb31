import type { Facts } from '../../rewards/index.js';
import type { Json } from '../../support/index.js';
import { Fault } from './fault.js';
import { asList, asNumber, asObject, asText, asTruth, field, given, type JsonObject } from './read.js';

/** One response to be scored, as every transport hands it on. */
export interface Item {
  readonly response: string;
  /** The gold answer, or several acceptable ones; `null`: none was sent, so correctness is unknown. */
  readonly label: string | readonly string[] | null;
  /** The problem's statement, against which restated questions are recognised. */
  readonly prompt?: string;
  /** Names the problem across steps and processes: the key of histories. */
  readonly problem?: string;
  /** Responses of one request with the same group are scored together; default: the problem, in one step. */
  readonly group?: string;
  /** The training step, a whole number ≥ 0. */
  readonly step?: number;
  /** Names this sample among those of its problem and step, so that a request sent twice teaches once. */
  readonly sample?: string;
  /** Length in tokens, ≥ 0. */
  readonly tokens?: number;
  readonly finish?: 'stop' | 'length';
  /** Everything else a reward may read, by the names of {@link Facts}. */
  readonly facts: Facts;
  /** AdaptThink: the reference policy's mean accuracy on the problem, in [0, 1]. */
  readonly referenceAccuracy?: number;
}

/** Reads `{response, label, prompt?, problem?, tokens?, …}`; unknown fields are ignored. Throws {@link Fault}. */
export function readItem(value: Json | undefined, path: string): Item {
  const object = asObject(value, path);
  const optional = {
    prompt: given(object, 'prompt', path, promptText),
    problem: given(object, 'problem', path, asName),
    group: given(object, 'group', path, asName),
    step: given(object, 'step', path, asStep),
    sample: given(object, 'sample', path, asName),
    tokens: given(object, 'tokens', path, atLeastZero),
    finish: given(object, 'finish', path, asFinish),
    referenceAccuracy: given(object, 'referenceAccuracy', path, asNumber),
  };
  return {
    response: asText(field(object, 'response'), `${path}.response`),
    label: asLabel(field(object, 'label'), `${path}.label`),
    ...present(optional),
    facts: readFacts(object, path),
  };
}

/** The entries that are there: an absent field is absent, not `undefined`. */
function present<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: T[K] } = {};
  // Erasure point: the keys of an object literal are its type's. A loop, since this runs twice for every item.
  for (const key of Object.keys(object) as (keyof T)[])
    if (object[key] !== undefined) kept[key] = object[key];
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A gold answer: text, a number written as text, or a list of acceptable ones. */
export function asLabel(value: Json | undefined, path: string): Item['label'] {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map((one, i) => asName(one, `${path}[${i}]`));
  return asName(value, path);
}

/** Text, or a number's shortest text: data sets write both for ids and for golds. */
export function asName(value: Json, path: string): string {
  if (typeof value === 'number') return String(asNumber(value, path));
  if (typeof value === 'boolean') return String(value);
  return asText(value, path);
}

/** A prompt is a text or a list of chat messages, of which the last one of the user is the problem. */
export function promptText(value: Json, path: string): string {
  if (typeof value === 'string') return value;
  const messages = asList(value, path).map((one, i) => asObject(one, `${path}[${i}]`));
  const asked = messages.findLast((message) => field(message, 'role') === 'user') ?? messages.at(-1);
  return asked === undefined ? '' : contentText(field(asked, 'content'), path);
}

/** The text of a message's content: a string, or the text blocks of a list. */
export function contentText(value: Json | undefined, path: string): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return asList(value, `${path}.content`)
    .map((block) => (typeof block === 'string' ? block : textOfBlock(asObject(block, `${path}.content`))))
    .join('');
}

const textOfBlock = (block: JsonObject): string => {
  const text = field(block, 'text');
  return typeof text === 'string' ? text : '';
};

function asStep(value: Json, path: string): number {
  const step = asNumber(value, path, 0);
  if (Number.isSafeInteger(step)) return step;
  throw new Fault('bad_request', `${path} must be a whole number; got ${step}`);
}

const atLeastZero = (value: Json, path: string): number => asNumber(value, path, 0);

function asFinish(value: Json, path: string): 'stop' | 'length' {
  if (value === 'stop' || value === 'length') return value;
  throw new Fault('bad_request', `${path} must be "stop" or "length"; got ${JSON.stringify(value)}`);
}

const asNumbers = (value: Json, path: string): readonly number[] =>
  asList(value, path).map((one, i) => asNumber(one, `${path}[${i}]`));

function asExtra(value: Json, path: string): Readonly<Record<string, number | null>> {
  const entries = Object.entries(asObject(value, path));
  return Object.fromEntries(
    entries.map(([name, one]) => [name, one === null ? null : asNumber(one, `${path}.${name}`)]),
  );
}

function readFacts(object: JsonObject, path: string): Facts {
  return present({
    correct: given(object, 'correct', path, asTruth),
    meanEntropy: given(object, 'entropy', path, atLeastZero),
    logProbs: given(object, 'logProbs', path, asNumbers),
    tokenIds: given(object, 'tokenIds', path, asNumbers),
    modelScore: given(object, 'modelScore', path, asNumber),
    stepScores: given(object, 'stepScores', path, asNumbers),
    noThinking: given(object, 'noThinking', path, asTruth),
    extra: given(object, 'extra', path, asExtra),
  });
}
