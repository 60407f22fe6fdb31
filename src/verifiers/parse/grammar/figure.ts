import { apply, type Expr, symbol, text } from '../../expr.js';
import type { Operator } from '../token.js';
import { negate, power, times } from './build.js';
import { peek, peekOperator, type Reader, refuse } from './reader.js';
import { subscripted } from './subscript.js';

/** `∠ABC`, `△ABC`, `∠1`, `∠α`: a named figure. A triangle without letters is the discriminant Δ. */
export function readFigure(reader: Reader, operator: Operator): Expr {
  reader.at += 1;
  if (operator === 'angle' && isPolar(reader)) return turned(reader);
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

/** `2∠30°`: a number before the sign, and an angle that is no name after it. */
function isPolar(reader: Reader): boolean {
  const before = reader.tokens[reader.at - 2]?.kind;
  const next = peek(reader);
  const value = next?.kind === 'number' || next?.kind === 'fraction' || next?.kind === 'open';
  const negative = next?.kind === 'operator' && next.operator === '-';
  return (
    (before === 'number' || before === 'root' || before === 'fraction' || before === 'close') &&
    (value || negative)
  );
}

/** The factor e^{iθ} of a number in polar form; θ has a degree sign or π, so that its measure is known. */
function turned(reader: Reader): Expr {
  const start = reader.at;
  const minus = peekOperator(reader) === '-';
  if (minus) reader.at += 1;
  const angle = reader.shared.rules.factor(reader);
  if (!isMeasured(angle)) return refuse(reader, 'a polar form without degrees or π', 'unsupported', start);
  return power(symbol('e'), times([symbol('i'), minus ? negate(angle) : angle]));
}

const isMeasured = (angle: Expr): boolean =>
  angle.node === 'symbol'
    ? angle.name === 'pi'
    : angle.node === 'apply' && (angle.head === 'Degree' || angle.args.some(isMeasured));

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
