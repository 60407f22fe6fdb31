import fc from 'fast-check';
import { bounds } from '../bounds.js';
import { type CheckReport, check } from '../check.js';
import { evaluate, type Trace } from '../evaluate.js';
import { hashReward } from '../hash.js';
import { noMemories } from '../memories.js';
import { needs } from '../needs.js';
import { readReward } from '../read/read.js';
import type { Facts, Group, Rollout, Scores } from '../rollout.js';
import { score } from '../score.js';
import { simplify } from '../simplify.js';
import type { Term } from '../term.js';
import { groups, hostileGroups } from './arbitraries.js';
import type { Law, Subject } from './law.js';

/** How far two numbers may be apart that rounding alone tells apart, against the numbers they are made of. */
const ROUNDING = 1e-9;

const near = (a: number | null, b: number | null, mass: number): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= ROUNDING * (1 + mass));

/** The same to the last digit; 0 and −0 are the same number. */
const same = (a: Scores, b: Scores): boolean =>
  a.length === b.length && a.every((value, i) => value === (b[i] ?? null));

/** Every value lies within the bounds, with and without what is known beforehand. */
export const withinBounds = ({ rewards, registry }: Subject): Law => ({
  name: 'every value lies within the bounds',
  property: fc.property(rewards, groups(), ({ term }, group) => {
    const { scores } = evaluate(term, group, noMemories, registry);
    const groupSize = group.rollouts.length;
    return scores.every((value, i) => {
      if (value === null) return true;
      const { correct } = group.rollouts[i]?.facts ?? {};
      const given = typeof correct === 'boolean' ? { groupSize, correct } : { groupSize };
      return [bounds(term, registry), bounds(term, registry, given)].every(([low, high]) => {
        const slack = ROUNDING * (1 + Math.abs(value));
        return value >= low - slack && value <= high + slack;
      });
    });
  }),
});

/** Turning a group round turns its values round, to the last digit. */
export const equivariant = ({ rewards, registry }: Subject): Law => ({
  name: 'reordering a group reorders its values',
  property: fc.property(rewards, groups(), fc.nat(5), ({ term }, group, turn) => {
    const order = group.rollouts.map(
      (_, i) => (i * (turn % 2 === 0 ? 1 : -1) + turn + 60) % group.rollouts.length,
    );
    const turned = { ...group, rollouts: order.map((i) => group.rollouts[i] as Rollout) };
    const before = evaluate(term, group, noMemories, registry).scores;
    const after = evaluate(term, turned, noMemories, registry).scores;
    return same(
      after,
      order.map((i) => before[i] ?? null),
    );
  }),
});

/** Scoring twice gives the same, and changes nothing it was given. */
export const deterministic = ({ rewards, registry }: Subject): Law => ({
  name: 'the same group gives the same values, and is left as it was',
  property: fc.property(rewards, groups(), (reward, group) => {
    const before = JSON.stringify([reward, group]);
    const [first, second] = [1, 2].map(() => evaluate(reward.term, group, noMemories, registry));
    return JSON.stringify(first) === JSON.stringify(second) && JSON.stringify([reward, group]) === before;
  }),
});

/** A reward survives JSON with its values and its hash. */
export const roundTrips = ({ rewards, registry }: Subject): Law => ({
  name: 'a reward survives JSON with its values and its hash',
  property: fc.property(rewards, groups(), (reward, group) => {
    const back = readReward(JSON.parse(JSON.stringify(reward)), registry);
    const again = readReward(JSON.parse(JSON.stringify(back)), registry);
    return (
      hashReward(back, registry) === hashReward(reward, registry) &&
      JSON.stringify(again) === JSON.stringify(back) &&
      same(
        evaluate(back.term, group, noMemories, registry).scores,
        evaluate(reward.term, group, noMemories, registry).scores,
      )
    );
  }),
});

/** A simplified term means the same: missing values stay missing, numbers differ by rounding only. */
export const simplifies = ({ rewards, registry }: Subject): Law => ({
  name: 'a simplified term has the same values',
  property: fc.property(rewards, groups(), ({ term }, group) => {
    const small = simplify(term, registry);
    const trace = evaluate(term, group, noMemories, registry);
    const { scores } = evaluate(small, group, noMemories, registry);
    if (JSON.stringify(simplify(small, registry)) !== JSON.stringify(small)) return false;
    return trace.scores.every((value, i) => near(value, scores[i] ?? null, massOf(trace, i)));
  }),
});

/** The size of what a value is made of: a bound on how far rounding may carry it. */
function massOf({ term, scores, children }: Trace, i: number): number {
  const masses = children.map((child) => massOf(child, i));
  const most = Math.max(0, ...masses, Math.abs(scores[i] ?? 0));
  return Math.max(most, growth(term, masses));
}

function growth(term: Term, masses: readonly number[]): number {
  switch (term.op) {
    case 'sum':
      return term.parts.reduce((sum, { weight }, k) => sum + Math.abs(weight) * (masses[k] ?? 0), 0);
    case 'product':
      return masses.reduce((all, mass) => all * mass, 1);
    case 'affine':
      return Math.abs(term.scale) * (masses[0] ?? 0) + Math.abs(term.shift);
    case 'schedule':
      return Math.max(...term.knots.map(([, factor]) => Math.abs(factor))) * (masses[0] ?? 0);
    default:
      return 0;
  }
}

