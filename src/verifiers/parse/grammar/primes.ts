import { apply, type Expr } from '../../expr.js';
import { peekOperator, type Reader } from './reader.js';

/** `f′`, `y″`: a derivative of an unknown function. */
export function primes(reader: Reader, base: Expr): Expr {
  let order = 0n;
  for (;;) {
    const operator = peekOperator(reader);
    if (operator === 'prime' || operator === 'arcminute') order += 1n;
    else if (operator === 'arcsecond') order += 2n;
    else break;
    reader.at += 1;
  }
  return apply('Prime', base, { node: 'number', num: order, den: 1n });
}
