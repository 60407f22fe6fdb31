import type { RealField } from './real-field.js';

/** Every real within `rad` of `mid`. A radius that is not finite (NaN included) means nothing is known. */
export interface FloatBall {
  readonly mid: number;
  readonly rad: number;
}

/** Half a unit in the last place, relative. */
const HALF_ULP = 2 ** -53;
/** Relative margin granted to `Math.exp` and the like: eight units, where engines err by less than one. */
const LIBRARY = 2 ** -49;
/** Inflates a radius computed with rounded operations (at most six of them). */
const UP = 1 + 2 ** -49;
/** Absolute margin for results that may have underflowed. */
const TINY = 2 ** -1060;
/** Below this, products and quotients get the absolute margin. */
const SMALL = 2 ** -960;
/** Beyond this argument the library's reduction of sin and cos is not relied on. */
const TRIG_LIMIT = 1e5;

const WHOLE: FloatBall = { mid: 0, rad: Number.POSITIVE_INFINITY };
const ZERO: FloatBall = { mid: 0, rad: 0 };
const ONE: FloatBall = { mid: 1, rad: 0 };

/** 24-bit numbers: the product of two of them is exact in a double. */
const short = (x: number): boolean => Math.fround(x) === x;

const ball = (mid: number, rad: number): FloatBall => {
  if (rad === 0) return { mid, rad };
  return { mid, rad: rad * UP + (Math.abs(mid) < SMALL ? TINY : 0) };
};

const exact = (mid: number): FloatBall => ({ mid, rad: 0 });

/** Ball around a library result with relative margin, plus the spread that the argument's radius causes. */
const near = (mid: number, spread: number): FloatBall => ball(mid, Math.abs(mid) * LIBRARY + TINY + spread);

/** base^n by multiplication; NaN where a product leaves the exact integers. */
function exactPower(base: number, n: number): number {
  let product = 1;
  for (let k = 0; k < n; k++) product *= base;
  return Number.isSafeInteger(product) ? product : Number.NaN;
}

function exactConversion(num: bigint, den: bigint, value: number): boolean {
  if (den === 1n) return BigInt(value) === num;
  return (den & (den - 1n)) === 0n && Math.abs(value) > SMALL && BigInt(value * Number(den)) === num;
}

/** Float64 balls: a few tens of nanoseconds an operation. */
export class FloatField implements RealField<FloatBall> {
  readonly bits = 53;
  readonly span = 0;
  readonly zero: FloatBall = ZERO;
  readonly one: FloatBall = ONE;
  readonly whole: FloatBall = WHOLE;

  fromNumber(value: number): FloatBall {
    return exact(value);
  }

  fromRational(num: bigint, den: bigint): FloatBall {
    const value = Number(num) / Number(den);
    if (!Number.isFinite(value)) return WHOLE;
    if (num === 0n) return ZERO;
    return exactConversion(num, den, value)
      ? exact(value)
      : ball(value, Math.abs(value) * 4 * HALF_ULP + TINY);
  }

  pi(): FloatBall {
    return { mid: Math.PI, rad: 2 ** -52 };
  }

  add(a: FloatBall, b: FloatBall): FloatBall {
    const mid = a.mid + b.mid;
    const part = mid - a.mid;
    // The rounding error of a sum is itself a double (Knuth's two-sum), so exact sums keep a zero radius.
    const error = a.mid - (mid - part) + (b.mid - part);
    const rad = a.rad + b.rad + Math.abs(error);
    return rad === 0 ? { mid, rad } : { mid, rad: rad * UP };
  }

  sub(a: FloatBall, b: FloatBall): FloatBall {
    return this.add(a, { mid: -b.mid, rad: b.rad });
  }

  mul(a: FloatBall, b: FloatBall): FloatBall {
    const mid = a.mid * b.mid;
    if ((a.mid === 0 && a.rad === 0) || (b.mid === 0 && b.rad === 0))
      return this.isBounded(a) && this.isBounded(b) ? ZERO : WHOLE;
    const rounding =
      short(a.mid) && short(b.mid) && Math.abs(mid) > SMALL ? 0 : Math.abs(mid) * HALF_ULP + TINY;
    if (a.rad === 0 && b.rad === 0) return ball(mid, rounding);
    return ball(mid, Math.abs(a.mid) * b.rad + Math.abs(b.mid) * a.rad + a.rad * b.rad + rounding + TINY);
  }

  div(a: FloatBall, b: FloatBall): FloatBall {
    const floor = Math.abs(b.mid) - b.rad;
    if (!(floor > SMALL)) return WHOLE;
    const mid = a.mid / b.mid;
    if (a.rad === 0 && b.rad === 0 && short(mid) && short(b.mid) && mid * b.mid === a.mid) return exact(mid);
    return ball(
      mid,
      (((Math.abs(mid) + TINY) * b.rad + a.rad) / floor) * UP + Math.abs(mid) * HALF_ULP * 2 + TINY,
    );
  }

  neg(a: FloatBall): FloatBall {
    return { mid: -a.mid, rad: a.rad };
  }

  abs(a: FloatBall): FloatBall {
    if (a.mid >= a.rad) return a;
    if (-a.mid >= a.rad) return { mid: -a.mid, rad: a.rad };
    const top = (Math.abs(a.mid) + a.rad) * UP;
    return { mid: top / 2, rad: (top / 2) * UP };
  }

