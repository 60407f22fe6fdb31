import { defineSignal } from '../define.js';
import { extraOf, held, hull } from '../facts.js';
import type { Signal } from '../signal.js';

/**
 * A number from `facts.extra` by its name, held to the range that is promised for it: a judge's score, the
 * share of tests passed, a word count. What a reward says of data needs no code.
 */
export const fact: Signal = defineSignal({
  name: 'fact',
  summary: 'a further fact by name, held to its stated range',
  parameters: {
    name: { kind: 'text', what: 'the name in facts.extra' },
    min: { kind: 'number', what: 'least value it can have' },
    max: { kind: 'number', what: 'greatest value it can have' },
    absent: { kind: 'choice', default: 'missing', choices: ['missing', 'zero'], what: 'what no value is' },
  },
  needs: ({ absent }) => (absent === 'zero' ? [] : ['extra']),
  range: ({ min, max, absent }) => (absent === 'zero' ? hull(min, max, 0) : hull(min, max)),
  score: ({ facts }, { name, min, max, absent }) => {
    const value = extraOf(facts, name);
    if (value === null) return absent === 'zero' ? 0 : null;
    return held(value, ...hull(min, max));
  },
});
