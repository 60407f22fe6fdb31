import { closing, isCjk, isDigit, isLatin, isOneOf, isSpace } from './characters.js';
import type { Range } from './clean.js';
import { proseWords } from './reading.js';

/** Signs that join mathematics to what follows them. */
const joinsAfter = '…+-−–*/^_=<>≤≥≠±∓×·÷\\&|%!{}[~≈²³°';

/** Signs that join mathematics to what stands before them. An equals sign is none: its right side is a value. */
const joinsBefore = '…+-−*/^_<>≤≥≠±∓×·÷\\&|{}]~≈¬!°%€£¥₹₩√∛∜';

/** Commands and marks that are only space. */
const spaces: readonly string[] = [
  '\\quad',
  '\\qquad',
  '\\,',
  '\\;',
  '\\!',
  '\\ ',
  '~',
  '$',
  '\\)',
  '\\]',
  '**',
  '*',
];

/**
 * True when a value found in prose is all of its mathematics: no operator, relation, command or bracket joins it
 * to more on either side. An answer is read whole or not at all, never a fragment of it.
 */
export function standsApart(text: string, range: Range, start: number, end: number): boolean {
  return (
    isFreeBefore(text, range.start, start) &&
    isFreeAfter(text, range.end, end) &&
    !isHalfOpen(text, range) &&
    !isEnclosed(text, start, range.start, end) &&
    isAmongWords(text, range, start, end)
  );
}

/** `(1,2]`: the inside of a half-open interval is no value. */
const isHalfOpen = (text: string, { start, end }: Range): boolean =>
  (text[start - 1] === '(' && text[end] === ']') || (text[start - 1] === '[' && text[end] === ')');

/** `n = `, `f(x) = `, `n => `: a name that leads to a value. */
const NAME = /^\s*[a-z](?:_\w|_\{\w{1,8}\}|\(\w\))?\s*(?:=>?|->|:)\s*$/i;

/**
 * True when the rest of the stretch is prose, a name, or nothing: a value next to mathematics alone (`[1,2]+1`,
 * `> y = 3`) is a fragment of it.
 */
function isAmongWords(text: string, range: Range, start: number, end: number): boolean {
  const before = text.slice(start, range.start);
  const rest = `${NAME.test(before) ? '' : before} ${text.slice(range.end, end)}`;
  return proseWords(rest, 1) > 0 || !/[^\s$*.,;:!()"'`#|_-]/.test(rest);
}

/** True when a brace, a square bracket, or a parenthesis without words is open at `at`, counted from `start`. */
export function isEnclosed(text: string, start: number, at: number, end: number): boolean {
  const open: number[] = [];
  for (let i = start; i < at; i += 1) {
    const character = text[i]!;
    if (character === '\\' && isOneOf('()[]$', text, i + 1)) i += 1;
    else if ('{[('.includes(character)) open.push(i);
    else if ('}])'.includes(character)) open.pop();
  }
  return open.some((i) => text[i] !== '(' || !holdsWords(text, i, end));
}

function holdsWords(text: string, open: number, end: number): boolean {
  const close = closing(text, open, end, 600);
  return proseWords(text.slice(open, close < 0 ? end : close), 1) > 0;
}

/** True when nothing that joins mathematics stands before `at`. */
export function isFreeBefore(text: string, at: number, start: number): boolean {
  let i = at;
  while (i > start && (isSpace(text.charCodeAt(i - 1)) || isOneOf('$*', text, i - 1))) i -= 1;
  if (i <= start) return true;
  if (i === at && (isLatin(text.charCodeAt(i - 1)) || isDigit(text.charCodeAt(i - 1)))) return false;
  if (i === at && text[i - 1] === '.' && joinsDecimals(text, i)) return false;
  if (i === at && text[i - 1] === '!' && !isLatin(text.charCodeAt(i - 2))) return false;
  if (isOneOf('(（', text, i - 1) && text[i - 2] === '\\') return true;
  if (isLatin(text.charCodeAt(i - 1)) && followsCommand(text, i, start)) return false;
  if (text[i - 1] === '-' && i < at && isWordBefore(text, i - 1)) return true;
  if (text[i - 1] === '>' && isOneOf('=-', text, i - 2)) return true;
  return !isOneOf(joinsBefore, text, i - 1);
}

/** A command right before a value, which may take it as its argument or join it to what is before: `\\dots 7`, `\\eqno 7`. */
const COMMAND = /\\([A-Za-z]{2,})$/;

/** Commands that lead to a value, or are only space. */
const leading: ReadonlySet<string> = new Set(
  'implies therefore to rightarrow Rightarrow longrightarrow Longrightarrow iff quad qquad displaystyle textstyle item hfill newline par boldsymbol text mathbf is equals'.split(
    ' ',
  ),
);

function followsCommand(text: string, end: number, start: number): boolean {
  const command = COMMAND.exec(text.slice(Math.max(start, end - 24), end))?.[1];
  return command !== undefined && !leading.has(command);
}

/** `.5`, `0.\\overline{7}`: what stands after the point at `at − 1` is a decimal's. */
const joinsDecimals = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) || (text[at] === '\\' && isDigit(text.charCodeAt(at - 2)));

