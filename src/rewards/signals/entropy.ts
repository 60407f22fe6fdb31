import { defineSignal } from '../define.js';
import { finiteOf, held } from '../facts.js';
import { mean } from '../group-statistics.js';
import type { Facts } from '../rollout.js';
import type { Signal } from '../signal.js';

/** The measure of uncertainty in nats, ≥ 0; `null` where what it reads is missing or no number. */
function uncertainty(facts: Facts, of: 'entropy' | 'surprise' | 'trajectory'): number | null {
  if (of === 'entropy') return finiteOf(facts.meanEntropy);
  const surprises = facts.logProbs?.map((logProb) => -logProb);
  if (surprises === undefined || !surprises.every(Number.isFinite)) return null;
  const average = mean(surprises);
  return of === 'surprise' ? average : average * surprises.length;
}

/**
 * Uncertainty of the response in nats, times `sign`: +1 pays for it (`entropy-only` of 1-shot RLVR, and
 * `entropy-max`), −1 charges it (`entropy-min`). Reads no verdict. `of` is the mean entropy −Σ p ln p of the
 * next-token distributions, its estimate from the sampled tokens alone −mean ln p (`surprise`), or their sum
 * −Σ ln p over the response (`trajectory`). Held to [0, `most`].
 */
export const entropy: Signal = defineSignal({
  name: 'entropy',
  summary: 'uncertainty of the response in nats, or its negative',
  source: '1-shot RLVR, arXiv 2504.20571, §2.4',
  parameters: {
    sign: { kind: 'number', default: 1, min: -1, max: 1, what: '+1 pays entropy, −1 charges it' },
    most: {
      kind: 'number',
      default: 20,
      min: 0,
      max: 1e9,
      what: 'greatest value that counts: for a mean, ln of the vocabulary size or more',
    },
    of: {
      kind: 'choice',
      default: 'entropy',
      choices: ['entropy', 'surprise', 'trajectory'],
      what: 'mean token entropy, or mean or sum of −log-probabilities of the sampled tokens',
    },
  },
  needs: ({ of }) => [of === 'entropy' ? 'entropy' : 'logProbs'],
  range: ({ sign, most }) => [Math.min(0, sign * most), Math.max(0, sign * most)],
  score: ({ facts }, { sign, most, of }) => {
    const value = uncertainty(facts, of);
    return value === null ? null : sign * held(value, 0, most);
  },
});
