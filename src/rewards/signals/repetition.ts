import { defineSignal } from '../define.js';
import type { Rollout } from '../rollout.js';
import type { Signal } from '../signal.js';
import { countNgrams, coveredShare } from '../text/ngrams.js';
import { words } from '../text/words.js';

/** What n-grams are made of; `null` when the token ids are missing. */
const itemsOf = ({ text, facts }: Rollout, unit: 'tokens' | 'words'): readonly (string | number)[] | null =>
  unit === 'words' ? words(text.toLowerCase()) : (facts.tokenIds ?? null);

/** Share of n-grams that are no news, in [0, 1); 0 for a text shorter than one. */
function repeatedShare(items: readonly (string | number)[], n: number): number {
  const { distinct, total } = countNgrams(items, n);
  return total === 0 ? 0 : 1 - distinct / total;
}

/**
 * Penalty for repeated n-grams: `penalty` times the share of n-grams that occurred before, over token ids or
 * lower-cased words; 0 for a response shorter than one n-gram. `measure: 'covered'` takes the share of tokens
 * that stand in such an n-gram.
 *
 * | original | parameters |
 * |---|---|
 * | TRL `get_repetition_penalty_reward` | `size: ngram_size, penalty: max_penalty` |
 * | open-r1, ms-swift | `unit: 'words', size, penalty`; ROLL with `penalty: −0.1` |
 * | HAPO `rep_penalty` | `measure: 'covered', size: 3` |
 */
export const repetition: Signal = defineSignal({
  name: 'repetition',
  summary: 'a penalty for the share of repeated n-grams',
  source: 'Demystifying Long CoT, arXiv 2502.03373, C.2; TRL, open-r1, ms-swift, ROLL; HAPO',
  parameters: {
    unit: {
      kind: 'choice',
      default: 'tokens',
      choices: ['tokens', 'words'],
      what: 'what n-grams are made of',
    },
    size: { kind: 'number', default: 3, min: 1, max: 64, integer: true, what: 'n' },
    penalty: { kind: 'number', default: -1, min: -1e6, max: 0, what: 'score where all is repeated' },
    measure: {
      kind: 'choice',
      default: 'repeated',
      choices: ['repeated', 'covered'],
      what: 'share of n-grams that are repeated, or of tokens that these cover',
    },
  },
  needs: ({ unit }) => (unit === 'tokens' ? ['tokenIds'] : []),
  range: ({ penalty }) => [penalty, 0],
  score: (rollout, { unit, size, penalty, measure }) => {
    const items = itemsOf(rollout, unit);
    if (items === null) return null;
    return penalty * (measure === 'covered' ? coveredShare(items, size) : repeatedShare(items, size));
  },
});
