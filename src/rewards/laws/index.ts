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
import { type Law, subjectOf } from './law.js';
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

/** All laws of a reward, or of arbitrary rewards, over the signals of a registry. */
export function rewardLaws(
  reward: Reward | fc.Arbitrary<Reward>,
  registry: Registry = standardSignals,
): readonly Law[] {
  const subject = subjectOf(reward, registry);
  return [
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
    learnsInAnyOrder,
    mergesShards,
    mergesAsMonoid,
    remembersByValue,
    survivesAnything,
  ].map((law) => law(subject));
}

/** All laws of a signal of one's own, over any parameters its table allows. */
export const signalLaws = (signal: Signal): readonly Law[] =>
  rewardLaws(
    signalTerms(signal).map((term) => named(signal.name, term)),
    withSignals(standardSignals, signal),
  );
