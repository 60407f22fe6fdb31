import { ConfigError, type Json } from '../support/index.js';
import { refuseOversized } from './limits.js';
import type {
  AffineTerm,
  CentreTerm,
  ClipTerm,
  ConstTerm,
  GateTerm,
  ListTerm,
  RankTerm,
  Reward,
  ScheduleTerm,
  SignalTerm,
  SumTerm,
  Term,
  ThresholdTerm,
  ZScoreTerm,
} from './term.js';

/** A finite number, −0 made 0 (JSON has only one zero); throws {@link ConfigError} naming the place. */
function finite(value: number, place: string): number {
  if (!Number.isFinite(value))
    throw new ConfigError(
      `${place} must be a finite number; got ${value}. Give a number such as 0.5.`,
      place,
    );
  return value === 0 ? 0 : value;
}

/** The same number for every rollout. */
export const constant = (value: number): ConstTerm => ({
  op: 'const',
  value: finite(value, 'constant.value'),
});

/** A named signal; parameters are checked against the registry when the reward is made or read. */
export const signal = (name: string, params: Readonly<Record<string, Json>> = {}): SignalTerm => ({
  op: 'signal',
  name,
  params,
});

/** Options of {@link sum}. */
export interface SumOptions {
  readonly weights?: 'raw' | 'normalised';
  readonly missing?: 'null' | 'skip';
}

/** Σ weight·term over named parts: `sum({ correct: [1, signal('correct')], … })`. */
export function sum(
  parts: Readonly<Record<string, readonly [weight: number, term: Term]>>,
  { weights = 'raw', missing = 'null' }: SumOptions = {},
): SumTerm {
  const list = Object.entries(parts).map(([name, [weight, term]]) => ({
    name,
    weight: finite(weight, `sum.${name}.weight`),
    term,
  }));
  const total = list.reduce((all, part) => all + part.weight, 0);
  if (
    weights === 'normalised' &&
    (!(total > 0 && Number.isFinite(total)) || list.some((part) => part.weight < 0))
  ) {
    throw new ConfigError(
      `sum: normalised weights must be ≥ 0 with a positive, finite sum; got ${list.map((p) => p.weight).join(', ')}`,
      'sum',
    );
  }
  return { op: 'sum', weights, missing, parts: list };
}

const list = (op: ListTerm['op'], terms: readonly Term[]): ListTerm => {
  if (terms.length === 0) throw new ConfigError(`${op} needs at least one term; got none`, op);
  return { op, terms };
};

/** The product of terms. */
export const product = (...terms: readonly Term[]): ListTerm => list('product', terms);

/** The least of terms. */
export const least = (...terms: readonly Term[]): ListTerm => list('min', terms);

/** The greatest of terms. */
export const greatest = (...terms: readonly Term[]): ListTerm => list('max', terms);

/** `pass` where `when ≥ atLeast` (default 0.5: "where it holds"), else `fail` (default 0). */
export const gate = (
  when: Term,
  branches: { readonly pass: Term; readonly fail?: Term; readonly atLeast?: number },
): GateTerm => ({
  op: 'gate',
  when,
  atLeast: finite(branches.atLeast ?? 0.5, 'gate.atLeast'),
  pass: branches.pass,
  fail: branches.fail ?? constant(0),
});

/** The term held to [min, max]. */
export function clip(term: Term, min: number, max: number): ClipTerm {
  if (!(min <= max)) throw new ConfigError(`clip: min must be ≤ max; got ${min} and ${max}`, 'clip');
  return { op: 'clip', min: finite(min, 'clip.min'), max: finite(max, 'clip.max'), term };
}

/** scale·term + shift. */
export const affine = (term: Term, scale: number, shift = 0): AffineTerm => ({
  op: 'affine',
  scale: finite(scale, 'affine.scale'),
  shift: finite(shift, 'affine.shift'),
  term,
});

/** 1 where the term is at least `at`, else 0. */
export const threshold = (term: Term, at: number): ThresholdTerm => ({
  op: 'threshold',
  at: finite(at, 'threshold.at'),
  term,
});

/** The term times a factor of the step: knots `[step, factor]` with rising steps. */
export function schedule(term: Term, knots: readonly (readonly [number, number])[]): ScheduleTerm {
  if (knots.length === 0)
    throw new ConfigError('schedule needs at least one knot [step, factor]; got none', 'schedule.knots');
  const clean = knots.map(
    ([step, factor], i) =>
      [finite(step, `schedule.knots[${i}][0]`), finite(factor, `schedule.knots[${i}][1]`)] as const,
  );
  for (const [i, [step]] of clean.entries()) {
    const before = clean[i - 1]?.[0];
    if (before !== undefined && step <= before)
      throw new ConfigError(
        `schedule.knots[${i}]: steps must rise; got ${before}, ${step}`,
        'schedule.knots',
      );
  }
  return { op: 'schedule', knots: clean, term };
}

/** The term minus its mean over the group. */
export const centred = (term: Term): CentreTerm => ({ op: 'centre', term });

/** (term − mean)/(std + epsilon) over the group. */
export function zscored(term: Term, std: ZScoreTerm['std'] = 'sample', epsilon = 1e-6): ZScoreTerm {
  if (epsilon < 0)
    throw new ConfigError(`zscore.epsilon must be at least 0; got ${epsilon}`, 'zscore.epsilon');
  return { op: 'zscore', std, epsilon: finite(epsilon, 'zscore.epsilon'), term };
}

/** Rank in the group, mapped to [−1, 1]. */
export const ranked = (term: Term): RankTerm => ({ op: 'rank', term });

/**
 * A term as a reward with a name and its policy for missing values (default `zero`). Throws {@link ConfigError} for a term beyond
 * 200 levels or 10,000 nodes.
 */
export function reward(name: string, term: Term, undecided: Reward['undecided'] = 'zero'): Reward {
  refuseOversized(term);
  return { version: 1, name, undecided, term };
}
