import { apply, type Expr, integer, isApply, symbol } from '../../expr.js';
import { UNARY_HEADS } from '../names.js';
import type { Token } from '../token.js';
import { spreadArguments } from './arguments.js';
import { applyAll, divide, exponential, literalInteger, operand, power, times } from './build.js';
import { degrees } from './degrees.js';
import { functionArgument, rootArgument } from './function-argument.js';
import { readExponentMark } from './function-marks.js';
import { NAMED_FUNCTIONS } from './function-names.js';
import { readLimit } from './limit.js';
import { peekOperator, type Reader, refuse, within } from './reader.js';

/** Functions of one argument beyond {@link UNARY_HEADS}, by canonical name. */
const UNARY: ReadonlyMap<string, (x: Expr) => Expr> = new Map<string, (x: Expr) => Expr>([
  ['exp', exponential],
  // `log` keeps its base visible, so that a policy can tell it from `ln`; its value is the same.
  ['log', (x): Expr => apply('Log', operand(x), symbol('e'))],
  ['lg', (x): Expr => apply('Log', operand(x), integer(10))],
  ['lb', (x): Expr => apply('Log', operand(x), integer(2))],
  ['sqrt', (x): Expr => apply('Root', operand(x), integer(2))],
  ['root', (x): Expr => apply('Root', operand(x), integer(2))],
  ['cbrt', (x): Expr => apply('Root', operand(x), integer(3))],
  ['cis', (x): Expr => exponential(times([symbol('i'), operand(x)]))],
]);

/** Functions of two arguments in brackets. */
const BINARY: ReadonlyMap<string, (a: Expr, b: Expr) => Expr> = new Map<string, (a: Expr, b: Expr) => Expr>([
  ['log', (x, base): Expr => apply('Log', operand(x), operand(base))],
  ['lg', (x, base): Expr => apply('Log', operand(x), operand(base))],
  ['sqrt', (x, n): Expr => apply('Root', operand(x), operand(n))],
  ['root', (x, n): Expr => apply('Root', operand(x), operand(n))],
  ['mod', (a, m): Expr => apply('Mod', operand(a), operand(m))],
  ['binomial', binomial],
  ['nCr', (n, k): Expr => apply('Binomial', operand(n), operand(k))],
  ['nPr', (n, k): Expr => apply('Permutation', operand(n), operand(k))],
  ['round', (x, digits): Expr => rounded(x, digits)],
]);

/** Functions of any number of arguments. */
const MANY: ReadonlyMap<string, 'Min' | 'Max' | 'Gcd' | 'Lcm'> = new Map([
  ['min', 'Min'],
  ['max', 'Max'],
  ['gcd', 'Gcd'],
  ['lcm', 'Lcm'],
]);

/** `binomial(n, [a, b, …])` is n!/(a! b! …). */
function binomial(n: Expr, k: Expr): Expr {
  if (!isApply(k, 'Bracket') || k.args.length < 2) return apply('Binomial', operand(n), operand(k));
  const parts = k.args.map((part) => apply('Factorial', operand(part)));
  return divide(apply('Factorial', operand(n)), times(parts));
}

function rounded(x: Expr, digits: Expr): Expr {
  const places = literalInteger(digits);
  if (places === undefined || places < 0n || places > 100n) return apply('Call', symbol('round'), x, digits);
  const scale = integer(10n ** places);
  return divide(apply('Round', times([operand(x), scale])), scale);
}

/** A function with its marks (`sin^2`, `log_2`, `sin^{-1}`) and its argument. */
export function readFunction(reader: Reader, name: string): Expr {
  if (name === 'lim') return readLimit(reader);
  reader.at += 1;
  const marks = readExponentMark(reader, name);
  const applied =
    name === 'sqrt' || name === 'cbrt'
      ? applyFunction(reader, name, rootArgument(reader))
      : withBase(reader, marks.name, marks.sub, ofDegrees(reader, marks.name, functionArgument(reader)));
  return marks.exponent === null ? applied : power(applied, marks.exponent);
}

const OF_ANGLES: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

/** `sin(30)°`: the sign belongs to the angle. */
const ofDegrees = (reader: Reader, name: string, args: readonly Expr[]): readonly Expr[] =>
  args.length === 1 && OF_ANGLES.has(name) && peekOperator(reader) === 'degree'
    ? [degrees(reader, args[0]!)]
    : args;

/** `log_b x`; a subscript on another function is not read. */
function withBase(reader: Reader, name: string, sub: readonly Token[] | null, args: readonly Expr[]): Expr {
  if (sub === null) return applyFunction(reader, name, args);
  const logarithm = name === 'log' || name === 'lg' || name === 'ln';
  if (!logarithm || args.length !== 1) return refuse(reader, `a subscript on ${name}`, 'unsupported');
  return apply('Log', operand(args[0]!), operand(within(reader, sub, reader.shared.rules.value)));
}

function applyFunction(reader: Reader, name: string, args: readonly Expr[]): Expr {
  const many = MANY.get(name);
  if (many !== undefined) return applyAll(many, spreadArguments(args).map(operand));
  if (args.length === 1) {
    const head = UNARY_HEADS.get(name);
    if (head !== undefined) return apply(head, operand(args[0]!));
    const make = UNARY.get(name);
    if (make !== undefined) return make(args[0]!);
  }
  const pair = args.length === 2 ? BINARY.get(name) : undefined;
  if (pair !== undefined) return pair(args[0]!, args[1]!);
  if (NAMED_FUNCTIONS.has(name) || name === 'Gamma') return applyAll('Call', [symbol(name), ...args]);
  return refuse(reader, `${name} takes another number of arguments than ${args.length}`);
}