/** Any data at all give one finite number or `null` a rollout. */
export const total = ({ rewards, registry }: Subject): Law => ({
  name: 'any data give finite numbers or nothing',
  property: fc.property(rewards, hostileGroups(), ({ term }, group) => {
    const { scores } = evaluate(term, group, noMemories, registry);
    return (
      scores.length === group.rollouts.length &&
      scores.every((value) => value === null || Number.isFinite(value))
    );
  }),
});

/** A missing value is worth what the policy says, and every other is paid as it is. */
export const keepsPolicy = ({ rewards, registry }: Subject): Law => ({
  name: 'a missing value is worth what the policy says',
  property: fc.property(rewards, groups(), (reward, group) => {
    const { scores } = evaluate(reward.term, group, noMemories, registry);
    const pay = (undecided: typeof reward.undecided): Scores =>
      score({ ...reward, undecided }, group, noMemories, registry).rewardsG;
    if (!same(pay('abstain'), scores)) return false;
    if (
      !same(
        pay('zero'),
        scores.map((value) => value ?? 0),
      )
    )
      return false;
    if (!scores.includes(null)) return same(pay('fail'), scores);
    try {
      pay('fail');
      return false;
    } catch {
      return true;
    }
  }),
});

/** A statistic of equal rollouts is exactly 0 for each, whatever stands below it. */
export const neutralOnEqual = ({ rewards, registry }: Subject): Law => ({
  name: 'statistics of equal rollouts are exactly 0',
  property: fc.property(rewards, groups(), fc.integer({ min: 1, max: 6 }), ({ term }, group, size) => {
    const [one] = group.rollouts;
    const alike = { ...group, rollouts: Array.from({ length: size }, () => one as Rollout) };
    const statistics: readonly Term[] = [
      { op: 'centre', term },
      { op: 'rank', term },
      { op: 'zscore', std: 'sample', epsilon: 0, term },
      { op: 'zscore', std: 'population', epsilon: 1e-6, term },
    ];
    return statistics.every((statistic) =>
      evaluate(statistic, alike, noMemories, registry).scores.every((value) => value === null || value === 0),
    );
  }),
});

/** What the term does not say it needs it does not read (further facts may be optional, and stay). */
export const readsItsNeedsOnly = ({ rewards, registry }: Subject): Law => ({
  name: 'what a term does not need does not matter',
  property: fc.property(rewards, groups(), ({ term }, group) => {
    const needed = new Set<string>(needs(term, registry).map(({ need }) => need));
    const less = {
      ...withoutUnread(group, needed),
      rollouts: group.rollouts.map((one) => lessen(one, needed)),
    };
    return same(
      evaluate(term, less, noMemories, registry).scores,
      evaluate(term, group, noMemories, registry).scores,
    );
  }),
});

/** The name of the need that a fact answers to. */
const NEED_OF: Readonly<Record<string, string>> = { meanEntropy: 'entropy' };

const keep = <T extends object>(fields: T, needed: ReadonlySet<string>, always: readonly string[] = []): T =>
  // Erasure: the same object without some of its optional fields.
  Object.fromEntries(
    Object.entries(fields).filter(([key]) => always.includes(key) || needed.has(NEED_OF[key] ?? key)),
  ) as T;

const lessen = (rollout: Rollout, needed: ReadonlySet<string>): Rollout => ({
  ...keep(rollout, needed, ['text', 'facts']),
  facts: keep<Facts>(rollout.facts, needed, ['extra']),
});

const withoutUnread = (group: Group, needed: ReadonlySet<string>): Group =>
  keep(group, needed, ['problem', 'step', 'rollouts']);

/** Where `check` proves that any right answer beats any wrong one, it does. */
export const beatsWhereProved = ({ rewards, registry }: Subject): Law => {
  const known = new Map<string, CheckReport['dominance']>();
  const claimOf = (term: Term): CheckReport['dominance'] => {
    const key = JSON.stringify(term);
    // One reward under many groups is checked once.
    if (known.size > 1) known.clear();
    const claim =
      known.get(key) ??
      check({ version: 1, name: 'r', undecided: 'abstain', term }, registry, { effort: 0 }).dominance;
    known.set(key, claim);
    return claim;
  };
  return {
    name: 'where it is proved that right answers beat wrong ones, they do',
    property: fc.property(rewards, groups(), ({ term }, group) => {
      const claim = claimOf(term);
      if (claim === null || claim.neverLess !== 'proved') return true;
      const { scores } = evaluate(term, group, noMemories, registry);
      const paid = (correct: boolean): readonly number[] =>
        scores.filter(
          (value, i): value is number => value !== null && group.rollouts[i]?.facts.correct === correct,
        );
      const [worst, best] = [Math.min(...paid(true)), Math.max(...paid(false))];
      return claim.beats === 'proved' ? worst > best : worst >= best;
    }),
  };
};
