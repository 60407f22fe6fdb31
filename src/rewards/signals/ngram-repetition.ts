import { defineSignal } from '../define.js';
import type { Signal } from '../signal.js';
import { countWeighted } from '../text/ngrams.js';
import { unitsOf } from '../text/words.js';

/**
 * `repetition` of the text in any language, without a tokeniser: n-grams of `size` words, or of 2·size
 * characters in the scripts that write no spaces (Chinese, Japanese, Thai, …), or a mixture of the two.
 * open-r1 and ROLL use jieba for Chinese: a dictionary would make the score depend on its version.
 */
export const ngramRepetition: Signal = defineSignal({
  name: 'ngram-repetition',
  summary: 'a penalty for repeated n-grams of text in any language',
  source: 'Demystifying Long CoT, arXiv 2502.03373, C.2, in words of any language',
  parameters: {
    size: { kind: 'number', default: 3, min: 1, max: 64, integer: true, what: 'n, in words' },
    penalty: { kind: 'number', default: -1, min: -1e6, max: 0, what: 'score where all is repeated' },
  },
  range: ({ penalty }) => [penalty, 0],
  score: ({ text }, { size, penalty }) => {
    const { distinct, total } = countWeighted(unitsOf(text), size);
    return total === 0 ? 0 : penalty * (1 - distinct / total);
  },
});
