import type { Row } from '../input/index.js';
import { readPath } from '../path.js';
import { goldTexts, problemText, responseTexts } from '../text.js';
import { withExtras } from './extras.js';
import { type RecordFacts, readFacts } from './facts.js';
import type { ScoreFields } from './fields.js';
import { whole } from './numbers.js';

/** One rollout as its record says it. */
export interface ScoreRow {
  /** Its place among the rollouts of all files, in input order. */
  readonly index: number;
  /** The record, for writing it back. */
  readonly row: Row;
  readonly response: string;
  readonly gold: string | readonly string[] | null;
  readonly prompt: string | null;
  readonly problem: string;
  readonly step: number;
  readonly sample: string | null;
  readonly facts: RecordFacts;
}

/** Text of a name: a string, or a number as JSON writes it. */
const nameOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'bigint'
      ? String(value)
      : null;

/** Reads a record; a text says why it is no rollout. `extras` are further facts that may stand in the record itself. */
export function readRow(
  row: Row,
  fields: ScoreFields,
  extras: readonly string[],
  index: number,
): ScoreRow | string {
  const { record } = row;
  const responses = responseTexts(readPath(record, fields.response));
  if (responses === undefined) return `no response in '${fields.response.text}'`;
  const [response, another] = responses;
  if (response === undefined || another !== undefined)
    return `'${fields.response.text}' holds ${responses.length} responses; score reads one a record`;
  const value = readPath(record, fields.problem);
  const problem = nameOf(value) ?? problemText(value) ?? null;
  if (problem === null) return `no problem in '${fields.problem.text}'`;
  const step = stepOf(record, fields);
  if (typeof step === 'string') return step;
  const facts = readFacts(record, fields.facts);
  if (typeof facts === 'string') return facts;
  return {
    index,
    row: kept(row),
    response,
    gold: fields.gold === null ? null : (goldTexts(readPath(record, fields.gold)) ?? null),
    prompt: fields.prompt === null ? null : (problemText(readPath(record, fields.prompt)) ?? null),
    problem,
    step,
    sample: fields.sample === null ? null : nameOf(readPath(record, fields.sample)),
    facts: withExtras(facts, record, extras),
  };
}

function stepOf(record: Row['record'], { step }: ScoreFields): number | string {
  if (step === null) return 0;
  const read = whole(readPath(record, step));
  return read.ok ? read.value : `'${step.text}' must be ${read.error}`;
}

/** What writing a record back needs: the parsed form only where the text will not do. */
const kept = (row: Row): Row =>
  row.raw === undefined || Object.hasOwn(row.record, 'reward') ? row : { ...row, record: {} };
