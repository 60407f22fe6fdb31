import { apply, type Expr, integer, type SymbolNode, symbol, text } from '../../expr.js';
import type { Token } from '../token.js';
import { operand, plus, times } from './build.js';
import { type Reader, refuse, within } from './reader.js';

type AccentToken = Extract<Token, { kind: 'accent' }>;

/** Commands for the same accent. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['overline', 'bar'],
  ['bar', 'bar'],
  ['overbar', 'bar'],
  ['vec', 'vec'],
  ['overrightarrow', 'vec'],
  ['overleftarrow', 'vec'],
  ['overleftrightarrow', 'line'],
  ['hat', 'hat'],
  ['widehat', 'hat'],
  ['tilde', 'tilde'],
  ['widetilde', 'tilde'],
  ['dot', 'dot'],
  ['ddot', 'ddot'],
  ['frown', 'arc'],
  ['overset{\\frown}', 'arc'],
  ['overparen', 'arc'],
  ['wideparen', 'arc'],
  ['arc', 'arc'],
  ['underline', 'plain'],
  ['check', 'check'],
  ['breve', 'breve'],
  ['mathring', 'ring'],
  ['acute', 'acute'],
  ['grave', 'grave'],
]);

/** What an accent makes of its operand: a figure of capitals, a conjugate, a derivative in time, a name. */
export function readAccent(reader: Reader, token: AccentToken): Expr {
  const kind = KINDS.get(token.accent);
  if (kind === undefined) return refuse(reader, `accent ${token.accent}`, 'unsupported');
  const letters = kind === 'plain' ? null : capitals(token.tokens);
  const digits = kind === 'bar' ? digitsOf(token.tokens) : null;
  if (digits !== null) {
    reader.at += 1;
    return digits;
  }
  const inner = (): Expr => within(reader, token.tokens, reader.shared.rules.statement);
  const expr = letters === null ? accented(reader, kind, inner()) : figure(kind, letters);
  reader.at += 1;
  return expr;
}

/** Two or more capitals: the points of a segment, vector or arc. */
function capitals(tokens: readonly Token[]): readonly Expr[] | null {
  const only = tokens.length === 1 ? tokens[0]! : null;
  if (only?.kind === 'group') return capitals(only.tokens);
  const letters: Expr[] = [];
  for (const token of tokens) {
    if (token.kind === 'operator' && token.operator === 'prime') continue;
    if (token.kind !== 'name' || !/^[A-Z]$/.test(token.name)) return null;
    letters.push(symbol(token.name));
  }
  return letters.length >= 2 ? letters : null;
}

/** Letters for digits; z and w are complex numbers under a bar. */
const DIGIT_LETTER = /^[a-hmnpqrstxy]$/;

/** `\overline{abc}`: the number with these digits, 100a + 10b + c; null for anything but letters and digits. */
function digitsOf(tokens: readonly Token[]): Expr | null {
  const only = tokens.length === 1 ? tokens[0]! : null;
  if (only?.kind === 'group') return digitsOf(only.tokens);
  const digits: Expr[] = [];
  for (const token of tokens) {
    if (token.kind === 'name' && DIGIT_LETTER.test(token.name)) digits.push(symbol(token.name));
    else if (token.kind === 'number' && /^\d+$/.test(token.raw)) {
      for (const digit of token.raw) digits.push(integer(Number(digit)));
    } else return null;
  }
  const letters = digits.filter((digit) => digit.node === 'symbol').length;
  if (letters === 0 || digits.length < 2 || digits.length > 20) return null;
  const terms = digits.map((digit, i) => times([integer(10n ** BigInt(digits.length - 1 - i)), digit]));
  return plus(terms);
}

/** `\bar{x}`: a mean, where the letter is none of a complex number. */
const isMean = (expr: Expr): expr is SymbolNode =>
  expr.node === 'symbol' && /^[a-hmnpqrstuvxy]$/.test(expr.name);

const figure = (kind: string, letters: readonly Expr[]): Expr =>
  apply('Segment', text(kind === 'bar' ? 'overline' : kind), ...letters);

/** An arrow over i, j or k marks the unit vectors, as a hat does. */
const isUnitVector = (name: string): boolean => name === 'i' || name === 'j' || name === 'k';

function accented(reader: Reader, kind: string, inner: Expr): Expr {
  switch (kind) {
    case 'plain':
      return inner;
    case 'bar':
      return isMean(inner) ? symbol(`bar(${inner.name})`) : apply('Conjugate', operand(inner));
    case 'dot':
      return apply('Prime', inner, integer(1));
    case 'ddot':
      return apply('Prime', inner, integer(2));
    default:
      if (inner.node === 'symbol') return symbol(`${isUnitVector(inner.name) ? 'hat' : kind}(${inner.name})`);
      if (inner.node === 'number' && kind === 'vec') return symbol(`vec(${inner.num})`);
      // An arrow over a formula of vectors says again that it is one.
      if (kind === 'vec' && inner.node === 'apply') return inner;
      return refuse(reader, `accent ${kind} over an expression`, 'unsupported');
  }
}
