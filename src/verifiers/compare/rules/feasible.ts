import type { Budget } from '../../../support/index.js';
import { gcd } from '../../exact/rational.js';

/** `Σ coefficient · unknown > 0`; the constant goes by the unknown `''`. Whole coefficients. */
export type Inequality = ReadonlyMap<string, bigint>;

/** The unknown of constant terms. */
export const CONSTANT = '';

/** Systems that grow beyond this are taken for feasible. */
const MAX_ROWS = 60;

/**
 * False only where strict linear inequalities certainly contradict each other (Fourier–Motzkin elimination). Unknowns
 * stand for anything, so products of letters may be given as unknowns of their own.
 */
export function isFeasible(system: readonly Inequality[], budget: Budget): boolean {
  let rows: readonly Inequality[] = system;
  for (;;) {
    for (const row of rows) budget.spend(1 + row.size);
    if (rows.some(isContradiction)) return false;
    const unknown = unknownOf(rows);
    if (unknown === null || rows.length > MAX_ROWS) return true;
    rows = eliminated(rows, unknown);
  }
}

/** No unknowns are left, and what is left is not positive. */
const isContradiction = (row: Inequality): boolean =>
  [...row.keys()].every((name) => name === CONSTANT) && (row.get(CONSTANT) ?? 0n) <= 0n;

function unknownOf(rows: readonly Inequality[]): string | null {
  for (const row of rows) for (const name of row.keys()) if (name !== CONSTANT) return name;
  return null;
}

function eliminated(rows: readonly Inequality[], unknown: string): readonly Inequality[] {
  const coefficient = (row: Inequality): bigint => row.get(unknown) ?? 0n;
  const above = rows.filter((row) => coefficient(row) > 0n);
  const below = rows.filter((row) => coefficient(row) < 0n);
  const free = rows.filter((row) => coefficient(row) === 0n);
  const joined = above.flatMap((up) =>
    below.map((down) => combined(up, -coefficient(down), down, coefficient(up))),
  );
  return [...free, ...joined];
}

/** `p · a + q · b` with positive factors, in lowest terms. */
function combined(a: Inequality, p: bigint, b: Inequality, q: bigint): Inequality {
  const out = new Map<string, bigint>();
  for (const [row, factor] of [
    [a, p],
    [b, q],
  ] as const) {
    for (const [name, value] of row) out.set(name, (out.get(name) ?? 0n) + factor * value);
  }
  let common = 0n;
  for (const [name, value] of out) {
    if (value === 0n && name !== CONSTANT) out.delete(name);
    else common = gcd(common, value);
  }
  if (common > 1n) for (const [name, value] of out) out.set(name, value / common);
  return out;
}
