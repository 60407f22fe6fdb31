import type { Operator } from '../token.js';
import { isLetter } from './characters.js';
import { afterOperand, emitName, emitOperator, lastToken, type Scan, skipSpaces } from './scan.js';
import { isWord, TRUTH_WORDS } from './words.js';

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['and', 'and'],
  ['AND', 'and'],
  ['nounand', 'and'],
  ['or', 'or'],
  ['OR', 'or'],
  ['nounor', 'or'],
  ['not', 'not'],
  ['NOT', 'not'],
  ['nounnot', 'not'],
  ['implies', 'implies'],
  ['iff', 'iff'],
  ['xnor', 'iff'],
  ['xor', 'xor'],
  ['div', '/'],
  ['union', 'union'],
  ['intersect', 'intersection'],
  ['mod', 'mod'],
  ['in', 'in'],
]);

/** `x=1orx=2`: a joiner written straight after a number or bracket and before a letter. */
export function lexGluedJoiner(scan: Scan, run: string): boolean {
  const last = lastToken(scan);
  const word = run.startsWith('and') ? 'and' : run.startsWith('or') ? 'or' : null;
  if (word === null || scan.space || run.length !== word.length + 1) return false;
  if (last?.kind !== 'number' && last?.kind !== 'close') return false;
  emitOperator(scan, word, scan.at + word.length);
  return true;
}

/** Reads a word as an operator where it stands between mathematics; false leaves it to be a name or prose. */
export function lexOperatorWord(scan: Scan, word: string, end: number): boolean {
  const operator = OPERATORS.get(word);
  if (operator === undefined) return false;
  const next = skipSpaces(scan, end);
  if (!fits(scan, word, end, next)) return false;
  if (word === 'mod' && scan.chars[end] === '(' && !afterOperand(scan)) emitName(scan, 'mod', end);
  else emitOperator(scan, operator, end);
  return true;
}

function fits(scan: Scan, word: string, end: number, next: number): boolean {
  if (next >= scan.chars.length) return false;
  switch (word) {
    case 'not':
    case 'NOT':
    case 'nounnot':
      return !isWordAt(scan, next);
    case 'union':
    case 'intersect':
      return afterOperand(scan) && scan.chars[end] !== '(';
    case 'in':
      return lastToken(scan)?.kind === 'name' && startsSet(scan, next);
    case 'mod':
      return true;
    default:
      // "apples and oranges" is one text; "x = 1 and y = 2" is mathematics.
      return (
        endsItem(scan) && !(endsInWords(scan) && isWordAt(scan, next) && !TRUTH_WORDS.has(wordAt(scan, next)))
      );
  }
}

/** Prose stands before; "true" and "false" are operands of logic. */
function endsInWords(scan: Scan): boolean {
  const last = lastToken(scan);
  return last?.kind === 'text' && !TRUTH_WORDS.has(last.value);
}

/** After an operand, or after the comma of ", and". */
function endsItem(scan: Scan): boolean {
  const last = lastToken(scan);
  return (
    afterOperand(scan) || (last?.kind === 'operator' && (last.operator === ',' || last.operator === ';'))
  );
}

function wordAt(scan: Scan, at: number): string {
  let end = at;
  while (isLetter(scan.chars[end])) end += 1;
  return scan.chars.slice(at, end).join('');
}

const isWordAt = (scan: Scan, at: number): boolean => isWord(wordAt(scan, at));

/** A bracket, or a letter or sign of a number set. */
const startsSet = (scan: Scan, at: number): boolean =>
  ['(', '[', '{', ']', 'ℝ', 'ℤ', 'ℚ', 'ℕ', 'ℂ'].includes(scan.chars[at]!) ||
  /^(?:[RZQNC]|Reals|Integers)$/.test(wordAt(scan, at));
