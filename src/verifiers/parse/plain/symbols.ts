import { BRACKET_CHARACTERS, CURRENCY, OPERATOR_CHARACTERS, VULGAR_FRACTIONS } from '../names.js';
import { decimalNumeral } from '../numeral.js';
import type { Operator, Token } from '../token.js';
import { isLetter } from './characters.js';
import {
  afterOperand,
  charAt,
  emit,
  emitName,
  emitOperator,
  lastToken,
  type Scan,
  skipSpaces,
} from './scan.js';

/** Signs of several characters, longest first. */
const COMPOUND: readonly (readonly [string, Operator])[] = [
  ['<=>', 'iff'],
  ['<->', 'iff'],
  ['-->', 'to'],
  ['==>', 'implies'],
  ['=/=', '!='],
  ['+/-', 'pm'],
  ['...', 'ellipsis'],
  ['**', '^'],
  ['<=', '<='],
  ['=<', '<='],
  ['>=', '>='],
  ['=>', 'implies'],
  ['->', 'to'],
  ['==', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['/=', '!='],
  [':=', 'assign'],
  ['&&', 'and'],
  ['+-', 'pm'],
  ['!!', '!!'],
  ['~=', 'approx'],
  ['//', '/'],
];

const startsWith = (scan: Scan, text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (scan.chars[scan.at + i] !== text[i]) return false;
  return true;
};

/** The signs of several characters by their first one. */
const BY_FIRST: ReadonlyMap<string, readonly (readonly [string, Operator])[]> = new Map(
  COMPOUND.map(([sign]) => [sign[0]!, COMPOUND.filter(([other]) => other[0] === sign[0])]),
);

/** Signs, brackets, vulgar fractions and currency; false when the character is none of these. */
export function lexSymbol(scan: Scan): boolean {
  const c = charAt(scan)!;
  const compound = BY_FIRST.get(c)?.find(([sign]) => startsWith(scan, sign));
  if (compound !== undefined && !isFactorialEquals(scan, compound[1])) {
    emitOperator(scan, compound[1], scan.at + compound[0].length);
    return true;
  }
  const bracket = BRACKET_CHARACTERS.get(c);
  if (bracket !== undefined) {
    emit(scan, { kind: bracket[0], bracket: bracket[1] }, scan.at + 1);
    return true;
  }
  return lexSpecial(scan, c) || lexOperator(scan, c);
}

/** `5!=120` and `(n+1)!=…` are equations about a factorial; `x!=2` is ≠. */
function isFactorialEquals(scan: Scan, operator: Operator): boolean {
  const last = lastToken(scan);
  return (
    operator === '!=' &&
    !scan.space &&
    charAt(scan) === '!' &&
    (last?.kind === 'number' || last?.kind === 'close')
  );
}

function lexOperator(scan: Scan, c: string): boolean {
  const operator = OPERATOR_CHARACTERS.get(c);
  if (operator === undefined) return false;
  emitOperator(scan, operator, scan.at + 1);
  return true;
}

function lexSpecial(scan: Scan, c: string): boolean {
  switch (c) {
    case '√':
      emitName(scan, 'sqrt', scan.at + 1);
      return true;
    case '∛':
      emitName(scan, 'cbrt', scan.at + 1);
      return true;
    case '#':
      return lexHash(scan);
    case "'":
      return lexApostrophe(scan);
    case '"':
    case '“':
      return lexQuote(scan, c);
    case '″':
    case '”':
      emitOperator(scan, 'arcsecond', scan.at + 1);
      return true;
    case '′':
      emitOperator(scan, lastToken(scan)?.kind === 'number' ? 'arcminute' : 'prime', scan.at + 1);
      return true;
    case '\\':
      return lexBackslash(scan);
    case '‖':
      emit(scan, { kind: afterOperand(scan) ? 'close' : 'open', bracket: '‖' }, scan.at + 1);
      return true;
    case '⋅':
      emitOperator(scan, '*', scan.at + 1);
      return true;
    default:
      return lexFraction(scan, c) || lexCurrency(scan, c);
  }
}

/** Maxima: `#` is ≠ and `#pm#` is ±. */
function lexHash(scan: Scan): boolean {
  if (startsWith(scan, '#pm#')) emitOperator(scan, 'pm', scan.at + 4);
  else emitOperator(scan, '!=', scan.at + 1);
  return true;
}

/** A prime after an operand; before a name, Maxima's quote, which changes nothing. */
function lexApostrophe(scan: Scan): boolean {
  if (afterOperand(scan) && !scan.space) emitOperator(scan, 'prime', scan.at + 1);
  else if (isLetter(charAt(scan, 1))) scan.at += 1;
  else return false;
  return true;
}

/** Quoted words, or seconds of arc after a number. */
function lexQuote(scan: Scan, c: string): boolean {
  const close = c === '“' ? '”' : '"';
  let end = scan.at + 1;
  while (end < scan.chars.length && scan.chars[end] !== close) end += 1;
  scan.budget.spend(1 + ((end - scan.at) >> 3));
  if (end >= scan.chars.length || (afterOperand(scan) && !scan.space)) {
    if (!afterOperand(scan)) return false;
    emitOperator(scan, 'arcsecond', scan.at + 1);
    return true;
  }
  const value = scan.chars
    .slice(scan.at + 1, end)
    .join('')
    .trim();
  emit(scan, { kind: 'text', value }, end + 1);
  return true;
}

/** `R \ {0}`; any other backslash is LaTeX. */
function lexBackslash(scan: Scan): boolean {
  const next = scan.chars[skipSpaces(scan, scan.at + 1)];
  if (!afterOperand(scan) || (next !== '{' && next !== '(' && next !== '[')) return false;
  emitOperator(scan, 'setminus', scan.at + 1);
  return true;
}

function numberToken(scan: Scan, value: number): Token {
  const raw = String(value);
  const place = { start: scan.starts[scan.at]!, end: scan.starts[scan.at + 1]!, spaceBefore: false };
  return { kind: 'number', raw, value: decimalNumeral(raw), ...place };
}

function lexFraction(scan: Scan, c: string): boolean {
  const parts = VULGAR_FRACTIONS.get(c);
  if (parts === undefined) return false;
  const [top, bottom] = [numberToken(scan, parts[0]), numberToken(scan, parts[1])];
  emit(scan, { kind: 'fraction', top: [top], bottom: [bottom] }, scan.at + 1);
  return true;
}

function lexCurrency(scan: Scan, c: string): boolean {
  if (!CURRENCY.has(c)) return false;
  emit(scan, { kind: 'text', value: c }, scan.at + 1);
  return true;
}
