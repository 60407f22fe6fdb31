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
  const rows: Row[] = [];
  for (const a of first) {
    for (const b of second) {
      const known = rows.some(({ kinds: [x, y] }) => (x === a && y === b) || (x === b && y === a));
      if (!known) rows.push({ kinds: [a, b], compare });
    }
  }
  return rows;
}

/** Rows by one kind and the other, either way round, in the order in which they are tried. */
export type Table = ReadonlyMap<Kind, ReadonlyMap<Kind, readonly Row[]>>;

/** Indexes rows by their pair. */
export function buildTable(rows: readonly Row[]): Table {
  const table = new Map<Kind, Map<Kind, Row[]>>();
  const add = (first: Kind, second: Kind, entry: Row): void => {
    const partners = table.get(first) ?? new Map<Kind, Row[]>();
    const list = partners.get(second) ?? [];
    list.push(entry);
    table.set(first, partners.set(second, list));
  };
  for (const entry of rows) {
    const [first, second] = entry.kinds;
    add(first, second, entry);
    if (first !== second) add(second, first, entry);
  }
  return table;
}

const NONE: readonly Row[] = [];

/** Runs the rows of a pair in order; where none decides, the kinds cannot denote the same thing. */
export function lookUp(
  table: Table,
  gold: Answer,
  given: Answer,
  context: Context,
  recurse: Compare,
): Finding {
  context.budget.spend();
  for (const entry of table.get(gold.kind)?.get(given.kind) ?? NONE) {
    const straight = entry.kinds[0] === gold.kind;
    const finding = straight
      ? entry.compare(gold, given, context, recurse)
      : swapped(entry.compare(given, gold, context, (a, b) => exchanged(recurse(b, a))));
    if (finding !== null) return finding;
  }
  return different('kinds-differ');
}

const swapped = (finding: Finding | null): Finding | null => (finding === null ? null : exchanged(finding));
