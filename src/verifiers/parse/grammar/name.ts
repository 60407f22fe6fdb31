import { apply, type Expr, integer, symbol } from '../../expr.js';
import { GREEK } from '../names.js';
import type { Token } from '../token.js';
import { argumentsAhead, readArguments } from './arguments.js';
import { letterDigits } from './bases.js';
import { applyAll } from './build.js';
import { isExpectation } from './calls.js';
import { codeCall } from './code-calls.js';
import { choiceCount } from './counting.js';
import { differentialQuotient } from './derivative.js';
import { isFunction } from './function-names.js';
import { readFunction } from './functions.js';
import { primes } from './primes.js';
import { peek, peekOperator, type Reader, refuse } from './reader.js';
import { applyScript } from './script.js';

type NameToken = Extract<Token, { kind: 'name' }>;

/** A name: a function with its argument, a call of an unknown function, or a symbol. */
export function readName(reader: Reader, token: NameToken): Expr {
  const { name } = token;
  if (isFunction(reader, name)) return readFunction(reader, name);
  if (name.length > 1 && argumentsAhead(reader, 1)) {
    const call = codeCall(reader, name);
    if (call !== null) return call;
  }
  if (EXTREMA.has(name) && peek(reader, 1)?.kind === 'script') {
    return refuse(reader, `${name} over a set`, 'unsupported');
  }
  const special =
    letterDigits(reader) ?? choiceCount(reader, name) ?? (name === 'd' ? differentialQuotient(reader) : null);
  if (special !== null) return special;
  reader.at += 1;
  return readCall(reader, withMarks(reader, nameOf(token)));
}

const EXTREMA: ReadonlySet<string> = new Set(['min', 'max', 'sup', 'inf']);

/** Bold and hatted i, j, k are unit vectors; other bold letters are vectors. */
function nameOf(token: NameToken): Expr {
  if (token.style !== 'bold') return symbol(token.name === 'inf' ? 'Infinity' : token.name);
  if (token.name === 'i' || token.name === 'j' || token.name === 'k') return symbol(`hat(${token.name})`);
  return symbol(token.name.length === 1 && token.name >= 'a' ? `vec(${token.name})` : token.name);
}

/** Letters that name functions wherever a bracket follows. */
const ALWAYS_CALLED: ReadonlySet<string> = new Set(['f', 'F', 'phi', 'psi', 'Phi', 'Psi']);

/** Letters that name functions where the bracket holds one number or letter: `g(x)`, but m·g·(h − R). */
const OFTEN_CALLED: ReadonlySet<string> = new Set(['g', 'h', 'G', 'H']);

/** Subscripts, primes and inverses, as far as they belong to a function's name. */
function withMarks(reader: Reader, base: Expr): Expr {
  let marked = base;
  const letter = base.node === 'symbol' ? base.name : '';
  for (;;) {
    const token = peek(reader);
    const ofFunction = ALWAYS_CALLED.has(letter) || OFTEN_CALLED.has(letter);
    if (token?.kind === 'script' && (token.sup === null || (ofFunction && argumentsAhead(reader, 1)))) {
      marked = applyScript(reader, marked, token);
    } else if (ofFunction && inverseAhead(reader)) {
      marked = apply('Power', marked, negativeOne);
      reader.at += 3;
    } else if (peekOperator(reader) === 'prime') marked = primes(reader, marked);
    else return marked;
  }
}

const negativeOne = apply('Negate', integer(1));

/** `f^-1(` in plain notation. */
function inverseAhead(reader: Reader): boolean {
  const one = peek(reader, 2);
  const signs = peekOperator(reader) === '^' && peekOperator(reader, 1) === '-';
  return signs && one?.kind === 'number' && one.raw === '1' && argumentsAhead(reader, 3);
}

