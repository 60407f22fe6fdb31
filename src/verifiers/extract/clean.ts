import { closing, isDigit, isLatin, isOneOf, isSpace } from './characters.js';
import { type Cues, cueList, cuesAt } from './cue-list.js';

/** Markup and remarks that stand around an answer without being part of it, at its beginning. */
const leading = '*_`:：=#-–—"“”«»\'‘’,;、，•→⇒✅✔🎉☑★✨';

/** The same at its end. */
const trailing = '*_`"“”«»\'’‘,;:、，；：.。!！✅✔🎉☑★✨️#';

/** Words before an answer that only say how sure or how exact it is. */
const leadIns: Cues = cueList([
  'therefore',
  'thus',
  'hence',
  'so',
  'simply',
  'just',
  'about',
  'approximately',
  'approx.',
  'roughly',
  'exactly',
  'precisely',
  'equal to',
  'equals',
  'given by',
  'indeed',
  'clearly',
  'obviously',
  'definitely',
  'for sure',
  'probably',
  'likely',
  'option',
  'choice',
  'only',
  'of course',
  'in fact',
  'naturally',
  'surely',
  'i think',
  'i believe',
  'now',
  'also',
  'always',
  'therefore,',
  'thus,',
  'is',
  'are',
  'de',
  'donc',
  'environ',
  '约',
  '大约',
  '为',
  '是',
  '选项',
  '选',
]);

/** Offsets of the cleaned answer within a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** True when the emphasis mark or sign at the start belongs to the answer: a minus sign before its operand. */
const isSign = (text: string, at: number, end: number): boolean =>
  (text[at] === '–' && isDigit(text.charCodeAt(at + 1)) && text[at - 1] === ' ') ||
  (text[at] === '-' &&
    at + 1 < end &&
    text[at + 1] !== '-' &&
    (!isSpace(text.charCodeAt(at + 1)) || !opensLine(text, at)));

/** True when only spaces stand between the beginning of the line and `at`: a dash there is a bullet. */
function opensLine(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\t')) i -= 1;
  return i < 0 || text[i] === '\n';
}

/** True when the mark at `at - 1` ends the answer itself: the factorial of `5!`, the dots of `1, 2, …`, a closing `}`. */
function belongsAtEnd(text: string, start: number, at: number): boolean {
  const mark = text[at - 1];
  if (mark === '!') return at - 2 >= start && isOneOf('0123456789)}!n', text, at - 2);
  // A prime or a sign of feet, unless a quotation mark opens before the range.
  if (mark === "'")
    return at - 2 >= start && /[a-z\d]/i.test(text.charAt(at - 2)) && !isOneOf("'‘`", text, start - 1);
  if (mark === '.')
    return text.startsWith('..', at - 3) || (text[at - 3] === '.' && /[a-z]/i.test(text.charAt(at - 2)));
  return false;
}

/** Narrows `[start, end)` to the answer: without white space, markdown emphasis, quotes, final punctuation and emoji. */
export function cleanRange(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  for (;;) {
    while (
      from < to &&
      (isSpace(text.charCodeAt(from)) ||
        (isOneOf(leading, text, from) && !isSign(text, from, to) && !text.startsWith('_{', from)))
    )
      from += 1;
    while (
      to > from &&
      (isTrailing(text, from, to) || closesNothing(text, from, to) || endsCell(text, from, to))
    )
      to -= 1;
    if (text[from] !== '<' && text[to - 1] !== '>') return { start: from, end: to };
    const inside = withoutTags(text, { start: from, end: to });
    if (inside.start === from && inside.end === to) return inside;
    from = inside.start;
    to = inside.end;
  }
}

/** A range without one tag at either end that only sets off what is in it: `<b>7</b>`. */
export function withoutTags(text: string, { start, end }: Range): Range {
  const opened =
    text[start] === '<' ? OPENING_TAG.exec(text.slice(start, Math.min(end, start + tagLimit))) : null;
  const from = start + (opened?.[0].length ?? 0);
  const closed =
    text[end - 1] === '>' ? CLOSING_TAG.exec(text.slice(Math.max(from, end - tagLimit), end)) : null;
  return { start: from, end: end - (closed?.[0].length ?? 0) };
}

