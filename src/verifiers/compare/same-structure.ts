import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import type { Expr } from '../expr.js';
import { allOf, type Finding } from '../verdict.js';
import { compareOpaque } from './kinds/opaque.js';
import { compareExpressions, sameTree } from './rules/index.js';

/** Nodes of expressions and answers alike; spellings of numbers are left out of the comparison. */
type Part =
  | Answer
  | Expr
  | readonly Part[]
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | { readonly [key: string]: Part };

const isExpr = (part: object): part is Expr => 'node' in part;

/** Two answers built alike from the same expressions; `leaves` collects the expressions. */
function alike(a: Part, b: Part, leaves: Expr[], context: Context): boolean {
  context.budget.spend();
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (isExpr(a) || isExpr(b)) {
    if (!isExpr(a) || !isExpr(b) || !sameTree(a, b)) return false;
    leaves.push(a);
    return true;
  }
  const [left, right] = [Object.entries(a), Object.entries(b)] as readonly [
    [string, Part][],
    [string, Part][],
  ];
  return (
    left.length === right.length &&
    left.every(([key, value], i) => right[i]![0] === key && alike(value, right[i]![1], leaves, context))
  );
}

/**
 * Equal because built alike from the same expressions, each of which has a value. It is what makes the relation
 * reflexive where no rule reaches; null when the two are not alike.
 */
export function compareSameStructure(gold: Answer, given: Answer, context: Context): Finding | null {
  if (gold.kind !== given.kind) return null;
  const leaves: Expr[] = [];
  if (!alike(gold, given, leaves, context)) return null;
  const finding = allOf(
    'same-structure',
    leaves.map((leaf) => compareOpaque(leaf, leaf, context) ?? compareExpressions(leaf, leaf, context)),
  );
  return finding.kind === 'equal' ? finding : null;
}
