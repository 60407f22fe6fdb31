import {
  asProblemId,
  type Facts,
  type Group,
  type Rollout,
  type Signal,
} from '../../../src/rewards/index.js';

/** One rollout with these facts. */
export const rollout = (facts: Facts = {}, tokens?: number): Rollout =>
  tokens === undefined ? { text: '', facts } : { text: '', tokens, facts };

/** A group of rollouts that were judged so. */
export const judged = (...verdicts: readonly (boolean | null)[]): Group =>
  groupOf(...verdicts.map((correct) => rollout({ correct })));

/** A group at step 0. */
export const groupOf = (...rollouts: readonly Rollout[]): Group => ({
  problem: asProblemId('p'),
  step: 0,
  rollouts,
});

/** A signal without parameters or memory. */
export const plainSignal = (
  name: string,
  score: Signal['score'],
  range: ReturnType<Signal['range']> = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Signal => ({
  name,
  summary: '',
  source: '',
  parameters: {},
  needs: () => ['modelScore'],
  range: () => range,
  score,
});

/** Whatever number the rollout brings as its model score, of no known range. */
export const modelScore: Signal = plainSignal('model', (group) =>
  group.rollouts.map(({ facts }) => facts.modelScore ?? null),
);
