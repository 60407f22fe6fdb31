import type { Answer } from '../../answer.js';
import type { Expr } from '../../expr.js';
import { isApply } from '../../expr.js';
import { isInfinite, isScalar } from './heads.js';
import type { Structurer, Structuring } from './structuring.js';

/** A real interval with ends as given; infinite ends are open. */
function interval(
  ends: readonly [Expr, Expr],
  closed: readonly [boolean, boolean],
  ambiguous: boolean,
): Answer {
  const [low, high] = ends;
  return {
    kind: 'interval',
    low,
    high,
    lowClosed: closed[0] && !isInfinite(low),
    highClosed: closed[1] && !isInfinite(high),
    ambiguous: ambiguous && !isInfinite(low) && !isInfinite(high),
  };
}

const isPair = (args: readonly Expr[]): args is readonly [Expr, Expr] =>
  args.length === 2 && args.every(isScalar);

/** `(x = 1, y = 2)`: the names of the coordinates, when every item gives one. */
function namedItems(args: readonly Expr[]): { readonly names: string[]; readonly values: Expr[] } | null {
  const names: string[] = [];
  const values: Expr[] = [];
  for (const arg of args) {
    const name = isApply(arg, 'Equal') ? arg.args[0]! : null;
    if (name?.node !== 'symbol' || names.includes(name.name)) return null;
    names.push(name.name);
    values.push((arg as { readonly args: readonly Expr[] }).args[1]!);
  }
  return { names, values };
}

function tuple(
  args: readonly Expr[],
  notation: 'round' | 'square' | 'angle',
  { structure }: Structuring,
): Answer {
  const named = namedItems(args);
  if (named === null) return { kind: 'tuple', items: args.map(structure), notation };
  return { kind: 'tuple', items: named.values.map(structure), notation, names: named.names };
}

/** `(a, b)`: a point or an open interval; more items, or items that are no numbers, are a tuple. */
export const structureTuple: Structurer = ({ args }, structuring) =>
  isPair(args) ? interval(args, [false, false], true) : tuple(args, 'round', structuring);

/** `[a, b]`: a list or a closed interval. */
export const structureBracket: Structurer = ({ args }, structuring) =>
  isPair(args) ? interval(args, [true, true], true) : tuple(args, 'square', structuring);

/** `⟨a, b, …⟩`. */
export const structureVector: Structurer = ({ args }, structuring) => tuple(args, 'angle', structuring);

/** `(a, b]` and `[a, b)`. */
export const structureHalfOpen: Structurer = ({ head, args }) =>
  interval([args[0]!, args[1]!], [head === 'HalfOpenRight', head === 'HalfOpenLeft'], false);
