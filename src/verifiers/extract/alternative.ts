import { isContradictedAside } from './aside.js';
import { isOtherCase } from './cases.js';
import { fold, isCjk, isLetter, isOneOf } from './characters.js';
import type { Range } from './clean.js';
import type { Claim } from './contract.js';
import { maybeWords, orWords } from './cues.js';
import type { Page } from './page.js';
import { proseWords } from './reading.js';
import { mathAt } from './sentence-scan.js';
import {
  isCjkNumeral,
  NUMERAL_AT,
  reach,
  skipMarks,
  skipMarksBack,
  stretchEnd,
  stretchStart,
} from './stretch.js';

/** Words that may stand between "or" and the other value: "or else 8", "or perhaps 8". */
const wordLimit = 2;

/**
 * True when "or" joins a value found in prose to another value, after it or before it, and the two are not known to be
 * the same ("1/2, or 0.5"): the sentence leaves open which of them it means.
 */
export const hasAlternative = (page: Page, value: Range, start: number, end: number): boolean =>
  differs(page, textOf(page, value), valueAfter(page, value.end, end)) ||
  hasAnotherBefore(page, value, start) ||
  isOnePart(page, value, start, end) ||
  isContradictedAside(page, value, start, end);

/** The mark of a part, at the end of a text and anywhere. */
const PART_BEFORE = /\((?:[a-e]|i{1,3}|[1-5])\)[\s$:*]*$/;
const PARTS = /\((?:[a-e]|i{1,3}|[1-5])\)\s/g;

/** "(a) 7 (b) 8": the value of one part of several. */
const isOnePart = ({ text }: Page, value: Range, start: number, end: number): boolean =>
  PART_BEFORE.test(text.slice(Math.max(start, value.start - 16), value.start)) &&
  (text.slice(start, end).match(PARTS)?.length ?? 0) > 1;

/** Values before that are the same, "A, C or C", are passed over for the ones before them. */
const rounds = 3;

function hasAnotherBefore(page: Page, value: Range, start: number): boolean {
  const text = textOf(page, value);
  let other = valueBefore(page, value.start, start);
  // An option after "or" stands in a list of them, whatever the ones before it.
  const option = optionOf(text);
  if (option !== null && (other !== null || standsAmongOptions(page, value, option, start))) return true;
  for (let round = 0; round < rounds && other !== null; round += 1) {
    if (differs(page, text, other)) return true;
    other = valueBefore(page, other.start, start) ?? itemBefore(page, other.start, start);
  }
  return false;
}

/** The value before a comma that ends right before `at`. */
function itemBefore({ text }: Page, at: number, start: number): Range | null {
  const comma = skipMarksBack(text, at, start, '$*(\\') - 1;
  if (comma < start || !isOneOf(',;、，', text, comma)) return null;
  const last = skipMarksBack(text, comma, start, '$*');
  const first = stretchStart(text, last, Math.max(start, last - reach));
  return first < last ? { start: first, end: last } : null;
}

/** The same of a box and the words around it: "8 or \\boxed{7}", "\\boxed{7} (or 8)". */
export function hasAlternativeBeside(page: Page, box: Claim): boolean {
  const end = Math.min(page.end, box.end + reach);
  const start = Math.max(page.start, box.start - reach);
  return (
    isOtherCase(page.text.slice(start, box.start)) ||
    differs(page, box.text, valueAfter(page, box.end, end, false)) ||
    differs(page, box.text, valueBefore(page, box.start, start))
  );
}

/** The mathematics between the first dollar signs, else the text as it stands. */
function textOf(page: Page, { start, end }: Range): string {
  const text = page.text.slice(start, end);
  const open = nextDollar(text, 0);
  const close = open < 0 ? -1 : nextDollar(text, open + 1);
  if (open < 0) return text;
  return close < 0 ? text.slice(0, open) + text.slice(open + 1) : text.slice(open + 1, close);
}

/** The offset of the next dollar sign that is no currency's (`\\$`), or −1. */
function nextDollar(text: string, from: number): number {
  let at = text.indexOf('$', from);
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf('$', at + 1);
  return at;
}

/** An option, and letters that name one or several. */
const OPTION = /^[\s($]*[A-J][\s)$]*$/;
const OPTIONS = /^[A-J]{1,5}(?:\s?[,/]\s?[A-J])*$/;
const OPTION_LIST = /^[A-J](?:\s?[,/]\s?[A-J])+(?![a-z])/;

/** Commands, their braces, and the brackets of an option. */
const MARKUP = /\\tag\{[^{}]*\}|\\[a-z]+|[{}()$\s]/gi;

