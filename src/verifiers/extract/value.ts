import { closing, fold, isCjk, isDigit, isLatin, isLetter, isSpace, skipSpaces } from './characters.js';
import { cleanRange, type Range, skipLeadIns } from './clean.js';
import { endsInCue, hasCue, lastCueEnd, negations } from './cues.js';
import type { Page } from './page.js';
import { mathAt } from './sentence-scan.js';

/** Words that say what a subject is; what follows the last of them in a sentence is its value. */
const copulas: readonly string[] = [
  'is',
  'are',
  'was',
  'were',
  'be',
  'equals',
  'equal',
  'becomes',
  'gives',
  'get',
  'gets',
  'find that',
  'obtain',
  'is equal to',
  '为',
  '是',
  '等于',
  '得',
  '有',
  '共',
  'est',
  'sont',
  'es',
  'son',
  'ist',
  'sind',
  'beträgt',
  'lautet',
  'é',
  'são',
  'è',
  'sono',
  'равно',
  'равна',
  'равен',
  'هو',
  'هي',
  'है',
  'wynosi',
  'は',
  '은',
  '는',
  'là',
  'adalah',
];

/** A value read out of a sentence. */
export interface ValueRange extends Range {
  /** The value is the whole complement of the sentence ("… is 120."), not one of several numbers in it. */
  readonly stated: boolean;
}

/** Longest complement that is tried as an answer as it stands. */
const complementLimit = 400;

/** Which of several values of a sentence without a verb to choose. */
export type Preference = 'first' | 'last';

/** Reads the value that the sentence `[start, end)` states, or null when it states none. */
export function valueIn(page: Page, start: number, end: number, prefer: Preference): ValueRange | null {
  const bold = boldValue(page, start, end);
  if (bold !== null) return { ...bold, stated: true };
  const folded = fold(page.text.slice(start, end));
  page.look(folded.length * 4);
  const from = lastCopula(folded);
  if (from >= 0) {
    if (hasCue(folded.slice(from, from + 12), negations)) return null;
    const stated = complement(page, start + from, end);
    if (stated !== null) return stated;
  }
  const values = runs(page, start, end);
  const picked = values.length === 1 || prefer === 'first' ? values[0] : values.at(-1);
  if (picked === undefined || endsInCue(folded.slice(0, picked.start - start), negations)) return null;
  return { ...withUnit(page, picked, end), stated: false };
}

/** The offset after the last copula or equals sign of a sentence outside mathematics, or −1. */
const lastCopula = (folded: string): number =>
  Math.max(lastCueEnd(folded, copulas), lastEquals(folded) + 1 || -1);

function lastEquals(folded: string): number {
  let last = -1;
  for (let i = 0; i < folded.length; ) {
    const math = mathAt(folded, i, folded.length);
    if (math !== null) {
      i = math.end;
      continue;
    }
    if (folded[i] === '=') last = i;
    i += 1;
  }
  return last;
}

/** What follows a copula, when it is an answer as a whole or begins with a value. */
function complement(page: Page, start: number, end: number): ValueRange | null {
  const whole = skipLeadIns(page.text, cleanRange(page.text, start, end));
  if (whole.end <= whole.start) return null;
  const text = page.text.slice(whole.start, whole.end);
  if (text.length <= complementLimit && page.isAnswer(text)) return { ...whole, stated: true };
  const run = runAt(page, whole.start, end);
  if (run !== null) return { ...withUnit(page, run, end), stated: true };
  return null;
}

/** The last readable bold passage. */
export function boldValue(page: Page, start: number, end: number): Range | null {
  const { text } = page;
  let close = text.lastIndexOf('**', end - 2);
  for (let round = 0; round < 4 && close > start; round += 1) {
    const open = text.lastIndexOf('**', close - 2);
    if (open < start) return null;
    const range = skipLeadIns(text, cleanRange(text, open + 2, close));
    const content = text.slice(range.start, range.end);
    if (content.length > 0 && content.length <= complementLimit) {
      if (page.isAnswer(content)) return range;
      const run = runAt(page, range.start, range.end);
      if (run !== null) return withUnit(page, run, range.end);
    }
    close = text.lastIndexOf('**', open - 1);
  }
  return null;
}

