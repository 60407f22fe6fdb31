import { add, type Ball, div, mul, neg, rounded, sign, sub, topBit, WHOLE, widen } from './ball.js';
import { exp, ln } from './ball-exp.js';
import { pi } from './ball-trig.js';

/** Terms of Stirling's series. */
const TERMS = 24;
/** Arguments are raised to at least this before the series; beyond this precision digits are simply lost. */
const MOST_STEPS = 700;
/** Γ of anything above 2^40 has an exponent out of range. */
const LARGEST_TOP = 40;

const whole = (n: bigint): Ball => ({ mid: n, exp: 0, rad: 0 });

/** Tangent numbers T1 … Tn, integers from which the Bernoulli numbers follow. */
function tangentNumbers(n: number): bigint[] {
  const t: bigint[] = [0n, 1n];
  for (let k = 2; k <= n; k++) t[k] = BigInt(k - 1) * (t[k - 1] ?? 0n);
  for (let k = 2; k <= n; k++)
    for (let j = k; j <= n; j++) t[j] = BigInt(j - k) * (t[j - 1] ?? 0n) + BigInt(j - k + 2) * (t[j] ?? 0n);
  return t;
}

/** |B_2k| as numerator and denominator: 2k·T_k / (4^k (4^k − 1)). */
const bernoulli = (tangent: bigint, k: number): readonly [bigint, bigint] => {
  const four = 4n ** BigInt(k);
  return [2n * BigInt(k) * tangent, four * (four - 1n)];
};

/** ln Γ(z) for z ≥ 1 by Stirling's series; the error is below the first term left out. */
function lnGamma(z: Ball, bits: number): Ball {
  const twoPi = { ...pi(bits), exp: pi(bits).exp + 1 };
  const halfLog = ln(twoPi, bits);
  const main = sub(mul(sub(z, { mid: 1n, exp: -1, rad: 0 }, bits), ln(z, bits), bits), z, bits);
  let sum = add(main, { ...halfLog, exp: halfLog.exp - 1 }, bits);
  const tangents = tangentNumbers(TERMS + 1);
  const inverse = div(whole(1n), z, bits);
  const square = mul(inverse, inverse, bits);
  let power = inverse;
  for (let k = 1; k <= TERMS + 1; k++) {
    const [num, den] = bernoulli(tangents[k] ?? 0n, k);
    const term = mul(div(whole(num), whole(den * BigInt(2 * k) * BigInt(2 * k - 1)), bits), power, bits);
    if (k > TERMS) return widen(sum, 1, topBit(term) + 1);
    sum = k % 2 === 1 ? add(sum, term, bits) : add(sum, neg(term), bits);
    power = mul(power, square, bits);
  }
  return sum;
}

/** Γ(a) for a positive ball, nothing known otherwise. `spend` is called for every multiplication. */
export function gamma(a: Ball, bits: number, spend: (steps: number) => void): Ball {
  if (sign(a) !== 1) return WHOLE;
  const top = topBit(a);
  if (top > LARGEST_TOP) return WHOLE;
  const wp = bits + 24 + 2 * Math.max(0, top);
  const goal = Math.min(MOST_STEPS, Math.ceil(bits * 0.75) + 8);
  // Γ(z) = Γ(z + n) / (z (z + 1) … (z + n − 1)) moves z to where the series is sharp.
  let z = a;
  let divisor = whole(1n);
  for (let n = 0; n < goal && topBit(z) <= 10 && Number(z.mid) * 2 ** z.exp < goal; n++) {
    spend(2);
    divisor = mul(divisor, z, wp);
    z = add(z, whole(1n), wp);
  }
  spend(TERMS * 4);
  const value = div(exp(lnGamma(z, wp), wp), divisor, wp);
  return rounded(value.mid, value.exp, value.rad, bits);
}
