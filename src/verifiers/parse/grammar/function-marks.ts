import type { Expr } from '../../expr.js';
import type { Token } from '../token.js';
import { literalInteger } from './build.js';
import { exponent } from './exponent.js';
import { peek, peekOperator, type Reader, within } from './reader.js';

/** What is written between a function's name and its argument. */
export interface Marks {
  /** The function, or its inverse after `^{-1}`. */
  readonly name: string;
  readonly sub: readonly Token[] | null;
  readonly exponent: Expr | null;
}

const CIRCULAR = 'sin cos tan cot sec csc'.split(' ');
const HYPERBOLIC = 'sinh cosh tanh coth sech csch'.split(' ');

/** `sin^{-1}` is the arcsine, as everywhere in print. */
const INVERSES: ReadonlyMap<string, string> = new Map([
  ...CIRCULAR.map((name): [string, string] => [name, `arc${name}`]),
  ...HYPERBOLIC.map((name): [string, string] => [name, `ar${name}`]),
]);

/** Reads `^2`, `_3`, `^{-1}` after a function's name. */
export function readExponentMark(reader: Reader, name: string): Marks {
  let sub: readonly Token[] | null = null;
  let mark: Expr | null = null;
  for (let token = peek(reader); token?.kind === 'script'; token = peek(reader)) {
    reader.at += 1;
    sub = token.sub ?? sub;
    if (token.sup !== null) mark = within(reader, token.sup, reader.shared.rules.value);
  }
  if (peekOperator(reader) === '^') {
    reader.at += 1;
    mark = exponent(reader);
  }
  const inverse = INVERSES.get(name);
  if (mark !== null && inverse !== undefined && literalInteger(mark) === -1n) {
    return { name: inverse, sub, exponent: null };
  }
  return { name, sub, exponent: mark };
}