/** Every stretch of mathematics in a sentence: delimited, or a run of numerals, operators and single letters. */
function runs(page: Page, start: number, end: number): Range[] {
  const found: Range[] = [];
  for (let i = start; i < end; ) {
    const run = startsRun(page.text, i) ? runAt(page, i, end) : null;
    if (run !== null && run.end > i) {
      found.push(run);
      i = run.end;
      if (page.text[i] === '$') i += 1;
    } else i += 1;
  }
  return found;
}

/** A run begins at a numeral, a command or delimited mathematics that no word precedes. */
function startsRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 36 || code === 92) return true;
  const before = text.charCodeAt(at - 1);
  if (isLatin(before) || isDigit(before) || before === 95) return false;
  return isDigit(code) || (code === 45 && isDigit(text.charCodeAt(at + 1)) && !isCjk(before));
}

const operators = '+-−*/^_=×·÷<>≤≥≈!%°:|√π∞²³½¼¾';

/** The mathematics that begins at `at` and holds a digit or a command, or null. */
export function runAt(page: Page, at: number, end: number): Range | null {
  const { text } = page;
  const math = mathAt(text, at, end);
  if (math !== null)
    return page.isAnswer(text.slice(math.contentStart, math.contentEnd))
      ? { start: at, end: math.end }
      : null;
  let i = at;
  let substance = false;
  let last = at;
  while (i < end) {
    const next = operandEnd(text, i, end);
    if (next > i) {
      substance ||=
        isDigit(text.charCodeAt(next - 1)) || text.charCodeAt(i) === 92 || text.charCodeAt(i) === 40;
      i = next;
      last = i;
    } else if (operators.includes(text.charAt(i)) || (text[i] === '$' && isDigit(text.charCodeAt(i + 1)))) {
      i += 1;
      if ('!%°²³'.includes(text.charAt(i - 1))) last = i;
    } else if (isSpace(text.charCodeAt(i)) && text.charCodeAt(i) !== 10) i += 1;
    else if (text[i] === ',' && isDigit(text.charCodeAt(i + 1)) && isDigit(text.charCodeAt(i - 1))) i += 1;
    else break;
  }
  page.look(i - at);
  return substance && last > at ? { start: at, end: last } : null;
}

/** The end of the operand at `at`: a numeral, a command with its braces, a bracketed group or a single letter; `at` when none. */
function operandEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let i = at;
  if (isDigit(code)) {
    while (
      i < end &&
      (isDigit(text.charCodeAt(i)) || ('.,'.includes(text.charAt(i)) && isDigit(text.charCodeAt(i + 1))))
    )
      i += 1;
    return i;
  }
  if (code === 40 || code === 123) {
    const close = closing(text, at, end, 400);
    return close < 0 ? at : close + 1;
  }
  if (code === 92 && isLatin(text.charCodeAt(at + 1))) {
    i += 1;
    while (i < end && isLatin(text.charCodeAt(i))) i += 1;
    return i;
  }
  if (code === 92 && '$%,;! '.includes(text.charAt(at + 1))) return at + 2;
  return isLatin(code) &&
    !isLetter(text.charCodeAt(at + 1)) &&
    !isLetter(text.charCodeAt(at - 1)) &&
    !"'’".includes(text.charAt(at + 1))
    ? at + 1
    : at;
}

/** Extends a value by the unit that follows it, when the two read as one answer. */
function withUnit(page: Page, run: Range, end: number): Range {
  const { text } = page;
  let to = run.end;
  const ends: number[] = [];
  for (let words = 0; words < 2; words += 1) {
    const from = skipSpaces(text, to, end);
    if (from >= end || !(isLetter(text.charCodeAt(from)) || '$€£¥%°'.includes(text.charAt(from)))) break;
    to = from + 1;
    while (to < end && isLetter(text.charCodeAt(to)) && to - from < 24) to += 1;
    ends.push(to);
  }
  for (const stop of ends.reverse()) {
    if (page.isAnswer(text.slice(run.start, stop))) return { start: run.start, end: stop };
  }
  return run;
}
