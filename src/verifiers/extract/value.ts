import { hasAlternative, wordEnd, wordStart } from './alternative.js';
import { fold, isCjk, isLetter, isOneOf, lineEnd, skipSpaces } from './characters.js';
import { holdsBoldValues, mainClause } from './clause.js';
import { cleanRange, type Range, skipLeadIns } from './clean.js';
import { type Cues, cueList } from './cue-list.js';
import {
  alternatives,
  bounding,
  conclusions,
  consequences,
  endsInCue,
  hasCue,
  lastCueEnd,
  maybeWords,
  negations,
  orWords,
} from './cues.js';
import {
  deniesUnit,
  endsAsBound,
  isBounded,
  isBoundOrDenied,
  isDeniedBefore,
  isDeniedVerb,
  isRejected,
  isRelationVerb,
  opensCandidates,
  startsAsBound,
} from './denied.js';
import { isEnclosed, isFreeAfter, standsApart } from './edges.js';
import type { Page } from './page.js';
import { proseWords } from './reading.js';
import { runAt, runs } from './run.js';
import { mathAt } from './sentence-scan.js';

/** Words that say what a subject is; what follows the last of them in a sentence is its value. */
export const copulas: Cues = cueList(
  (
    "is|it's|are|was|were|be|equals|equal|becomes|gives|get|gets|find that|obtain|is equal to|得到|为|是|等于|得|有|共|" +
    'est|sont|es|son|hay|il y a|gibt es|há|составляет|ergibt|ist|sind|beträgt|lautet|é|são|è|sono|равно|равна|равен|هو|هي|है|wynosi|は|은|는|là|adalah|leaving|leaves|yielding|totaling|totalling|for a total of|resulting in|namely|nämlich|à savoir|a saber|а именно'
  ).split('|'),
);

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
export function valueIn(page: Page, start: number, stop: number, prefer: Preference): ValueRange | null {
  const bold = boldValue(page, start, stop);
  if (bold !== null) return { ...bold, stated: true };
  if (holdsBoldValues(page.text, start, stop)) return null;
  const sentence = fold(page.text.slice(start, stop));
  page.look(sentence.length * 4);
  const words = withoutOr(withoutMathematics(sentence));
  const length = prefer === 'last' ? mainClause(sentence, words) : sentence.length;
  const end = start + length;
  const [folded, prose] = [sentence.slice(0, length), words.slice(0, length)];
  const conclusion = prefer === 'last' ? lastCueEnd(prose, conclusions) : -1;
  if (conclusion > 8) {
    const concluded = valueIn(page, start + conclusion, end, prefer);
    if (concluded !== null) return concluded;
  }
  const several = prefer === 'last' ? severalIn(page, start, end, prose, Math.max(0, conclusion)) : null;
  if (several !== null) return several;
  const from = lastCopula(prose);
  if (from >= 0 && folded[from - 1] === '=') {
    const equation = equationAt(page, start, start + from, end);
    if (equation !== 'prose') return equation;
  }
  if (from >= 0) {
    if (hasCue(upToContrast(folded.slice(from, from + 12)), negations) || isDeniedVerb(folded, from))
      return null;
    if (startsAsBound(folded.slice(from, from + 24))) return null;
    if (isJudged(page.text, start + from, end)) return null;
    if (isRelationVerb(folded, from)) return wholeSentence(page, start, end);
    const stated = complement(page, start + from, end);
    if (stated !== null)
      return hasAlternative(page, stated, start, end) || isInFactor(page.text, stated, start, end)
        ? null
        : stated;
  }
  const values = runs(page, start, end);
  const picked = values.length === 1 || prefer === 'first' ? values[0] : values.at(-1);
  if (opensCandidates(folded)) return null;
  if (picked === undefined || isBoundOrDenied(folded.slice(0, picked.start - start))) return null;
  if (PLACE.test(folded.slice(0, picked.start - start))) return null;
  if (isDeniedBefore(folded, picked.start - start, picked.end - start)) return null;
  // Of a sentence with a verb only the words after it say that the value stands in prose.
  const region = picked.start >= start + from ? start + Math.max(0, from) : start;
  const value = withUnit(page, picked, end);
  if (hasAlternative(page, value, start, end)) return null;
  return apart(page, value, region, end, VERB_AT_END.test(page.text.slice(value.end, end)));
}

/** "in step 3", "on page 3": the number of a place in the text. */
const PLACE = /\b(?:step|page|section|equation|figure|table|line) $/;

/** "परिणाम 7 है": the verb that states the value follows it. */
const VERB_AT_END = /^[$*\s]*(?:है|हैं|होगा|होगी|입니다|이다|です)\s*$/;

