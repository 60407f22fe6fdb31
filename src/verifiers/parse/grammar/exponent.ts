import type { Expr } from '../../expr.js';
import { negate, power } from './build.js';
import { deeper, peekOperator, type Reader } from './reader.js';

/** What stands after `^`: a sign, an operand, and further exponents (right to left). */
export function exponent(reader: Reader): Expr {
  return deeper(reader, () => {
    const operator = peekOperator(reader);
    if (operator === '-' || operator === '+') {
      reader.at += 1;
      return operator === '-' ? negate(exponent(reader)) : exponent(reader);
    }
    const base = reader.shared.rules.operand(reader);
    if (peekOperator(reader) !== '^') return base;
    reader.at += 1;
    return power(base, exponent(reader));
  });
}
