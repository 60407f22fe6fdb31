import { isOneCase } from './cases.js';
import { fold, isCjk, isLetter, isOneOf, isSpace, skipSpaces } from './characters.js';
import type { Range } from './clean.js';
import { TAKEN_BACK } from './corrections.js';
import { type Cues, cueList, cuesAt } from './cue-list.js';
import {
  bounding,
  bounds,
  denials,
  deniedEqualities,
  endsInCue,
  hasCue,
  negations,
  rejections,
} from './cues.js';
import type { Page } from './page.js';
import { proseWords } from './reading.js';

/** "26 not seconds": the unit that would follow is denied. */
export function deniesUnit(page: Page, value: Range, end: number): boolean {
  const { text } = page;
  const at = skipSpaces(text, value.end, end);
  if (text[at] !== 'n' || !/^not\s/.test(text.slice(at, at + 4))) return false;
  let to = at + 4;
  while (to < end && isLetter(text.charCodeAt(to)) && !isCjk(text.charCodeAt(to)) && to - at < 28) to += 1;
  return to > at + 4 && page.isAnswer(`${text.slice(value.start, value.end)} ${text.slice(at + 4, to)}`);
}

/** 不是, 不等于, 至少是. */
const DENIED_CJK = /[不非]..?$|(?:至少|至多|最多|最少|起码|不止|超过|可能)[是为有得]$/;

/** {@link negations}, and "no", right before a verb. */
const deniedVerbs: Cues = cueList([...negations, 'no', "don't", "didn't", "shouldn't"]);

/** "cannot be", "does not equal": the verb that ends at `end` is denied. */
export function isDeniedVerb(folded: string, end: number): boolean {
  if (folded[end - 1] === '=') return hasCue(folded.slice(Math.max(0, end - 24), end), deniedEqualities);
  let start = end;
  while (start > 0 && isLetter(folded.charCodeAt(start - 1)) && !isCjk(folded.charCodeAt(start - 1)))
    start -= 1;
  // 不是, 不等于: the denial is part of the run of characters.
  if (start === end) return DENIED_CJK.test(folded.slice(Math.max(0, end - 6), end));
  return endsInCue(folded.slice(Math.max(0, start - 16), start), deniedVerbs);
}

