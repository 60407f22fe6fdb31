import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import { different, exchanged, type Finding } from '../verdict.js';

/** The name of an answer kind. */
export type Kind = Answer['kind'];

/** The answer of one kind. */
export type AnswerOf<K extends Kind> = Extract<Answer, { readonly kind: K }>;

/**
 * Compares two answers of any kinds, policies included. The gold comes first; inside a row that runs with its
 * sides exchanged, the recursion it is handed is exchanged as well, so a row never has to know.
 */
export type Compare = (gold: Answer, given: Answer) => Finding;

/** How one pair of kinds is compared; `null` hands over to the next row of the same pair. */
export interface Row {
  /** The unordered pair of kinds this row settles. */
  readonly kinds: readonly [Kind, Kind];
  readonly compare: (a: Answer, b: Answer, context: Context, recurse: Compare) => Finding | null;
}

/** A typed row: `a` has the first kind, `b` the second, whichever of them is the gold. */
export function row<A extends Kind, B extends Kind>(
  first: A,
  second: B,
  compare: (a: AnswerOf<A>, b: AnswerOf<B>, context: Context, recurse: Compare) => Finding | null,
): Row {
  return {
    kinds: [first, second],
    // The one erasure: the dispatch hands a row only answers of its own kinds.
    compare: (a, b, context, recurse) => compare(a as AnswerOf<A>, b as AnswerOf<B>, context, recurse),
  };
}

/** The same row for every unordered pair of one kind out of each list. */
export function rowsFor(
  first: readonly Kind[],
  second: readonly Kind[],
  compare: Row['compare'],
): readonly Row[] {
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (const a of first) {
    for (const b of second) {
      const name = pairName(a, b);
      if (seen.has(name)) continue;
      seen.add(name);
      rows.push({ kinds: [a, b], compare });
    }
  }
  return rows;
}

const pairName = (a: Kind, b: Kind): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** Rows by unordered pair, in the order in which they are tried. */
export type Table = ReadonlyMap<string, readonly Row[]>;

/** Indexes rows by their pair. */
export function buildTable(rows: readonly Row[]): Table {
  const table = new Map<string, Row[]>();
  for (const entry of rows) {
    const name = pairName(...entry.kinds);
    const list = table.get(name);
    if (list === undefined) table.set(name, [entry]);
    else list.push(entry);
  }
  return table;
}

/** Runs the rows of a pair in order; where none decides, the kinds cannot denote the same thing. */
export function lookUp(
  table: Table,
  gold: Answer,
  given: Answer,
  context: Context,
  recurse: Compare,
): Finding {
  context.budget.spend();
  for (const entry of table.get(pairName(gold.kind, given.kind)) ?? []) {
    const straight = entry.kinds[0] === gold.kind;
    const finding = straight
      ? entry.compare(gold, given, context, recurse)
      : swapped(entry.compare(given, gold, context, (a, b) => exchanged(recurse(b, a))));
    if (finding !== null) return finding;
  }
  return different('kinds-differ');
}

const swapped = (finding: Finding | null): Finding | null => (finding === null ? null : exchanged(finding));