/** 또는 and または, "or", end in the letter of a copula, and 还是 after a value in one of 是. */
const withoutOr = (words: string): string =>
  words.replaceAll(
    /또는|혹은|または|もしくは|あるいは|(?<=[〇零一二两三四五六七八九十百千万亿]|[^\u3040-\ud7ff])[还還]是/g,
    (word) => ' '.repeat(word.length),
  );

/** `\\text{googolplex}, `: the first item of a list in plain LaTeX. */
const TEXT_ITEM = /\\(?:text|mbox)\{[^{}]*\}[,;]\s*$/;

/** `(y = 4x) / 2`: the value ends the equation in a bracket that goes on to be part of more. */
function isInFactor(text: string, { start: at, end: to }: Range, start: number, end: number): boolean {
  const close = skipSpaces(text, to, end);
  return text[close] === ')' && text.lastIndexOf('(', at) >= start && !isFreeAfter(text, close + 1, end);
}

/** "x = 1 and x = 2": after the last verb in words, or as the whole conclusion, several values that read as one answer. */
function severalIn(
  page: Page,
  start: number,
  end: number,
  prose: string,
  conclusion: number,
): ValueRange | null {
  const figure = prose.search(/\d/);
  const step = figure < 0 ? -1 : lastCueEnd(prose.slice(0, figure), consequences);
  const after = Math.max(0, conclusion, step, lastCueEnd(prose, copulas));
  const joined = prose.slice(after);
  if (!/ (?:and|or|ou|oder|o|y|et|und) |[,、，] ?[a-z_$ ]{0,3}=|或|和/.test(joined)) return null;
  const range = cleanRange(page.text, start + after, end);
  const text = page.text.slice(range.start, range.end);
  if (!/\d/.test(text) || text.length > complementLimit || !page.isAnswer(text)) return null;
  return startsAsBound(fold(text)) || isDeniedVerb(fold(page.text.slice(start, end)), after)
    ? null
    : { ...range, stated: true };
}

