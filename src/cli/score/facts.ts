import type { Facts, Need } from '../../rewards/index.js';
import { type FieldPath, parsePath, readPath } from '../path.js';
import type { Records } from '../shapes/presence.js';
import {
  atLeastZero,
  finishWord,
  finite,
  finiteList,
  numbersByName,
  type Reader,
  share,
  truth,
  whole,
} from './numbers.js';

/** What a record may say of a response besides its text. */
export interface RecordFacts {
  readonly correct?: boolean;
  readonly tokens?: number;
  readonly finish?: 'stop' | 'length';
  readonly meanEntropy?: number;
  readonly logProbs?: readonly number[];
  readonly tokenIds?: readonly number[];
  readonly modelScore?: number;
  readonly stepScores?: readonly number[];
  readonly noThinking?: boolean;
  readonly referenceAccuracy?: number;
  readonly extra?: NonNullable<Facts['extra']>;
}

/** One fact: the option that names its field, the names it usually has, and how it is read. */
export interface FactSpec<K extends keyof RecordFacts = keyof RecordFacts> {
  readonly fact: K;
  readonly need: Need;
  readonly option: string;
  readonly names: readonly string[];
  readonly read: Reader<NonNullable<RecordFacts[K]>>;
  readonly help: string;
}

const spec = <K extends keyof RecordFacts>(one: FactSpec<K>): FactSpec => one as unknown as FactSpec;

/** Every fact a record may carry, in the order of the help. */
export const factSpecs: readonly FactSpec[] = [
  spec({
    fact: 'correct',
    need: 'correct',
    option: 'correct',
    names: ['correct', 'verify.correct'],
    read: truth,
    help: 'whether the response is right; then it is not verified again',
  }),
  spec({
    fact: 'tokens',
    need: 'tokens',
    option: 'tokens',
    names: ['tokens', 'num_tokens', 'n_tokens', 'completion_tokens', 'completion_length', 'response_length'],
    read: whole,
    help: 'length of the response in tokens',
  }),
  spec({
    fact: 'finish',
    need: 'finish',
    option: 'finish',
    names: ['finish', 'finish_reason', 'finishReason', 'stop_reason'],
    read: finishWord,
    help: 'how it ended: stop or length',
  }),
  spec({
    fact: 'meanEntropy',
    need: 'entropy',
    option: 'entropy',
    names: ['entropy', 'mean_entropy', 'meanEntropy'],
    read: atLeastZero,
    help: 'mean token entropy in nats',
  }),
  spec({
    fact: 'logProbs',
    need: 'logProbs',
    option: 'log-probs',
    names: ['logProbs', 'log_probs', 'logprobs', 'rollout_log_probs'],
    read: finiteList,
    help: 'log-probabilities of the sampled tokens',
  }),
  spec({
    fact: 'tokenIds',
    need: 'tokenIds',
    option: 'token-ids',
    names: ['tokenIds', 'token_ids', 'completion_ids', 'response_ids'],
    read: finiteList,
    help: 'token ids of the response',
  }),
  spec({
    fact: 'modelScore',
    need: 'modelScore',
    option: 'model-score',
    names: ['modelScore', 'model_score', 'rm_score'],
    read: finite,
    help: "a reward model's score",
  }),
  spec({
    fact: 'stepScores',
    need: 'stepScores',
    option: 'step-scores',
    names: ['stepScores', 'step_scores', 'prm_scores'],
    read: finiteList,
    help: "a process reward model's score of each step",
  }),
  spec({
    fact: 'noThinking',
    need: 'noThinking',
    option: 'no-thinking',
    names: ['noThinking', 'no_thinking', 'nothinking'],
    read: truth,
    help: 'made to answer without thinking (AdaptThink)',
  }),
  spec({
    fact: 'referenceAccuracy',
    need: 'referenceAccuracy',
    option: 'reference-accuracy',
    names: ['referenceAccuracy', 'reference_accuracy', 'ref_accuracy'],
    read: share,
    help: "the reference policy's accuracy on the problem (AdaptThink)",
  }),
  spec({
    fact: 'extra',
    need: 'extra',
    option: 'extra',
    names: ['extra'],
    read: numbersByName,
    help: 'further numbers by name, for signals that read them',
  }),
];

/** Where one file has its facts. */
export type FactFields = readonly { readonly spec: FactSpec; readonly path: FieldPath }[];

const has = (records: Records, path: FieldPath): boolean =>
  records.some((record) => (readPath(record, path) ?? null) !== null);

/** The fact fields of a file: the user's, or the first usual name that any of the first records has. */
export function factFields(records: Records, chosen: ReadonlyMap<string, string>): FactFields {
  return factSpecs.flatMap((spec) => {
    const own = chosen.get(spec.option);
    const paths = own === undefined ? spec.names.map(parsePath) : [parsePath(own)];
    const path = paths.find((candidate) => own !== undefined || has(records, candidate));
    return path === undefined ? [] : [{ spec, path }];
  });
}

/** The facts of one record; a text says which field cannot be read. A field that is null says nothing. */
export function readFacts(
  record: Readonly<Record<string, unknown>>,
  fields: FactFields,
): RecordFacts | string {
  const facts: Record<string, unknown> = {};
  for (const { spec, path } of fields) {
    const value = readPath(record, path) ?? null;
    if (value === null) continue;
    const read = spec.read(value);
    if (!read.ok) return `'${path.text}' must be ${read.error}; got ${shown(value)}`;
    facts[spec.fact] = read.value;
  }
  return facts;
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);
