import { type Box, findBoxes } from './boxed.js';
import { fold, isLatin, isOneOf, isQuestionMark, isSpace, skipSpaces, trimSpaces } from './characters.js';
import type { Claim } from './contract.js';
import { endsInCue, finals, hasCue, negations, retractions, suppositions } from './cues.js';
import { isRejected } from './denied.js';
import type { Page } from './page.js';
import { isPlaceholder } from './reading.js';
import { isStruck } from './struck.js';

/** Longest text between two boxes of one list. */
const gapLimit = 120;

/** How two neighbouring boxes belong together: parts of one list, alternatives, or not at all. */
type Joint = 'and' | 'or' | null;

/** Words that join boxes into one list. */
const joiners: ReadonlyMap<string, 'and' | 'or'> = new Map([
  ['and', 'and'],
  ['or', 'or'],
  ['also', 'and'],
  ['&', 'and'],
  ['plus', 'and'],
  ['和', 'and'],
  ['与', 'and'],
  ['及', 'and'],
  ['以及', 'and'],
  ['或', 'or'],
  ['或者', 'or'],
  ['y', 'and'],
  ['et', 'and'],
  ['und', 'and'],
  ['и', 'and'],
  ['e', 'and'],
  ['o', 'or'],
  ['ou', 'or'],
  ['oder', 'or'],
  ['или', 'or'],
]);

/** Commands that are only space, delimiters or text wrappers between boxes. */
const spacing: ReadonlySet<string> = new Set([
  'quad',
  'qquad',
  'text',
  'mathrm',
  'textrm',
  'mbox',
  'left',
  'right',
  'hspace',
  'newline',
  'par',
  'medskip',
]);

/** Words after which the later box is derived from the earlier one. */
const derives: readonly string[] = [
  'so',
  'therefore',
  'thus',
  'hence',
  'then',
  'which',
  'gives',
  'but',
  'not',
  'if',
  'wait',
  'because',
  'since',
  'finally',
  'answer',
  'is',
];

interface GapWords {
  readonly words: readonly string[];
  /** A comma or semicolon stands between. */
  readonly comma: boolean;
  /** A sentence or bracket ends or begins between. */
  readonly broken: boolean;
}

/** Splits the text between two boxes into its words, leaving out delimiters, spacing and left-hand sides (`y_2 =`). */
function gapWords(gap: string): GapWords {
  const words: string[] = [];
  let comma = false;
  let broken = false;
  for (let i = 0; i < gap.length; ) {
    const character = gap.charAt(i);
    const word = wordAt(gap, i);
    if (character === '\\') {
      const name = wordAt(gap, i + 1);
      if (name !== '' && !spacing.has(name)) words.push(name);
      i += 1 + Math.max(1, name.length);
    } else if (word !== '') {
      if (word.length === 1 && gap[i + 1] === ')') {
        i += 2;
        continue;
      }
      const after = joiners.has(word) ? -1 : leftHandSideEnd(gap, i + word.length);
      if (after < 0) words.push(word);
      i = after < 0 ? i + word.length : after;
    } else if (isPartLabel(gap, i)) {
      i = gap.indexOf(')', i) + 1;
    } else {
      if (',;，；、'.includes(character)) comma = true;
      else if ('.。(?!'.includes(character)) broken = true;
      i += 1;
    }
  }
  return { words, comma, broken };
}

/** "(a)", "(ii)": the name of a part. */
const isPartLabel = (gap: string, at: number): boolean =>
  gap[at] === '(' && /^\([a-z0-9]{1,3}\)/.test(gap.slice(at, at + 5));

function wordAt(text: string, at: number): string {
  let i = at;
  while (
    i < text.length &&
    (isLatin(text.charCodeAt(i)) || text.charCodeAt(i) >= 0xc0) &&
    !isOneOf('，；、。？！（）', text, i)
  )
    i += 1;
  return text.slice(at, i);
}

/** After a name at most: indices, primes and arguments, then `=`; the offset after it, or −1. */
function leftHandSideEnd(text: string, at: number): number {
  const equals = text.indexOf('=', at);
  if (equals < 0 || equals - at > 24) return -1;
  for (let i = at; i < equals; i += 1) {
    const character = text.charAt(i);
    if (
      !"_^{}()0123456789' $\\".includes(character) &&
      !(isLatin(text.charCodeAt(i)) && !isLatin(text.charCodeAt(i - 1)))
    )
      return -1;
  }
  return equals + 1;
}

