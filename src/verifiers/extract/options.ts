import { wordEnd } from './alternative.js';
import { isOneCase } from './cases.js';
import {
  fold,
  isCapital,
  isCjk,
  isLatin,
  isLetter,
  isOneOf,
  isQuestionMark,
  isSpace,
  skipSpaces,
  trimSpaces,
} from './characters.js';
import type { Range } from './clean.js';
import type { Claim } from './contract.js';
import { denials, endsInCue, hasCue, isReported, lastCueEnd, maybeWords, orWords } from './cues.js';
import { isBoundOrDenied, isRejected } from './denied.js';
import { isEnclosed, isFreeAfter, isFreeBefore } from './edges.js';
import type { Page } from './page.js';
import { programRanges } from './programs.js';
import { proseWords } from './reading.js';
import { sentenceEnd } from './sentence-scan.js';
import { opensStruck } from './struck.js';

/** Words right before a chosen option letter. */
const choosers: readonly string[] =
  "it's|it is|is|be|option|choice|choose|pick|select|answer|with|therefore|thus|hence|so|est|es|ist|è|é|选|選|选择|是|为|因此|所以".split(
    '|',
  );

/** The offset after the brackets and marks that close around a letter. */
function closed(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isOneOf(')]*$', text, i)) i += 1;
  return i;
}

/** Letters that name options. */
const isOptionLetter = (code: number): boolean => isCapital(code) && code <= 74;

/** True when the capital at `at` stands alone, as an option's letter does. */
function standsAlone(text: string, at: number, start: number, end: number, choice: boolean): boolean {
  if (!isOptionLetter(text.charCodeAt(at))) return false;
  const before = text.charCodeAt(at - 1);
  if (at > start && ((isLetter(before) && !isCjk(before)) || isOneOf('$\\_^', text, at - 1))) return false;
  if (at + 1 >= end) return true;
  const next = text.charCodeAt(at + 1);
  if (isOneOf('.,;:)。．，、；：）*', text, at + 1)) return true;
  return choice && (isSpace(next) || isCjk(next));
}

