import { type NumberNode, rational, type Spelling } from '../expr.js';

/** Strips factors 2 and 5 shared with a power of ten, far cheaper than a general gcd on long decimals. */
function reduceDecimal(digits: bigint, places: number, spelling: Spelling): NumberNode {
  if (digits === 0n || places <= 0) {
    const num = places < 0 ? digits * 10n ** BigInt(-places) : digits;
    return { node: 'number', num, den: 1n, spelling };
  }
  let num = digits;
  let twos = places;
  let fives = places;
  while (twos > 0 && (num & 1n) === 0n) {
    num >>= 1n;
    twos -= 1;
  }
  while (fives > 0 && num % 5n === 0n) {
    num /= 5n;
    fives -= 1;
  }
  return { node: 'number', num, den: 2n ** BigInt(twos) * 5n ** BigInt(fives), spelling };
}

/** Significant digits of a digit string without a point: leading zeros do not count, trailing zeros do. */
function significantOf(digits: string): number {
  let lead = 0;
  while (lead < digits.length && digits.charCodeAt(lead) === 48) lead += 1;
  return digits.length - lead;
}

/**
 * The exact value of a numeral of ASCII digits with at most one point (`12`, `3.14`, `.5`), and how it was
 * spelled. Trailing fraction zeros are stripped before any arithmetic, so that long runs of zeros cost nothing.
 */
export function decimalNumeral(raw: string): NumberNode {
  const point = raw.indexOf('.');
  if (point < 0) {
    const spelling: Spelling = { form: 'integer', decimals: 0, significant: significantOf(raw) };
    return { node: 'number', num: BigInt(raw === '' ? '0' : raw), den: 1n, spelling };
  }
  const whole = raw.slice(0, point);
  const fraction = raw.slice(point + 1);
  const spelling: Spelling = {
    form: 'decimal',
    decimals: fraction.length,
    significant: significantOf(whole + fraction),
  };
  let used = fraction.length;
  while (used > 0 && fraction.charCodeAt(used - 1) === 48) used -= 1;
  const digits = whole + fraction.slice(0, used);
  return reduceDecimal(BigInt(digits === '' ? '0' : digits), used, spelling);
}

/** The exact value of `mantissa`·10^`exponent`; the caller caps |exponent|. */
export function scientificNumeral(mantissa: string, exponent: number): NumberNode {
  const point = mantissa.indexOf('.');
  const fraction = point < 0 ? '' : mantissa.slice(point + 1);
  const digits = (point < 0 ? mantissa : mantissa.slice(0, point)) + fraction;
  const spelling: Spelling = {
    form: 'scientific',
    decimals: fraction.length,
    significant: significantOf(digits),
  };
  return reduceDecimal(BigInt(digits === '' ? '0' : digits), fraction.length - exponent, spelling);
}

/** The exact value of a repeating decimal: `whole`.`fixed` followed by `period` for ever (`0.1(6)` is 1/6). */
export function repeatingNumeral(whole: string, fixed: string, period: string): NumberNode {
  const scale = 10n ** BigInt(fixed.length);
  const cycle = 10n ** BigInt(period.length) - 1n;
  const head = BigInt(`${whole}${fixed}` === '' ? '0' : `${whole}${fixed}`);
  const num = head * cycle + BigInt(period);
  const spelling: Spelling = {
    form: 'repeating',
    decimals: fixed.length + period.length,
    significant: significantOf(whole + fixed + period),
  };
  return rational(num, scale * cycle, spelling);
}
