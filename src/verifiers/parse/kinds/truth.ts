import type { TextAnswer, TruthAnswer } from '../../answer.js';
import type { Reading } from './reading.js';
import { readProse } from './text.js';

const YES = 'yes yep sí si oui ja da да 是 是的 可以 能 会 はい 예 sim';
const NO = 'no nope non nein нет 否 不是 不可以 不能 不会 いいえ 아니요 não nao';
const TRUE = 'true verdadero vrai wahr верно 对 正确 真 √ ✓ 正しい correct right';
const FALSE = 'false falso faux falsch неверно 错 错误 假 不对 不正确 × ✗ incorrect wrong';

const entries = (
  words: string,
  value: boolean,
  word: TruthAnswer['word'],
): readonly (readonly [string, TruthAnswer])[] =>
  words.split(' ').map((name) => [name, { kind: 'truth', value, word }]);

const WORDS: ReadonlyMap<string, TruthAnswer> = new Map([
  ...entries(YES, true, 'yes-no'),
  ...entries(NO, false, 'yes-no'),
  ...entries(TRUE, true, 'true-false'),
  ...entries(FALSE, false, 'true-false'),
]);

/** "Yes, since `v·w = 0`": yes or no with mathematics after it, which is prose. */
export function readTruthWithReason(reading: Reading): TextAnswer | null {
  const [first, second] = reading.pieces;
  if (reading.phrase !== null || first?.kind !== 'word' || second?.kind !== 'mark') return null;
  if (WORDS.get(first.value.toLowerCase())?.word !== 'yes-no' || !',.;:'.includes(second.value)) return null;
  return readProse(reading);
}

/** Yes, no, true, false in several languages; also as the first word of a sentence of words: "Yes, it is." */
export function readTruth({ phrase }: Reading): TruthAnswer | null {
  if (phrase === null) return null;
  const whole = WORDS.get(phrase.replace(/^(?:it is|that is|statement is|this is) /, ''));
  if (whole !== undefined) return whole;
  const comma = phrase.indexOf(',');
  const first = comma < 0 ? undefined : WORDS.get(phrase.slice(0, comma));
  if (first?.word !== 'yes-no') return null;
  // "Yes, no" says both.
  const contradicts = phrase
    .slice(comma + 1)
    .split(/[ ,]+/)
    .some((word) => WORDS.get(word)?.value === !first.value && WORDS.get(word)?.word === 'yes-no');
  return contradicts ? null : first;
}
