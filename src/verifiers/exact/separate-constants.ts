import type { Budget } from '../../support/index.js';
import { different, equal, type Finding, type Witness } from '../verdict.js';
import type { Ball } from './ball.js';
import { BallField } from './ball-field.js';
import { isBounded, isZero, sub, type Value } from './complex.js';
import { FloatField } from './float-field.js';
import { type Machine, type PlanNode, run } from './machine.js';
import { apart, type Pair } from './pair.js';
import type { RealField } from './real-field.js';
import { zeroBits } from './root-bound.js';
import { showValue } from './show.js';
import { differentMagnitudes } from './tower.js';

const FLOATS = new FloatField();

/** Most bits spent on one comparison of constants. */
export const MOST_BITS = 6144;
/** Agreement to this many bits after the point (or of the value) is evidence, beyond what the sizes need. */
export const EVIDENCE_BITS = 512;

interface Seen<B> {
  readonly a: Value<B>;
  readonly b: Value<B>;
}

function evaluate<B>(pair: Pair, field: RealField<B>): Seen<B> {
  const machine: Machine<B> = { field, values: [], principal: pair.complex, budget: pair.budget };
  return { a: run(machine, pair.a), b: run(machine, pair.b) };
}

const witness = <B>(field: RealField<B>, { a, b }: Seen<B>): Witness => ({
  at: {},
  gold: showValue(field, a),
  given: showValue(field, b),
});

/** A decision where one evaluation suffices: apart, exactly equal, or defined on one side only. */
function decided<B>(field: RealField<B>, seen: Seen<B>): Finding | null {
  const { a, b } = seen;
  if (a === 'undefined' || b === 'undefined') {
    const other = a === 'undefined' ? b : a;
    const oneSided = other !== 'undefined' && isBounded(field, other);
    return oneSided ? different('undefined', 'proved', witness(field, seen)) : null;
  }
  if (!isBounded(field, a) || !isBounded(field, b)) return null;
  if (apart(field, a, b)) return different('enclosure', 'proved', witness(field, seen));
  return isZero(field, sub(field, a, b)) ? equal('exact-value') : null;
}

/** A proved difference of two constants by float64 enclosures, or `null`. */
export function separateByFloats(pair: Pair): Finding | null {
  const found = decided(FLOATS, evaluate(pair, FLOATS));
  return found?.kind === 'different' ? found : null;
}

/** A proved difference of two constants by enclosures of 160 bits, or `null`. */
export function separateBySharpBalls(pair: Pair): Finding | null {
  const field = new BallField(160, pair.budget);
  const found = decided(field, evaluate(pair, field));
  return found?.kind === 'different' ? found : null;
}

/**
 * Compares two constants: enclosures of rising precision tell them apart; for algebraic numbers a separation
 * bound also proves them equal; for others, agreement to hundreds of bits beyond the sizes that occur is
 * `probable` equality.
 */
export function separateConstants(pair: Pair): Finding | null {
  const coarse = decided(FLOATS, evaluate(pair, FLOATS));
  if (coarse !== null) return coarse;
  const field = new BallField(160, pair.budget);
  const seen = evaluate(pair, field);
  const found = decided(field, seen);
  if (found !== null) return found;
  if (seen.a === 'undefined' || seen.b === 'undefined') return null;
  if (!isBounded(field, seen.a) || !isBounded(field, seen.b)) return huge(pair.a, pair.b, pair.budget);
  return byRootBound(pair) ?? byAgreement(pair, Math.max(field.span, pair.planner.literalBits));
}

function huge(a: PlanNode, b: PlanNode, budget: Budget): Finding | null {
  return differentMagnitudes(a, b, budget) ? different('magnitude') : null;
}

/** True when every part of both values is known to within 2^−bits. */
function vanishes(field: RealField<Ball>, seen: Seen<Ball>, bits: number): boolean | null {
  if (seen.a === 'undefined' || seen.b === 'undefined') return null;
  const gap = sub(field, seen.a, seen.b);
  if (!isBounded(field, gap)) return null;
  // Zero is inside, so the gap is at most twice its radius.
  return Math.max(field.error(gap.re), gap.real ? Number.NEGATIVE_INFINITY : field.error(gap.im)) + 2 < -bits;
}

function byRootBound(pair: Pair): Finding | null {
  const needed = zeroBits(pair.a, pair.b, pair.budget, pair.complex);
  if (needed === null || needed > MOST_BITS) return null;
  for (let bits = 320; bits <= 2 * MOST_BITS; bits *= 2) {
    const field = new BallField(Math.min(bits, needed + 320), pair.budget);
    const seen = evaluate(pair, field);
    const found = decided(field, seen);
    if (found !== null) return found;
    if (vanishes(field, seen, needed)) return equal('root-bound');
    if (bits > needed + 320) return null;
  }
  return null;
}

function byAgreement(pair: Pair, span: number): Finding | null {
  const bits = EVIDENCE_BITS + 2 * span;
  if (bits > MOST_BITS) return null;
  const field = new BallField(bits, pair.budget);
  const seen = evaluate(pair, field);
  const found = decided(field, seen);
  if (found !== null) return found;
  return vanishes(field, seen, EVIDENCE_BITS / 2 + span) ? equal('agreement', 'probable') : null;
}