/** Of " 26, not 25" what stands before the comma or bracket: the denial after it is of another value. */
const upToContrast = (rest: string): string => /^[^,(]*\d[^,(]*/.exec(rest)?.[0] ?? rest;

/** The value, when no more mathematics adjoins it. */
export const apart = (
  page: Page,
  range: Range,
  start: number,
  end: number,
  stated: boolean,
): ValueRange | null =>
  standsApart(page.text, range, start, end) &&
  !TEXT_ITEM.test(page.text.slice(Math.max(start, range.start - 60), range.start)) &&
  !isRejected(page.text, range.end, end) &&
  !isBounded(page.text, range.end, end) &&
  !deniesUnit(page, range, end) &&
  !hasAlternative(page, range, start, end)
    ? { ...range, stated }
    : null;

/** The offset after the last copula or equals sign of a sentence outside mathematics, or −1. */
const lastCopula = (prose: string): number =>
  Math.max(lastCueEnd(prose, copulas), equalsSign(prose) + 1 || -1);

/** The last equals sign that is no part of `==` or `=>`, or −1. */
function equalsSign(prose: string): number {
  let at = prose.lastIndexOf('=');
  while (at > 0 && (isOneOf('=>', prose, at + 1) || prose[at - 1] === '='))
    at = prose.lastIndexOf('=', at - 1);
  return at === 0 && isOneOf('=>', prose, 1) ? -1 : at;
}

/** A left side that names the right one: `x`, `f(x)`, `V_1`. */
const NAME_SIDE = /^[\s$*(:,;.]*\\?[a-z]{1,12}(?:_\{?\w{1,8}\}?)?(?:\([\w, ]{1,12}\))?\s*$/i;

/** A left side that the right one works out: `35 + 70`. */
const ARITHMETIC_SIDE = /^(?:[\d\s.,+\-−*×÷/^()$%:;#={}]|\\(?:times|cdot|div|d?frac|left|right)(?![a-z]))*$/i;

/** Relations and words inside mathematics: what stands after a later equals sign is not the value alone. */
const OTHER_SIGNS = /[<>≤≥≠¬]|\\(?:neq?|not|neg|leq?|geq?|lt|gt|text)(?![a-z])/i;

const isLeftSide = (left: string): boolean =>
  left.trim() === '' || ((NAME_SIDE.test(left) || ARITHMETIC_SIDE.test(left)) && !OTHER_SIGNS.test(left));

/**
 * An equation in plain letters ends in its value when its left side is a name or a sum; any other equation is read as a
 * whole or not at all. `prose`: what stands before the sign is words.
 */
function equationAt(page: Page, start: number, after: number, end: number): ValueRange | null | 'prose' {
  const { text } = page;
  let from = after - 1;
  while (from > start && !endsWord(text, from)) from -= 1;
  const left = text.slice(from, after - 1);
  if (isOrBefore(text, from, start) || endsInCue(fold(text.slice(start, from)), exceptions)) return null;
  if (isLeftSide(left)) return isBoundOrDenied(fold(text.slice(start, from))) ? null : 'prose';
  const range = cleanRange(text, from, end);
  return page.isAnswer(text.slice(range.start, range.end)) && !isEnclosed(text, start, range.start, end)
    ? { ...range, stated: true }
    : null;
}

/** "x = 1 unless n = 2": the equation after such words takes cases away. */
const exceptions: Cues = cueList(
  'setting|letting|unless|except when|except if|除非|à moins que|sauf si|es sei denn|a menos que|a no ser que'.split(
    '|',
  ),
);

/** "x = 5 or x = 6": the second equation is one of two. */
function isOrBefore(text: string, at: number, start: number): boolean {
  const word = fold(text.slice(wordStart(text, at, start), at));
  return orWords.has(word) || maybeWords.has(word) || word.endsWith('或') || word.endsWith('或者');
}

/** True when a word of two letters or more that is no command ends right before `at`. */
function endsWord(text: string, at: number): boolean {
  if (!isLetter(text.charCodeAt(at - 1)) || isLetter(text.charCodeAt(at)) || isOneOf("'’", text, at))
    return false;
  let from = at;
  while (from > 0 && isLetter(text.charCodeAt(from - 1))) from -= 1;
  return (
    isCjk(text.charCodeAt(at - 1)) || (at - from > 1 && text[from - 1] !== '\\' && text[from - 1] !== '{')
  );
}

/** The text with mathematics and whatever stands in braces blanked out: no verb is looked for in them. */
function withoutMathematics(folded: string): string {
  if (!/[$\\{]/.test(folded)) return folded;
  let out = '';
  let depth = 0;
  for (let i = 0; i < folded.length; ) {
    const end = mathAt(folded, i, folded.length)?.end ?? i + 1;
    if (end === i + 1 && folded[i] === '{') depth += 1;
    out += depth > 0 || end > i + 1 ? ' '.repeat(end - i) : folded[i];
    if (end === i + 1 && folded[i] === '}' && depth > 0) depth -= 1;
    i = end;
  }
  return out;
}

/** What follows a copula, when it is an answer as a whole or begins with a value. */
function complement(page: Page, start: number, end: number): ValueRange | null {
  const colon = afterColon(page.text, start, end);
  // "The vertex is at (2, 3)."
  const from = /^ at \$?\\?\(/.test(page.text.slice(colon, colon + 7)) ? colon + 3 : colon;
  if (from > start && endsAsBound(fold(page.text.slice(start, from)))) return null;
  const whole = skipLeadIns(page.text, cleanRange(page.text, from, end));
  if (whole.end <= whole.start) return null;
  const text = page.text.slice(whole.start, whole.end);
  if (text.length <= complementLimit && page.isAnswer(text)) return { ...whole, stated: true };
  const run = runAt(page, whole.start, end);
  return run === null ? null : apart(page, withUnit(page, run, end), from, end, true);
}

/** The sentence when all of it reads as an answer: `x 大于等于 5`. */
function wholeSentence(page: Page, start: number, end: number): ValueRange | null {
  const range = cleanRange(page.text, start, end);
  return page.isAnswer(page.text.slice(range.start, range.end)) ? { ...range, stated: true } : null;
}

/** "That is wrong": a verdict on something said before, no answer. */
const JUDGEMENT = /^(?:wrong|incorrect|mistaken|correct|right|an error|a mistake|错|错误|错的|不对|正确)$/i;

function isJudged(text: string, from: number, end: number): boolean {
  const range = cleanRange(text, from, end);
  return range.end - range.start <= 12 && JUDGEMENT.test(text.slice(range.start, range.end));
}

/** Where the complement begins when words and a colon introduce it ("a zero matrix: …"). */
function afterColon(text: string, start: number, end: number): number {
  const colon = text.lastIndexOf(': ', end - 1);
  if (colon <= start) return start;
  const before = text.slice(start, colon);
  return proseWords(before, 1) > 0 && !/\d/.test(before) ? colon + 1 : start;
}

/** A list of bold values may have begun on the lines before. */
const paragraphReach = 200;

/** The last readable bold passage. */
export function boldValue(page: Page, start: number, end: number): Range | null {
  const { text } = page;
  let close = text.lastIndexOf('**', end - 2);
  for (let round = 0; round < 4 && close > start; round += 1) {
    const open = text.lastIndexOf('**', close - 2);
    if (open < start) return null;
    const range = skipLeadIns(text, cleanRange(text, open + 2, close));
    const content = text.slice(range.start, range.end);
    if (isOneOfSeveral(page, Math.max(page.start, start - paragraphReach), open, content)) return null;
    if (content.length > 0 && content.length <= complementLimit && !isNumbering(text, open, close, end)) {
      if (page.isAnswer(content)) return range;
      const run = runAt(page, range.start, range.end);
      const value = run === null ? null : withUnit(page, run, range.end);
      const taken = value === null || isBoundOrDenied(fold(text.slice(range.start, value.start)));
      if (!taken && apart(page, value, range.start, range.end, true) !== null) return value;
    }
    close = text.lastIndexOf('**', open - 1);
  }
  return null;
}

/** Longest text between two bold values of one list. */
const listGap = 24;

/**
 * "**5**, **6** or **7**", "**5**, or perhaps **7**", two bold lines: another bold value stands right before, with only
 * separators or a choice between.
 */
function isOneOfSeveral(page: Page, start: number, open: number, content: string): boolean {
  const { text } = page;
  const close = text.lastIndexOf('**', open - 2);
  if (close <= start || open - close > listGap + 2) return false;
  const gap = fold(text.slice(close + 2, open));
  const separates = /^[\s,;/|]*$/.test(gap) || hasCue(gap, listed);
  if (!separates) return false;
  const begin = text.lastIndexOf('**', close - 2);
  if (begin < start || close - begin > complementLimit) return false;
  const before = cleanRange(text, begin + 2, close);
  const other = text.slice(before.start, before.end);
  const isValue = page.isAnswer(other) || (/\d/.test(other) && proseWords(other, 1) === 0);
  return isValue && other !== content && page.options.sameAnswer?.(other, content) !== true;
}

/** Words between the values of a list. */
const listed: Cues = cueList(['or', 'and', ...alternatives]);

/** "**3.** Next, …": a bold number that opens a line of text numbers it. */
function isNumbering(text: string, open: number, close: number, end: number): boolean {
  if (open > 0 && text[open - 1] !== '\n') return false;
  const rest = text.slice(close + 2, lineEnd(text, close, end)).trim();
  return rest.length > 0 && isLetter(rest.charCodeAt(0));
}

/** Words after a value that are no unit. */
const functionWords: ReadonlySet<string> = new Set(
  'in a to of and or for since because when where while then but not at per from by with on as is are was if so that which who when than more less left each instead rather not versus vs total à de en et ou y o und oder'.split(
    ' ',
  ),
);

/** True when the word at `at` is no unit: a preposition, an article, a conjunction. */
export function startsFunctionWord(text: string, at: number): boolean {
  let end = at;
  while (isLetter(text.charCodeAt(end)) && end - at < 8) end += 1;
  const word = text.slice(at, end).toLowerCase();
  return functionWords.has(word) || orWords.has(word) || maybeWords.has(word);
}

/** `, k \\in \\mathbb{Z}`: what the letter of a family runs through is part of it. */
const DOMAIN =
  /^\s*[,，]\s*[a-z]\s*(?:\\in(?![a-z])|∈)\s*(?:\\math[a-z]{2,3}\{?\s*[A-Z]\}?|[A-Zℕℤℝℚ])(?:[\^_](?:\{[^{}]{1,6}\}|\S))?/;

/** Words a unit may have: "cubic feet per minute", "metres per second squared". */
const unitWords = 4;

/** Extends a value by the unit that follows it, "miles per hour", when the two read as one answer. */
export function withUnit(page: Page, run: Range, end: number): Range {
  const { text } = page;
  if (isRejected(text, run.end, end, bounding) || isRejected(text, run.end, end)) return run;
  const domain = DOMAIN.exec(text.slice(run.end, Math.min(end, run.end + 40)));
  if (domain !== null) return { start: run.start, end: run.end + domain[0].length };
  let to = run.end;
  const ends: number[] = [];
  for (let words = 0; words < unitWords; words += 1) {
    const from = skipSpaces(text, to, end);
    const isPer = words > 0 && fold(text.slice(from, from + 4)) === 'per ';
    if (
      from >= end ||
      (!isPer && startsFunctionWord(text, from)) ||
      !(isLetter(text.charCodeAt(from)) || isOneOf('$€£¥%°', text, from))
    )
      break;
    to = Math.max(from + 1, wordEnd(text, from, Math.min(end, from + 24)));
    if (!isPer) ends.push(to);
  }
  for (const stop of ends.reverse()) {
    if (page.isAnswer(text.slice(run.start, stop))) return { start: run.start, end: stop };
  }
  return run;
}
