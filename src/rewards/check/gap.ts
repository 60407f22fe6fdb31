import { type Assumption, bounds } from '../bounds.js';
import { completeParams, lookUp, type Registry } from '../registry.js';
import type { Range } from '../signal.js';
import type { GateTerm, Term } from '../term.js';

/** Groups are taken to be no larger than this where their size is not said. */
const LARGEST_GROUP = 65_536;

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: MINUS_INF } = Number;

/**
 * The range of "score of a right response − score of a wrong one" over any two responses of one group: what they share
 * (the step, the memory, the group's statistics) falls out of the difference, so this proves more than two ranges side
 * by side. Sound for real arithmetic; float64 may miss it by rounding.
 */
export function gap(term: Term, registry: Registry, groupSize?: number, path = 'term'): Range {
  const size: Assumption = groupSize === undefined ? {} : { groupSize };
  const [low, high] = bounds(term, registry, { ...size, correct: true }, path);
  const [least, most] = bounds(term, registry, { ...size, correct: false }, path);
  const apart: Range = [low - most, high - least];
  return meet(apart, shared(term, registry, groupSize, path));
}

/** What holds of both: the tighter of two ranges that are both true; NaN (∞ − ∞) says nothing. */
const meet = ([a, b]: Range, [c, d]: Range): Range => [
  Math.max(Number.isNaN(a) ? MINUS_INF : a, Number.isNaN(c) ? MINUS_INF : c),
  Math.min(Number.isNaN(b) ? INF : b, Number.isNaN(d) ? INF : d),
];

const ANY: Range = [MINUS_INF, INF];

/** The gap from the gaps of the parts, operator by operator. */
function shared(term: Term, registry: Registry, groupSize: number | undefined, path: string): Range {
  const of = (child: Term, step: string): Range => gap(child, registry, groupSize, `${path}.${step}`);
  switch (term.op) {
    case 'const':
      return [0, 0];
    case 'signal': {
      const signal = lookUp(registry, term.name, path);
      return signal.gap?.(completeParams(signal, term.params, path)) ?? ANY;
    }
    case 'sum': {
      if (term.missing === 'skip') return ANY;
      const total =
        term.weights === 'normalised' ? term.parts.reduce((all, part) => all + part.weight, 0) : 1;
      return term.parts
        .map((part, i) => scale(of(part.term, `parts[${i}].term`), part.weight / total))
        .reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    }
    case 'min':
    case 'max': {
      const gaps = term.terms.map((child, i) => of(child, `terms[${i}]`));
      return [Math.min(...gaps.map(([low]) => low)), Math.max(...gaps.map(([, high]) => high))];
    }
    case 'gate': {
      const branch = sureBranch(term, registry, path);
      return branch === null ? ANY : of(term[branch], branch);
    }
    case 'clip': {
      const [low, high] = of(term.term, 'term');
      return [Math.min(0, low), Math.max(0, high)];
    }
    case 'affine':
      return scale(of(term.term, 'term'), term.scale);
    case 'schedule': {
      const inner = of(term.term, 'term');
      const scaled = term.knots.map(([, factor]) => scale(inner, factor));
      return [Math.min(...scaled.map(([low]) => low)), Math.max(...scaled.map(([, high]) => high))];
    }
    case 'threshold':
      return of(term.term, 'term')[0] >= 0 ? [0, 1] : ANY;
    case 'centre':
      return of(term.term, 'term');
    case 'zscore':
      return zscoreGap(of(term.term, 'term'), bounds(term.term, registry, {}, `${path}.term`), term.epsilon);
    case 'rank':
      return rankGap(of(term.term, 'term'), groupSize ?? LARGEST_GROUP);
    default:
      return ANY;
  }
}

/** The branch that both responses take, whatever the data. */
function sureBranch(term: GateTerm, registry: Registry, path: string): 'pass' | 'fail' | null {
  const [low, high] = bounds(term.when, registry, {}, `${path}.when`);
  if (low >= term.atLeast) return 'pass';
  return high < term.atLeast ? 'fail' : null;
}

function scale([low, high]: Range, factor: number): Range {
  if (factor === 0) return [0, 0];
  return factor > 0 ? [low * factor, high * factor] : [high * factor, low * factor];
}

/** A spread is at most 1/√2 of the range (two values at its ends, sample convention), which keeps a gap from vanishing. */
function zscoreGap([low]: Range, [least, most]: Range, epsilon: number): Range {
  const widest = (most - least) / Math.SQRT2;
  if (!(low > 0)) return low === 0 ? [0, INF] : ANY;
  return [low / (widest + epsilon), INF];
}

/** One place in a group of n is worth 2/(n − 1). */
function rankGap([low]: Range, groupSize: number): Range {
  if (low > 0) return [2 / Math.max(1, groupSize - 1), 2];
  return low === 0 ? [0, 2] : ANY;
}
