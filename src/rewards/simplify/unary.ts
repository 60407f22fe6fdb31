import { bounds } from '../bounds.js';
import type { AffineTerm, ClipTerm, GateTerm, ScheduleTerm, ThresholdTerm } from '../term.js';
import { hasStatistic, isConst, isPowerOfTwo, type Rule } from './rule.js';

/** A gate on a constant is its branch. */
export const simplifyGate: Rule<GateTerm> = (term) => {
  if (!isConst(term.when)) return term;
  return term.when.value >= term.atLeast ? term.pass : term.fail;
};

const held = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** A clip of a clip is one clip; a clip that never cuts is nothing. */
export const simplifyClip: Rule<ClipTerm> = (term, { registry }) => {
  const { min, max, term: inner } = term;
  if (inner.op === 'clip')
    return { ...inner, min: held(inner.min, min, max), max: held(inner.max, min, max) };
  if (hasStatistic(inner)) return term;
  const [low, high] = bounds(inner, registry);
  return low >= min && high <= max ? inner : term;
};

/** Scaling by 1 is nothing; two in a row are one. */
export const simplifyAffine: Rule<AffineTerm> = (term, { rounding }) => {
  const { scale, shift, term: inner } = term;
  if (scale === 1 && shift === 0) return inner;
  if (inner.op !== 'affine') return term;
  const exact = (isPowerOfTwo(scale) && shift === 0) || (isPowerOfTwo(inner.scale) && inner.shift === 0);
  const both = { scale: scale * inner.scale, shift: scale * inner.shift + shift };
  // A product that rounds to 0 is none of the two.
  const vanishes = both.scale === 0 && scale !== 0 && inner.scale !== 0;
  const fits = Number.isFinite(both.scale) && Number.isFinite(both.shift) && !vanishes;
  if (!fits || !(exact || rounding)) return term;
  return both.scale === 1 && both.shift === 0 ? inner.term : { op: 'affine', ...both, term: inner.term };
};

/** A threshold of a 0-or-1 between them is the same threshold. */
export const simplifyThreshold: Rule<ThresholdTerm> = (term) => {
  const { at, term: inner } = term;
  return inner.op === 'threshold' && at > 0 && at <= 1 ? inner : term;
};

/** A schedule of one factor is a scale. */
export const simplifySchedule: Rule<ScheduleTerm> = (term) => {
  const factors = new Set(term.knots.map(([, factor]) => factor));
  const [factor] = factors;
  if (factors.size !== 1 || factor === undefined) return term;
  return factor === 1 ? term.term : { op: 'affine', scale: factor, shift: 0, term: term.term };
};
