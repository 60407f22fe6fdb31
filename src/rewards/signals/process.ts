import { defineSignal } from '../define.js';
import { finiteOf, held } from '../facts.js';
import type { Facts } from '../rollout.js';
import type { Signal } from '../signal.js';
import { clipSteps } from '../steps.js';

/** The range of a process reward model's scores, which are probabilities as a rule. */
const LEAST = { kind: 'number', default: 0, min: -1e6, max: 1e6, what: 'least score of a step' } as const;
const GREATEST = {
  kind: 'number',
  default: 1,
  min: -1e6,
  max: 1e6,
  what: 'greatest score of a step',
} as const;
const ETA = {
  kind: 'number',
  min: -1e6,
  max: 1e6,
  what: 'score from which a step costs nothing: choose it so that most steps reach it',
} as const;

const SOURCE = 'On Designing Effective RL Reward at Training Time, arXiv 2410.15115';

/** A step score's range. */
interface Scale {
  readonly least: number;
  readonly greatest: number;
}

/** The scores of the steps, held to their range; `null` unless all are there and finite. */
function stepsOf({ stepScores }: Facts, { least, greatest }: Scale): readonly number[] | null {
  const scores = stepScores?.map(finiteOf);
  if (scores === undefined || scores.some((score) => score === null)) return null;
  return scores.map((score) => held(score ?? 0, Math.min(least, greatest), Math.max(least, greatest)));
}

const total = (worths: readonly number[]): number => worths.reduce((sum, worth) => sum + worth, 0);

/**
 * The plain sum of a process reward model's step scores. It pays for steps, not for progress: twenty
 * repetitions of a harmless step are worth sixteen right answers (alpha 1). Kept for comparison.
 */
export const processSum: Signal = defineSignal({
  name: 'process-sum',
  summary: 'the sum of step scores, which pays for repeating steps',
  source: SOURCE,
  parameters: { least: LEAST, greatest: GREATEST },
  needs: ['stepScores'],
  range: ({ least, greatest }) => [
    Math.min(least, greatest) < 0 ? Number.NEGATIVE_INFINITY : 0,
    Math.max(least, greatest) > 0 ? Number.POSITIVE_INFINITY : 0,
  ],
  score: ({ facts }, scale) => {
    const steps = stepsOf(facts, scale);
    return steps === null ? null : total(steps);
  },
});

/** PR-Clip: Σ min(r − eta, 0). More steps never earn more. */
export const processClip: Signal = defineSignal({
  name: 'process-clip',
  summary: 'step scores below eta cost their distance to it; no step pays',
  source: SOURCE,
  parameters: { eta: ETA, least: LEAST, greatest: GREATEST },
  needs: ['stepScores'],
  range: ({ eta, least, greatest }) => [Math.min(least, greatest) < eta ? Number.NEGATIVE_INFINITY : 0, 0],
  score: ({ facts }, { eta, ...scale }) => {
    const steps = stepsOf(facts, scale);
    return steps === null ? null : total(clipSteps(steps, eta));
  },
});

/**
 * PR-Delta: Σ of score less next score, which is the first score, whatever the number of steps (0 for a
 * single one).
 */
export const processDelta: Signal = defineSignal({
  name: 'process-delta',
  summary: 'the differences of step scores: bounded however many steps there are',
  source: SOURCE,
  parameters: { least: LEAST, greatest: GREATEST },
  needs: ['stepScores'],
  range: ({ least, greatest }) => [Math.min(0, least, greatest), Math.max(0, least, greatest)],
  score: ({ facts }, scale) => {
    const steps = stepsOf(facts, scale);
    return steps === null ? null : deltaTotal(steps);
  },
});

/** PR-Clip-Delta: the scores clipped, then their differences. Bounded, and stopping late does not pay. */
export const processClipDelta: Signal = defineSignal({
  name: 'process-clip-delta',
  summary: 'the differences of clipped step scores: bounded, and no step pays',
  source: SOURCE,
  parameters: { eta: ETA, least: LEAST, greatest: GREATEST },
  needs: ['stepScores'],
  range: ({ eta, least, greatest }) => [Math.min(0, Math.min(least, greatest) - eta), 0],
  score: ({ facts }, { eta, ...scale }) => {
    const steps = stepsOf(facts, scale);
    return steps === null ? null : deltaTotal(clipSteps(steps, eta));
  },
});

/** The sum of {@link deltaSteps} without the rounding of its terms: it telescopes to the first score. */
const deltaTotal = (scores: readonly number[]): number => (scores.length < 2 ? 0 : (scores[0] ?? 0));
