import { apply, type Expr, type Head, integer, isApply, text } from '../../expr.js';
import type { Operator } from '../token.js';
import { applyAll, asSet, isSet, isStatement, operand } from './build.js';
import { parityOf } from './parity.js';
import { accept, bracketed, deeper, peek, peekOperator, type Reader, refuse } from './reader.js';
import { isLoneBar } from './run.js';
import { readPhrase } from './words.js';

const HEADS: ReadonlyMap<Operator, Head> = new Map<Operator, Head>([
  ['=', 'Equal'],
  ['assign', 'Equal'],
  ['!=', 'NotEqual'],
  ['<', 'Less'],
  ['<=', 'LessEqual'],
  ['>', 'Greater'],
  ['>=', 'GreaterEqual'],
  ['approx', 'Approx'],
  ['equiv', 'Congruent'],
  ['in', 'Element'],
  ['notin', 'NotElement'],
  ['subset', 'Subset'],
  ['subseteq', 'SubsetEqual'],
  ['parallel', 'Parallel'],
  ['perp', 'Perpendicular'],
  ['propto', 'Proportional'],
]);

const CHAINED: ReadonlySet<Operator> = new Set<Operator>([
  '=',
  'assign',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'approx',
]);

/** A value, or values with relations between them: `1 < x ≤ 4` is one chain. */
export function relation(reader: Reader): Expr {
  if (accept(reader, 'not')) return deeper(reader, () => apply('Not', relation(reader)));
  const phrased = leadingDomain(reader);
  if (phrased !== null) return phrased;
  // "≈ 24.3" and "= 5": the side before the sign is the question's.
  if (peekOperator(reader) === 'approx' || peekOperator(reader) === '=') reader.at += 1;
  const sides = [reader.shared.rules.value(reader)];
  const operators: Operator[] = [];
  for (let operator = peekOperator(reader); operator !== undefined; operator = peekOperator(reader)) {
    if (!HEADS.has(operator)) break;
    reader.at += 1;
    reader.shared.budget.spend();
    operators.push(operator);
    sides.push(reader.shared.rules.value(reader));
  }
  return divisibility(reader, trailingDomain(reader, withModulus(reader, sides, operators)));
}

/** `5 ∣ n`, where the bar can be nothing else: not in a bracket, where it may set off a condition. */
function divisibility(reader: Reader, left: Expr): Expr {
  if (peekOperator(reader) !== '|' || reader.element || reader.end !== reader.tokens.length) return left;
  const token = peek(reader);
  const mid = token?.kind === 'operator' && token.mark === 'mid';
  if (isStatement(left) || !(mid || isLoneBar(reader))) return left;
  reader.at += 1;
  return apply('Divides', operand(left), operand(reader.shared.rules.value(reader)));
}

/** One relation by its head, several as a chain. */
function related(reader: Reader, sides: readonly Expr[], operators: readonly Operator[]): Expr {
  if (operators.length === 0) return sides[0]!;
  if (operators.length === 1) return single(operators[0]!, sides[0]!, sides[1]!);
  if (!operators.every((operator) => CHAINED.has(operator))) {
    return refuse(reader, 'relations of these kinds do not chain', 'unsupported');
  }
  const parts = sides.flatMap((side, i) =>
    i === 0 ? [side] : [text(operators[i - 1] === 'assign' ? '=' : operators[i - 1]!), side],
  );
  return applyAll('Chain', parts);
}

function single(operator: Operator, left: Expr, right: Expr): Expr {
  const head = HEADS.get(operator)!;
  // Without a modulus, ≡ says that two functions agree everywhere.
  if (head === 'Congruent') return apply('Equal', left, right);
  if (head === 'Element' || head === 'NotElement') return apply(head, left, asSet(right));
  return apply(head, left, right);
}

/** `a ≡ b (mod m)`, also written with `=` or without brackets; `b (mod m)` alone is the residue. */
function withModulus(reader: Reader, sides: readonly Expr[], operators: readonly Operator[]): Expr {
  const operator = operators[operators.length - 1];
  if (operator === undefined) {
    const alone = modulusAhead(reader);
    return alone === null ? sides[0]! : apply('Mod', operand(sides[0]!), operand(alone));
  }
  if (operator !== 'equiv' && operator !== '=') return related(reader, sides, operators);
  const modulus = modulusAhead(reader);
  const right = sides[sides.length - 1]!;
  if (modulus !== null && operators.length === 1) return apply('Congruent', sides[0]!, right, modulus);
  if (modulus !== null) return refuse(reader, 'a chain of congruences', 'unsupported');
  if (operator === 'equiv' && operators.length === 1 && isApply(right, 'Mod')) {
    return apply('Congruent', sides[0]!, right.args[0]!, right.args[1]!);
  }
  return related(reader, sides, operators);
}

/** `(mod m)` at the reader's place; moves past it. */
export function modulusAhead(reader: Reader): Expr | null {
  const token = peek(reader);
  if (token?.kind === 'open' && token.bracket === '(' && peekOperator(reader, 1) === 'mod') {
    return bracketed(reader, (inner) => {
      inner.at += 1;
      return inner.shared.rules.value(inner);
    });
  }
  return null;
}

/** "any integer k", "for all integers k": the domain stands before its symbol. */
function leadingDomain(reader: Reader): Expr | null {
  const token = peek(reader);
  if (token?.kind !== 'text') return null;
  const phrase = readPhrase(token.value);
  if (phrase === null || !('domain' in phrase) || phrase.domain === undefined) return null;
  if (peek(reader, 1) === undefined) return null;
  reader.at += 1;
  return apply('Element', reader.shared.rules.value(reader), phrase.domain);
}

/** "k is an integer", "k an integer", "n is odd": the domain stands after its symbol. */
function trailingDomain(reader: Reader, subject: Expr): Expr {
  const token = peek(reader);
  if (token?.kind !== 'text' || (subject.node !== 'symbol' && !isSet(subject))) return subject;
  const parity = subject.node === 'symbol' ? parityOf(token.value) : null;
  if (parity?.name === null) {
    reader.at += 1;
    return apply('Congruent', subject, integer(parity.remainder), integer(2));
  }
  const phrase = readPhrase(token.value);
  if (phrase?.role !== 'domain') return subject;
  reader.at += 1;
  return apply('Element', subject, phrase.domain);
}
