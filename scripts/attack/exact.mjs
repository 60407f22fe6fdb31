// Exact arithmetic of its own, so that the search never asks the verifier what is wrong: fractions of big integers, a
// reader of plain arithmetic, and polynomials in x.

const gcd = (a, b) => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** num/den in lowest terms, den > 0. */
export function fraction(num, den = 1n) {
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num, den < 0n ? -den : den) || 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

export const plus = (a, b) => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const times = (a, b) => fraction(a.num * b.num, a.den * b.den);
export const negative = (a) => ({ num: -a.num, den: a.den });
export const same = (a, b) => a.num === b.num && a.den === b.den;

/** a^n for a whole n, |n| ≤ 64; null for 0^0 and 0^−n. */
export function power(a, n) {
  if (n > 64n || n < -64n || (a.num === 0n && n <= 0n)) return null;
  return n >= 0n ? fraction(a.num ** n, a.den ** n) : fraction(a.den ** -n, a.num ** -n);
}

/**
 * The value of arithmetic written with digits, one point, + - * / ^ ( ), spaces around signs and `\frac{…}{…}` only; null
 * for anything else. A product must be written: no juxtaposition, so that there is one reading.
 */
export function evaluate(text) {
  const reader = { text, at: 0, depth: 0 };
  const value = sum(reader);
  return value !== null && reader.at === text.length ? value : null;
}

function skip(reader) {
  while (reader.text[reader.at] === ' ') reader.at += 1;
}

function take(reader, mark) {
  skip(reader);
  if (!reader.text.startsWith(mark, reader.at)) return false;
  reader.at += mark.length;
  return true;
}

function sum(reader) {
  reader.depth += 1;
  let total = reader.depth > 30 ? null : product(reader);
  while (total !== null) {
    const sign = take(reader, '+') ? 1n : take(reader, '-') ? -1n : 0n;
    if (sign === 0n) break;
    const next = product(reader);
    total = next === null ? null : plus(total, times(fraction(sign), next));
  }
  reader.depth -= 1;
  skip(reader);
  return total;
}

function product(reader) {
  let total = signed(reader);
  while (total !== null) {
    const sign = take(reader, '*') ? '*' : take(reader, '/') ? '/' : '';
    if (sign === '') break;
    const next = signed(reader);
    if (next === null || (sign === '/' && next.num === 0n)) return null;
    total = times(total, sign === '/' ? fraction(next.den, next.num) : next);
  }
  return total;
}

function signed(reader) {
  if (take(reader, '-')) {
    const inner = signed(reader);
    return inner === null ? null : negative(inner);
  }
  const base = atom(reader);
  if (base === null || !take(reader, '^')) return base;
  const exponent = take(reader, '{') ? closed(reader, '}') : atom(reader);
  if (reader.text[reader.at] === '^') return null;
  return exponent === null || exponent.den !== 1n ? null : power(base, exponent.num);
}

function closed(reader, mark) {
  const inner = sum(reader);
  return inner !== null && take(reader, mark) ? inner : null;
}

function atom(reader) {
  if (take(reader, '(')) return closed(reader, ')');
  if (take(reader, '\\frac{')) {
    const top = closed(reader, '}');
    const bottom = top !== null && take(reader, '{') ? closed(reader, '}') : null;
    return bottom === null || bottom.num === 0n ? null : times(top, fraction(bottom.den, bottom.num));
  }
  skip(reader);
  const found = /^(\d{1,40})(?:\.(\d{1,40}))?(?![\d.,])/.exec(reader.text.slice(reader.at, reader.at + 90));
  if (found === null) return null;
  reader.at += found[0].length;
  const part = found[2] ?? '';
  return fraction(BigInt(found[1] + part), 10n ** BigInt(part.length));
}

/** A polynomial by coefficients, lowest first, at a fraction. */
export const polynomialAt = (coefficients, x) =>
  coefficients.reduceRight((total, c) => plus(times(total, x), fraction(BigInt(c))), fraction(0n));