/** "A square …": the article, unless a verb or reason follows ("A is right", "A because …"). */
const isArticle = (text: string, at: number): boolean =>
  /^I(?: [a-z]|['’])/.test(text.slice(at, at + 3)) ||
  (text[at] === 'A' &&
    /^A [a-z]/.test(text.slice(at, at + 3)) &&
    !orWords.has(text.slice(at + 2, wordEnd(text, at + 2, at + 14))) &&
    !/^A (?:is|since|because|as|would|must|non|not|and|or)\b/.test(text.slice(at, at + 10)));

/**
 * The option letter that `[start, end)` begins with ("C", "(C)", "C. because", "**C**, since …"), or null. When a
 * choice is expected, words may follow without punctuation ("C non A", "B不是 A"), and a letter may come after an
 * adverb ("for sure D").
 */
export function optionIn(page: Page, start: number, end: number): Range | null {
  const { text } = page;
  const choice = page.options.expects === 'choice';
  let at = skipSpaces(text, start, end);
  while (at < end && isOneOf('*($[{', text, at)) at += 1;
  const labelled = afterLabel(text, at, end);
  if (labelled > at) return optionIn(page, labelled, end);
  if (standsAlone(text, at, start, end, choice) && !isArticle(text, at)) {
    return namesSeveral(text, at + 1, end) || labelsItself(text, at, end) || !isApart(text, at, start, end)
      ? null
      : { start: at, end: at + 1 };
  }
  if (!choice) return null;
  const stop = Math.min(end, at + 24);
  for (; at < stop; at += 1) {
    if (!standsAlone(text, at, start, end, true) || isArticle(text, at)) continue;
    return isBoundOrDenied(fold(text.slice(start, at))) ||
      namesSeveral(text, at + 1, end) ||
      !isApart(text, at, start, end)
      ? null
      : { start: at, end: at + 1 };
  }
  return null;
}

/** "A: either A or D": what a letter with a colon labels names it again among others. */
function labelsItself(text: string, at: number, end: number): boolean {
  if (!isOneOf(':：', text, at + 1)) return false;
  // "A: f(x) =": nothing is labelled.
  if (text[trimSpaces(text, end, at) - 1] === '=') return true;
  const named = new Set<string>();
  for (let i = at + 2; i < Math.min(end, at + 120); i += 1) {
    const alone = !isLatin(text.charCodeAt(i - 1)) && !isLatin(text.charCodeAt(i + 1));
    if (alone && isOptionLetter(text.charCodeAt(i)) && !isArticle(text, i)) named.add(text.charAt(i));
  }
  return named.size > 1 && named.has(text.charAt(at));
}

/** "A: B": the place of an option after a letter that labels it, or `at`. */
function afterLabel(text: string, at: number, end: number): number {
  if (text[at + 1] !== ':' || !isOptionLetter(text.charCodeAt(at))) return at;
  let next = skipSpaces(text, at + 2, end);
  while (next < end && isOneOf('*($[{', text, next)) next += 1;
  return standsAlone(text, next, at, end, true) && !isArticle(text, next) ? next : at;
}

/**
 * True when the letter is no part of a formula or list, and stands in no braces, such as those of a hidden or
 * struck-out text: what follows it is nothing, or prose.
 */
function isApart(text: string, at: number, start: number, end: number): boolean {
  let from = at;
  while (from > start && isOneOf('([*$', text, from - 1)) from -= 1;
  const opened = isOneOf('([', text, at - 1);
  if (opened && !isOneOf(')]', text, at + 1)) return false;
  const after = closed(text, at + 1, end);
  const rest = text.slice(after, end);
  const before = text.slice(start, from);
  return (
    (proseWords(before, 1) > 0 || !/[^\s.,:;!*"'`|#_-]/.test(before)) &&
    isFreeBefore(text, from, start) &&
    isFreeAfter(text, after, end) &&
    !isRejected(text, after, end) &&
    !isRejected(text, after, end, exceptions) &&
    !isOneCase(text, after, end) &&
    !isRejectedLater(text, at, end) &&
    !isDeniedElsewhere(text, at, start, end) &&
    !followsOr(text, from, start) &&
    !isEnclosed(text, start, from, end) &&
    (proseWords(rest, 1) > 0 || !/[^\s.,:;!*)"'`|#_$}\]-]/.test(rest))
  );
}

/** "A or B", `\\text{A} أو (E)`: a word for "or" stands right before. */
function followsOr(text: string, at: number, start: number): boolean {
  let end = at;
  while (end > start && (isSpace(text.charCodeAt(end - 1)) || isOneOf('([{*$`"“', text, end - 1))) end -= 1;
  let from = end;
  const cjk = isCjk(text.charCodeAt(end - 1));
  while (from > start && isLetter(text.charCodeAt(from - 1)) && isCjk(text.charCodeAt(from - 1)) === cjk)
    from -= 1;
  const word = fold(text.slice(from, end));
  return (
    (word.length > 1 && (orWords.has(word) || maybeWords.has(word))) || /(?:或|或者|または|또는)$/.test(word)
  );
}

/** Words right after a letter that take cases away from it. */
const exceptions: readonly string[] = ['unless'];

/** "A: (A) is wrong": the letter is named again, and rejected. */
function isRejectedLater(text: string, at: number, end: number): boolean {
  const stop = Math.min(end, at + 120);
  for (let i = at + 1; i < stop; i += 1) {
    if (text[i] !== text[at] || isLetter(text.charCodeAt(i - 1)) || isLetter(text.charCodeAt(i + 1)))
      continue;
    if (isRejected(text, i + 1, end)) return true;
  }
  return false;
}

/** "All except A, (A)", "A otherwise not A": the letter is denied where it is named again. */
function isDeniedElsewhere(text: string, at: number, start: number, end: number): boolean {
  for (let i = Math.max(start, at - 120); i < Math.min(end, at + 120); i += 1) {
    if (
      i === at ||
      text[i] !== text[at] ||
      isLetter(text.charCodeAt(i - 1)) ||
      isLetter(text.charCodeAt(i + 1))
    )
      continue;
    if (endsInCue(fold(text.slice(Math.max(start, i - 24), i)), denials)) return true;
  }
  return false;
}

/** Words between an option and another one, beside those that leave open which is meant. */
const JOINERS: ReadonlySet<string> = new Set(['and', 'either', 'even', 'else', 'rather', 'both']);

/** "A, B", "A and C", "A or D": several options are named. */
function namesSeveral(text: string, after: number, end: number): boolean {
  let at = after;
  let joined = false;
  while (at < end && isOneOf(' ,;/&)($*、和或', text, at)) {
    if (text[at] === '或') return true;
    joined ||= isOneOf(',;/&、和', text, at);
    at += 1;
  }
  for (let words = 0; words < 3; words += 1) {
    const stop = wordEnd(text, at, end);
    const word = fold(text.slice(at, stop));
    if (text.startsWith('and/or', at)) return true;
    if (orWords.has(word) && (word.length > 1 || isCjk(word.charCodeAt(0)))) return true;
    if (!JOINERS.has(word) && !maybeWords.has(word)) break;
    joined = true;
    at = opened(text, stop, end);
  }
  if (!joined || isArticle(text, at)) return false;
  return (
    standsAlone(text, at, after, end, true) ||
    SEVERAL_LETTERS.test(text.slice(at, Math.min(end, at + 6))) ||
    (isOptionLetter(text.charCodeAt(at)) && isOneOf('\\/&', text, at + 1))
  );
}

/** "E; EA": two options or more as one word. */
const SEVERAL_LETTERS = /^[A-J]{2,5}(?![A-Za-z])/;

/** The offset after spaces, marks and the macros of words that open before what comes next: ` \\text{both`. */
function opened(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isOneOf(' .($*', text, at)) at += 1;
  const macro = text[at] === '\\' ? /^\\(?:text|mbox|mathrm)\s?\{\s*/.exec(text.slice(at, at + 16)) : null;
  return macro === null ? at : at + macro[0].length;
}

/**
 * A choice made without a marker: the text begins with an option letter, or (when a choice is expected) its last
 * choosing words are followed by one that is not denied.
 */
export function choiceClaim(page: Page): Claim | null {
  const { text, end } = page;
  const from = page.wordsStart;
  const start = skipSpaces(text, page.start, end);
  const leading = optionIn(page, start, sentenceEnd(text, start, end));
  if (leading !== null && leading.start - start <= 2) return claimAt(page, leading);
  if (page.options.expects !== 'choice') return null;
  const folded = fold(text.slice(from, end));
  const programs = programRanges(page, from);
  for (let stop = folded.length; stop > 0; ) {
    const after = lastCueEnd(folded.slice(0, stop), choosers);
    page.look(choosers.length * 8);
    if (after < 0) return null;
    let at = skipSpaces(text, from + after, end);
    while (at < end && isOneOf('*($,:：， ', text, at)) at += 1;
    if (
      standsAlone(text, at, from, end, true) &&
      !isArticle(text, at) &&
      !namesSeveral(text, at + 1, end) &&
      isStated(page, programs, at) &&
      !isDeniedChoice(folded.slice(Math.max(0, after - 40), after))
    ) {
      return claimAt(page, { start: at, end: at + 1 });
    }
    stop = after - 1;
    if (folded.length - stop > 2_000) return null;
  }
  return null;
}

const openSentence: readonly string[] =
  'if|suppose|supposing|assume|unless|whether|had|guess|would be|impossible|unlikely|wrong|incorrect|doubt'.split(
    '|',
  );

/** The letter stands in a sentence of its own that neither asks nor supposes, outside programs. */
function isStated(page: Page, programs: readonly Range[], at: number): boolean {
  const { text } = page;
  if (programs.some((range) => at > range.start && at < range.end)) return false;
  let start = at;
  while (start > page.start && at - start < 400 && !isOneOf('.!?\n。！？', text, start - 1)) start -= 1;
  const end = sentenceEnd(text, at, page.end);
  const before = fold(text.slice(start, at));
  if (isQuestionMark(text, end) || hasCue(before, openSentence) || isReported(before)) return false;
  if (opensStruck(text, start)) return false;
  return isApart(text, at, start, end);
}

/** The choosing words that end `before` are denied: "cannot be", "I would not choose". */
function isDeniedChoice(before: string): boolean {
  const chooser = choosers.find((word) => before.endsWith(word)) ?? '';
  return endsInCue(before, denials) || endsInCue(before.slice(0, before.length - chooser.length), denials);
}

const claimAt = (page: Page, range: Range): Claim => ({
  method: 'choice',
  text: page.text.slice(range.start, range.end),
  spans: [range],
  start: range.start,
  end: range.end,
  firm: true,
});
