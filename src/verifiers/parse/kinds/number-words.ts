import type { Answer } from '../../answer.js';
import { apply, type Expr, isApply, rational } from '../../expr.js';
import type { Reading } from './reading.js';

const list = (words: string): readonly string[] => words.split(' ');

const ONES: ReadonlyMap<string, bigint> = new Map(
  list(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ).map((word, i) => [word, BigInt(i)]),
);
const TENS: ReadonlyMap<string, bigint> = new Map(
  list('twenty thirty forty fifty sixty seventy eighty ninety').map((word, i) => [
    word,
    BigInt(10 * (i + 2)),
  ]),
);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, bigint> = new Map([
  ['hundred', 100n],
  ['dozen', 12n],
  ['dozens', 12n],
  ['hundreds', 100n],
  ['thousands', 1000n],
  ['millions', 10n ** 6n],
  ['billions', 10n ** 9n],
  ['thousand', 1000n],
  ['million', 10n ** 6n],
  ['billion', 10n ** 9n],
  ['trillion', 10n ** 12n],
  ['百', 100n],
  ['千', 1000n],
  ['万', 10n ** 4n],
  ['百万', 10n ** 6n],
  ['亿', 10n ** 8n],
]);

/** Denominators in words, singular. */
const PARTS: ReadonlyMap<string, bigint> = new Map([
  ['half', 2n],
  ['halve', 2n],
  ['third', 3n],
  ['quarter', 4n],
  ['fourth', 4n],
  ['fifth', 5n],
  ['sixth', 6n],
  ['seventh', 7n],
  ['eighth', 8n],
  ['ninth', 9n],
  ['tenth', 10n],
  ['twelfth', 12n],
  ['hundredth', 100n],
]);

/** A whole number in English words, hyphens already taken out: "two hundred forty one". */
export function wholeFromWords(words: readonly string[]): bigint | null {
  let total = 0n;
  let group = 0n;
  let last: 'none' | 'ones' | 'tens' | 'scale' = 'none';
  for (const word of words) {
    const ones = ONES.get(word);
    const tens = TENS.get(word);
    const scale = SCALES.get(word);
    if (ones !== undefined && last !== 'ones' && !(last === 'tens' && (ones === 0n || ones > 9n))) {
      group += ones;
      last = 'ones';
    } else if (tens !== undefined && last !== 'ones' && last !== 'tens') {
      group += tens;
      last = 'tens';
    } else if (scale !== undefined && last !== 'none') {
      if (scale <= 100n) group *= scale;
      else {
        total += group * scale;
        group = 0n;
      }
      last = 'scale';
    } else if (!(word === ',' && last === 'scale')) return null;
  }
  return last === 'none' ? null : total + group;
}

const CHINESE_DIGITS: ReadonlyMap<string, bigint> = new Map(
  [...'零一二三四五六七八九']
    .map((c, i): [string, bigint] => [c, BigInt(i)])
    .concat([
      ['两', 2n],
      ['〇', 0n],
    ]),
);
const CHINESE_SCALES: ReadonlyMap<string, bigint> = new Map([
  ['十', 10n],
  ['百', 100n],
  ['千', 1000n],
]);

