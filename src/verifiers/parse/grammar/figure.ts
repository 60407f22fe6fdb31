import { apply, type Expr, symbol, text } from '../../expr.js';
import type { Operator } from '../token.js';
import { peek, type Reader, refuse } from './reader.js';
import { subscripted } from './subscript.js';

/** `∠ABC`, `△ABC`, `∠1`, `∠α`: a named figure. A triangle without letters is the discriminant Δ. */
export function readFigure(reader: Reader, operator: Operator): Expr {
  reader.at += 1;
  const letters = readLetters(reader);
  if (letters.length > 0) return apply('Segment', text(operator), ...letters);
  if (operator === 'triangle') return symbol('Delta');
  const token = peek(reader);
  if (token?.kind === 'number') {
    reader.at += 1;
    return apply('Segment', text(operator), token.value);
  }
  if (token?.kind !== 'name') return refuse(reader, `${operator} without the name of a figure`);
  reader.at += 1;
  return apply('Segment', text(operator), symbol(token.name));
}

const MAX_LETTERS = 12;

/** Capital letters with primes or subscripts, side by side. */
function readLetters(reader: Reader): readonly Expr[] {
  const letters: Expr[] = [];
  while (letters.length < MAX_LETTERS) {
    const token = peek(reader);
    if (token?.kind !== 'name' || !/^[A-Z]$/.test(token.name)) break;
    reader.at += 1;
    const script = peek(reader);
    const sub = script?.kind === 'script' && script.sup === null ? script.sub : null;
    if (sub === null) letters.push(symbol(token.name));
    else {
      letters.push(subscripted(reader, symbol(token.name), sub));
      reader.at += 1;
    }
  }
  return letters;
}
