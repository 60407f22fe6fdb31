import { defineSignal } from '../define.js';
import type { Signal } from '../signal.js';
import { codePoints } from '../text/characters.js';
import { unitsOf } from '../text/words.js';

/** The runs of text between separators. */
const blocksOf = (text: string, separator: 'any' | 'space'): readonly string[] =>
  separator === 'space' ? text.split(' ') : unitsOf(text).map((unit) => unit.text);

/**
 * `penalty` when some run without a space is longer than `most` characters: the mark of a model that has come
 * apart. By default any white space ends a run, and so does any character of a script that writes none; ROLL
 * counts from space to space (`separator: 'space'`), so that an ordinary line of Chinese is penalised, and so
 * is a list of long lines.
 */
export const longBlock: Signal = defineSignal({
  name: 'long-block',
  summary: 'a penalty for a run of characters without a space',
  source: 'ROLL `long_block_penalty_reward_fn`',
  parameters: {
    most: {
      kind: 'number',
      default: 100,
      min: 1,
      max: 1e9,
      what: 'longest run without a penalty, in characters',
    },
    penalty: {
      kind: 'number',
      default: -1,
      min: -1e6,
      max: 0,
      what: 'score of a response with a longer run',
    },
    separator: { kind: 'choice', default: 'any', choices: ['any', 'space'], what: 'what ends a run' },
  },
  range: ({ penalty }) => [penalty, 0],
  score: ({ text }, { most, penalty, separator }) =>
    blocksOf(text, separator).some((block) => codePoints(block) > most) ? penalty : 0,
});
