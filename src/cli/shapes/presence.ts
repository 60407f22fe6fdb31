import { parsePath, readPath } from '../path.js';
import { goldTexts, problemText, responseTexts } from '../text.js';
import { genericNames } from './names.js';
import type { Fields } from './types.js';

/** Fields the user named; `problem: 'none'` leaves the problem statement out. */
export interface FieldChoice {
  readonly response?: string | undefined;
  readonly label?: string | undefined;
  readonly problem?: string | undefined;
  readonly id?: string | undefined;
  /** Golds come from another file, so none is looked for here. */
  readonly goldsElsewhere?: boolean;
}

/** What a field can be. */
export type Role = 'response' | 'label' | 'problem' | 'id';

/** The first records of a file. */
export type Records = readonly Readonly<Record<string, unknown>>[];

const scalarId = (value: unknown): unknown =>
  typeof value === 'string' || typeof value === 'number' ? value : undefined;

/** How each role reads a value; a value it cannot read does not count as present. */
const READERS: Readonly<Record<Role, (value: unknown) => unknown>> = {
  response: responseTexts,
  label: (value) => (typeof value === 'boolean' ? undefined : goldTexts(value)),
  problem: problemText,
  id: scalarId,
};

/** The share of records in which `path` holds something its role can read. */
export function share(records: Records, path: string, role?: Role): number {
  const read = role === undefined ? (value: unknown) => value ?? undefined : READERS[role];
  const parsed = parsePath(path);
  const count = records.filter((record) => read(readPath(record, parsed)) !== undefined).length;
  return records.length === 0 ? 0 : count / records.length;
}

/** A field that half the sample lacks is not taken for one. */
export const HALF = 0.5;

/** The first candidate that half the sample has, or else the first that any record has. */
export const firstPresent = (records: Records, candidates: readonly string[], role: Role): string | null =>
  candidates.find((path) => share(records, path, role) >= HALF) ??
  candidates.find((path) => share(records, path, role) > 0) ??
  null;

/** The problem statement and the id, from a shape's candidates or else by their usual names. */
export function sideFields(
  records: Records,
  choice: FieldChoice,
  problems: readonly string[],
  ids: readonly string[],
): Pick<Fields, 'problem' | 'problems' | 'id'> {
  const id = choice.id ?? firstPresent(records, [...ids, ...genericNames.id], 'id');
  if (choice.problem === 'none') return { problem: null, problems: [], id };
  if (choice.problem !== undefined) return { problem: choice.problem, problems: [choice.problem], id };
  const names = [...problems, ...genericNames.problem];
  const problem = firstPresent(records, names, 'problem');
  return { problem, problems: [...new Set(problem === null ? names : [problem, ...names])], id };
}