/** Longest of the tags below, in characters. */
const tagLimit = 14;

/** Tags of HTML around an answer that set it off and say nothing of it. */
const OPENING_TAG =
  /^<(?:b|i|u|p|em|strong|code|mark|big|center|div|span|h[1-6]|br ?\/?|li|td|tt|result|response|solution|output|final|details|summary)>/i;
const CLOSING_TAG =
  /<(?:\/(?:b|i|u|p|em|strong|code|mark|big|center|div|span|h[1-6]|li|ul|ol|td|tr|tt|result|response|solution|output|final|details|summary)|br ?\/?)>$/i;

/** True when the range ends in a bracket that nothing in it opens: the end of a JSON object, of "[answer: 7]". */
function closesNothing(text: string, from: number, to: number): boolean {
  if (text[to - 1] === ']' && to - from < 400 && text[to - 2] !== '\\')
    return !/[[(]/.test(text.slice(from, to)) && text.lastIndexOf('[', from) >= text.lastIndexOf('\n', from);
  if (text[to - 1] !== '}' || to - from > 400 || text[to - 2] === '\\') return false;
  let depth = 0;
  for (let i = from; i < to; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '{') depth += 1;
    else if (text[i] === '}') depth -= 1;
  }
  return depth < 0;
}

/** True when the range ends in a bar that has no partner in it: the end of a table's cell. */
const endsCell = (text: string, from: number, to: number): boolean =>
  text[to - 1] === '|' && text.indexOf('|', from) === to - 1;

/** Marks that wrap a whole text: emphasis, code, quotes. */
const wrappers: readonly string[] = ['**', '__', '`', '*', '_', '"'];

/** The range inside marks that wrap all of it (`**7**`, `` `7` ``). */
export function unwrapMarks(text: string, range: Range): Range {
  const { start, end } = range;
  const mark = wrappers.find(
    (each) =>
      end - start > 2 * each.length &&
      text.startsWith(each, start) &&
      text.startsWith(each, end - each.length),
  );
  if (mark === undefined || text.slice(start + mark.length, end - mark.length).includes(mark)) return range;
  return cleanRange(text, start + mark.length, end - mark.length);
}

/** An answer's text without bold marks left over on one side ("7** cm") and without double escaping. */
export function tidy(text: string): string {
  let out = text;
  for (let at = out.indexOf('**'); at >= 0; at = out.indexOf('**', at + 1)) {
    const before = at === 0 || isSpace(out.charCodeAt(at - 1));
    const after = at + 2 >= out.length || isSpace(out.charCodeAt(at + 2));
    if (before !== after) out = out.slice(0, at) + out.slice(at + 2);
  }
  return unescapeTwice(out);
}

function isTrailing(text: string, from: number, to: number): boolean {
  const code = text.charCodeAt(to - 1);
  if (isSpace(code)) return text.charCodeAt(to - 2) !== 92;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  if (text[to - 2] === '\\') return false;
  return isOneOf(trailing, text, to - 1) && !belongsAtEnd(text, from, to);
}

/**
 * Undoes one level of escaping (`\\\\frac` in place of `\\frac`) in a text that was escaped once too often: every command
 * in it begins with two backslashes and none with one.
 */
function unescapeTwice(text: string): string {
  if (!text.includes('\\\\')) return text;
  let doubled = false;
  for (let i = 0; i < text.length; i += 1) {
    if (text.charCodeAt(i) !== 92) continue;
    let j = i;
    while (text.charCodeAt(j) === 92) j += 1;
    const command = isLatin(text.charCodeAt(j)) || isOneOf('{},;!%$ ()[]', text, j);
    if (command && j - i === 1) return text;
    doubled ||= command && j - i === 2 && isLatin(text.charCodeAt(j));
    i = j - 1;
  }
  return doubled ? text.replaceAll('\\\\', '\\') : text;
}

/** Separators between two ways to write one value. */
const separators: readonly string[] = [
  ', or ',
  ' or ',
  ' i.e. ',
  ', i.e. ',
  ' \\text{ or } ',
  '\\text{ or }',
  ' ou ',
  ' oder ',
  ' или ',
  'または',
  '또는',
  '，即',
  '，或',
  '或',
];

/** The ways in which a text may be split into one value written twice: "a or b", "a (b)". */
export function twoWays(text: string): readonly (readonly [string, string])[] {
  if (!/[ ，或ま또]/.test(text)) return [];
  const found: (readonly [string, string])[] = [];
  for (const separator of separators) {
    const at = text.indexOf(separator);
    if (at <= 0) continue;
    const halves = [unpaired(text.slice(0, at)), unpaired(text.slice(at + separator.length))] as const;
    if (halves.every(isBalanced)) found.push(halves);
  }
  const open = text.lastIndexOf(' (');
  if (open > 0 && text.endsWith(')')) {
    // Brackets around several values may be a tuple's.
    const inside = text.slice(open + 2, -1).replace(INTRODUCED, '');
    found.push([text.slice(0, open), inside.includes(',') ? text.slice(open + 1) : inside]);
  }
  return found;
}

/** "(or 0.75)", "(i.e. 75 %)": what leads to the other way in brackets. */
const INTRODUCED = /^(?:or|i\.e\.,?|that is,?|equivalently,?|in other words,?|=|≈)\s+/i;

/** "26, not 25", "7 (not 8)", "7 and not 8": a value, and another one that it is not. */
const CONTRAST =
  /^(?:([^,()]{1,60}?)(?:, (?:and )?not ([^,()]{1,60})| \((?:and )?not ([^,()]{1,60})\))|([^,()<>≤≥]{1,60}?) and not ([^,()]{1,60}))$/;

/** The value and the one it is set against, or null. */
export function contrast(text: string): readonly [string, string] | null {
  const found = text.includes('not ') ? CONTRAST.exec(text) : null;
  const value = found?.[1] ?? found?.[4];
  const other = found?.[2] ?? found?.[3] ?? found?.[5];
  return value === undefined || other === undefined ? null : [value, other];
}

/** True when every brace that opens closes again: the cut went through no argument. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length && depth >= 0; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '{') depth += 1;
    else if (text[i] === '}') depth -= 1;
  }
  return depth === 0;
}

/** A half of a split text, without a dollar sign that lost its partner. */
const unpaired = (text: string): string => (text.split('$').length % 2 === 0 ? text.replace('$', '') : text);

/** The equation inside brackets that hold nothing but it: `(35 + 70 = 105)`. A tuple of equations keeps its brackets. */
export function insideBrackets(text: string, range: Range): Range {
  const { start, end } = range;
  if (text[start] !== '(' || closing(text, start, end) !== end - 1) return range;
  const inside = text.slice(start + 1, end - 1);
  return inside.includes('=') && !inside.includes(',') ? { start: start + 1, end: end - 1 } : range;
}

/** Words after an answer that only say that it was to be shown; and the verb, where it comes last. */
const remarks: readonly string[] = (
  ' as desired| as required| as expected| as claimed| as needed| as wanted| as promised| है| हैं| होगा| होगी' +
  '|となります|になります|となる|です|である|입니다|이에요|예요|이다'
).split('|');

/** The range without such a remark. */
function withoutRemark(text: string, range: Range): Range {
  const tail = text.slice(Math.max(range.start, range.end - 16), range.end).toLowerCase();
  const remark = remarks.find((each) => tail.endsWith(each));
  return remark === undefined ? range : cleanRange(text, range.start, range.end - remark.length);
}

/** The range without words that only introduce an answer ("exactly", "given by", "option") or follow it ("as desired"). */
export function skipLeadIns(text: string, whole: Range): Range {
  const range = withoutRemark(text, whole);
  let { start } = range;
  for (let round = 0; round < 4; round += 1) {
    const rest = text.slice(start, Math.min(range.end, start + 24)).toLowerCase();
    const word = cuesAt(rest, 0, leadIns).find(
      (lead) =>
        rest.startsWith(lead) &&
        // DE in capitals names options.
        !(lead === 'de' && text.startsWith('DE', start)) &&
        (rest.charCodeAt(lead.length) > 0x3000 ||
          lead.charCodeAt(0) > 0x3000 ||
          (isOneOf(' ,*$\\:(', rest, lead.length) && rest.length > lead.length)),
    );
    if (word === undefined) return { start, end: range.end };
    start = cleanRange(text, start + word.length, range.end).start;
  }
  return { start, end: range.end };
}
