import { centre, rank, zscore } from './group-statistics.js';
import { type Memories, memoryKey, recall } from './memories.js';
import { completeParams, lookUp, type Registry } from './registry.js';
import type { Group, Scores } from './rollout.js';
import type { ScheduleTerm, SumTerm, Term } from './term.js';
import { childrenOf } from './traverse.js';

/**
 * The value of every node for every rollout: the same shape as the term, so that an explanation can never leave a
 * part out.
 */
export interface Trace {
  readonly term: Term;
  /** `[G]` */
  readonly scores: Scores;
  readonly children: readonly Trace[];
  /** Why scores are missing here: a signal that threw (all of them), or a number beyond ±1.8e308 (that one). */
  readonly note?: string;
}

/**
 * Evaluates a term over one group against a snapshot of the memories. Pure; never throws for any data, and every
 * score is finite or `null`. Throws {@link ConfigError} for a signal the registry does not have or its parameters.
 */
export function evaluate(
  term: Term,
  group: Group,
  memories: Memories,
  registry: Registry,
  path = 'term',
): Trace {
  const children = childrenOf(term).map((child) =>
    evaluate(child.term, group, memories, registry, `${path}.${child.step}`),
  );
  if (term.op === 'signal') return evaluateSignal(term, group, memories, registry, path);
  const scores = withoutMinusZero(
    combine(
      term,
      children.map((child) => child.scores),
      group,
    ),
  );
  const beyond = scores.findIndex((value) => value !== null && !Number.isFinite(value));
  return beyond < 0 ? { term, scores, children } : overflowed(term, scores, children, beyond, path);
}

/** There is one zero: −0 would be lost in JSON. */
const withoutMinusZero = (scores: Scores): Scores =>
  scores.some((value) => Object.is(value, -0)) ? scores.map((value) => (value === 0 ? 0 : value)) : scores;

/** A number that float64 cannot carry is missing, not infinite: sums and statistics above stay finite. */
function overflowed(
  term: Term,
  scores: Scores,
  children: readonly Trace[],
  first: number,
  path: string,
): Trace {
  return {
    term,
    scores: scores.map((value) => (value !== null && Number.isFinite(value) ? value : null)),
    children,
    note: `${path}: ${term.op} gave ${scores[first]} for rollout ${first}; scale its parts down`,
  };
}

function evaluateSignal(
  term: Extract<Term, { op: 'signal' }>,
  group: Group,
  memories: Memories,
  registry: Registry,
  path: string,
): Trace {
  const signal = lookUp(registry, term.name, path);
  const params = completeParams(signal, term.params, path);
  try {
    const memory =
      signal.memory === undefined ? null : recall(memories, memoryKey(term.name, params), group.problem);
    const scores = signal.score(group, params, memory);
    const bad = scores.findIndex((value) => value !== null && !Number.isFinite(value));
    if (scores.length === group.rollouts.length && bad < 0)
      return { term, scores: withoutMinusZero(scores), children: [] };
    const fault =
      bad >= 0
        ? `gave ${scores[bad]} for rollout ${bad}`
        : `gave ${scores.length} scores for ${group.rollouts.length} rollouts`;
    return missing(term, group, `${path}: signal '${term.name}' ${fault}`);
  } catch (error) {
    return missing(
      term,
      group,
      `${path}: signal '${term.name}' threw ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const missing = (term: Term, group: Group, note: string): Trace => ({
  term,
  scores: group.rollouts.map(() => null),
  children: [],
  note,
});

/** The value of a node from its children's values, per rollout or over the group. */
function combine(term: Exclude<Term, { op: 'signal' }>, args: readonly Scores[], group: Group): Scores {
  const first = args[0] ?? [];
  switch (term.op) {
    case 'const':
      return group.rollouts.map(() => term.value);
    case 'sum':
      return group.rollouts.map((_, i) => weightedSum(term, args, i));
    case 'product':
      return fold(args, group, (a, b) => a * b);
    case 'min':
      return fold(args, group, Math.min);
    case 'max':
      return fold(args, group, Math.max);
    case 'gate':
      return first.map((when, i) =>
        when === null ? null : (args[when >= term.atLeast ? 1 : 2]?.[i] ?? null),
      );
    case 'clip':
      return map(first, (value) => Math.min(term.max, Math.max(term.min, value)));
    case 'affine':
      return map(first, (value) => term.scale * value + term.shift);
    case 'threshold':
      return map(first, (value) => (value >= term.at ? 1 : 0));
    case 'schedule': {
      const factor = factorAt(term, group.step);
      return map(first, (value) => factor * value);
    }
    case 'centre':
      return centre(first);
    case 'zscore':
      return zscore(first, term.std, term.epsilon);
    case 'rank':
      return rank(first);
  }
}

const map = (scores: Scores, f: (value: number) => number): Scores =>
  scores.map((value) => (value === null ? null : f(value)));

function fold(args: readonly Scores[], group: Group, f: (a: number, b: number) => number): Scores {
  return group.rollouts.map((_, i) =>
    args.reduce<number | null>((total, scores, k) => {
      const value = scores[i] ?? null;
      if (value === null || total === null) return null;
      return k === 0 ? value : f(total, value);
    }, 0),
  );
}

function weightedSum(term: SumTerm, args: readonly Scores[], i: number): number | null {
  const scale = term.weights === 'normalised' ? term.parts.reduce((sum, part) => sum + part.weight, 0) : 1;
  let total = 0;
  let seen = false;
  for (const [k, part] of term.parts.entries()) {
    const value = args[k]?.[i] ?? null;
    if (value === null && term.missing === 'null') return null;
    if (value === null) continue;
    total += (part.weight / scale) * value;
    seen = true;
  }
  return seen || term.parts.length === 0 ? total : null;
}

/** The factor of a schedule at a step: linear between knots, constant beyond the outermost. */
export function factorAt({ knots }: ScheduleTerm, step: number): number {
  const after = knots.findIndex(([at]) => at > step);
  const left = knots[after < 0 ? knots.length - 1 : after - 1];
  const right = after < 0 ? undefined : knots[after];
  if (left === undefined) return right?.[1] ?? 1;
  if (right === undefined) return left[1];
  const share = (step - left[0]) / (right[0] - left[0]);
  // A weighted mean of the two, not left + share·(difference): neither overflows nor leaves their range by more than rounding.
  const factor = (1 - share) * left[1] + share * right[1];
  return Math.min(Math.max(left[1], right[1]), Math.max(Math.min(left[1], right[1]), factor));
}
