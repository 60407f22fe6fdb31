import { defineSignal } from '../define.js';
import type { Signal } from '../signal.js';

/**
 * 1 when the response gives a final answer that can be read, right or wrong; 0 when it gives none or one that
 * cannot be parsed: the format-only reward of 1-shot RLVR by the verifier's eyes. `null` for an unusable
 * gold, which stops the verifier before it looks, and for a lost worker.
 */
export const answered: Signal = defineSignal({
  name: 'answered',
  summary: 'whether the response gives an answer that can be read, right or wrong',
  source: '1-shot RLVR, arXiv 2504.20571, C.2.3',
  parameters: {},
  needs: ['verdict'],
  range: () => [0, 1],
  score: ({ facts: { verdict } }) => {
    if (verdict === undefined) return null;
    if (verdict.kind !== 'undecided') return 1;
    if (verdict.reason === 'bad-gold' || verdict.reason === 'lost') return null;
    return verdict.reason === 'no-answer' || verdict.reason === 'parse-error' ? 0 : 1;
  },
});