/** A mark over or through the character before it. */
const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f;

const isWordBefore = (text: string, at: number): boolean =>
  text[at - 1] === ' ' && isLatin(text.charCodeAt(at - 2)) && isLatin(text.charCodeAt(at - 3));

/** True when nothing that joins mathematics follows `at`. */
export function isFreeAfter(text: string, at: number, end: number): boolean {
  let i = at;
  for (;;) {
    while (i < end && isSpace(text.charCodeAt(i))) i += 1;
    const space = i < end ? spaces.find((each) => text.startsWith(each, i)) : undefined;
    if (space === undefined) break;
    i += space.length;
  }
  if (i >= end) return true;
  if (i === at && isCombining(text.charCodeAt(i))) return false;
  if (i === at && isLatin(text.charCodeAt(i)) && isDigit(text.charCodeAt(i - 1))) return false;
  if (i > at && (isDigit(text.charCodeAt(i)) || isNumeralAt(text, i, end))) return false;
  if (text[i] === '?') return !isOneOf(',;', text, i + 1);
  if (text[i] === '(' || text[i] === '（') return i > at && isRemark(text, i, end);
  if (
    isOneOf('-–—', text, i) &&
    text[i + 1] === ' ' &&
    isLatin(text.charCodeAt(i + 2)) &&
    isLatin(text.charCodeAt(i + 3))
  )
    return true;
  return !isOneOf(joinsAfter, text, i);
}

/** A numeral in Chinese characters, with nothing after it that it counts. */
const CHINESE_NUMERAL = /^[〇零一二两三四五六七八九十百千万亿]+(?:$|[\s.,;。，；、)*$])/;

const isNumeralAt = (text: string, at: number, end: number): boolean =>
  isCjk(text.charCodeAt(at)) && CHINESE_NUMERAL.test(text.slice(at, Math.min(end, at + 24)));

/** "(8 if you include the endpoint)": another value in another case. */
const OTHER_CASE = /^[$\\(-]{0,3}\d[\d.,/]*\$?\s+(?:if|when|otherwise|with|without|counting|including)\b/i;

/** Brackets after a value that hold a remark in words, not an alternative or a factor. */
function isRemark(text: string, open: number, end: number): boolean {
  const close = text[open] === '(' ? closing(text, open, end, 600) : text.indexOf('）', open);
  if (close < 0) return false;
  const inside = text.slice(open + 1, close).trim();
  return (
    proseWords(inside, 1) > 0 &&
    !OTHER_CASE.test(inside) &&
    !/^(?:or(?! so\b)|alternatively|maybe|if|perhaps)\b/i.test(inside) &&
    !inside.includes('\\text')
  );
}
