import { isOneCase } from './cases.js';
import { fold, isLatin, isLetter, isOneOf, isSpace, skipSpaces, trimSpaces } from './characters.js';
import type { Range } from './clean.js';
import { type Cues, cueList } from './cue-list.js';
import { denials, endsInCue } from './cues.js';
import { isBoundOrDenied, isRejected } from './denied.js';
import { isEnclosed, isFreeAfter, isFreeBefore } from './edges.js';
import { isArticle, isOptionLetter, standsAlone } from './option-letters.js';
import type { Page } from './page.js';
import { proseWords } from './reading.js';
import { followsOr, holdsSeveralLetters, isDeniedClause, namesSeveral } from './several-options.js';

/** The offset after the brackets and marks that close around a letter, and an exclamation mark: "**B**!". */
function closed(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isOneOf(')]*$', text, i)) i += 1;
  return text[i] === '!' && (i + 1 >= end || isSpace(text.charCodeAt(i + 1))) ? i + 1 : i;
}

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
      holdsSeveralLetters(text.slice(start, at)) ||
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
    if (!alone || !isOptionLetter(text.charCodeAt(i)) || isArticle(text, i)) continue;
    // "A: \color{red}{(A) or AB}"
    if (text[i] === text[at] && namesSeveral(text, i + 1, end)) return true;
    named.add(text.charAt(i));
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
export function isApart(text: string, at: number, start: number, end: number): boolean {
  let from = at;
  while (from > start && isOneOf('([*$', text, from - 1)) from -= 1;
  const opened = isOneOf('([', text, at - 1);
  if (opened && !isOneOf(')]', text, at + 1)) return false;
  const after = closed(text, at + 1, end);
  const rest = text.slice(after, end).replaceAll('\ufe0f', '');
  const before = text.slice(start, from);
  return (
    (proseWords(before, 1) > 0 || !/[^\s.,:;!*"'`|#_>→⇒✅✔-]/.test(before)) &&
    isFreeBefore(text, from, start) &&
    isFreeAfter(text, after, end) &&
    !isRejected(text, after, end) &&
    !isRejected(text, after, end, exceptions) &&
    !JUDGED.test(text.slice(at + 1, Math.min(end, at + 32))) &&
    !isDeniedClause(text, at + 1, end) &&
    !ELSE_OPTION.test(rest) &&
    !bracketsOthers(rest, text.charAt(at)) &&
    !BEFORE_LETTER.test(before.slice(-16)) &&
    !isOneCase(text, after, end) &&
    !isRejectedLater(text, at, end) &&
    !isDeniedElsewhere(text, at, start, end) &&
    !followsOr(text, from, start) &&
    !isEnclosed(text, start, from, end) &&
    (proseWords(rest, 1) > 0 || !/[^\s.,:;!*)"'`|#_$}\]✅✔☑-]/.test(rest))
  );
}

/** "B - incorrect", "B ✗": a judgement, and no option's text, after the letter. */
const JUDGED = /^[\s$*)\]:,;–—-]*(?:\(?(?:incorrect|wrong|not correct|not right)(?![a-z])|[✗✘❌✖×])/i;

/** Brackets that hold nothing but option letters. */
const BRACKETED = /^[\s*$)\]]*[([（]([A-J\s,;/&]+)[)\]）]/;

/** "(D) (DE)": brackets right after the letter name other options, and hold no remark in words. */
const bracketsOthers = (rest: string, letter: string): boolean =>
  [...(BRACKETED.exec(rest)?.[1] ?? '')].some(
    (each) => isOptionLetter(each.charCodeAt(0)) && each !== letter,
  );

/** "…; else A": another option where a condition does not hold. */
const ELSE_OPTION =
  /\b(?:else|otherwise)[,:]?\s+(?:it is |the answer is |choose |pick )?[(*$]*(?:\\(?:text|mathrm|mathbf)\{)?\(?[A-J](?![A-Za-z])/;

/** "the letter after B": another option by its place. */
const BEFORE_LETTER = /\b(?:before|after|next to|than|following|preceding|unlike)\s+[(*$]*$/i;

/** Words right after a letter that take cases away from it. */
const exceptions: Cues = cueList(['unless']);

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

/** "la B", "a opção (B)", "the letter B": what leads to an option's letter in several languages. */
const LEAD =
  /^(?:l['’]|la |le |el |a |o |il |die |der |das |the )?(?:(?:[Ll]etter|[Oo]pci[oó]n|[Oo]ption|[Ll]ettre|[Ll]etra|[Aa]lternativa|[Oo]pção|[Oo]pzione|[Vv]ariante|[Bb]uchstabe|[Вв]ариант|[Бб]уква) )?(?=\(?[A-J]\)?(?:[\s.,;:]|$))/;

/** How many characters of a text lead to an option's letter. */
export const optionLead = (text: string): number => LEAD.exec(text.slice(0, 32))?.[0].length ?? 0;

/** "B - 12", "12 (B)", "12, option B": a letter and its option's text, set off by a dash or by brackets. */
const DASHED =
  /^[(*$]*([A-J])[)*$]*(?:,\s+(?:i\.e\.,?|that is,?|which (?:is|equals))\s+[$\\(-]?\d|\s+(?:(?:[-–—→⇒]|->|=>)\s+\S|\([^()]{1,60}\)[.\s*$]*$))/;
const TRAILING =
  /^(.{1,80}?),?\s+(?:(?:i\.e\.?,? |→ ?|⇒ ?|-> ?|=> ?)?\((?:option |choice )?|(?:→|⇒|->|=>) |(?:option|choice) \(?)([A-J])\)?[.\s$*]*$/i;
const LETTER = /(?:^|[^A-Za-z\\])[A-J](?![A-Za-z])/;

/** "(both A and C)": an option whose text names others together. */
const OF_OTHERS = /^\s+\((?:both|neither|only|all of)\s[^()]{1,60}\)[.\s*$]*$/i;

const isOfOthers = (rest: string, letter: string): boolean =>
  OF_OTHERS.test(rest) && !new RegExp(`(?:^|[^A-Za-z])${letter}(?![A-Za-z])`).test(rest);

/** The letter of an option given with its text around a dash or brackets, when no other letter stands beside it. */
export function optionWithText(page: Page, { start, end }: Range): Range | null {
  const text = page.text.slice(start, end);
  const dashed = DASHED.exec(text);
  if (dashed !== null) {
    const at = dashed[0].indexOf(dashed[1] ?? '');
    const rest = text.slice(at + 1);
    if (
      (LETTER.test(rest) && !isOfOthers(rest, text.charAt(at))) ||
      JUDGED.test(rest) ||
      bracketsOthers(rest, text.charAt(at))
    )
      return null;
    return { start: start + at, end: start + at + 1 };
  }
  const [, value = '', letter = ''] = TRAILING.exec(text) ?? [];
  if (
    letter === '' ||
    !/[A-J]/.test(letter) ||
    LETTER.test(value) ||
    !/\d/.test(value) ||
    holdsSeveralLetters(value) ||
    !page.isAnswer(value)
  )
    return null;
  const at = text.lastIndexOf(letter);
  return { start: start + at, end: start + at + 1 };
}
