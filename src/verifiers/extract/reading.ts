import { isCjk, isDigit, isLetter, isOneOf, isSpace, skipSpaces } from './characters.js';
import type { Reading } from './contract.js';

/** Words that occur inside plain mathematics. */
const mathematicalWords: ReadonlySet<string> = new Set(
  (
    'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh asin acos atan exp ln log lg sqrt cbrt abs pi inf ' +
    'infinity infty oo min max gcd lcm mod floor ceil det matrix and or in cup cap alpha beta gamma theta lambda mu phi ' +
    'psi omega cm mm km kg mg ft hz am pm yes no true false none undefined dne frac cdot times'
  ).split(' '),
);

/** Commands whose braces hold words, or a name. */
const textCommands: ReadonlySet<string> = new Set([
  'text',
  'textbf',
  'textit',
  'textrm',
  'mathrm',
  'mbox',
  'operatorname',
  'begin',
  'end',
]);

/** True for a plain numeral: sign, currency, digits with points and grouping, percent. The fast path of most graders' data. */
export function isNumeral(text: string): boolean {
  const end = text.length;
  let i = 0;
  if (text[i] === '-' || text[i] === '+') i += 1;
  if (text[i] === '$' && isDigit(text.charCodeAt(i + 1))) i += 1;
  let digits = 0;
  for (; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) digits += 1;
    else if ((code === 44 || code === 46) && digits > 0 && isDigit(text.charCodeAt(i + 1))) continue;
    else break;
  }
  if (text[i] === '%') i += 1;
  return digits > 0 && i === end;
}

/** How many words a text has that are neither commands, nor inside `\text{…}`, nor names of mathematics; stops at `enough`. */
export function proseWords(text: string, enough: number): number {
  let words = 0;
  for (let i = 0; i < text.length && words < enough; ) {
    const code = text.charCodeAt(i);
    if (code === 92) i = skipCommand(text, i);
    else if (isLetter(code)) {
      let j = i + 1;
      while (j < text.length && isLetter(text.charCodeAt(j))) j += 1;
      if (isCjk(code)) words += Math.ceil((j - i) / 3);
      else if (j - i > 1 && !mathematicalWords.has(text.slice(i, j).toLowerCase())) words += 1;
      i = j;
    } else i += 1;
  }
  return words;
}

/** How many words of a text are followed by another word, as in a sentence; a stretch of Chinese or Japanese counts by its length. Stops at `enough`. */
export function sentenceWords(text: string, enough: number): number {
  let pairs = 0;
  let wordBefore = false;
  for (let i = 0; i < text.length && pairs < enough; ) {
    const code = text.charCodeAt(i);
    if (code === 92) i = skipCommand(text, i);
    else if (isLetter(code)) {
      let j = i + 1;
      while (j < text.length && isLetter(text.charCodeAt(j))) j += 1;
      if (isCjk(code)) pairs += Math.floor((j - i) / 4);
      else if (j - i > 1 && wordBefore) pairs += 1;
      wordBefore = j - i > 1;
      i = j;
      continue;
    } else i += 1;
    if (!isSpace(code)) wordBefore = false;
  }
  return pairs;
}

/** The offset after a command, and after its braces when they hold words. */
function skipCommand(text: string, at: number): number {
  let i = at + 1;
  while (i < text.length && isLetter(text.charCodeAt(i))) i += 1;
  if (i === at + 1) return at + 2;
  if (!textCommands.has(text.slice(at + 1, i)) || text[i] !== '{') return i;
  const close = text.indexOf('}', i);
  return close < 0 ? i : close + 1;
}

/**
 * How a text reads by its characters alone. `sure` where a parser could not say otherwise: blank, a plain
 * numeral, or a passage of prose.
 */
export function lexicalReading(text: string): { readonly reading: Reading; readonly sure: boolean } {
  if (skipSpaces(text, 0, text.length) === text.length) return { reading: 'unreadable', sure: true };
  if (isNumeral(text)) return { reading: 'mathematics', sure: true };
  const words = proseWords(text, 13);
  if (words > 12) return { reading: 'words', sure: true };
  return { reading: words === 0 && hasSubstance(text) ? 'mathematics' : 'words', sure: false };
}

/** True when a text holds a letter or a digit. */
export function hasSubstance(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isDigit(code) || isLetter(code)) return true;
  }
  return /[∞∅½¼¾⅓⅔∈]/u.test(text);
}

/** Commands and characters that may stand in an answer without saying anything. */
const blankCommands: ReadonlySet<string> = new Set([
  'text',
  'textbf',
  'textrm',
  'mathrm',
  'mbox',
  'phantom',
  'hphantom',
  'vphantom',
  'quad',
  'qquad',
  'ldots',
  'dots',
  'cdots',
  'dotsc',
  'square',
  'Box',
  'hspace',
  'underline',
  'boxed',
  'fbox',
  'displaystyle',
  'left',
  'right',
]);

/** Phrases of a prompt's instructions that a response may repeat inside a box. */
const instructions: ReadonlySet<string> = new Set([
  'answer',
  'your answer',
  'your answer here',
  'final answer',
  'your final answer',
  'your final answer here',
  'the answer',
  'the final answer',
  'answer here',
  'ans',
  'result',
  'final result',
  'solution',
  'value',
  '答案',
  '最终答案',
]);

/**
 * True when a box or tag says nothing: it is empty, blank, a question mark, dots, `\square`, `\phantom{2}`, or the
 * instruction's own words. Such a box is a mention of the format, not an answer.
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > 200 || (/(?:^|[^\\])\d/.test(text) && !text.includes('phantom'))) return false;
  let rest = '';
  for (let i = 0; i < text.length; ) {
    if (text.charCodeAt(i) !== 92) {
      rest += text[i];
      i += 1;
      continue;
    }
    let j = i + 1;
    while (j < text.length && isLetter(text.charCodeAt(j))) j += 1;
    const name = text.slice(i + 1, j);
    if (j === i + 1) {
      // Escaped braces are a set's, an empty one included.
      if (text[j] === '{') return false;
      j += 1;
    } else if (!blankCommands.has(name)) return false;
    else if (name.endsWith('phantom') && text[j] === '{') j = Math.max(j, text.indexOf('}', j) + 1);
    i = j;
  }
  let saysNothing = true;
  for (let i = 0; i < rest.length && saysNothing; i += 1) {
    saysNothing = isSpace(rest.charCodeAt(i)) || isOneOf('{}?._…~-–—:,;$*()[]', rest, i);
  }
  return (
    saysNothing ||
    instructions.has(
      rest
        .replaceAll(/[{}[\]<>]/g, '')
        .trim()
        .toLowerCase(),
    )
  );
}
