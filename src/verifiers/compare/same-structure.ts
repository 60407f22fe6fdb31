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

const isList = (part: object): part is readonly Part[] => Array.isArray(part);

/** Two answers built alike from the same expressions; `leaves` collects the expressions. */
function alike(a: Part, b: Part, leaves: Expr[], context: Context): boolean {
  context.budget.spend();
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (isExpr(a)) {
    if (!isExpr(b) || !sameTree(a, b)) return false;
    leaves.push(a);
    return true;
  }
  if (isExpr(b)) return false;
  if (isList(a) && isList(b))
    return a.length === b.length && a.every((part, i) => alike(part, b[i], leaves, context));
  const names = Object.keys(a);
  const others = Object.keys(b);
  const [left, right] = [a, b] as readonly [Record<string, Part>, Record<string, Part>];
  return (
    names.length === others.length &&
    names.every((name, i) => others[i] === name && alike(left[name], right[name], leaves, context))
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
