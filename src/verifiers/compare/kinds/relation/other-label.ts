import type { Expr } from '../../../expr.js';
import { sameTree } from '../../rules/index.js';
import { argOf, argsOf, headOf } from '../shared/parts.js';
import { isFigure } from './label.js';

/** The capital letters that name a figure, in order; null for a name in any other form. */
function lettersOf(expr: Expr): readonly string[] | null {
  const letters = argsOf(expr).flatMap((arg) => (arg.node === 'symbol' ? [arg.name] : []));
  const words = argsOf(expr).filter((arg) => arg.node === 'text').length;
  return letters.length + words === argsOf(expr).length ? letters : null;
}

const kindOf = (expr: Expr): string => {
  const first = argOf(expr, 0);
  return first.node === 'text' ? first.value : '';
};

/** ∠ABC has its vertex in the middle; ∠B names it alone. */
function sameAngle(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 1 || b.length === 1) return vertexOf(a) === vertexOf(b);
  return a.join() === b.join() || a.join() === [...b].reverse().join();
}

const vertexOf = (letters: readonly string[]): string | undefined =>
  letters.length === 3 ? letters[1] : letters[0];

function sameFigure(a: Expr, b: Expr): boolean {
  const [x, y] = [lettersOf(a), lettersOf(b)];
  if (x === null || y === null) return sameTree(a, b);
  if (kindOf(a) === 'angle') return sameAngle(x, y);
  return [...x].sort().join() === [...y].sort().join();
}

/** |AB| is AB. */
const bare = (expr: Expr): Expr => (headOf(expr) === 'Abs' ? argOf(expr, 0) : expr);

/**
 * Do two labels of the same form name different things: ∠A and ∠B, AB and CD, sin A and cos A, y′ and y″? Labels of different
 * forms may be two names of one thing, which is left open.
 */
export function namesOther(first: Expr, second: Expr): boolean {
  const [a, b] = [bare(first), bare(second)];
  if (isFigure(a) && isFigure(b))
    return headOf(a) === headOf(b) && kindOf(a) === kindOf(b) && !sameFigure(a, b);
  if (a.node === 'symbol' && b.node === 'symbol') return a.name !== b.name;
  if (a.node === 'number' && b.node === 'number') return !sameTree(a, b);
  const [x, y] = [argsOf(a), argsOf(b)];
  if (x.length === 0 || x.length !== y.length || isFigure(a) || isFigure(b)) return false;
  return headOf(a) === headOf(b) ? x.some((arg, i) => namesOther(arg, y[i]!)) : x.length === 1;
}
