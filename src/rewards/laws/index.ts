/**
 * Laws that any reward should keep, as fast-check properties (fast-check is an optional peer):
 * `for (const law of rewardLaws(reward)) fc.assert(law.property)`.
 */
import type fc from 'fast-check';
import { reward as named } from '../build.js';
import { type Registry, standardSignals, withSignals } from '../registry.js';
import type { Signal } from '../signal.js';
import type { Reward } from '../term.js';
import { signalTerms } from './arbitraries.js';
import { type Law, type Subject, subjectOf } from './law.js';
import {
  learnsInAnyOrder,
  mergesAsMonoid,
  mergesShards,
  remembersByValue,
  survivesAnything,
} from './memory.js';
import {
  beatsWhereProved,
  deterministic,
  equivariant,
  keepsPolicy,
  neutralOnEqual,
  readsItsNeedsOnly,
  roundTrips,
  simplifies,
  total,
  withinBounds,
} from './values.js';

export {
  facts,
  groups,
  hostileGroups,
  parameterValues,
  rewards,
  rollouts,
  signalTerms,
  type TermOptions,
  terms,
} from './arbitraries.js';
export type { Law } from './law.js';

type LawOf = (subject: Subject) => Law;

const VALUE_LAWS: readonly LawOf[] = [
  withinBounds,
  equivariant,
  deterministic,
  roundTrips,
  simplifies,
  total,
  keepsPolicy,
  neutralOnEqual,
  readsItsNeedsOnly,
  beatsWhereProved,
];

const MEMORY_LAWS: readonly LawOf[] = [
  learnsInAnyOrder,
  mergesShards,
  mergesAsMonoid,
  remembersByValue,
  survivesAnything,
];

/** All laws of a reward, or of arbitrary rewards, over the signals of a registry. */
export function rewardLaws(
  reward: Reward | fc.Arbitrary<Reward>,
  registry: Registry = standardSignals,
): readonly Law[] {
  const subject = subjectOf(reward, registry);
  return [...VALUE_LAWS, ...MEMORY_LAWS].map((law) => law(subject));
}

/**
 * All laws of a signal of one's own, over any parameters its table allows; those of memory only where it has one, since they
 * say nothing of a signal that learns nothing and take most of the time.
 */
export function signalLaws(signal: Signal): readonly Law[] {
  const subject = subjectOf(
    signalTerms(signal).map((term) => named(signal.name, term)),
    withSignals(standardSignals, signal),
  );
  const laws = signal.memory === undefined ? VALUE_LAWS : [...VALUE_LAWS, ...MEMORY_LAWS];
  return laws.map((law) => law(subject));
}
