/**
 * Elementary functions on fixed-point integers: `x` stands for `x · 2^−bits`. Each result is within two units of
 * the last place of the true value; the guard bits below are what that takes. Starting values come from doubles
 * and are corrected exactly, so a double's last digit never matters.
 */

/** Guard bits of the series: covers 3 units for each of up to 4000 terms, growing with every doubling. */
const GUARD = 16n;

const halvings = (bits: number): number => Math.floor(Math.sqrt(bits) / 1.6) + 1;

/** e^x for |x| ≤ 1, within 2 units. */
export function expFixed(x: bigint, bits: number): bigint {
  // x is halved `s` times, summed as a Taylor series and squared back; each squaring doubles the relative error.
  const s = halvings(bits);
  const p = BigInt(bits + s) + GUARD;
  const t = x << GUARD;
  const one = 1n << p;
  let sum = one + t;
  let term = t;
  for (let k = 2n; term !== 0n && term !== -1n; k++) {
    term = ((term * t) >> p) / k;
    sum += term;
  }
  for (let j = 0; j < s; j++) sum = (sum * sum) >> p;
  return sum >> (GUARD + BigInt(s));
}

/** `[sin x, cos x]` for |x| ≤ 1, within 2 units. */
export function sinCosFixed(x: bigint, bits: number): readonly [bigint, bigint] {
  // Halve, sum both series, double the angle back with v = 1 − cos x, which keeps small angles exact.
  const s = halvings(bits);
  const p = BigInt(bits + s) + GUARD;
  const t = x << GUARD;
  const square = (t * t) >> p;
  const one = 1n << p;
  let sine = t;
  let v = square >> 1n;
  let odd = t;
  let even = v;
  for (let k = 3n; odd !== 0n || even > 0n; k += 2n) {
    odd = -((odd * square) >> p) / (k * (k - 1n));
    even = ((even * square) >> p) / (k * (k + 1n));
    sine += odd;
    v += k % 4n === 3n ? -even : even;
  }
  for (let j = 0; j < s; j++) {
    const doubled = (sine * (one - v)) >> (p - 1n);
    v = (sine * sine) >> (p - 1n);
    sine = doubled;
  }
  const back = GUARD + BigInt(s);
  return [sine >> back, (one - v) >> back];
}

/** Σ u^(2k+1)/(2k+1), with alternating signs for the arctangent; few terms, for |u| < 2^−30. */
function oddSeries(u: bigint, p: bigint, alternate: boolean): bigint {
  const square = (u * u) >> p;
  let sum = u;
  let power = u;
  let sign = alternate ? -1n : 1n;
  for (let k = 3n; ; k += 2n) {
    power = (power * square) >> p;
    if (power === 0n || power === -1n) return sum;
    sum += (sign * power) / k;
    if (alternate) sign = -sign;
  }
}

/** Bits of a starting value taken from a double. */
const SEED_BITS = 48;
/** Up to this precision a double starts the correction; beyond it a shorter fixed-point value does. */
const SEED_LIMIT = 700;

const seed = (value: number, bits: number): bigint =>
  BigInt(Math.round(value * 2 ** SEED_BITS)) << BigInt(bits - SEED_BITS);

const toDouble = (x: bigint, bits: number): number => Number(x >> BigInt(bits - 60)) / 2 ** 60;

/** ln x for 1/2 ≤ x ≤ 2 (about), within 2 units; `bits` ≥ 64. */
export function lnFixed(x: bigint, bits: number): bigint {
  const wide = bits + 12;
  const p = BigInt(wide);
  const start =
    bits <= SEED_LIMIT ? seed(Math.log(toDouble(x, bits)), wide) : shorterStart(lnFixed, x, bits, wide);
  // ln x = y + ln(x·e^−y), and x·e^−y = 1 + t is next to 1.
  const near = (x << 12n) * expFixed(-start, wide);
  const t = (near >> p) - (1n << p);
  const u = (t << p) / ((2n << p) + t);
  return (start + 2n * oddSeries(u, p, false)) >> 12n;
}

/** arctan x for |x| ≤ 1, within 2 units; `bits` ≥ 64. */
export function atanFixed(x: bigint, bits: number): bigint {
  const wide = bits + 12;
  const p = BigInt(wide);
  const start =
    bits <= SEED_LIMIT ? seed(Math.atan(toDouble(x, bits)), wide) : shorterStart(atanFixed, x, bits, wide);
  // arctan x = y + arctan((x cos y − sin y)/(cos y + x sin y)).
  const [sine, cosine] = sinCosFixed(start, wide);
  const full = x << 12n;
  const top = full * cosine - (sine << p);
  const bottom = cosine + ((full * sine) >> p);
  return (start + oddSeries(top / bottom, p, true)) >> 12n;
}

function shorterStart(f: (x: bigint, bits: number) => bigint, x: bigint, bits: number, wide: number): bigint {
  const fewer = Math.ceil(bits / 6) + 16;
  return f(x >> BigInt(bits - fewer), fewer) << BigInt(wide - fewer);
}
