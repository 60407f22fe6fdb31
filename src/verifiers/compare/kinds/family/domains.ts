import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { Unordered } from '../sets/cells.js';
import { integerRuns, members } from '../sets/integers.js';
import { numberSet } from '../sets/of-answer.js';
import type { Domain } from './view.js';

/** What a parameter ranges over, worked out. `from`: integers from a number up; `to`: integers down from one. */
export type Range =
  | { readonly kind: 'integers' | 'reals' | 'constant' }
  | { readonly kind: 'from' | 'to'; readonly end: bigint }
  | { readonly kind: 'values'; readonly values: readonly Expr[] };

/** The range of a domain; null when it is of another sort (an interval of reals) or not known. */
export function rangeOf(domain: Domain, context: Context, naturalsFrom: 0 | 1): Range | null {
  if (domain === 'integer') return { kind: 'integers' };
  if (domain === 'real') return { kind: 'reals' };
  if (domain === 'constant') return { kind: 'constant' };
  if (domain.kind === 'set') {
    const values = domain.elements.map((element) => (element.kind === 'expression' ? element.expr : null));
    return values.includes(null) ? null : { kind: 'values', values: values as Expr[] };
  }
  try {
    return workedOut(domain, context, naturalsFrom);
  } catch (error) {
    if (error instanceof Unordered) return null;
    throw error;
  }
}

function workedOut(domain: Exclude<Domain, string>, context: Context, naturalsFrom: 0 | 1): Range | null {
  const set = numberSet(domain, { context, variable: null, naturalsFrom });
  if (set === null) return null;
  if (!set.integers) return set.set.points.length === 0 && set.set.between[0] ? { kind: 'reals' } : null;
  const runs = integerRuns(set.set, context);
  const [only] = runs;
  if (runs.length === 1 && only !== undefined) {
    if (only.from === null && only.to === null) return { kind: 'integers' };
    if (only.to === null) return { kind: 'from', end: only.from! };
    if (only.from === null) return { kind: 'to', end: only.to };
  }
  const values = members(runs, context);
  return values === null ? null : { kind: 'values', values };
}