/** A whole number in Chinese numerals up to 9999 万: 一百二十, 三千零五. */
export function wholeFromChinese(text: string): bigint | null {
  if (text.length === 0 || text.length > 12) return null;
  let total = 0n;
  let section = 0n;
  let digit: bigint | null = null;
  for (const c of text) {
    const value = CHINESE_DIGITS.get(c);
    const scale = CHINESE_SCALES.get(c);
    if (value !== undefined && (digit === null || digit === 0n)) digit = value;
    else if (scale !== undefined) {
      section += (digit ?? (section === 0n && scale === 10n ? 1n : 0n)) * scale;
      digit = null;
    } else if (c === '万') {
      total += (section + (digit ?? 0n)) * 10000n;
      section = 0n;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0n);
}

/** 百分之二十 is 20 %, 三分之二 is 2/3. */
function chineseFraction(text: string): Expr | null {
  const at = text.indexOf('分之');
  if (at <= 0) return null;
  const num = wholeFromChinese(text.slice(at + 2));
  const below = text.slice(0, at);
  if (num === null) return null;
  if (below === '百') return apply('Percent', rational(num));
  const den = wholeFromChinese(below);
  return den === null || den === 0n ? null : rational(num, den);
}

/** "two thirds", "one half", "three quarters": the words before the last are the numerator. */
function fractionFromWords(words: readonly string[]): Expr | null {
  const last = words[words.length - 1] ?? '';
  const den = PARTS.get(last === 'halves' ? 'half' : last.replace(/s$/, ''));
  if (den === undefined) return null;
  const before = words.slice(0, -1);
  if (before.length === 0) return last === 'half' || last === 'quarter' ? rational(1n, den) : null;
  const and = before.indexOf(',');
  if (and > 0) {
    const whole = wholeFromWords(before.slice(0, and));
    const num = partNumerator(before.slice(and + 1));
    return whole === null || num === null ? null : rational(whole * den + num, den);
  }
  const num = partNumerator(before);
  return num === null ? null : rational(num, den);
}

const partNumerator = (words: readonly string[]): bigint | null =>
  words.length === 0 || (words.length === 1 && (words[0] === 'a' || words[0] === 'an'))
    ? 1n
    : wholeFromWords(words);

/** A number in words, or null: "minus twenty-one", "two thirds", "a dozen", 三十五. */
export function numberFromWords(phrase: string): Expr | null {
  const words = phrase
    .replaceAll(',', ' ,')
    .split(' ')
    .flatMap(splitCompound)
    .filter((word) => word !== '');
  if (words.length > 16) return null;
  const spoken = words[0] === 'minus' || words[0] === 'negative';
  const written = words.length === 1 && words[0]!.startsWith('负');
  const negative = spoken || written;
  const rest = spoken ? words.slice(1) : written ? [words[0]!.slice(1)] : words;
  const single = rest.length === 1 ? rest[0]! : '';
  const whole =
    (single === 'dozen' ? 12n : null) ??
    wholeFromWords(rest) ??
    (single === '' ? null : wholeFromChinese(single));
  const value = whole !== null ? rational(whole) : (chineseFraction(single) ?? fractionFromWords(rest));
  if (value === null) return null;
  return negative ? apply('Negate', value) : value;
}

/** `twentyone` (from "twenty-one"), `onehalf`, `twothirds`. */
function splitCompound(word: string): readonly string[] {
  for (const first of [...TENS.keys(), ...ONES.keys()]) {
    const rest = word.startsWith(first) ? word.slice(first.length) : '';
    if (rest !== '' && (ONES.has(rest) || PARTS.has(rest.replace(/s$/, '')))) return [first, rest];
  }
  return [word];
}

/** Words a unit after a number in words may have: "miles per hour". */
const UNIT_WORDS = 3;

/** "two hours", "thirty-five percent": a number in words before a unit, with which the rest reads as a quantity. */
function measured(phrase: string, part: Reading['part']): Answer | null {
  const words = phrase.split(' ');
  for (let unit = 1; unit <= UNIT_WORDS && unit < words.length; unit += 1) {
    const expr = numberFromWords(words.slice(0, -unit).join(' '));
    if (expr?.node !== 'number') continue;
    const answer = part(
      `${expr.den === 1n ? expr.num : `${expr.num}/${expr.den}`} ${words.slice(-unit).join(' ')}`,
    );
    if (answer?.kind === 'quantity' || (answer?.kind === 'expression' && isApply(answer.expr, 'Percent')))
      return answer;
  }
  return null;
}

/** 五个: a Chinese number and a word that only says that things were counted. */
const COUNTED = /^([负〇零一二两三四五六七八九十百千万]+)(?:个|种|条|只|名|人|次|本|位|件|张)$/u;

/** Numbers written in words: "twenty-one", "one half", 三; and before a unit, "two hours". */
export function readNumberWords(reading: Reading): Answer | null {
  const { phrase, part } = reading;
  if (phrase === null || phrase.length > 120) return null;
  const expr = numberFromWords(phrase);
  if (expr !== null) return { kind: 'expression', expr };
  const counted = COUNTED.exec(phrase);
  if (counted !== null) return readNumberWords({ ...reading, phrase: counted[1]! });
  return phrase.includes(' ') && startsAsNumber(phrase) ? measured(phrase, part) : null;
}

/** The first word is a number, alone or before a hyphen that was taken out. */
function startsAsNumber(phrase: string): boolean {
  const first = splitCompound(phrase.slice(0, phrase.search(/[ ,]/)))[0] ?? '';
  return ONES.has(first) || TENS.has(first);
}
