import fc from 'fast-check';
import { type Registry, standardSignals } from '../registry.js';
import type { Reward } from '../term.js';

/** A named property; run it with `fc.assert(law.property, { numRuns })`. */
export interface Law {
  readonly name: string;
  readonly property: fc.IProperty<never> | fc.IRawProperty<unknown>;
}

/** What laws are tested on: one reward, or many. */
export interface Subject {
  readonly rewards: fc.Arbitrary<Reward>;
  readonly registry: Registry;
}

/** One reward, or arbitrary ones, as a subject. */
export const subjectOf = (
  reward: Reward | fc.Arbitrary<Reward>,
  registry: Registry = standardSignals,
): Subject => ({ rewards: reward instanceof fc.Arbitrary ? reward : fc.constant(reward), registry });
