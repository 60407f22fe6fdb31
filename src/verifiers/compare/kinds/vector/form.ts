import type { Answer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { add, multiply, subtract, ZERO } from '../../../exact/build.js';
import { type Expr, integer } from '../../../expr.js';
import { compareExpressions, mentions, substitute } from '../../rules/index.js';

/** The ways to write the three unit vectors; `i` alone is also the imaginary unit. */
const UNIT_NAMES: readonly (readonly string[])[] = [
  ['i', 'j', 'k'],
  ['hat(i)', 'hat(j)', 'hat(k)'],
];

const expression = (expr: Expr): Answer => ({ kind: 'expression', expr });

function coordinates(expr: Expr, names: readonly string[], context: Context): readonly Expr[] | null {
  const at = (one: string | null): Expr =>
    substitute(expr, new Map(names.map((name) => [name, integer(name === one ? 1 : 0)])));
  const constant = at(null);
  if (compareExpressions(constant, ZERO, context).kind !== 'equal') return null;
  const found = names.map((name) => subtract(at(name), constant));
  const rebuilt = found.reduce<Expr>(
    (sum, value, i) => add(sum, multiply(value, { node: 'symbol', name: names[i]! })),
    ZERO,
  );
  // The unit vectors are plain unknowns here, so `i` must not be read as √−1 while the form is checked.
  const plain = (part: Expr): Expr =>
    substitute(part, new Map(names.map((name, i) => [name, { node: 'symbol', name: `unit_${i}` } as const])));
  return compareExpressions(plain(expr), plain(rebuilt), context).kind === 'equal' ? found : null;
}

/** The coordinates of `2i + 3j − k`, as many as `size`; null when the expression is no such vector. */
export function unitVectorItems(expr: Expr, size: number, context: Context): readonly Answer[] | null {
  if (size < 2 || size > 3) return null;
  const names = UNIT_NAMES.find((list) => list.some((name) => mentions(expr, name)));
  if (names === undefined) return null;
  const found = coordinates(expr, names, context);
  if (found === null) return null;
  if (size === 2 && compareExpressions(found[2]!, ZERO, context).kind !== 'equal') return null;
  return found.slice(0, size).map(expression);
}

/** True when a bold or hatted unit vector occurs. */
export const hasMarkedUnit = (expr: Expr): boolean => UNIT_NAMES[1]!.some((name) => mentions(expr, name));
