import { bounds } from '../bounds.js';
import { gap } from './gap.js';
import { overflows } from './ranges.js';
import { type Found, search } from './search.js';
import type { CheckContext, Counterexample, Warning } from './warning.js';

/** What is known of a claim: shown for all data, shown false by an example, or neither. */
export type Claim = 'proved' | 'refuted' | 'unknown';

/** Whether right answers are paid more than wrong ones, in one group of any problem, step and history. */
export interface Dominance {
  /** Any right answer earns more than any wrong one. */
  readonly beats: Claim;
  /** No right answer earns less than a wrong one; ties allowed. */
  readonly neverLess: Claim;
  /** A right answer earns at least this much more than a wrong one; negative or −∞ where no such thing is known. */
  readonly margin: number;
  /** Where a claim is refuted: the right response is `should`, the wrong one `shouldNot`. */
  readonly counterexample?: Counterexample;
}

/** Differences this small, against the numbers they are differences of, may be rounding. */
const ROUNDING = 1e-9;

/**
 * Proves from bounds that any right answer beats any wrong one, or looks for two responses that refute it. Samples bring
 * every fact the term reads; a value that is missing all the same counts as the reward's policy says, or not at all.
 */
export function dominance(context: CheckContext): Dominance {
  const margin = provedMargin(context);
  if (margin > 0) return { beats: 'proved', neverLess: 'proved', margin };
  const found = search(
    context,
    {
      correct: [true, false],
      alike: false,
      second: {},
      lead: (right, wrong) => (right === null || wrong === null ? null : right - wrong),
    },
    margin,
  );
  return { ...claims(margin, found), margin };
}

/** The least difference the bounds prove. Ranges side by side hold to the last digit; gaps only up to rounding. */
function provedMargin(context: CheckContext): number {
  const { reward, registry, options } = context;
  const { term } = reward;
  const { groupSize } = options;
  if (overflows(context).length > 0) return Number.NEGATIVE_INFINITY;
  const size = groupSize === undefined ? {} : { groupSize };
  const [low, high] = bounds(term, registry, { ...size, correct: true });
  const [least, most] = bounds(term, registry, { ...size, correct: false });
  const apart = Number.isNaN(low - most) ? Number.NEGATIVE_INFINITY : low - most;
  const [together] = gap(term, registry, groupSize);
  const largest = Math.max(...[low, high, least, most].map(Math.abs).filter(Number.isFinite), 0);
  return Math.max(apart, together - ROUNDING * largest);
}

function claims(margin: number, found: Found | null): Omit<Dominance, 'margin'> {
  const neverLess = margin >= 0 ? 'proved' : 'unknown';
  if (found === null || found.lead > 0) return { beats: 'unknown', neverLess };
  const { counterexample } = found;
  if (found.lead === 0) return { beats: 'refuted', neverLess, counterexample };
  return { beats: 'refuted', neverLess: 'refuted', counterexample };
}

/** The claims as warnings: none where right answers provably beat wrong ones. */
export function dominanceWarnings(found: Dominance, context: CheckContext): readonly Warning[] {
  const { beats, neverLess, counterexample } = found;
  if (beats === 'proved') return [];
  const base = { rule: 'wrong-out-earns-right', path: 'term' } as const;
  if (counterexample === undefined)
    return [
      {
        ...base,
        severity: 'note',
        message:
          neverLess === 'proved'
            ? 'a right answer never earns less than a wrong one; whether it always earns more is not known'
            : 'neither proved nor refuted that any right answer beats any wrong one',
      },
    ];
  const [right, wrong] = counterexample.rewards;
  if (neverLess !== 'refuted') {
    const rest = neverLess === 'proved' ? ', and never more' : '';
    return [
      {
        ...base,
        severity: 'note',
        counterexample,
        message: `a wrong answer can earn as much as a right one (${wrong})${rest}`,
      },
    ];
  }
  const blind = context.sites.every(
    ({ term }) =>
      term.op !== 'signal' ||
      !(context.registry.get(term.name)?.needs(term.params) ?? []).includes('correct'),
  );
  const why = blind ? '; nothing in the reward looks at correctness' : '';
  return [
    {
      ...base,
      severity: 'warning',
      counterexample,
      message: `a wrong answer can out-earn a right one: ${wrong} against ${right}${why}`,
    },
  ];
}
