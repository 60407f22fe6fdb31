import { apply, type Expr } from '../../expr.js';
import { operand, power } from './build.js';
import { degrees } from './degrees.js';
import { exponent } from './exponent.js';
import { readOperand } from './operand.js';
import { primes } from './primes.js';
import { peek, peekOperator, type Reader, refuse } from './reader.js';
import { applyScript } from './script.js';

/** Tokens that would multiply what stands before them. */
const OPERANDS: ReadonlySet<string> = new Set([
  'number',
  'name',
  'fraction',
  'binomial',
  'root',
  'accent',
  'open',
  'array',
]);

/** An operand with its exponents, factorials, primes, percent and degree signs. */
export const factor = (reader: Reader): Expr => postfix(reader, readOperand(reader));

/** Everything written after an operand that belongs to it. */
export function postfix(reader: Reader, first: Expr): Expr {
  let base = first;
  for (;;) {
    const token = peek(reader);
    if (token?.kind === 'script') base = applyScript(reader, base, token);
    else if (token?.kind === 'operator') {
      const next = withSign(reader, base);
      if (next === null) return base;
      base = next;
    } else return base;
    reader.shared.budget.spend();
  }
}

/** The operand with the postfix sign at the reader's place, or null when there is none. */
function withSign(reader: Reader, base: Expr): Expr | null {
  switch (peekOperator(reader)) {
    case '^':
      reader.at += 1;
      return power(base, exponent(reader));
    case '!':
      reader.at += 1;
      return apply('Factorial', operand(base));
    case '!!':
      reader.at += 1;
      return apply('DoubleFactorial', operand(base));
    case '%':
      reader.at += 1;
      // `50 % 50!`, `y = 2x % y = 3x`: a comment or a remainder, no percentage times something.
      if (OPERANDS.has(peek(reader)?.kind ?? '')) return refuse(reader, 'an operand after a percent sign');
      return apply('Percent', operand(base));
    case 'degree':
      return degrees(reader, base);
    case 'prime':
    case 'arcminute':
    case 'arcsecond':
      return base.node === 'number' ? null : primes(reader, base);
    default:
      return null;
  }
}
