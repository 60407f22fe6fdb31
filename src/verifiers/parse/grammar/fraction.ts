import type { Expr } from '../../expr.js';
import type { Token } from '../token.js';
import { divide } from './build.js';
import { derivativeFraction } from './derivative.js';
import { integrandTop } from './integral.js';
import { type Reader, valueWithin } from './reader.js';

/** A fraction: a quotient, or `d/dx` applied to what it holds or to what follows. */
export function readFraction(reader: Reader, token: Extract<Token, { kind: 'fraction' }>): Expr {
  const derivative = derivativeFraction(reader, token);
  if (derivative !== null) return derivative;
  const top = reader.integrals > 0 ? integrandTop(reader, token.top) : valueWithin(reader, token.top);
  const bottom = valueWithin(reader, token.bottom);
  reader.at += 1;
  return divide(top, bottom);
}