  scale(a: FloatBall, power: number): FloatBall {
    const by = 2 ** power;
    const mid = a.mid * by;
    return { mid, rad: a.rad * by + (Math.abs(mid) < SMALL && a.mid !== 0 ? TINY : 0) };
  }

  sqrt(a: FloatBall): FloatBall {
    if (a.mid > a.rad) {
      const mid = Math.sqrt(a.mid);
      if (a.rad === 0 && short(mid) && mid * mid === a.mid) return exact(mid);
      return ball(mid, (a.rad / mid) * UP + mid * HALF_ULP * 2);
    }
    if (a.mid === 0 && a.rad === 0) return ZERO;
    return this.upTo(Math.sqrt((a.mid + a.rad) * UP + TINY));
  }

  root(a: FloatBall, n: number): FloatBall {
    if (n === 1) return a;
    if (n === 2) return this.sqrt(a);
    if (a.mid > a.rad) {
      const guess = Math.round(a.mid ** (1 / n));
      if (a.rad === 0 && n <= 52 && exactPower(guess, n) === a.mid) return exact(guess);
      return this.exp(this.div(this.ln(a), exact(n)));
    }
    if (a.mid === 0 && a.rad === 0) return ZERO;
    return this.upTo(((a.mid + a.rad) * UP + TINY) ** (1 / n) * (1 + 2 ** -30));
  }

  exp(a: FloatBall): FloatBall {
    if (a.mid === 0 && a.rad === 0) return ONE;
    const mid = Math.exp(a.mid);
    if (!(a.rad < 1) || mid > 1e300) return WHOLE;
    return near(mid, (mid + TINY) * a.rad * (1 + a.rad));
  }

  ln(a: FloatBall): FloatBall {
    if (!(a.mid > a.rad)) return WHOLE;
    if (a.mid === 1 && a.rad === 0) return ZERO;
    return near(Math.log(a.mid), a.rad / (a.mid - a.rad) + (a.rad === 0 ? 0 : TINY));
  }

  sinCos(a: FloatBall): readonly [FloatBall, FloatBall] {
    if (a.mid === 0 && a.rad === 0) return [ZERO, ONE];
    const size = Math.abs(a.mid);
    if (!(size < TRIG_LIMIT && a.rad < 1)) return [WHOLE, WHOLE];
    const reduction = size < 0.78 ? 0 : size * LIBRARY;
    const sine = near(Math.sin(a.mid), a.rad + reduction);
    return [sine, near(Math.cos(a.mid), a.rad + reduction)];
  }

  atan(a: FloatBall): FloatBall {
    if (a.mid === 0 && a.rad === 0) return ZERO;
    const inner = Math.max(0, Math.abs(a.mid) - a.rad);
    return near(Math.atan(a.mid), a.rad / (1 + inner * inner * (1 - 2 ** -40)));
  }

  gamma(a: FloatBall): FloatBall {
    const n = a.rad === 0 && Number.isInteger(a.mid) ? a.mid : 0;
    if (n < 1 || n > 18) return WHOLE;
    let product = 1;
    for (let k = 2; k < n; k++) product *= k;
    return exact(product);
  }

  sign(a: FloatBall): -1 | 0 | 1 | null {
    if (a.mid > a.rad) return 1;
    if (-a.mid > a.rad) return -1;
    return a.mid === 0 && a.rad === 0 ? 0 : null;
  }

  isZero(a: FloatBall): boolean {
    return a.mid === 0 && a.rad === 0;
  }

  isBounded(a: FloatBall): boolean {
    return a.rad < Number.POSITIVE_INFINITY && Math.abs(a.mid) < Number.POSITIVE_INFINITY;
  }

  floor(a: FloatBall): bigint | null {
    if (!(Math.abs(a.mid) + a.rad < 2 ** 50)) return null;
    const low = a.rad === 0 ? Math.floor(a.mid) : Math.floor(a.mid - a.rad - 2 ** -50 * Math.abs(a.mid));
    const high = a.rad === 0 ? low : Math.floor(a.mid + a.rad + 2 ** -50 * Math.abs(a.mid));
    return low === high ? BigInt(low) : null;
  }

  integer(a: FloatBall): bigint | null {
    return a.rad === 0 && Number.isInteger(a.mid) ? BigInt(a.mid) : null;
  }

  hull(a: FloatBall, b: FloatBall): FloatBall {
    const mid = (a.mid + b.mid) / 2;
    return ball(
      mid,
      Math.abs(a.mid - b.mid) / 2 + Math.max(a.rad, b.rad) + Math.abs(mid) * HALF_ULP * 4 + TINY,
    );
  }

  accuracy(a: FloatBall): number {
    if (a.rad === 0) return this.bits;
    if (!this.isBounded(a) || a.mid === 0) return 0;
    return Math.min(this.bits, Math.floor(Math.log2(Math.abs(a.mid) / a.rad)));
  }

  /** Floats are too short to care. */
  note(): void {}

  error(a: FloatBall): number {
    return Math.log2(a.rad);
  }

  approximate(a: FloatBall): string {
    return String(Number(a.mid.toPrecision(12)));
  }

  blur(a: FloatBall, power: number): FloatBall {
    return ball(a.mid, a.rad + 2 ** power);
  }

  magnitude(a: FloatBall): number | null {
    return Math.abs(a.mid) > a.rad ? Math.ceil(Math.log2(Math.abs(a.mid))) : null;
  }

  private upTo(top: number): FloatBall {
    return top >= 0 ? { mid: top / 2, rad: (top / 2) * UP + TINY } : WHOLE;
  }
}
