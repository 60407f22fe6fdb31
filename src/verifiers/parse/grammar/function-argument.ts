import type { Expr } from '../../expr.js';
import { isApply } from '../../expr.js';
import type { Token } from '../token.js';
import { argumentsAhead, readArguments } from './arguments.js';
import { divide, negate, times } from './build.js';
import { isFunction } from './function-names.js';
import { deeper, peek, peekOperator, type Reader, refuse } from './reader.js';
import { startsFactor } from './run.js';

/** The arguments of a function: in brackets, or the factors that follow it in print (`sin 2x`, `ln |x|`). */
export const functionArgument = (reader: Reader): readonly Expr[] =>
  deeper(reader, () => {
    if (argumentsAhead(reader)) return readArguments(reader);
    const token = peek(reader);
    if (token?.kind === 'operator' && token.operator === '-') {
      reader.at += 1;
      return [negate(implicit(reader))];
    }
    return [implicit(reader)];
  });

/** The radicand of a bare root sign: one factor, `√2x` is √2·x. */
export const rootArgument = (reader: Reader): readonly Expr[] =>
  deeper(reader, () => {
    if (argumentsAhead(reader)) return readArguments(reader);
    if (!startsArgument(reader)) return refuse(reader, 'a root without a radicand');
    return [reader.shared.rules.factor(reader)];
  });

const startsArgument = (reader: Reader): boolean => {
  const token = peek(reader);
  if (token === undefined || token.wide === true || token.kind === 'close') return false;
  return token.kind !== 'operator' || STARTING.has(token.operator);
};

const STARTING: ReadonlySet<string> = new Set('| integral sum product triangle angle'.split(' '));

const isFunctionName = (expr: Expr): boolean => expr.node === 'apply' && FUNCTION_HEADS.test(expr.head);

const FUNCTION_HEADS = /^(?:Ar|Arc)?(?:Sin|Cos|Tan|Cot|Sec|Csc|sin|cos|tan|cot|sec|csc)h?$|^(?:Ln|Log)$/;

/**
 * Factors up to the next sign, function or bracket. A braced group or bars right after the name are the whole
 * argument (`\ln{2}x`, `\ln|x|`); a bracket after a numeric coefficient belongs to it (`sin 2(x + 1)`), after a
 * letter it does not (`sin θ(1 − cos θ)`); `/` and a number go on only from a multiple of π (`sin π/6`).
 */
function implicit(reader: Reader): Expr {
  if (!startsArgument(reader)) return refuse(reader, 'a function without its argument');
  const whole = isWhole(peek(reader)!);
  const first = reader.shared.rules.factor(reader);
  if (whole || isFunctionName(first)) return first;
  const factors = [first];
  while (goesOn(reader, factors)) factors.push(reader.shared.rules.factor(reader));
  return overNumber(reader, factors);
}

const isWhole = (token: Token): boolean =>
  token.kind === 'group' ||
  (token.kind === 'open' && token.bracket !== '⌊' && token.bracket !== '⌈') ||
  (token.kind === 'operator' && token.operator === '|');

function goesOn(reader: Reader, factors: readonly Expr[]): boolean {
  if (!startsFactor(reader)) return false;
  const token = peek(reader)!;
  const numeric = factors.every(isNumeric);
  switch (token.kind) {
    case 'group':
    case 'accent':
      return true;
    case 'name':
      return !isFunction(reader, token.name) && (numeric || !isExponential(reader, token.name));
    case 'number':
    case 'fraction':
    case 'root':
    case 'open':
      return numeric;
    case 'operator':
      return token.operator === '|' && numeric;
    default:
      return false;
  }
}

/** `e^…`: after a letter it is a factor of its own, `cos t e^{-t}`. */
const isExponential = (reader: Reader, name: string): boolean =>
  name === 'e' && (peek(reader, 1)?.kind === 'script' || peekOperator(reader, 1) === '^');

const isNumeric = (expr: Expr): boolean => {
  if (expr.node === 'number') return true;
  if (expr.node === 'symbol') return expr.name === 'pi';
  return (isApply(expr, 'Divide') || isApply(expr, 'Root')) && expr.args.every(isNumeric);
};

const isPi = (expr: Expr): boolean => expr.node === 'symbol' && expr.name === 'pi';

/** `sin 2π/3`: a multiple of π over a number. */
function overNumber(reader: Reader, factors: readonly Expr[]): Expr {
  const arg = times(factors);
  const next = peek(reader, 1);
  if (peekOperator(reader) !== '/' || next?.kind !== 'number') return arg;
  if (!factors.every(isNumeric) || !factors.some(isPi)) return arg;
  reader.at += 2;
  return divide(arg, next.value);
}
