import { apply, type Expr, integer } from '../../expr.js';
import { divide, operand, plus } from './build.js';
import { peek, peekOperator, type Reader } from './reader.js';

/** `30°`, and `30° 15′ 20″` as one angle in degrees. */
export function degrees(reader: Reader, base: Expr): Expr {
  reader.at += 1;
  const parts = [operand(base)];
  const minutes = part(reader, isMinute);
  if (minutes !== null) parts.push(divide(minutes, integer(60)));
  const seconds = part(reader, isSecond);
  if (seconds !== null) parts.push(divide(seconds, integer(3600)));
  return apply('Degree', plus(parts));
}

/** Signs at the reader's place after a number: how many tokens they take, or 0. */
type SignLength = (reader: Reader) => number;

const isMinute: SignLength = (reader) => {
  const sign = peekOperator(reader, 1);
  if (sign === 'arcminute') return 1;
  return sign === 'prime' && peekOperator(reader, 2) !== 'prime' ? 1 : 0;
};

const isSecond: SignLength = (reader) => {
  const sign = peekOperator(reader, 1);
  if (sign === 'arcsecond') return 1;
  return sign === 'prime' && peekOperator(reader, 2) === 'prime' ? 2 : 0;
};

function part(reader: Reader, signLength: SignLength): Expr | null {
  const token = peek(reader);
  if (token?.kind !== 'number') return null;
  const length = signLength(reader);
  if (length === 0) return scriptedPart(reader, signLength);
  reader.at += 1 + length;
  return token.value;
}

/** `15^{\prime}`: the sign stands in a script of its own. */
function scriptedPart(reader: Reader, signLength: SignLength): Expr | null {
  const token = peek(reader);
  const script = peek(reader, 1);
  if (token?.kind !== 'number' || script?.kind !== 'script' || script.sub !== null) return null;
  const signs = (script.sup ?? []).map((inner) => (inner.kind === 'operator' ? inner.operator : ''));
  const wanted = signLength === isMinute ? 1 : 2;
  const primes = signs.every((sign) => sign === 'prime') && signs.length === wanted;
  const named = signs.length === 1 && signs[0] === (wanted === 1 ? 'arcminute' : 'arcsecond');
  if (!primes && !named) return null;
  reader.at += 2;
  return token.value;
}
