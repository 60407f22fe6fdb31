import { apply, type Expr, isApply } from '../../expr.js';
import { asOperand, isSet, negate, operand, plus } from './build.js';
import { deeper, peek, peekOperator, type Reader, refuse } from './reader.js';

/** Sums, differences and `a ± b`. A difference of sets removes points: ℝ − {0}. */
export function sum(reader: Reader): Expr {
  const start = reader.at;
  let parts = [signedTerm(reader)];
  for (;;) {
    const operator = peekOperator(reader);
    if (operator !== '+' && operator !== '-' && operator !== 'pm' && operator !== 'mp') break;
    reader.at += 1;
    reader.shared.budget.spend();
    const right = signedTerm(reader);
    if (operator === '+') parts.push(right);
    else if (operator === '-') parts = minus(parts, right);
    else parts = [apply(operator === 'pm' ? 'PlusMinus' : 'MinusPlus', operand(plus(parts)), operand(right))];
  }
  if (parts.length > 1 && parts.some(isNumeral) && holdsUnit(reader, start))
    refuse(reader, 'a sum of a number with a unit and a number without one', 'parse-error', start);
  return plus(parts);
}

const isNumeral = (part: Expr): boolean =>
  part.node === 'number' || (part.node === 'apply' && part.head === 'Negate' && isNumeral(part.args[0]!));

/** `3\text{ m}` among the tokens read since `start`. */
function holdsUnit(reader: Reader, start: number): boolean {
  for (let at = start; at < reader.at; at += 1) {
    const token = reader.tokens[at];
    if (token?.kind === 'name' && token.measured === true) return true;
  }
  return false;
}

function minus(parts: Expr[], right: Expr): Expr[] {
  const only = parts.length === 1 ? parts[0]! : null;
  if (only !== null && (isSet(only) || (isSet(right) && mayBeSet(only)))) {
    return [apply('SetMinus', asOperand(only), asOperand(right))];
  }
  parts.push(negate(right));
  return parts;
}

/** Intervals and capital letters; `3 - {x + 1}` only uses braces as brackets. */
const mayBeSet = (expr: Expr): boolean =>
  expr.node === 'symbol'
    ? expr.name.charCodeAt(0) < 97
    : expr.node === 'apply' && (expr.head === 'Tuple' || expr.head === 'Bracket');

/** `−3 mod 5` is (−3) mod 5: the sign belongs to what is divided. */
const negated = (arg: Expr): Expr =>
  isApply(arg, 'Mod') ? apply('Mod', negate(arg.args[0]!), arg.args[1]!) : negate(arg);

const SIGNS: ReadonlyMap<string, (arg: Expr) => Expr> = new Map<string, (arg: Expr) => Expr>([
  ['-', negated],
  ['+', (arg): Expr => arg],
  ['pm', (arg): Expr => apply('PlusMinus', operand(arg))],
  ['mp', (arg): Expr => apply('MinusPlus', operand(arg))],
]);

/** A term with any signs before it; the sign takes the whole product: −2x is −(2x). */
function signedTerm(reader: Reader): Expr {
  const sign = peek(reader)?.kind === 'operator' ? SIGNS.get(peekOperator(reader)!) : undefined;
  if (sign === undefined) return reader.shared.rules.term(reader);
  reader.at += 1;
  return deeper(reader, () => sign(signedTerm(reader)));
}
