import { isCodeCall } from '../grammar/code-calls.js';
import type { Operator } from '../token.js';
import { isDigit, isLetter } from './characters.js';
import { lexIndex } from './index-mark.js';
import { lexGluedJoiner, lexOperatorWord } from './operator-word.js';
import { lexProse } from './prose.js';
import { digitsEnd, emit, emitName, emitOperator, lastToken, type Scan, skipSpaces } from './scan.js';
import { isGlued, segment, wholeName } from './segment.js';
import {
  EXTRA_NAMES,
  isMathName,
  isSyllable,
  isWord,
  OPERATOR_WORDS,
  UNIT_WORDS,
  WORDLIKE_FUNCTIONS,
} from './words.js';

/** End of the run of ASCII letters at `at`. */
export function runEnd(scan: Scan, at: number): number {
  let end = at;
  while (isLetter(scan.chars[end])) end += 1;
  return end;
}

const runAt = (scan: Scan, at: number): string => scan.chars.slice(at, runEnd(scan, at)).join('');

/** A run of letters: a name, several names, an operator word, a unit, or the start of prose. */
export function lexWord(scan: Scan): void {
  const end = runEnd(scan, scan.at);
  if (isAccented(scan.chars[end])) {
    lexProse(scan);
    return;
  }
  if (end === scan.at + 1 && !isTimesLetter(scan.chars[scan.at]!)) {
    scan.budget.spend();
    if (isChoice(scan, end)) emitName(scan, 'binomial', end);
    else {
      emitName(scan, constantOf(scan, scan.chars[scan.at]!), end);
      lexIndex(scan);
    }
    return;
  }
  const run = scan.chars.slice(scan.at, end).join('');
  scan.budget.spend(1 + run.length);
  if (MODULES.has(run) && scan.chars[end] === '.' && isLetter(scan.chars[end + 1])) {
    scan.at = end + 1;
    return;
  }
  if (isTimes(scan, run, end)) {
    emitOperator(scan, '*', end);
    return;
  }
  const identifier = identifierEnd(scan, end);
  if (identifier - end > (run.length > 2 ? 0 : 3)) {
    emitName(scan, scan.chars.slice(scan.at, identifier).join(''), identifier);
    return;
  }
  if (scan.chars[end] === '_' && lexBigWord(scan, run, end)) return;
  if (lexGluedJoiner(scan, run)) return;
  if (OPERATOR_WORDS.has(run) && lexOperatorWord(scan, run, end)) return;
  if (isUnit(scan, run, end)) {
    emit(scan, { kind: 'text', value: run }, end);
    return;
  }
  if (isProse(scan, run, end)) lexProse(scan);
  else lexNames(scan, run, end);
}

/** `7C3`: the letter between two numerals. */
const isChoice = (scan: Scan, end: number): boolean =>
  scan.chars[scan.at] === 'C' &&
  !scan.space &&
  isDigit(scan.chars[end]) &&
  lastToken(scan)?.kind === 'number' &&
  !'_₀₁₂₃₄₅₆₇₈₉'.includes(scan.chars[digitsEnd(scan, end)] ?? ' ') &&
  !isLetter(scan.chars[digitsEnd(scan, end)]);

/** `sum_{k=1}^n`, `int_0^1`, `lim_{x->0}`: signs spelled out before their index. */
function lexBigWord(scan: Scan, run: string, end: number): boolean {
  const operator = BIG_WORDS.get(run);
  if (operator === undefined) return false;
  emitOperator(scan, operator, end);
  return true;
}

const BIG_WORDS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['sum', 'sum'],
  ['Sum', 'sum'],
  ['prod', 'product'],
  ['product', 'product'],
  ['int', 'integral'],
  ['lim', 'limit'],
]);

/** End of `word_word_word` before an opening bracket: an identifier of code; else `end`. */
function identifierEnd(scan: Scan, end: number): number {
  let at = end;
  while (scan.chars[at] === '_' && isLetter(scan.chars[at + 1])) at = runEnd(scan, at + 1);
  return at > end && scan.chars[at] === '(' ? at : end;
}

/** Modules whose functions are written with a point before them: `np.sqrt(2)`. */
const MODULES: ReadonlySet<string> = new Set(['np', 'numpy', 'math', 'cmath', 'sympy', 'sp', 'Math']);

/** A Latin letter beyond ASCII: the run is a word of another language. */
const isAccented = (c: string | undefined): boolean =>
  c !== undefined && c >= 'À' && c <= 'ɏ' && c !== '×' && c !== '÷';

