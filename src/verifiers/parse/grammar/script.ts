import { apply, type Expr, integer, isApply, symbol } from '../../expr.js';
import type { Token } from '../token.js';
import { baseNumeral, digitsBefore, namesBase } from './bases.js';
import { applyAll, halfOf, isSet, literalInteger, power } from './build.js';
import { peek, type Reader, refuse, valueWithin } from './reader.js';
import { subscripted } from './subscript.js';

type Script = Extract<Token, { kind: 'script' }>;

/** Applies a sub- and superscript to the operand before it, and moves past it. */
export function applyScript(reader: Reader, base: Expr, script: Script): Expr {
  const lowered = script.sub === null ? base : lower(reader, base, script.sub);
  reader.at += 1;
  return script.sup === null ? lowered : raise(reader, lowered, script.sup);
}

function lower(reader: Reader, base: Expr, sub: readonly Token[]): Expr {
  if (isSet(base)) return restrictedSet(base, sub) ?? subscripted(reader, base, sub);
  const digits = digitsBefore(reader, base);
  if (digits !== null && (isNumeral(reader) || namesBase(sub))) return baseNumeral(reader, digits, sub);
  return subscripted(reader, base, sub);
}

/** A bare numeral stands before: its subscript can only be a base. */
const isNumeral = (reader: Reader): boolean => reader.tokens[reader.at - 1]?.kind === 'number';

const operatorsOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => (token.kind === 'operator' ? token.operator : token.kind === 'number' ? token.raw : '?'))
    .join('');

/** ℝ₊, ℤ_{>0}, ℕ₀. */
function restrictedSet(set: Expr, sub: readonly Token[]): Expr | null {
  switch (operatorsOf(sub)) {
    case '+':
    case '>0':
      return halfOf(set, true);
    case '-':
    case '<0':
      return halfOf(set, false);
    case '>=0':
      return apply('Intersection', set, apply('HalfOpenRight', integer(0), symbol('Infinity')));
    case '0':
      return set.node === 'symbol' && set.name === 'Naturals'
        ? apply('Intersection', symbol('Integers'), apply('HalfOpenRight', integer(0), symbol('Infinity')))
        : null;
    default:
      return null;
  }
}

function raise(reader: Reader, base: Expr, sup: readonly Token[]): Expr {
  const sign = sup.length === 1 && sup[0]!.kind === 'operator' ? sup[0]!.operator : null;
  if (sign !== null) return raiseToSign(reader, base, sign);
  if (sup.length > 0 && sup.every((token) => token.kind === 'operator' && token.operator === 'prime')) {
    return apply('Prime', base, integer(sup.length));
  }
  if (isTransposition(base, sup)) return apply('Transpose', base);
  if (isDegreeLetter(base, sup)) return apply('Degree', base);
  const order = derivativeOrder(base, sup);
  if (order !== null) return apply('Prime', base, integer(order));
  return power(base, valueWithin(reader, sup));
}

/** ℝ⁺, ℤ*, z*, y′ and the like. */
function raiseToSign(reader: Reader, base: Expr, sign: string): Expr {
  if (sign === 'prime') return apply('Prime', base, integer(1));
  if (sign === 'degree') return apply('Degree', base);
  if (isSet(base)) {
    if (sign === '+') return halfOf(base, true);
    if (sign === '-') return halfOf(base, false);
    if (sign === '*') return apply('SetMinus', base, apply('Set', integer(0)));
  }
  if (base.node === 'symbol' && (sign === '*' || sign === '+' || sign === '-' || sign === 'perp')) {
    return symbol(`${base.name}^${sign}`);
  }
  return refuse(reader, `'${sign}' as an exponent`, 'parse-error', reader.at - 1);
}

const MATRIX_LIKE: ReadonlySet<string> = new Set(['Matrix', 'Tuple', 'Bracket', 'Vector']);

/** `A^T` of a matrix, a vector or a capital letter. */
function isTransposition(base: Expr, sup: readonly Token[]): boolean {
  const only = sup.length === 1 ? sup[0]! : null;
  if (only?.kind !== 'name' || (only.name !== 'T' && only.name !== 'top')) return false;
  if (base.node === 'apply') return MATRIX_LIKE.has(base.head);
  return only.name === 'top' || (base.node === 'symbol' && /^[A-Z]$/.test(base.name));
}

/** `45^o`: the letter for the sign, after a numeral. */
function isDegreeLetter(base: Expr, sup: readonly Token[]): boolean {
  const only = sup.length === 1 ? sup[0]! : null;
  return only?.kind === 'name' && only.name === 'o' && base.node === 'number';
}

const FUNCTION_LETTERS: ReadonlySet<string> = new Set(['f', 'g', 'h', 'y', 'u', 'F', 'G', 'phi', 'psi']);

/** `y^{(4)}`: a derivative of an unknown function by its order in brackets. */
function derivativeOrder(base: Expr, sup: readonly Token[]): number | null {
  if (base.node !== 'symbol' || !FUNCTION_LETTERS.has(base.name) || sup.length !== 3) return null;
  const [open, order, close] = sup as readonly [Token, Token, Token];
  if (open.kind !== 'open' || open.bracket !== '(' || close.kind !== 'close' || order.kind !== 'number')
    return null;
  const value = literalInteger(order.value);
  return value === undefined || value > 100n ? null : Number(value);
}

/** `_nC_k`, `^nP_k`, `{}_nC_k`: a script before its letter. */
export function leadingScript(reader: Reader): Expr {
  const root = indexedRoot(reader);
  if (root !== null) return root;
  const script = peek(reader);
  const letter = peek(reader, 1);
  const after = peek(reader, 2);
  const n = script?.kind === 'script' ? (script.sub ?? script.sup) : null;
  const k = after?.kind === 'script' ? after.sub : null;
  const head =
    letter?.kind === 'name' ? { C: 'Binomial' as const, P: 'Permutation' as const }[letter.name] : undefined;
  if (n === null || k === null || head === undefined) return refuse(reader, 'an exponent without a base');
  reader.at += 3;
  const count = applyAll(head, [valueWithin(reader, n), valueWithin(reader, k)]);
  const sup = after?.kind === 'script' ? after.sup : null;
  return sup === null ? count : raise(reader, count, sup);
}

/** `³√2`: the index of a root stands before its sign. */
function indexedRoot(reader: Reader): Expr | null {
  const script = peek(reader);
  const sign = peek(reader, 1);
  if (script?.kind !== 'script' || script.sup === null || sign?.kind !== 'name' || sign.name !== 'sqrt')
    return null;
  reader.at += 1;
  const root = reader.shared.rules.operand(reader);
  if (!isApply(root, 'Root')) return refuse(reader, 'an index before a root');
  return apply('Root', root.args[0]!, valueWithin(reader, script.sup));
}
