import { fold, isOneOf } from './characters.js';
import { type Cues, cueList } from './cue-list.js';
import { hasCue, lastCueEnd } from './cues.js';
import { lastSentences, mathAt } from './sentence-scan.js';
import { spelling } from './settle.js';

/** An operation left undone, as it is spelled in an answer, and how a problem asks for it. */
interface Operation {
  readonly name: string;
  /** Spellings in an answer, after {@link squeeze}. */
  readonly signs: readonly string[];
  /** Words by which a problem asks for it, beside the signs. */
  readonly words: Cues;
}

/** Operations that are not an answer to a problem that asks for their value. */
const operations: readonly Operation[] = [
  { name: 'limit', signs: ['\\lim', 'lim_'], words: cueList(['limit']) },
  {
    name: 'integral',
    signs: ['\\int', '\\iint', '\\oint', '∫', 'integrate('],
    words: cueList(['integral', 'integrate', 'antiderivative', '积分']),
  },
  {
    name: 'sum',
    signs: ['\\sum', '∑', 'summation('],
    words: cueList(['sum', 'summation', 'series', '求和', '和']),
  },
  { name: 'product', signs: ['\\prod', '∏'], words: cueList(['product', '积']) },
  {
    name: 'derivative',
    signs: [
      '\\frac{d}{d',
      '\\fracd{d',
      '\\frac{d^',
      'd/dx',
      'd/dt',
      '\\frac{\\partial',
      '\\frac{\\mathrm{d}}',
      '\\frac{\\mathrmd}',
      'diff(',
    ],
    words: cueList(['derivative', 'differentiate', '导数', '求导']),
  },
  {
    name: 'determinant',
    signs: ['\\det', '\\begin{vmatrix}', 'det('],
    words: cueList(['determinant', '行列式']),
  },
];

/** Words by which a problem asks for the value of the mathematics after them. */
const requests: Cues = cueList([
  'compute',
  'evaluate',
  'calculate',
  'simplify',
  'find',
  'determine',
  'what is',
  'expand',
  'factor',
  'factorize',
  'factorise',
  'solve',
  'differentiate',
  'integrate',
  'rationalize',
  'rationalise',
  'reduce',
  'convert',
  'express',
  'write',
  'value of',
  '计算',
  '求',
  '化简',
  '解',
  '因式分解',
  '展开',
  'calculez',
  'calcula',
  'berechne',
  'вычислите',
]);

function squeeze(text: string): string {
  const spelled = spelling(text).replaceAll('×', '*');
  if (!spelled.includes('\\')) return spelled;
  return spelled
    .replaceAll('\\displaystyle', '')
    .replaceAll('\\limits', '')
    .replaceAll('\\cdot', '*')
    .replaceAll('\\times', '*');
}

/** The part of an answer that says its value: what follows its last equals sign. */
function lastSide(text: string): string {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    const character = text[i];
    if (character === '}' || character === ')') depth += 1;
    else if (character === '{' || character === '(') depth -= 1;
    else if (character === '=' && depth === 0 && !isOneOf('<>!:', text, i - 1)) return text.slice(i + 1);
  }
  return text;
}

/** A character of every sign of an operation. */
const SIGN_MARK = /[\\(_/∫∑∏]/;

/** Operations that a squeezed answer leaves undone. */
const openOperations = (squeezed: string): readonly Operation[] => {
  const value = lastSide(squeezed);
  if (!SIGN_MARK.test(value)) return [];
  return operations.filter(({ signs }) => signs.some((sign) => value.includes(sign)));
};

/** True when `text` leaves a limit, integral, sum, product, derivative or determinant undone. */
export const mentionsOperator = (text: string): boolean => openOperations(squeeze(text)).length > 0;

/** True when the problem asks to work out `squeezed` ("Compute $6\cdot 7$.", "What is 3 + 4?"). */
const isRequested = (squeezed: string, problem: string): boolean =>
  lastSentences(problem, 0, problem.length, 64).some(({ start, end }) =>
    isRequestedIn(squeezed, problem.slice(start, end)),
  );

/** Characters of an answer that are looked for before a text is taken apart. */
const SAMPLE = 40;

/** False when `text` lacks a character of `squeezed`, and so cannot be spelled like it; only `*` is spelled otherwise. */
function mayHold(text: string, squeezed: string): boolean {
  for (let i = 0; i < squeezed.length && i < SAMPLE; i += 1) {
    const character = squeezed.charAt(i);
    if (character !== '*' && !text.includes(character)) return false;
  }
  return true;
}

function isRequestedIn(squeezed: string, sentence: string): boolean {
  if (!mayHold(sentence, squeezed)) return false;
  const folded = fold(sentence);
  const after = lastCueEnd(folded, requests);
  if (after < 0) return false;
  const asked = squeeze(sentence.slice(after));
  if ((asked.startsWith(':') ? asked.slice(1) : asked) === squeezed) return true;
  for (let i = 0; i < sentence.length; ) {
    const math = mathAt(sentence, i, sentence.length);
    if (
      math !== null &&
      squeeze(sentence.slice(math.contentStart, math.contentEnd)) === squeezed &&
      hasCue(folded.slice(0, i), requests)
    )
      return true;
    i = math === null ? i + 1 : math.end;
  }
  return false;
}

/** True for a text that still has something to work out: an operation between numbers, a root, a function, a power. */
function isOpen(squeezed: string): boolean {
  const body = squeezed.replace(/^[-+]/, '');
  if (/^\\frac\{?\d+\}?\{?\d+\}?$/.test(body) || /^\d+\/\d+$/.test(body)) return false;
  return /[+*/^!−·-]/.test(body) || body.includes('\\') || body.includes('(') || body.includes('=');
}

/** A number in digits: nothing is left undone in it. */
const NUMERAL = /^[-+]?[\d.,]*$/;

/**
 * True when an answer only restates what the problem asks for: it leaves undone an operation that the problem
 * asks to carry out, or it is spelled as the mathematics of the request itself.
 */
export function isRestatement(text: string, problem: string): boolean {
  if (text.length > 2_000 || NUMERAL.test(text)) return false;
  const statement = problem.length > 8_000 ? problem.slice(0, 8_000) : problem;
  const squeezed = squeeze(text);
  const undone = openOperations(squeezed);
  if (undone.length > 0 && asksFor(undone, statement)) return true;
  return isOpen(squeezed) && mayHold(statement, squeezed) && isRequested(squeezed, statement);
}

/** True when the problem spells or names one of the operations. */
function asksFor(undone: readonly Operation[], problem: string): boolean {
  const squeezed = squeeze(problem);
  const folded = fold(problem);
  return undone.some(
    ({ signs, words }) => signs.some((sign) => squeezed.includes(sign)) || hasCue(folded, words),
  );
}
