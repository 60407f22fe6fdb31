import type { Condition } from '../../exact/normal/workspace.js';

/** Sign conditions as linear equations over two elements: each reduced row fixes the sign of a product. */
export interface ReducedConditions {
  /** Text that is the same for equivalent systems. */
  readonly key: string;
  /** Factors whose own sign is fixed. */
  readonly signs: ReadonlyMap<string, -1 | 1>;
}

interface Row {
  readonly factors: ReadonlySet<string>;
  readonly negative: boolean;
}

function combined(a: Row, b: Row): Row {
  const factors = new Set(a.factors);
  for (const factor of b.factors) if (!factors.delete(factor)) factors.add(factor);
  return { factors, negative: a.negative !== b.negative };
}

const pivotOf = (row: Row): string | undefined => [...row.factors].sort()[0];

/**
 * Brings "these products of factors are positive (or negative)" to the one reduced form, by Gaussian
 * elimination; `null` when they contradict each other.
 */
export function reduceConditions(conditions: Iterable<Condition>): ReducedConditions | null {
  const rows: Row[] = [];
  for (const condition of conditions) {
    let row: Row = fresh(condition);
    for (const known of rows) if (row.factors.has(pivotOf(known) as string)) row = combined(row, known);
    const pivot = pivotOf(row);
    if (pivot === undefined) {
      if (row.negative) return null;
      continue;
    }
    for (const [index, known] of rows.entries())
      if (known.factors.has(pivot)) rows[index] = combined(known, row);
    rows.push(row);
  }
  const signs = new Map<string, -1 | 1>();
  for (const { factors, negative } of rows) {
    const [only] = factors;
    if (factors.size === 1 && only !== undefined) signs.set(only, negative ? -1 : 1);
  }
  const key = rows
    .map((row) => `${row.negative}:${[...row.factors].sort().join()}`)
    .sort()
    .join(';');
  return { key, signs };
}

/** A factor that occurs twice is positive. */
function fresh({ negative, factors }: Condition): Row {
  const odd = new Set<string>();
  for (const factor of factors) if (!odd.delete(factor)) odd.add(factor);
  return { factors: odd, negative };
}
