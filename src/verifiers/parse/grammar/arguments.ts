import type { Expr } from '../../expr.js';
import { isApply, text } from '../../expr.js';
import { accept, bracketed, peek, type Reader } from './reader.js';

/** Arguments in the bracket at the reader's place: all items, or none. */
export function readArguments(reader: Reader, conditional = false): readonly Expr[] {
  return bracketed(reader, (inner) => {
    inner.element = conditional;
    const found: Expr[] = [];
    while (inner.at < inner.end) {
      found.push(inner.shared.rules.item(inner));
      // `P(A | B)`: the bar stays visible, so that it is not `P(A, B)`.
      if (accept(inner, '|')) found.push(text('|'));
      else if (!accept(inner, ',') && !accept(inner, ';')) break;
    }
    return found;
  });
}

/** True when a bracket that can hold arguments is next. */
export function argumentsAhead(reader: Reader, ahead = 0): boolean {
  const token = peek(reader, ahead);
  if (token?.kind !== 'open') return false;
  return token.bracket === '(' || token.bracket === '[' || token.bracket === '{';
}

/** Arguments of a function of sets or lists: `max{a, b}`, `Matrix([…])`, `gcd((a, b))` give the items themselves. */
export function spreadArguments(args: readonly Expr[]): readonly Expr[] {
  const only = args.length === 1 ? args[0]! : null;
  if (only === null) return args;
  const spread =
    isApply(only, 'Set') || isApply(only, 'Bracket') || isApply(only, 'Tuple') || isApply(only, 'List');
  return spread ? only.args : args;
}