const isTimesLetter = (run: string): boolean => run === 'x' || run === 'X';

/** `4 x 6`, `1.5x10^3`: the letter as a multiplication sign between numerals. */
function isTimes(scan: Scan, run: string, end: number): boolean {
  if (!isTimesLetter(run) || lastToken(scan)?.kind !== 'number') return false;
  const next = skipSpaces(scan, end);
  if (!isDigit(scan.chars[next])) return false;
  if (scan.space && next > end) return true;
  if (scan.space || next > end) return false;
  return scan.chars[next] === '1' && scan.chars[next + 1] === '0' && !isDigit(scan.chars[next + 2]);
}

/** `5cm`, `3 kg`: a unit after a number, where nothing multiplies on. */
function isUnit(scan: Scan, run: string, end: number): boolean {
  if (!UNIT_WORDS.has(run)) return false;
  const next = scan.chars[end];
  const last = lastToken(scan);
  if (last?.kind === 'open') return next === ')' && scan.tokens.at(-2)?.kind === 'number';
  if (last?.kind !== 'number') return false;
  if (next === '(' || isDigit(next) || next === '_') return false;
  return !(next === ' ' && isLetter(scan.chars[end + 1]) && !isLetter(scan.chars[end + 2]));
}

/** True when the run is a word, or a word-like function name with words after it. */
function isProse(scan: Scan, run: string, end: number): boolean {
  const next = scan.chars[skipSpaces(scan, end)];
  if (next === '(' && scan.chars[end] === '(' && isMathName(run)) return false;
  if (isSyllable(run) && !isMathName(run) && !isWord(run)) return !besideMathematics(scan, end);
  if (isWord(run)) return scan.chars[end] !== '(' && !(isGlued(run) && !nearWords(scan, end));
  if (!WORDLIKE_FUNCTIONS.has(run)) return false;
  const after = skipSpaces(scan, end);
  if (after >= scan.chars.length) return scan.tokens.length === 0;
  return isWord(runAt(scan, after)) || (lastToken(scan)?.kind === 'text' && !isMathStart(scan, after));
}

const isMathStart = (scan: Scan, at: number): boolean =>
  !isLetter(scan.chars[at]) || runEnd(scan, at) === at + 1;

/** A sign, digit or bracket stands directly beside the run, or a sign before it. */
function besideMathematics(scan: Scan, end: number): boolean {
  const last = lastToken(scan);
  const after = scan.chars[end];
  if (last?.kind === 'operator' && last.operator !== ',' && last.operator !== ';') return true;
  if (last !== undefined && !scan.space) return true;
  return after !== undefined && after !== ' ' && !'.,;:'.includes(after);
}

function nearWords(scan: Scan, end: number): boolean {
  if (lastToken(scan)?.kind === 'text') return true;
  const next = skipSpaces(scan, end);
  return next > end && isWord(runAt(scan, next));
}

/** The names of a run, the last one with its subscript. */
function lexNames(scan: Scan, run: string, end: number): void {
  const from = scan.at;
  const whole = wholeNameAt(scan, run, end);
  if (whole === 'minf') {
    emitOperator(scan, '-', from);
    emitName(scan, 'Infinity', end, from);
    return;
  }
  if (whole !== undefined) emitName(scan, whole, end);
  else if (scan.chars[end] === '(' && run.length > 2 && isWord(run) && !isGlued(run))
    emitName(scan, run, end);
  else emitPieces(scan, run, from);
  lexIndex(scan);
}

function emitPieces(scan: Scan, run: string, from: number): void {
  let at = from;
  for (const piece of segment(run)) {
    emitName(scan, constantOf(scan, piece), at + piece.length, at);
    at += piece.length;
  }
}

/** Code names that have a bracket after them stay whole (`oo(1, 3)`, `Matrix(…)`). */
function wholeNameAt(scan: Scan, run: string, end: number): string | undefined {
  // Mathematica's calls have square brackets.
  if (scan.chars[end] === '[' && run.length > 2 && isUpper(run) && isCodeCall(run)) return run;
  if (scan.chars[end] === '(' && (isCodeCall(run) || (EXTRA_NAMES.has(run) && run !== 'Pi'))) return run;
  if (run.length === 1) return undefined;
  return wholeName(run);
}

/** In program notation a capital I is the imaginary unit and E the number e. */
const constantOf = (scan: Scan, letter: string): string =>
  scan.code && letter === 'I' ? 'i' : scan.code && letter === 'E' ? 'e' : letter;

const isUpper = (run: string): boolean => run.charAt(0) !== run.charAt(0).toLowerCase();
