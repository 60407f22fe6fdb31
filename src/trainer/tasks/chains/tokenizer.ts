import { ConfigError } from '../../../support/index.js';
import type { Tokenizer } from '../../model/tokenizer.js';
import { kinds, labels, nouns } from './problem.js';

const words: readonly string[] = [
  '<pad>',
  '<eos>',
  'Q',
  '?',
  ...kinds,
  ...nouns,
  ...labels,
  '+',
  '-',
  'gets',
  'loses',
  ...Array.from({ length: 10 }, (_, digit) => String(digit)),
  'think',
  'first',
  'step',
  'skip',
  'guess',
  '=',
  'check',
  'so',
  'thus',
  'hence',
  'box',
  '{',
  '}',
  'ans',
  'wait',
];

const ids: ReadonlyMap<string, number> = new Map(words.map((word, id) => [word, id]));

/** The id of a word. Throws {@link ConfigError} for one there is not. */
export function idOf(word: string): number {
  const id = ids.get(word);
  if (id === undefined)
    throw new ConfigError(`'${word}' is no word of the chains; words are parted by spaces`, 'word');
  return id;
}

/** One token a word, words parted by spaces. */
export const chainsTokenizer: Tokenizer = {
  vocabSize: words.length,
  endTokens: new Set([1]),
  padToken: 0,
  encode: (text) =>
    text
      .split(' ')
      .filter((word) => word !== '')
      .map(idOf),
  decode: (tokens) => tokens.map((id) => words[id] ?? '').join(' '),
};
