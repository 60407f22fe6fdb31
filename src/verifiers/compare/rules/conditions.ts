import type { Condition } from '../../exact/normal/workspace.js';
import { minus, order, type Rational, sign } from '../../exact/rational.js';

/** Where an increasing linear factor in one symbol changes sign; `null` for any other factor. */
export type RootOf = (factor: string) => { readonly symbol: number; readonly root: Rational } | null;

/** Sign conditions as linear equations over two elements: each reduced row fixes the sign of a product. */
export interface ReducedConditions {
  /** Text that is the same for systems found equivalent. */
  readonly key: string;
  /** Factors whose own sign is fixed. */
  readonly signs: ReadonlyMap<string, -1 | 1>;
  readonly rows: readonly Row[];
}

/** The product of the factors is positive, or negative. */
export interface Row {
  readonly factors: ReadonlySet<string>;
  readonly negative: boolean;
}

function combined(a: Row, b: Row): Row {
  const factors = new Set(a.factors);
  for (const factor of b.factors) if (!factors.delete(factor)) factors.add(factor);
  return { factors, negative: a.negative !== b.negative };
}

const pivotOf = (row: Row): string | undefined => [...row.factors].sort()[0];

/** Adds a row to a reduced system; `null` when they contradict each other. */
function joined(rows: readonly Row[], fresh: Row): readonly Row[] | null {
  let row = fresh;
  for (const known of rows) if (row.factors.has(pivotOf(known) as string)) row = combined(row, known);
  const pivot = pivotOf(row);
  if (pivot === undefined) return row.negative ? null : rows;
  return [...rows.map((known) => (known.factors.has(pivot) ? combined(known, row) : known)), row];
}

/** Two linear factors with a negative product: the one with the lower root is positive, the other negative. */
function resolved(row: Row, rootOf: RootOf): readonly Row[] {
  const [a, b] = row.factors;
  if (row.factors.size !== 2 || !row.negative || a === undefined || b === undefined) return [row];
  const [p, q] = [rootOf(a), rootOf(b)];
  if (p === null || q === null || p.symbol !== q.symbol) return [row];
  const lower = sign(minus(p.root, q.root)) < 0 ? a : b;
  return [
    { factors: new Set([lower]), negative: false },
    { factors: new Set([lower === a ? b : a]), negative: true },
  ];
}

/** True when another single row says more: x > 5 makes x > 3 superfluous. */
function implied(row: Row, rows: readonly Row[], rootOf: RootOf): boolean {
  const [factor] = row.factors;
  const own = row.factors.size === 1 && factor !== undefined ? rootOf(factor) : null;
  if (own === null) return false;
  return rows.some((other) => {
    const [theirs] = other.factors;
    const root = other === row || other.factors.size !== 1 || theirs === undefined ? null : rootOf(theirs);
    if (root === null || root.symbol !== own.symbol || other.negative !== row.negative) return false;
    return order(root.root, own.root) === (row.negative ? -1 : 1);
  });
}

/**
 * Brings "these products of factors are positive (or negative)" to one reduced form, by Gaussian elimination and
 * the order of the roots of linear factors; `null` when they contradict each other.
 */
export function reduceConditions(
  conditions: Iterable<Condition>,
  rootOf: RootOf = () => null,
): ReducedConditions | null {
  let rows: readonly Row[] = [];
  for (const condition of conditions) {
    for (const row of resolved(fresh(condition), rootOf)) {
      const next = joined(rows, row);
      if (next === null) return null;
      rows = next;
    }
  }
  const signs = new Map<string, -1 | 1>();
  for (const { factors, negative } of rows) {
    const [only] = factors;
    if (factors.size === 1 && only !== undefined) signs.set(only, negative ? -1 : 1);
  }
  const telling = rows.filter((row) => !implied(row, rows, rootOf));
  const key = telling
    .map((row) => `${row.negative}:${[...row.factors].sort().join()}`)
    .sort()
    .join(';');
  return { key, signs, rows: telling };
}

/** A factor that occurs twice is positive. */
function fresh({ negative, factors }: Condition): Row {
  const odd = new Set<string>();
  for (const factor of factors) if (!odd.delete(factor)) odd.add(factor);
  return { factors: odd, negative };
}