/** `a[1]`: an element of a, by its place. */
function element(reader: Reader, head: Expr): Expr | null {
  const [open, index, close] = [peek(reader), peek(reader, 1), peek(reader, 2)];
  if (head.node !== 'symbol' || open?.kind !== 'open' || open.bracket !== '[' || open.spaceBefore)
    return null;
  if (index?.kind !== 'number' || index.value.spelling?.form !== 'integer') return null;
  if (close?.kind !== 'close' || close.bracket !== ']') return null;
  reader.at += 3;
  return symbol(`${head.name}[${index.raw}]`);
}

function readCall(reader: Reader, head: Expr): Expr {
  const indexed = element(reader, head);
  if (indexed !== null) return indexed;
  if (!argumentsAhead(reader) || !isCalled(reader, head)) return head;
  return applyAll('Call', [head, ...readArguments(reader, isConditional(reader))]);
}

/** The letter or word a marked function name starts from. */
function rootName(head: Expr): string {
  if (head.node === 'symbol') return head.name.split('_', 1)[0] ?? head.name;
  return head.node === 'apply' ? rootName(head.args[0]!) : '';
}

/** True when `head` before a bracket is a function, not a factor. */
function isCalled(reader: Reader, head: Expr): boolean {
  const token = peek(reader);
  if (token?.kind !== 'open') return false;
  const name = rootName(head);
  if (isExpectation(name, token.bracket)) return reader.shared.calls.has(name);
  if (token.bracket !== '(') return false;
  if (/^[A-Z]$/.test(name) && isConditional(reader)) return true;
  if (reader.relational.has(reader.at)) return reader.shared.calls.has(name);
  if (head.node === 'apply' || ALWAYS_CALLED.has(name) || reader.shared.calls.has(name)) return true;
  if (isWord(name)) return true;
  const close = reader.partner[reader.at] ?? -1;
  if (hasComma(reader, close)) return name.length === 1 && name >= 'A' && name <= 'Z';
  return OFTEN_CALLED.has(name) && isAtom(reader, close);
}

/** A name of several letters that is neither a Greek letter nor a constant. */
const isWord = (name: string): boolean =>
  name.length > 1 && !GREEK.has(name) && !NAMED.has(name) && !name.includes('(');

const NAMED: ReadonlySet<string> = new Set(
  'Infinity ComplexInfinity Undefined Reals Integers Rationals Naturals Complexes EmptySet'.split(' '),
);

/** One bar in the bracket: `P(A | B)`; two make an absolute value. */
function isConditional(reader: Reader): boolean {
  const close = reader.partner[reader.at] ?? -1;
  let bars = 0;
  for (let i = reader.at + 1; i < close; i += 1) {
    const token = reader.tokens[i]!;
    if (token.kind === 'operator' && token.operator === '|') bars += 1;
    if (token.kind === 'open') i = Math.max(i, reader.partner[i] ?? i);
  }
  return bars === 1;
}

function hasComma(reader: Reader, close: number): boolean {
  for (let i = reader.at + 1; i < close; i += 1) {
    const token = reader.tokens[i]!;
    if (token.kind === 'operator' && token.operator === ',') return true;
    if (token.kind === 'open') i = Math.max(i, reader.partner[i] ?? i);
  }
  return false;
}

/** One number or letter, with a sign or a subscript at most; or another call: `g(f(2))`. */
function isAtom(reader: Reader, close: number): boolean {
  const inside = reader.tokens.slice(reader.at + 1, Math.min(close, reader.at + 5));
  if (inside[0]?.kind === 'name' && reader.partner[reader.at + 2] === close - 1) return true;
  if (close - reader.at > 4) return false;
  const signed = inside[0]?.kind === 'operator' && inside[0].operator === '-' ? inside.slice(1) : inside;
  const [first, second, ...rest] = signed;
  if (first?.kind !== 'number' && first?.kind !== 'name') return false;
  return rest.length === 0 && (second === undefined || (second.kind === 'script' && second.sup === null));
}
