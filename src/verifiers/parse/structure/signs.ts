import type { Budget } from '../../../support/index.js';
import { apply, type Expr } from '../../expr.js';
import { refuse } from './structuring.js';

/** Values that the signs of one item may stand for, at most. */
const MAX_VARIANTS = 64;

interface Signs {
  readonly plusMinus: number;
  readonly minusPlus: number;
}

const NONE: Signs = { plusMinus: 0, minusPlus: 0 };

function countSigns(expr: Expr, budget: Budget): Signs {
  if (expr.node !== 'apply') return NONE;
  budget.spend();
  let plusMinus = expr.head === 'PlusMinus' ? 1 : 0;
  let minusPlus = expr.head === 'MinusPlus' ? 1 : 0;
  for (const arg of expr.args) {
    if (arg.node !== 'apply') continue;
    const inner = countSigns(arg, budget);
    plusMinus += inner.plusMinus;
    minusPlus += inner.minusPlus;
  }
  return plusMinus + minusPlus === 0 ? NONE : { plusMinus, minusPlus };
}

/**
 * What an item with `±` stands for, one expression for each choice of signs; the item itself when it has none. With
 * a `∓` all signs are chosen together (upper or lower); otherwise each `±` is free.
 */
export function signVariants(expr: Expr, budget: Budget): readonly Expr[] {
  const signs = countSigns(expr, budget);
  if (signs === NONE) return [expr];
  const together = signs.minusPlus > 0;
  const choices = together ? 1 : signs.plusMinus;
  if (2 ** choices > MAX_VARIANTS) return refuse('more than six ± signs in one value');
  const variants: Expr[] = [];
  for (let mask = 0; mask < 2 ** choices; mask += 1) {
    let next = 0;
    const isLower = (): boolean => {
      if (together) return mask === 1;
      next += 1;
      return ((mask >> (next - 1)) & 1) === 1;
    };
    variants.push(choose(expr, isLower, budget));
  }
  return variants;
}

function choose(expr: Expr, isLower: () => boolean, budget: Budget): Expr {
  if (expr.node !== 'apply') return expr;
  budget.spend();
  const signed = expr.head === 'PlusMinus' || expr.head === 'MinusPlus';
  const negative = signed && isLower() !== (expr.head === 'MinusPlus');
  const args = expr.args.map((arg) => choose(arg, isLower, budget));
  if (!signed) return { node: 'apply', head: expr.head, args };
  const last = args[args.length - 1]!;
  const signedLast = negative ? apply('Negate', last) : last;
  return args.length === 1 ? signedLast : apply('Add', args[0]!, signedLast);
}
