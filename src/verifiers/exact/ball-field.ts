import type { Budget } from '../../support/index.js';
import * as ball from './ball.js';
import { type Ball, ONE, WHOLE, ZERO } from './ball.js';
import { exp, ln, radiusTop } from './ball-exp.js';
import { gamma } from './ball-gamma.js';
import { root } from './ball-roots.js';
import { atan, pi, sinCos } from './ball-trig.js';
import { bitLength } from './bits.js';
import { decimalOf, formatDecimal } from './decimal.js';
import type { RealField } from './real-field.js';

/** Integers above this many bits are not written out by floor and the like. */
const FLOOR_LIMIT = 4096;
/** Digits shown of an approximation. */
const SHOWN_DIGITS = 40;
/** Factorials up to here are multiplied out exactly. */
const FACTORIAL_LIMIT = 200n;

/** Big-integer balls of a chosen precision. Every operation spends steps in proportion to its limbs. */
export class BallField implements RealField<Ball> {
  readonly bits: number;
  readonly zero: Ball = ZERO;
  readonly one: Ball = ONE;
  readonly whole: Ball = WHOLE;
  span = 0;
  readonly #budget: Budget;
  readonly #step: number;
  readonly #series: number;

  constructor(bits: number, budget: Budget) {
    this.bits = bits;
    this.#budget = budget;
    const limbs = Math.ceil(bits / 64);
    this.#step = 1 + ((limbs * limbs) >> 6);
    this.#series = this.#step * (4 + (bits >> 5));
  }

  fromNumber(value: number): Ball {
    let exponent = 0;
    let scaled = value;
    while (!Number.isInteger(scaled)) {
      scaled *= 2;
      exponent -= 1;
    }
    return { mid: BigInt(scaled), exp: exponent, rad: 0 };
  }

  fromRational(num: bigint, den: bigint): Ball {
    const top = ball.rounded(num, 0, 0, this.bits);
    if ((den & (den - 1n)) === 0n) return { mid: top.mid, exp: top.exp + 1 - bitLength(den), rad: top.rad };
    return ball.div(top, ball.rounded(den, 0, 0, this.bits), this.bits);
  }

  pi(): Ball {
    return pi(this.bits);
  }

  add(a: Ball, b: Ball): Ball {
    this.#budget.spend();
    return ball.add(a, b, this.bits);
  }

  sub(a: Ball, b: Ball): Ball {
    this.#budget.spend();
    return ball.sub(a, b, this.bits);
  }

  mul(a: Ball, b: Ball): Ball {
    this.#budget.spend(this.#step);
    return ball.mul(a, b, this.bits);
  }

  div(a: Ball, b: Ball): Ball {
    this.#budget.spend(this.#step * 2);
    return ball.div(a, b, this.bits);
  }

  neg(a: Ball): Ball {
    return ball.neg(a);
  }

  abs(a: Ball): Ball {
    const sign = ball.sign(a);
    if (sign === null)
      return ball.upTo({ mid: a.mid < 0n ? -a.mid : a.mid, exp: a.exp, rad: a.rad }, this.bits);
    return sign < 0 ? ball.neg(a) : a;
  }

  scale(a: Ball, power: number): Ball {
    return { mid: a.mid, exp: a.exp + power, rad: a.rad };
  }

  sqrt(a: Ball): Ball {
    this.#budget.spend(this.#step * 4);
    return root(a, 2, this.bits);
  }

  root(a: Ball, n: number): Ball {
    if (n <= 64) {
      this.#budget.spend(this.#step * 4 * n);
      return root(a, n, this.bits);
    }
    if (ball.isZero(a)) return ZERO;
    if (ball.sign(a) === 1) return this.exp(this.div(this.ln(a), this.fromNumber(n)));
    return WHOLE;
  }

  exp(a: Ball): Ball {
    this.#budget.spend(this.#series);
    const value = exp(a, this.bits);
    this.note(value);
    return value;
  }

  ln(a: Ball): Ball {
    this.#budget.spend(this.#series);
    return ln(a, this.bits);
  }

  sinCos(a: Ball): readonly [Ball, Ball] {
    this.#budget.spend(this.#series);
    return sinCos(a, this.bits);
  }

  atan(a: Ball): Ball {
    this.#budget.spend(this.#series);
    return atan(a, this.bits);
  }

  gamma(a: Ball): Ball {
    const n = this.integer(a);
    if (n === null || n < 1n || n > FACTORIAL_LIMIT) {
      return gamma(a, this.bits, (steps) => this.#budget.spend(steps * this.#step));
    }
    this.#budget.spend(Number(n));
    let product = 1n;
    for (let k = 2n; k < n; k++) product *= k;
    return ball.rounded(product, 0, 0, this.bits);
  }

  sign(a: Ball): -1 | 0 | 1 | null {
    return ball.sign(a);
  }

  isZero(a: Ball): boolean {
    return ball.isZero(a);
  }

  isBounded(a: Ball): boolean {
    return ball.isBounded(a);
  }

  floor(a: Ball): bigint | null {
    if (!ball.isBounded(a) || ball.topBit(a) > FLOOR_LIMIT) return null;
    const [low, high] = ball.ends(a);
    if (a.exp >= 0) return low === high ? low << BigInt(a.exp) : null;
    const by = BigInt(-a.exp);
    return low >> by === high >> by ? low >> by : null;
  }

  integer(a: Ball): bigint | null {
    if (a.rad !== 0 || ball.topBit(a) > FLOOR_LIMIT) return null;
    if (a.exp >= 0) return a.mid << BigInt(a.exp);
    const value = a.mid >> BigInt(-a.exp);
    return value << BigInt(-a.exp) === a.mid ? value : null;
  }

  hull(a: Ball, b: Ball): Ball {
    return ball.hull(a, b, this.bits);
  }

  accuracy(a: Ball): number {
    if (a.rad === 0) return this.bits;
    if (!ball.isBounded(a)) return 0;
    return Math.min(this.bits, bitLength(a.mid) - Math.ceil(Math.log2(a.rad + 1)));
  }

  note(a: Ball): void {
    if (a.rad < 1 || ball.sign(a))
      this.span = Math.max(this.span, a.mid === 0n ? 0 : Math.abs(ball.topBit(a)));
  }

  error(a: Ball): number {
    return radiusTop(a);
  }

  approximate(a: Ball): string {
    const centre = decimalOf(
      { mid: a.mid, exp: a.exp, rad: 0 },
      Math.max(1, Math.floor(this.accuracy(a) * 0.3)),
    );
    if (centre === null) return ball.isZero(a) ? '0' : `about 2^${ball.topBit(a)}`;
    return formatDecimal({ ...centre, digits: centre.digits.slice(0, SHOWN_DIGITS).replace(/(?!^)0+$/, '') });
  }

  blur(a: Ball, power: number): Ball {
    return ball.widen(a, 1, power);
  }

  magnitude(a: Ball): number | null {
    return ball.sign(a) ? ball.topBit(a) : null;
  }
}