/** ". Part 2:", "; question (b):" between two boxes. */
const PART = /^[\s$.;,)\]\\]*(?:part|question) \(?[a-z\d]{1,3}\)?\s*[:.]?\s*[$\\([]*$/;

/** ".\n\n(b) The median is" between two boxes: the next part in a line of its own. */
const NEXT_PART = /^[\s$.;,)\]\\*]*\n[\s>*#-]*\(?(?:[b-h]|ii|iii|iv|v)\)[^\n]*$/;

function joint(text: string, from: number, to: number): Joint {
  if (to - from > gapLimit) return null;
  const gap = text.slice(from, to).toLowerCase();
  if (PART.test(gap)) return 'and';
  if (NEXT_PART.test(gap)) return hasCue(gap, retractions) || hasCue(gap, finals) ? null : 'and';
  const { words, comma, broken } = gapWords(gap);
  const kinds = words.map((word) => joiners.get(word));
  const joiner = kinds.find((kind) => kind !== undefined);
  const others = words.filter((_, index) => kinds[index] === undefined);
  if (others.length === 0) return broken && joiner === 'or' ? null : (joiner ?? 'and');
  if (broken || others.length > 4 || (joiner === undefined && !comma)) return null;
  const replaces =
    others.some((word) => derives.includes(word)) || hasCue(gap, retractions) || hasCue(gap, finals);
  return replaces ? null : (joiner ?? 'and');
}

/** A verb between a denial and a box: "it cannot be \\boxed{7}". */
const COPULA = /\b(?:be|equal|equal to)[\s$*:(\\[]*$/;

/** True when the box is denied ("not \boxed{8}") or only asked about ("perhaps it is \boxed{0}? No"). */
function isDenied(page: Page, box: Box, from: number): boolean {
  const { text, end } = page;
  const before = fold(text.slice(Math.max(from, box.start - 60), box.start));
  if (endsInCue(before.replace(COPULA, ''), negations) || isStruck(text, box.start)) return true;
  if (isRejected(text, box.end, Math.min(end, box.end + 40))) return true;
  let after = box.end;
  while (after < end && (isSpace(text.charCodeAt(after)) || isOneOf('$*\\)]', text, after))) after += 1;
  if (!isQuestionMark(text, after)) return false;
  const next = fold(text.slice(after + 1, after + 24)).trimStart();
  return next.startsWith('no') || next.startsWith('不') || hasCue(before, suppositions);
}

const contentOf = (text: string, box: Box): string => {
  const from = skipSpaces(text, box.contentStart, box.contentEnd);
  return text.slice(from, trimSpaces(text, box.contentEnd, from));
};

interface BoxedText {
  readonly box: Box;
  readonly content: string;
}

interface Group {
  readonly parts: BoxedText[];
  alternative: boolean;
}

/** What stands before a box in its formula, up to the sign or delimiter that begins it. */
const OPENS = /(?:\$|\\\(|\\\[|=)([^$=\n]{0,24})$/;

/** Digits or a minus sign that touch a box. */
const TOUCHES = /(?:^|[\s$=(])(?:[-−+]?\d[\d.]*|[-−])$/;

/** A factor, a sign or a function around a box: `2\boxed{3}`, `1 - \boxed{3}`, `\sqrt{\boxed{3}}`. */
const FACTOR =
  /^\s*(?:\d[\d.]*|(?:\d[\d.]*|[a-z])\s*(?:\\cdot|\\times|[+*/^−-])\s*|[-−+]|.*\\(?:frac|dfrac|sqrt|binom)\s*\{)$/;

/** A power, a factor or more digits after it: `\boxed{3}^2`, `\boxed{3}/2`, `\boxed{3}0`. */
const MORE = /^(?:\d|\.\d|\s*(?:\^\{?\d|[/*]\s*\d|\+\s*\d|\\cdot|\\times))/;

/** True for a box around a part of the value that its formula states. */
function isFragment(text: string, box: Box): boolean {
  const before = text.slice(Math.max(0, box.start - 32), box.start);
  if (TOUCHES.test(before) || MORE.test(text.slice(box.end, box.end + 16))) return true;
  const formula = OPENS.exec(before)?.[1];
  return formula !== undefined && FACTOR.test(formula);
}

/** What the boxes of a reply claim. */
interface BoxClaims {
  readonly claims: Claim[];
  /** Offset of a box that is begun after all of them and never closed. */
  readonly unterminated: number | null;
  /** There are boxes, and none of them claims anything. */
  readonly empty: boolean;
  /** The reply ends in an empty box. */
  readonly endsBlank: boolean;
}

/** True when nothing but signs follows `at`. */
const endsIn = ({ text, end }: Page, at: number): boolean =>
  end - at < 40 && !/[\p{L}\p{N}]/u.test(text.slice(at, end));

/** Boxes as claims, those that form one list joined into one claim. */
export function boxClaims(page: Page): BoxClaims {
  const { boxes, unterminated } = findBoxes(page);
  const { text } = page;
  const groups: Group[] = [];
  let from = page.start;
  for (const box of boxes) {
    const content = contentOf(text, box);
    if (isPlaceholder(content) || isDenied(page, box, from) || isFragment(text, box)) continue;
    const group = groups.at(-1);
    const previous = group?.parts.at(-1);
    const glue = previous === undefined ? null : joint(text, previous.box.end, box.start);
    page.look(Math.min(gapLimit, box.start - from));
    if (group === undefined || previous === undefined || glue === null)
      groups.push({ parts: [{ box, content }], alternative: false });
    else {
      if (previous.content === content) group.parts.pop();
      group.parts.push({ box, content });
      group.alternative ||= glue === 'or';
    }
    from = box.end;
  }
  const last = boxes.at(-1);
  return {
    claims: groups.map((group) => groupClaim(page, group)),
    unterminated,
    empty: boxes.length > 0 && groups.length === 0,
    endsBlank: last !== undefined && isPlaceholder(contentOf(text, last)) && endsIn(page, last.end),
  };
}

/** Most spellings of one list that are compared as answers. */
const comparedParts = 6;

function groupClaim(page: Page, { parts, alternative }: Group): Claim {
  const texts = [...new Set(parts.map(({ content }) => content))];
  const { sameAnswer } = page.options;
  const [first] = texts;
  const single =
    texts.length === 1 ||
    (first !== undefined &&
      sameAnswer !== undefined &&
      texts.length <= comparedParts &&
      texts.every((text) => text === first || sameAnswer(first, text)));
  const kept = single ? parts.slice(-1) : parts;
  const last = parts.at(-1);
  return {
    method: last?.box.method ?? 'boxed',
    text: single ? (last?.content ?? '') : texts.join(alternative ? ' or ' : ', '),
    spans: kept.map(({ box }) => ({ start: box.contentStart, end: box.contentEnd })),
    start: parts[0]?.box.start ?? 0,
    end: last?.box.end ?? 0,
    firm: true,
  };
}