/** The letter of a value that is an option, or null. */
function optionOf(value: string): string | null {
  const letter = value.length > 60 ? '' : value.replaceAll(MARKUP, '');
  return OPTION.test(letter) ? letter : null;
}

/** Other options right before one, "DE (D)", or several right after it, "(C) (CD)". */
const OPTIONS_BEFORE = /(?:^|[^A-Za-z\\])([A-J]{1,5})[\s,(]*$/;
const OPTIONS_AFTER = /^[\s,()$]*([A-J]{2,5})(?![A-Za-z])/;
/** "(C), or none of them": after an option others together. */
const GROUP_AFTER =
  /^[\s),$*]*(?:or|maybe|perhaps|possibly)(?: (?:perhaps|maybe|possibly|even|else))* (?:all|none|neither|both|any|each|every)\b/i;
/** "Not A, (B)": the option before is set against this one, not beside it. */
const DENIED_OPTION = /(?:^|[^A-Za-z])(?:not|isn't|nicht|pas|non|不是)\s*[$(]*[A-J][)$]*[\s,($]*$/i;

function standsAmongOptions({ text }: Page, value: Range, option: string, start: number): boolean {
  const ahead = text.slice(Math.max(start, value.start - 24), value.start);
  const before = DENIED_OPTION.test(ahead) ? undefined : OPTIONS_BEFORE.exec(ahead)?.[1];
  const after = text.slice(value.end, value.end + 48);
  return (before ?? option) !== option || OPTIONS_AFTER.test(after.slice(0, 16)) || GROUP_AFTER.test(after);
}

/** Another value: signs and no words, or what reads as mathematics; words in a text macro count as signs. */
function differs(page: Page, value: string, other: Range | null): boolean {
  if (other === null) return false;
  const text = textOf(page, other)
    .replaceAll(/\*\*|[`"“”«»]/g, '')
    .replaceAll('\\\\', '\\')
    .trim();
  const reads =
    (/[\d\\()[\]]/.test(text) && proseWords(text, 1) === 0) ||
    (OPTIONS.test(text) && optionOf(value) !== null) ||
    isCjkNumeral(text) ||
    page.isAnswer(text);
  if (!reads) return false;
  return value.trim() !== text && page.options.sameAnswer?.(value, text) !== true;
}

/** The value that "or" and at most two more words, or a mark of a list, introduce after `at`. */
function valueAfter(page: Page, at: number, end: number, soft = true): Range | null {
  const { text } = page;
  let i = skipMarks(text, at, end, '$*)]}`"”»(');
  const list = soft ? nextItem(page, i, end) : null;
  if (list !== null) return list;
  i = skipMarks(text, i, end, ',;，；、(');
  if (text.startsWith('and/or', i)) i += 4;
  const first = orEnd(text, i, end);
  if (first === i || !isOr(text, i, first) || (!soft && opensRemark(text, i))) return null;
  i = skipWords(text, first, end);
  const math = mathAt(text, i, end);
  const letters = OPTION_LIST.exec(text.slice(i, Math.min(end, i + 40)));
  if (letters !== null) return { start: i, end: i + letters[0].length };
  const stop = math?.end ?? stretchEnd(text, i, Math.min(end, i + reach));
  return stop > i ? { start: i, end: math === null ? unitEnd(page, i, stop, end) : stop } : null;
}

/** After a box "otherwise" and "also" open a remark. */
const opensRemark = (text: string, at: number): boolean =>
  text.startsWith('otherwise', at) || text.startsWith('also', at);

/** The end of the words after a value that read with it as one answer, "8 m/s", else the end of the value. */
function unitEnd(page: Page, start: number, stop: number, end: number): number {
  const { text } = page;
  let to = stop;
  while (to < end && to - stop < 24 && !isOneOf('.,;:!?\n$)', text, to)) to += 1;
  return to > stop && page.isAnswer(text.slice(start, to)) ? to : stop;
}

/** Names of days and months, one before a comma and one after it. */
const NAME_BEFORE = /(?:^|[\s{(*])[A-Z][a-z]{2,}[\s$*)}]*$/;
const NAME = /^[A-Z][a-z]{2,}$/;

/** "B rather than A": words after an item that is put before another value. */
const PREFERRED = /^\s*(?:rather than|instead of|over)\b/i;

/** ", 8, 9", "; 8" to the end of the list: a further value that no word follows. */
function nextItem(page: Page, at: number, end: number): Range | null {
  const { text } = page;
  if (!isOneOf(',;', text, at)) return null;
  const start = skipMarks(text, at, end, ',;$*“«"');
  const stretch = stretchEnd(text, start, Math.min(end, start + reach));
  const next = skipMarks(text, stretch, end, '$*)]}`"”»');
  const closes =
    next >= end ||
    isOneOf(',;.。\\', text, next) ||
    isCjk(text.charCodeAt(next)) ||
    PREFERRED.test(text.slice(next, next + 16)) ||
    isOr(text, next, orEnd(text, next, end));
  const stop = closes ? stretch : signsEnd(text, start, end);
  const item = text.slice(start, stop);
  const reads =
    OPTIONS.test(item) ||
    (/^[-\\\d([]|[\^=]/.test(item) && /\d/.test(item)) ||
    (NAME.test(item) && NAME_BEFORE.test(text.slice(Math.max(0, at - 24), at)) && page.isAnswer(item));
  return reads ? { start, end: stop } : null;
}

/** The end of what goes on in signs alone up to the verb that ends the sentence, `7 7490입니다`; `start` where words follow. */
function signsEnd(text: string, start: number, end: number): number {
  if (end - start > reach) return start;
  let to = skipMarksBack(text, end, start, '$*)]}`"”».。');
  while (to > start && isCjk(text.charCodeAt(to - 1))) to -= 1;
  return proseWords(text.slice(start, to), 1) === 0 ? to : start;
}

/** After at most two words: "or else 8", "or perhaps 8", "vs. 8", 或者8. */
function skipWords(text: string, at: number, end: number): number {
  let i = text[at] === '.' || text[at] === '者' ? at + 1 : at;
  i = skipMarks(text, i, end, '*,;');
  for (let words = 0; words < wordLimit; words += 1) {
    const next = wordEnd(text, i, end);
    if (next <= i + 1 || NUMERAL_AT.test(text.charAt(i)) || OPTIONS.test(text.slice(i, next))) break;
    i = skipMarks(text, next, end, '*,;');
  }
  return i;
}

/** The value right before "or", where "or", perhaps with a word more, stands right before `at`. */
function valueBefore(page: Page, at: number, start: number): Range | null {
  const { text } = page;
  let last = skipMarksBack(text, at, start, '$*(\\');
  let joined = false;
  for (let words = 0; words < wordLimit; words += 1) {
    const from = wordStart(text, last, start);
    const isSoft = /^(?:else|even)$/i.test(text.slice(from, last));
    if (from === last || !(isSoft || isOr(text, from, last))) break;
    joined ||= !isSoft;
    const whole = text.startsWith('and/', from - 4) ? from - 4 : from;
    last = skipMarksBack(text, whole, start, ',;*');
  }
  if (!joined) return null;
  const first = stretchStart(text, last, Math.max(start, last - reach));
  return first < last ? { start: first, end: last } : null;
}

/** Where the word, or "vs.", begins that ends at `at`. */
export function wordStart(text: string, at: number, start: number): number {
  let from = text.startsWith(' vs.', at - 4) ? at - 1 : at;
  const cjk = isCjk(text.charCodeAt(from - 1));
  while (from > start && isLetter(text.charCodeAt(from - 1)) && isCjk(text.charCodeAt(from - 1)) === cjk)
    from -= 1;
  return cjk ? at - (CJK_OR_LAST.exec(text.slice(from, at))?.[0].length ?? at - from) : from;
}

/** Words for "or" that no space parts from what stands before and after them: 四十三或42. */
const CJK_OR = '(?:或者?|还是|還是|抑或|または|もしくは|あるいは|か|또는|혹은|아니면)';
const CJK_OR_LAST = new RegExp(`${CJK_OR}$`);
const CJK_OR_FIRST = new RegExp(`^${CJK_OR}`);

/** The end of a word for "or" that begins at `at`, else of the word. */
function orEnd(text: string, at: number, end: number): number {
  const or = isCjk(text.charCodeAt(at)) ? CJK_OR_FIRST.exec(text.slice(at, Math.min(end, at + 4))) : null;
  return or === null ? wordEnd(text, at, end) : at + or[0].length;
}

/** The end of a word; another script begins another one. */
export function wordEnd(text: string, at: number, end: number): number {
  const cjk = isCjk(text.charCodeAt(at));
  let i = at;
  while (i < end && isLetter(text.charCodeAt(i)) && isCjk(text.charCodeAt(i)) === cjk) i += 1;
  return i;
}

const isOr = (text: string, from: number, to: number): boolean => {
  const word = fold(text.slice(from, to)).replace('.', '');
  return orWords.has(word) || maybeWords.has(word);
};
