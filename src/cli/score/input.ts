import { visible } from '../../report/index.js';
import { TouchstoneError } from '../../support/index.js';
import type { FaultLog } from '../batch/faults.js';
import { SAMPLE } from '../batch/read.js';
import { type Item, openSource, readItems } from '../input/index.js';
import type { Terminal } from '../terminal.js';
import { type ChosenFields, describeScoreFields, type ScoreFields, scoreFields } from './fields.js';
import { readRow, type ScoreRow } from './rows.js';

/** All rollouts of a run. Groups span files and steps come in any order, so they are held together. */
export interface ScoreInput {
  readonly rows: readonly ScoreRow[];
  /** Files that have records, with where their fields lie. */
  readonly files: readonly { readonly file: string; readonly fields: ScoreFields }[];
  /** Files that could not be read at all. */
  readonly failures: number;
}

/** What is read, and for what. */
export interface Reading {
  readonly paths: readonly string[];
  readonly chosen: ChosenFields;
  /** Names of further facts that the reward reads. */
  readonly extras: readonly string[];
  readonly quiet: boolean;
}

/** Reads files; records that are no rollouts, and files that cannot be read, are named and passed over. */
export async function readInput(
  { paths, chosen, extras, quiet }: Reading,
  faults: FaultLog,
  terminal: Terminal,
): Promise<ScoreInput> {
  const rows: ScoreRow[] = [];
  const files: { file: string; fields: ScoreFields }[] = [];
  let failures = 0;
  for (const path of paths) {
    try {
      const { file, items } = await itemsOf(path);
      const records = items.flatMap((item) => (item.kind === 'row' ? [item.record] : [])).slice(0, SAMPLE);
      const fields = records.length === 0 ? null : scoreFields(records, chosen, file);
      if (!quiet)
        terminal.err.note(
          `${visible(`${file}: ${fields === null ? 'no records' : describeScoreFields(fields)}`)}\n`,
        );
      if (fields !== null) files.push({ file, fields });
      await take(items, { fields, extras, rows }, faults);
    } catch (error) {
      if (!(error instanceof TouchstoneError)) throw error;
      failures += 1;
      terminal.err.note(`touchstone: ${visible(error.message)}\n`);
    }
  }
  return { rows, files, failures };
}

async function itemsOf(path: string): Promise<{ readonly file: string; readonly items: readonly Item[] }> {
  const source = await openSource(path);
  const items: Item[] = [];
  for await (const batch of readItems(source)) items.push(...batch);
  return { file: source.name, items };
}

async function take(
  items: readonly Item[],
  {
    fields,
    extras,
    rows,
  }: {
    readonly fields: ScoreFields | null;
    readonly extras: readonly string[];
    readonly rows: ScoreRow[];
  },
  faults: FaultLog,
): Promise<void> {
  for (const item of items) {
    if (item.kind === 'fault' || fields === null) {
      if (item.kind === 'fault') await faults.reject(item);
      continue;
    }
    const row = readRow(item, fields, extras, rows.length);
    if (typeof row === 'string')
      await faults.reject({ kind: 'fault', place: item.place, reason: row, cut: false });
    else rows.push(row);
  }
}
