import { type Expr, isApply } from '../../../expr.js';
import { freeSymbols } from '../../rules/index.js';
import { argOf, argsOf, headOf } from '../shared/parts.js';

const UNNAMED: ReadonlySet<string> = new Set(['pi', 'e', 'i', 'Infinity', 'ComplexInfinity', 'Undefined']);

/** Heads that restate the question ("the limit of …", "the integral of …"): what follows is their value. */
const RESTATING: ReadonlySet<string> = new Set('Limit Integral Sum Product Derivative'.split(' '));

/** Functions of one quantity that are themselves quantities asked for: `\tan A`, `Re z`, `m(AB)`. */
const OF_ONE_NAME: ReadonlySet<string> = new Set(
  'Sin Cos Tan Cot Sec Csc Re Im Arg Conjugate Determinant Trace Norm Transpose'.split(' '),
);

/** A capital letter, perhaps with a subscript or prime: a point of a figure. */
const isCapital = (expr: Expr): boolean =>
  expr.node === 'symbol' && /^[A-Z](?:_|'|$)/u.test(expr.name) && !UNNAMED.has(expr.name);

/** |z| of the letter of a complex number: asked for in an equation, a condition on z in an inequality. */
export const isModulus = (expr: Expr): boolean => {
  const inner = headOf(expr) === 'Abs' ? argOf(expr, 0) : expr;
  return inner !== expr && inner.node === 'symbol' && /^(?:z|w|omega)(?:_|$)/u.test(inner.name);
};

/** A vector's letter: |a| of it is a length, never an equation to be solved. */
const isVectorName = (expr: Expr): boolean => expr.node === 'symbol' && expr.name.startsWith('vec(');

/** `AB`, `ABC`: a segment, triangle or angle named by its points. */
export const isFigure = (expr: Expr): boolean =>
  headOf(expr) === 'Segment' || (headOf(expr) === 'Multiply' && argsOf(expr).every(isCapital));

const isDifferential = (expr: Expr): boolean =>
  headOf(expr) === 'Multiply' &&
  argsOf(expr).length === 2 &&
  argsOf(expr).every((arg) => arg.node === 'symbol') &&
  isNamed(argOf(expr, 0), 'd');

const isNamed = (expr: Expr, name: string): boolean => expr.node === 'symbol' && expr.name === name;

/** `m∠A`, `S△ABC`: the measure of a figure. */
const isMeasure = (expr: Expr): boolean =>
  headOf(expr) === 'Multiply' &&
  argsOf(expr).length === 2 &&
  isSymbol(argOf(expr, 0)) &&
  headOf(argOf(expr, 1)) === 'Segment';

/** pH, which the grammar reads as a product. */
const isAcidity = (expr: Expr): boolean =>
  headOf(expr) === 'Multiply' &&
  argsOf(expr).length === 2 &&
  isNamed(argOf(expr, 0), 'p') &&
  isNamed(argOf(expr, 1), 'H');

/** `1 + 2 + … + n`: a sum or product with dots restates the question. */
const isWithDots = (expr: Expr): boolean =>
  (headOf(expr) === 'Add' || headOf(expr) === 'Multiply') &&
  argsOf(expr).some((arg) => headOf(arg) === 'Ellipsis');

const isSymbol = (expr: Expr): boolean => expr.node === 'symbol' && !UNNAMED.has(expr.name);

/**
 * True for what stands before an equals sign only to name the value after it: a letter, a function of something, a
 * segment, angle or ratio of segments, a restated limit or integral. A sum such as `2x + z` names nothing.
 */
export function isLabel(expr: Expr): boolean {
  if (expr.node !== 'apply') return isSymbol(expr);
  if (isFigure(expr) || isMeasure(expr) || isAcidity(expr) || RESTATING.has(expr.head) || isWithDots(expr))
    return true;
  const [first] = expr.args;
  switch (expr.head) {
    case 'Call':
    case 'Prime':
      return true;
    case 'Abs':
      return (
        isFigure(first!) ||
        isCapital(first!) ||
        isModulus(expr) ||
        isVectorName(first!) ||
        isApply(first!, 'Call')
      );
    case 'Divide':
      return expr.args.every((arg) => isLabel(arg) || isDifferential(arg));
    case 'Ratio':
      return expr.args.every(isLabel);
    case 'Power':
      return isCapital(first!);
    case 'Dot':
    case 'Cross':
      return expr.args.every((arg) => isSymbol(arg) || isFigure(arg));
    default:
      return OF_ONE_NAME.has(expr.head) && (isSymbol(first!) || isFigure(first!));
  }
}

/** True when the value is free of what the label names, so that the equation gives the value outright. */
export function isSolvedFor(label: Expr, value: Expr): boolean {
  if (label.node === 'symbol') return !freeSymbols(value).includes(label.name);
  if (!isApply(label, 'Call')) return true;
  return !mentionsCall(value, label.args[0]!);
}

function mentionsCall(expr: Expr, callee: Expr): boolean {
  if (expr.node !== 'apply') return false;
  const name = callee.node === 'symbol' ? callee.name : null;
  if (expr.head === 'Call' && name !== null && isNamed(expr.args[0]!, name)) return true;
  return expr.args.some((arg) => mentionsCall(arg, callee));
}
