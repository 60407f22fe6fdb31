import type { Expr } from '../../expr.js';
import { isApply } from '../../expr.js';
import { negate } from './build.js';
import { deeper, peek, peekOperator, type Reader } from './reader.js';

/** One factor of a juxtaposed run; `simple` ones (`2`, `x^2`, `√3`) are drawn into a denominator before them. */
export interface Factor {
  readonly expr: Expr;
  readonly simple: boolean;
}

/** Factors side by side: `2πr`. A sign may stand before the first one where `signed` (after `*` or `/`). */
export function signedRun(reader: Reader, signed: boolean): Factor[] {
  if (signed && (peekOperator(reader) === '-' || peekOperator(reader) === '+')) {
    const minus = peekOperator(reader) === '-';
    reader.at += 1;
    return deeper(reader, () => {
      const [first, ...rest] = signedRun(reader, true);
      return [minus ? { expr: negate(first!.expr), simple: first!.simple } : first!, ...rest];
    });
  }
  const factors = [readFactor(reader)];
  while (startsFactor(reader)) factors.push(readFactor(reader));
  return factors;
}

function readFactor(reader: Reader): Factor {
  const kind = peek(reader)?.kind;
  const expr = reader.shared.rules.factor(reader);
  const plain = kind === 'number' || kind === 'name' || kind === 'root' || kind === 'group';
  return { expr, simple: plain && isSimple(expr) };
}

function isSimple(expr: Expr): boolean {
  if (expr.node !== 'apply') return expr.node !== 'text';
  if (expr.head === 'Root') return true;
  if (expr.head !== 'Power') return false;
  const base = expr.args[0]!;
  return base.node === 'number' || (base.node === 'symbol' && base.name !== 'e') || isApply(base, 'Root');
}

/** True where the next token begins a factor that multiplies the one before it without a sign. */
export function startsFactor(reader: Reader): boolean {
  const token = peek(reader);
  if (token === undefined || token.wide === true) return false;
  switch (token.kind) {
    case 'number':
      return reader.tokens[reader.at - 1]?.kind !== 'number';
    case 'name':
      return startsNamed(reader, token.name);
    case 'open':
      return !reader.relational.has(reader.at) && (reader.partner[reader.at] ?? -1) > reader.at;
    case 'operator':
      return startsWithOperator(reader, token.operator);
    case 'script':
    case 'close':
    case 'text':
    case 'invalid':
      return false;
    default:
      return true;
  }
}

/** Names multiply, except "mod" and "choose" between operands and the d of an integral's dx. */
function startsNamed(reader: Reader, name: string): boolean {
  if (name === 'binomial') return peek(reader, 1)?.kind === 'open' && isPairAhead(reader);
  if (name === 'mod' || isUnionLetter(reader)) return false;
  return !(reader.integrals > 0 && name === 'd' && peek(reader, 1)?.kind === 'name');
}

/** `(0, 1) U (2, 3)`: the letter between two brackets. */
export function isUnionLetter(reader: Reader): boolean {
  const token = peek(reader);
  if (token?.kind !== 'name' || token.name !== 'U') return false;
  return reader.tokens[reader.at - 1]?.kind === 'close' && peek(reader, 1)?.kind === 'open';
}

/** `binomial(n, k)` as a call has a comma in its bracket; "n choose (k + 1)" has none. */
function isPairAhead(reader: Reader): boolean {
  const close = reader.partner[reader.at + 1] ?? -1;
  for (let i = reader.at + 2; i < close; i += 1) {
    const token = reader.tokens[i]!;
    if (token.kind === 'operator' && token.operator === ',') return true;
    if (token.kind === 'open') i = Math.max(i, reader.partner[i] ?? i);
  }
  return false;
}

/** `5 | B`: a bar between two operands, with no other bar in this item of a list to pair it with. */
export function isLoneBar(reader: Reader): boolean {
  const next = peek(reader, 1);
  if (reader.bars > 0 || next === undefined || next.kind === 'script') return false;
  for (let i = reader.at + 1; i < reader.end; i += 1) {
    const token = reader.tokens[i]!;
    if (token.kind === 'open') i = Math.max(i, reader.partner[i] ?? i);
    if (token.kind !== 'operator') continue;
    if (token.operator === '|') return false;
    if (token.operator === ',' || token.operator === ';') break;
  }
  return true;
}

function startsWithOperator(reader: Reader, operator: string): boolean {
  switch (operator) {
    case '|': {
      const token = peek(reader);
      const mid = token?.kind === 'operator' && token.mark === 'mid';
      return reader.bars === 0 && !reader.element && !mid && !isLoneBar(reader);
    }
    case 'sum':
    case 'product':
    case 'integral':
    case 'limit':
    case 'ellipsis':
    case 'angle':
    case 'triangle':
    case 'partial':
      return true;
    default:
      return false;
  }
}
