import type { Answer, TruthAnswer } from '../../answer.js';
import { sliceText } from '../scan.js';
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

/** Words that open a reason, which adds nothing to yes or no. */
const REASONS: ReadonlySet<string> = new Set(
  'because since as it its they this that these there he she we you both all every otherwise consider for by 因为 由于'.split(
    ' ',
  ),
);

/**
 * Yes or no with more after it: a reason leaves it as it is ("Yes, since `v·w = 0`", "No. It is not closed."), a value
 * is claimed as well ("Yes. `F = xy²`"), and any other sentence stands for itself.
 */
export function readTruthWithReason(reading: Reading): Answer | null {
  const [first, second, third] = reading.pieces;
  if (first?.kind !== 'word' || second?.kind !== 'mark' || third === undefined) return null;
  const truth = WORDS.get(first.value.toLowerCase());
  if (truth?.word !== 'yes-no' || !',.;:'.includes(second.value)) return null;
  if (third.kind === 'word' && REASONS.has(third.value.toLowerCase()))
    return contradicts(reading, truth) ? null : truth;
  if (reading.phrase !== null) return null;
  const value = reading.part(sliceText(reading.surface.text, reading.pieces, 2, reading.pieces.length));
  if (value !== null && CLAIMS.has(value.kind)) return { kind: 'list', items: [truth, value] };
  return readProse(reading);
}

/** Kinds that say something of their own. A number after "No." may be its number. */
const CLAIMS: ReadonlySet<Answer['kind']> = new Set([
  'relation',
  'interval',
  'set',
  'set-operation',
  'matrix',
  'tuple',
]);

/** "Yes, it is; no": both are said. */
const contradicts = ({ pieces }: Reading, truth: TruthAnswer): boolean =>
  pieces.some((piece, i) => {
    // "no" before a noun denies the noun.
    if (i < 2 || pieces[i + 1]?.kind === 'word') return false;
    const other = piece.kind === 'word' ? WORDS.get(piece.value.toLowerCase()) : undefined;
    return other?.word === 'yes-no' && other.value !== truth.value;
  });

/** Yes, no, true, false in several languages; also as the first word of a sentence of words: "Yes, it is." */
export function readTruth({ phrase }: Reading): TruthAnswer | null {
  if (phrase === null) return null;
  const whole = WORDS.get(phrase.replace(/^(?:it is|that is|statement is|this is) /, ''));
  if (whole !== undefined) return whole;
  const comma = phrase.indexOf(',');
  const first = comma < 0 ? undefined : WORDS.get(phrase.slice(0, comma));
  if (first?.word !== 'yes-no') return null;
  const rest = phrase.slice(comma + 1).split(/[ ,]+/);
  return rest.some((word, i) => takesBack(first, word, rest[i - 1])) ? null : first;
}

const HEDGES: ReadonlySet<string> = new Set(
  'sometimes maybe perhaps possibly probably depends either'.split(' '),
);

/** "Yes, no" and "no, not no" say both; "no, sometimes" neither. */
function takesBack(truth: TruthAnswer, word: string, before: string | undefined): boolean {
  if (HEDGES.has(word)) return true;
  // "non-zero" denies zero, not the answer.
  if (word === 'non') return false;
  const other = WORDS.get(word);
  if (other?.word !== 'yes-no') return false;
  return (other.value === truth.value) === (before === 'not');
}
