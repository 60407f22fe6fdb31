import { completeParams, lookUp, type Registry } from './registry.js';
import type { Range } from './signal.js';
import type { Term } from './term.js';

/** What is known beforehand about the data: the group size `G`, and whether this response (not the others of its group) is right. */
export interface Assumption {
  readonly groupSize?: number;
  readonly correct?: boolean;
}

/**
 * The range a term's value lies in for any data, by interval arithmetic: sound, and exact where no signal stands
 * twice. An end is infinite only for signals without a range, z-scores in groups of any size, and numbers beyond
 * float64 (which `evaluate` gives as missing).
 */
export function bounds(term: Term, registry: Registry, given: Assumption = {}, path = 'term'): Range {
  const [low, high] = rangeOf(term, registry, given, path);
  // ∞ − ∞ says nothing: any number at all.
  return [
    Number.isNaN(low) ? Number.NEGATIVE_INFINITY : low,
    Number.isNaN(high) ? Number.POSITIVE_INFINITY : high,
  ];
}

function rangeOf(term: Term, registry: Registry, given: Assumption, path: string): Range {
  const at = (child: Term, step: string): Range => bounds(child, registry, given, `${path}.${step}`);
  switch (term.op) {
    case 'const':
      return [term.value, term.value];
    case 'signal': {
      const signal = lookUp(registry, term.name, path);
      const params = completeParams(signal, term.params, path);
      if (given.correct === undefined || signal.rangeWhen === undefined) return signal.range(params);
      return signal.rangeWhen(params, given.correct);
    }
    case 'sum':
      return sumRange(
        term.parts.map((part, i) => [part.weight, at(part.term, `parts[${i}].term`)]),
        term.weights === 'normalised',
        term.missing === 'skip',
      );
    case 'product':
      return term.terms.map((child, i) => at(child, `terms[${i}]`)).reduce(multiply, [1, 1]);
    case 'min':
    case 'max': {
      const ranges = term.terms.map((child, i) => at(child, `terms[${i}]`));
      const pick = term.op === 'min' ? Math.min : Math.max;
      return [pick(...ranges.map(([low]) => low)), pick(...ranges.map(([, high]) => high))];
    }
    case 'gate':
      return gateRange(at(term.when, 'when'), term.atLeast, at(term.pass, 'pass'), at(term.fail, 'fail'));
    case 'clip': {
      const [low, high] = at(term.term, 'term');
      return [clamp(low, term.min, term.max), clamp(high, term.min, term.max)];
    }
    case 'affine':
      return shift(scaleRange(at(term.term, 'term'), term.scale), term.shift);
    case 'threshold': {
      const [low, high] = at(term.term, 'term');
      return [low >= term.at ? 1 : 0, high >= term.at ? 1 : 0];
    }
    case 'schedule': {
      const factors = term.knots.map(([, factor]) => factor);
      return multiply(at(term.term, 'term'), [Math.min(...factors), Math.max(...factors)]);
    }
    case 'centre': {
      const others = bounds(term.term, registry, ofAnyResponse(given), `${path}.term`);
      return centreRange(at(term.term, 'term'), others, given.groupSize);
    }
    case 'zscore':
      return zscoreRange(term.std, given.groupSize);
    case 'rank':
      return [-1, 1];
  }
}

/** 0 · ∞ is 0: an endpoint at infinity is never attained. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

function multiply([a, b]: Range, [c, d]: Range): Range {
  const corners = [times(a, c), times(a, d), times(b, c), times(b, d)];
  return [Math.min(...corners), Math.max(...corners)];
}

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

const scaleRange = (range: Range, factor: number): Range => multiply(range, [factor, factor]);

const shift = ([low, high]: Range, by: number): Range => [low + by, high + by];

function sumRange(parts: readonly (readonly [number, Range])[], normalised: boolean, skip: boolean): Range {
  const scale = normalised ? parts.reduce((total, [weight]) => total + weight, 0) : 1;
  let total: Range = [0, 0];
  for (const [weight, range] of parts) {
    const [low, high] = scaleRange(range, weight / scale);
    // A part that may be left out may as well contribute nothing.
    total = [total[0] + (skip ? Math.min(0, low) : low), total[1] + (skip ? Math.max(0, high) : high)];
  }
  return total;
}

function gateRange(when: Range, atLeast: number, pass: Range, fail: Range): Range {
  if (when[0] >= atLeast) return pass;
  if (when[1] < atLeast) return fail;
  return [Math.min(pass[0], fail[0]), Math.max(pass[1], fail[1])];
}

/** The others of a group may be right or wrong, whatever this response is. */
const ofAnyResponse = ({ groupSize }: Assumption): Assumption =>
  groupSize === undefined ? {} : { groupSize };

/** Value − mean is (1 − 1/n)·(value − mean of the others), with n ≤ the group size where scores are missing. */
function centreRange([low, high]: Range, [least, most]: Range, groupSize: number | undefined): Range {
  const share = groupSize === undefined ? 1 : 1 - 1 / Math.max(1, groupSize);
  const below = low === most ? 0 : times(low - most, share);
  const above = high === least ? 0 : times(high - least, share);
  return [Math.min(0, below), Math.max(0, above)];
}

/** Samuelson's inequality: |value − mean| ≤ std·√(n − 1) (population) or std·(n − 1)/√n (sample). */
function zscoreRange(std: 'sample' | 'population', groupSize: number | undefined): Range {
  if (groupSize === undefined) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const n = Math.max(1, groupSize);
  const most = std === 'sample' ? (n - 1) / Math.sqrt(n) : Math.sqrt(n - 1);
  return [-most, most];
}