/** "is at least 5", "is between 3 and 4": what follows the verb bounds the subject. */
export const startsAsBound = (rest: string): boolean => {
  const start = rest.replace(/^(?:[\s“”"'($*_`\u200b-\u200f]|\\left)+/, '');
  return cuesAt(start, 0, bounds).some(
    (bound) =>
      start.startsWith(bound) &&
      (isOneOf(' :', start, bound.length) || isCjk(bound.charCodeAt(bound.length - 1))),
  );
};

/** "depends: ", "at most": the words right before a value, or before the colon that introduces it, leave it open. */
export const endsAsBound = (before: string): boolean => endsInCue(before, bounds);

/** "Candidates: 7; 8": the sentence opens a list of what the answer might be. */
export function opensCandidates(folded: string): boolean {
  const found = CANDIDATES.exec(folded);
  return (
    found !== null && (found.index < 12 || proseWords(folded.slice(found.index + found[0].length), 1) === 0)
  );
}

const CANDIDATES = /(?:^|[^a-z])(?:candidates|possibilities|depends|depending)[^:.]{0,24}:/;

/** The other end of a range: "between 3 and", "from 3 to", "within 1 of". */
const RANGE =
  /(?:(?:between|from)\s[^,;.]{1,40}\s(?:and|to)|(?:between|from)\s[a-z]\s?=|within\s\S{1,20}\sof)\s*$/;

/** 大于等于, 小于等于: the verb 等于 that ends at `end` is part of a relation. */
export const isRelationVerb = (folded: string, end: number): boolean =>
  /[大小]于?或?等于$/.test(folded.slice(Math.max(0, end - 5), end));

/** Words right before a value by which it is only worked with: "half of 8", "the square root of 8", "the first 8". */
const operations: Cues = cueList(
  'half of|third of|quarter of|fourth of|fifth of|tenth of|root of|square of|cube of|power of|multiple of|factor of|divisor of|reciprocal of|inverse of|negative of|logarithm of|factorial of|percent of|twice|thrice|double|triple|near|nearly|almost|more like|nothing like|something like|short of|divisible by|the first|the last|the next|multiplying|dividing|adding|subtracting|squaring'.split(
    '|',
  ),
);

/** True when the words right before a value deny it or make it a bound, or an end of a range. */
export const isBoundOrDenied = (before: string): boolean =>
  endsInCue(before, denials) ||
  endsAsBound(before) ||
  endsInCue(before, operations) ||
  hasCue(lastClause(before), negations) ||
  RANGE.test(before.slice(-60)) ||
  CONDITION_SIDE.test(before.slice(-40));

/** "setting x = ": the value belongs to a condition. */
const CONDITION_SIDE = /\b(?:if|setting|letting|let|suppose|assuming|given)\s+\$?\\?[a-z](?:_\w)?\s*=\s*$/;

/** What was said since the last mark or numeral, of the last words. */
function lastClause(before: string): string {
  let at = before.length;
  while (at > 0 && before.length - at < 28 && !isOneOf('0123456789,;:.$', before, at - 1)) at -= 1;
  return before.slice(at);
}

/** Marks that may close around a value before the words that reject it. */
const CLOSING = '$*)]}`"”»\\,;';

/** "(wrong)", "(which is incorrect)". */
const JUDGED = /^\((?:(?:this|that|which) (?:is|was) )?(?:wrong|incorrect|false|not (?:right|correct)|错)/i;

/** "7 is wrong", "$7$ değil": the words right after a value take it back. */
export function isRejected(text: string, after: number, end: number, cues: Cues = rejections): boolean {
  let at = after;
  while (at < end && (isSpace(text.charCodeAt(at)) || isOneOf(CLOSING, text, at))) at += 1;
  if (text[at] === '(' && JUDGED.test(text.slice(at, Math.min(end, at + 40)))) return true;
  if (at >= end || !isLetter(text.charCodeAt(at))) return false;
  const rest = fold(text.slice(at, Math.min(end, at + 24)));
  return cuesAt(rest, 0, cues).some((words) => rest.startsWith(words));
}

/** "7 or more", "7 unless n = 1": the words right after a value make it a bound, or only one of several. */
export const isBounded = (text: string, after: number, end: number): boolean =>
  isRejected(text, after, end, bounding) ||
  // 5个以上: past the word for what is counted.
  (isCjk(text.charCodeAt(after)) && isRejected(text, after + 1, end, bounding)) ||
  OF_NUMBER.test(text.slice(after, Math.min(end, after + 12))) ||
  TAKEN_BACK.test(text.slice(after, Math.min(end, after + 60))) ||
  isOneCase(text, after, end);

/** "… is the answer to a different question". */
export const OF_ANOTHER: RegExp =
  /\banswers? (?:to|of|for) (?:(?:an?|the|some) )?(?:different|another|other|wrong)\b/;

/** "3/4 of 8": a part of another number. */
const OF_NUMBER = /^\$?\s+of\s+(?:the\s+)?\$?\d/;

/** Marks around a value that are not part of its spelling. */
const AROUND = /^[\s$(*]+|[\s$)*]+$/g;

/** "all except B, (B)": the sentence denies the very value that it goes on to name. */
export function isDeniedBefore(folded: string, from: number, to: number): boolean {
  const value = folded.slice(from, Math.min(to, from + 80)).replaceAll(AROUND, '');
  if (value === '') return false;
  let at = folded.indexOf(value);
  for (let round = 0; round < 8 && at >= 0 && at < from; round += 1) {
    const whole = !/[a-z\d.]/.test(`${folded.charAt(at - 1)}${folded.charAt(at + value.length)}`);
    if (whole && endsInCue(folded.slice(Math.max(0, at - 24), at), negations)) return true;
    at = folded.indexOf(value, at + 1);
  }
  return false;
}
