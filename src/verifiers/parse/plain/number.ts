import { decimalNumeral, scientificNumeral } from '../numeral.js';
import { isDigit, isLetter } from './characters.js';
import { charAt, digitsEnd, emit, refuseAt, type Scan } from './scan.js';

/** Digits one numeral may have; longer ones are no answers and cost too much to convert. */
const MAX_DIGITS = 20_000;

/** Powers of ten beyond this are refused: nothing is gained from writing them as one numeral. */
const MAX_EXPONENT = 4000;

/** True where a numeral starts: a digit, or a point before one. */
export const startsNumber = (scan: Scan): boolean =>
  isDigit(charAt(scan)) ||
  (charAt(scan) === '.' && isDigit(charAt(scan, 1)) && scan.chars[scan.at - 1] !== '.');

/** Digits with an optional point and exponent: `12`, `.5`, `0.` before a period in brackets, `1.5e-4`. */
export function lexNumber(scan: Scan): void {
  const start = scan.at;
  let end = digitsEnd(scan, start);
  if (scan.chars[end] === '.' && pointBelongs(scan, end)) end = digitsEnd(scan, end + 1);
  if (end - start > MAX_DIGITS) {
    refuseAt(scan, `a numeral of more than ${MAX_DIGITS} digits`, end - start);
    return;
  }
  scan.budget.spend(1 + ((end - start) >> 4));
  const raw = scan.chars.slice(start, end).join('');
  const exponent = exponentEnd(scan, raw, end);
  if (exponent === null) emit(scan, { kind: 'number', raw, value: decimalNumeral(raw) }, end);
  else lexScientific(scan, raw, end, exponent);
}

/** The point of `3.14` and of `0.(3)`, not a full stop or an ellipsis. */
function pointBelongs(scan: Scan, at: number): boolean {
  const next = scan.chars[at + 1];
  if (isDigit(next)) return true;
  return next === '(' && isDigit(scan.chars[at + 2]);
}

function lexScientific(scan: Scan, mantissa: string, mark: number, end: number): void {
  const exponent = Number(scan.chars.slice(mark + 1, end).join(''));
  if (Math.abs(exponent) > MAX_EXPONENT) refuseAt(scan, 'an exponent beyond all use', end - scan.at);
  else {
    const raw = scan.chars.slice(scan.at, end).join('');
    emit(scan, { kind: 'number', raw, value: scientificNumeral(mantissa, exponent) }, end);
  }
}

/**
 * End of an exponent `e-4` after the mantissa, or null. `2e+3` and `2e-1` with a whole mantissa above 1 and a short
 * exponent are the number e times 2, plus or minus something: no program prints such numerals.
 */
function exponentEnd(scan: Scan, mantissa: string, at: number): number | null {
  const mark = scan.chars[at];
  if (mark !== 'e' && mark !== 'E') return null;
  const sign = scan.chars[at + 1];
  const signed = sign === '-' || sign === '+';
  const from = signed ? at + 2 : at + 1;
  const end = digitsEnd(scan, from);
  if (end === from || end - from > 9 || isLetter(scan.chars[end])) return null;
  if (scan.chars[end] === '.' && isDigit(scan.chars[end + 1])) return null;
  const decimal = mantissa.includes('.') || mantissa === '1' || mark === 'E';
  if (decimal || end - from > 1) return end;
  const digit = scan.chars[from]!;
  return sign === '+' || digit <= '2' ? null : end;
}
