import { needs } from '../needs.js';
import type { Hunt } from './sampled.js';
import { search } from './search.js';
import type { CheckContext, Warning } from './warning.js';

/** Ways to give no answer: nothing found in the text, or nothing that reads as an answer. */
const SILENCES = ['no-answer', 'parse-error'] as const;

const UNREAD_EFFORT = 50;

/**
 * Nothing is gained by silence: of two wrong responses alike in everything else, one without a usable answer earns no
 * more than one with an answer, and is not spared by an abstention either.
 */
export function silence(context: CheckContext): readonly Warning[] {
  const { reward, registry, options } = context;
  const reads = needs(reward.term, registry).some(({ need }) => need === 'verdict');
  // A term that does not look at verdicts is only asked whether it says so truly.
  const asked = reads
    ? context
    : {
        ...context,
        options: { ...options, effort: Math.min(UNREAD_EFFORT, options.effort ?? UNREAD_EFFORT) },
      };
  return SILENCES.flatMap((verdict) => paidSilence(asked, verdict) ?? []).slice(0, 1);
}

function paidSilence(context: CheckContext, verdict: (typeof SILENCES)[number]): Warning | null {
  const found = search(context, {
    correct: [false, false],
    alike: true,
    second: { verdict },
    // An abstention is taken out of the loss: better than any reward of a wrong answer.
    lead: (answered, silent) => (answered === null ? null : silent === null ? -1 : answered - silent),
  } satisfies Hunt);
  if (found === null || found.lead >= 0) return null;
  const [answered, silent] = found.counterexample.rewards;
  return {
    rule: 'silence-pays',
    severity: 'warning',
    path: 'term',
    message:
      silent === null
        ? `a response without an answer (${verdict}) abstains, where a wrong answer earns ${answered}`
        : `a response without an answer (${verdict}) earns ${silent}, where a wrong answer earns ${answered}`,
    counterexample: found.counterexample,
  };
}
