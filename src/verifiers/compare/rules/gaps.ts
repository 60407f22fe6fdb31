import { separateByDomain } from '../../exact/separate.js';
import { contains, freeSymbols } from '../../exact/symbols.js';
import type { Expr } from '../../expr.js';
import type { Finding } from '../../verdict.js';
import type { Pair } from './pair.js';

/** Heads that may stay at one value, or follow another expression, over a whole region. */
const PIECEWISE: ReadonlySet<string> = new Set([
  'Abs',
  'Sign',
  'Floor',
  'Ceiling',
  'Round',
  'Min',
  'Max',
  'Mod',
  'Root',
]);

const isPiecewise = (part: Expr): boolean =>
  part.node === 'apply' &&
  (PIECEWISE.has(part.head) ||
    (part.head === 'Power' && part.args[1]?.node === 'number' && part.args[1].den !== 1n));

const isNegative = (expr: Expr): boolean =>
  expr.node === 'number' ? expr.num < 0n : expr.node === 'apply' && expr.head === 'Negate';

/** A divisor that may vanish on a whole region, as `x − |x|` does. */
function mayVanish(part: Expr): boolean {
  if (part.node !== 'apply') return false;
  const [base, exponent] = part.args;
  const inverts = part.head === 'Power' && exponent !== undefined && isNegative(exponent);
  const divisor = part.head === 'Divide' ? exponent : inverts ? base : undefined;
  return divisor?.node === 'apply' && contains(divisor, isPiecewise) && freeSymbols(divisor).length > 0;
}

/**
 * Values that agree are not enough where a divisor may vanish on a region: `(x − |x|)/(x − |x|)` is 1 for negative x only.
 * The finding that the domains differ, or `null`.
 */
export const gapsOf = ({ gold, given, assume, context }: Pair): Finding | null =>
  contains(gold, mayVanish) || contains(given, mayVanish)
    ? separateByDomain(gold, given, assume, context.budget)
    : null;
