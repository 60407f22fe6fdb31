import { closing, isCjk, isDigit, isLatin, isLetter, isOneOf, isSpace } from './characters.js';
import type { Range } from './clean.js';
import type { Page } from './page.js';
import { proseWords } from './reading.js';
import { mathAt } from './sentence-scan.js';

/** Every stretch of mathematics in a sentence: delimited, or a run of numerals, operators and single letters. */
export function runs(page: Page, start: number, end: number): Range[] {
  const found: Range[] = [];
  for (let i = start; i < end; ) {
    const run = startsRun(page.text, i) ? runAt(page, i, end) : null;
    if (run !== null && run.end > i) {
      if (found.length > 0 || !isCutOff(page.text, run.start, start)) found.push(run);
      i = run.end;
      if (page.text[i] === '$') i += 1;
    } else i = mathAt(page.text, i, end)?.end ?? i + 1;
  }
  return found;
}

/** An operand and an operator that what follows is joined to, with white space on both sides of it or on neither. */
const JOINED =
  /(?:[\d)}\]]|(?:^|[^a-z])[a-z])(?:[-+−*/^×·÷]|[ \t][-+−*/×·÷][ \t]|[ \t]?\\(?:cdot|times|div|pm)[ \t]?)$/i;

/** "… + 0 + 0": the mathematics at the beginning of a stretch began before it, and what is left is a part of it. */
const isCutOff = (text: string, at: number, start: number): boolean =>
  at <= start + 2 && JOINED.test(text.slice(Math.max(0, at - 12), at));

/** A run begins at a numeral, a command or delimited mathematics that no word precedes. */
function startsRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 36 || code === 92) return true;
  const before = text.charCodeAt(at - 1);
  if (code === 40) return !isLatin(before) && !isDigit(before) && !holdsText(text, at);
  if (isOneOf(currencies, text, at)) return isDigit(text.charCodeAt(at + 1));
  if (text[at] === '√') return !isDigit(before) && !isLatin(before);
  if (isLatin(before) || isDigit(before) || before === 95) return false;
  return isDigit(code) || (code === 45 && isDigit(text.charCodeAt(at + 1)) && !isCjk(before));
}

/** Currency signs; a dollar sign is one where it does not open mathematics. */
const currencies = '$€£¥₹₩';

/** `(\text{blue whale})`: a remark in words on what stands before it. */
function holdsText(text: string, open: number): boolean {
  const close = closing(text, open, text.length, 400);
  return close > 0 && /\\(?:text|mbox)/.test(text.slice(open, close));
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
    } else if (
      isOneOf(operators, text, i) ||
      (isOneOf(currencies, text, i) && isDigit(text.charCodeAt(i + 1)))
    ) {
      i += 1;
      if (isOneOf('!%°²³', text, i - 1)) last = i;
    } else if (isSpace(text.charCodeAt(i)) && text.charCodeAt(i) !== 10) i += 1;
    else if (text[i] === ',' && isDigit(text.charCodeAt(i + 1)) && isDigit(text.charCodeAt(i - 1))) i += 1;
    else break;
  }
  page.look(i - at);
  return substance && last > at ? { start: at, end: last } : null;
}

/** Commands that are no mathematics on their own. */
const wordCommands: ReadonlySet<string> = new Set(
  'text textbf textit textrm mbox emph item begin end section boxed fbox smash rlap llap mathrlap mathllap raisebox'.split(
    ' ',
  ),
);

/** The end of the operand at `at`: a numeral, a command with its braces, a bracketed group or a single letter; `at` when none. */
function operandEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let i = at;
  if (isDigit(code)) {
    while (
      i < end &&
      (isDigit(text.charCodeAt(i)) || (isOneOf('.,', text, i) && isDigit(text.charCodeAt(i + 1))))
    )
      i += 1;
    return i;
  }
  if (code === 40 || code === 123) {
    const close = closing(text, at, end, 400);
    return close < 0 || proseWords(text.slice(at, close), 1) > 0 ? at : close + 1;
  }
  if (code === 92 && isLatin(text.charCodeAt(at + 1))) {
    i += 1;
    while (i < end && isLatin(text.charCodeAt(i))) i += 1;
    const holdsWords = text[i] === '{' && operandEnd(text, i, end) === i;
    return holdsWords || wordCommands.has(text.slice(at + 1, i)) ? at : i;
  }
  if (code === 92 && isOneOf('$%,;! ', text, at + 1)) return at + 2;
  return isLatin(code) &&
    !isLetter(text.charCodeAt(at + 1)) &&
    !isLetter(text.charCodeAt(at - 1)) &&
    !isOneOf("'’", text, at + 1)
    ? at + 1
    : at;
}
