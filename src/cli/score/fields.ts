import { ConfigError } from '../../support/index.js';
import { type FieldPath, parsePath } from '../path.js';
import { detect, type Fields, shapes } from '../shapes/index.js';
import { firstPresent, type Records, share } from '../shapes/presence.js';
import { type FactFields, factFields } from './facts.js';

/** Where a file of rollouts has what a reward is computed from. */
export interface ScoreFields {
  /** What wrote the file, in words. */
  readonly shape: string;
  readonly response: FieldPath;
  /** Null: the file has no golds. */
  readonly gold: FieldPath | null;
  /** Why no gold was found, in words; null where one was. */
  readonly noGold: string | null;
  readonly prompt: FieldPath | null;
  /** Names the problem: records with the same one in the same step are a group. */
  readonly problem: FieldPath;
  /** Null: everything is one step, 0. */
  readonly step: FieldPath | null;
  readonly sample: FieldPath | null;
  readonly facts: FactFields;
}

/** Fields the user named, by option. */
export type ChosenFields = ReadonlyMap<string, string>;

const PROBLEMS = [
  'problem',
  'problem_id',
  'problemId',
  'prompt_id',
  'question_id',
  'example_id',
  'doc_id',
  'group_id',
];
const PROMPTS = ['prompt', 'question', 'input', 'query'];
const STEPS = ['step', 'global_step', 'training_step'];
const SAMPLES = ['sample', 'sample_id', 'sample_index', 'rollout_id'];

/** Fields by which nothing but the user can tell: `uid` and `id` may name a record as well as a problem. */
function problemField(records: Records, chosen: ChosenFields, prompt: string | null, file: string): string {
  const found = chosen.get('problem') ?? firstPresent(records, PROBLEMS, 'id') ?? prompt;
  if (found !== null) return found;
  throw new ConfigError(
    `${file}: found no field that names the problem; name it with --problem FIELD. Fields: ${namesOf(records)}`,
  );
}

const namesOf = (records: Records): string => Object.keys(records[0] ?? {}).join(', ');

interface PairFields {
  readonly fields: Fields;
  /** Why no gold was found, in words. */
  readonly noGold: string | null;
}

/** The response and the gold as `verify` finds them; not every reward needs a gold. */
function pairFields(records: Records, chosen: ChosenFields, file: string): PairFields {
  const choice = { response: chosen.get('response'), label: chosen.get('label'), problem: 'none' };
  try {
    return { fields: detect(records, choice, file, shapes).fields, noGold: null };
  } catch (error) {
    if (!(error instanceof ConfigError) || choice.label !== undefined) throw error;
    const { fields } = detect(records, { ...choice, goldsElsewhere: true }, file, shapes);
    return { fields, noGold: error.message };
  }
}

/** The fields of a file from its first records. Throws {@link ConfigError} where they are not plain. */
export function scoreFields(records: Records, chosen: ChosenFields, file: string): ScoreFields {
  for (const [option, path] of chosen) {
    if (share(records, path) > 0 || (option === 'prompt' && path === 'none')) continue;
    throw new ConfigError(
      `${file}: no record has a field '${path}' (--${option}); the first has: ${namesOf(records)}`,
    );
  }
  const { fields: pair, noGold } = pairFields(records, chosen, file);
  const shape = shapes.find(({ name }) => name === pair.shape);
  const prompts = [...PROMPTS, ...(shape?.problem ?? [])].filter(
    (name) => name !== pair.response && name !== pair.label,
  );
  const prompt = chosen.get('prompt') ?? firstPresent(records, prompts, 'problem');
  const path = (text: string | null): FieldPath | null => (text === null ? null : parsePath(text));
  return {
    shape: pair.shape,
    response: parsePath(pair.response),
    gold: path(pair.label),
    noGold,
    prompt: path(prompt === 'none' ? null : prompt),
    problem: parsePath(problemField(records, chosen, prompt, file)),
    step: path(chosen.get('step') ?? firstPresent(records, STEPS, 'id')),
    sample: path(chosen.get('sample') ?? firstPresent(records, SAMPLES, 'id')),
    facts: factFields(records, chosen),
  };
}

/** `detected records: response=response, label=gold, problem=problem, step=step, tokens=tokens`. */
export function describeScoreFields(fields: ScoreFields): string {
  const named: readonly (readonly [string, FieldPath | null])[] = [
    ['response', fields.response],
    ['label', fields.gold],
    ['prompt', fields.prompt],
    ['problem', fields.problem],
    ['step', fields.step],
    ['sample', fields.sample],
    ...fields.facts.map(({ spec, path }) => [spec.option, path] as const),
  ];
  const list = named.flatMap(([role, path]) => (path === null ? [] : [`${role}=${path.text}`]));
  return `detected ${fields.shape}: ${list.join(', ')}`;
}
