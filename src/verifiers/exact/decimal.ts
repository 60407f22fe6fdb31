import { type Ball, ends, isBounded, isZero, topBit } from './ball.js';

/** Values outside 10^±LIMIT are not written out. */
const LIMIT = 20_000;

/** A decimal numeral `d.ddd × 10^exponent`; `digits` holds the significant digits without the point. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

const LOG10_2 = Math.log10(2);

/** |n|·2^exp / 10^place, rounded half up. */
function roundedAt(n: bigint, exp: number, place: number): bigint {
  let top = n < 0n ? -n : n;
  let bottom = 1n;
  if (exp >= 0) top <<= BigInt(exp);
  else bottom <<= BigInt(-exp);
  if (place >= 0) bottom *= 10n ** BigInt(place);
  else top *= 10n ** BigInt(-place);
  return (2n * top + bottom) / (2n * bottom);
}

/**
 * The decimal of `count` significant digits that every number of the ball rounds to (halves away from zero), or
 * `null` when the ball does not settle it. Zero has no significant digits: `null`.
 */
export function decimalOf(a: Ball, count: number): Decimal | null {
  if (!isBounded(a) || isZero(a)) return null;
  const [low, high] = ends(a);
  if (low < 0n !== high < 0n || low === 0n || high === 0n) return null;
  const guess = Math.floor(topBit(a) * LOG10_2);
  if (Math.abs(guess) > LIMIT) return null;
  // The leading digit stands at 10^guess or just below it; rounding may carry to the next place.
  for (const exponent of [guess, guess - 1]) {
    const place = exponent - count + 1;
    const digits = roundedAt(low, a.exp, place).toString();
    if (digits.length < count) continue;
    if (roundedAt(high, a.exp, place).toString() !== digits) return null;
    if (digits.length === count) return { negative: low < 0n, digits, exponent };
    return { negative: low < 0n, digits: digits.slice(0, count), exponent: exponent + 1 };
  }
  return null;
}

/** Writes a decimal plainly where that is short, else with an exponent. */
export function formatDecimal({ negative, digits, exponent }: Decimal): string {
  const sign = negative ? '-' : '';
  if (exponent >= digits.length + 3 || exponent < -5) {
    const rest = digits.slice(1);
    return `${sign}${digits.charAt(0)}${rest === '' ? '' : `.${rest}`}e${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (exponent >= digits.length - 1) return `${sign}${digits}${'0'.repeat(exponent - digits.length + 1)}`;
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}
