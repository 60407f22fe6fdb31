import type { Answer, PiecewiseAnswer } from '../../answer.js';
import { type Expr, isApply } from '../../expr.js';
import { isStatement } from './heads.js';
import { conjuncts } from './sets.js';
import type { Structurer, Structuring } from './structuring.js';

type Case = PiecewiseAnswer['cases'][number];

function structureCase(expr: Expr, { structure }: Structuring): Case {
  const [value, condition] = (expr as { readonly args: readonly Expr[] }).args as readonly [Expr, Expr];
  const otherwise = condition === undefined || (condition.node === 'text' && condition.value === 'otherwise');
  return { value: structure(value), condition: otherwise ? 'otherwise' : conditionOf(condition, structure) };
}

/** `x > 0, x ≠ 2` after a case is one condition. */
function conditionOf(expr: Expr, structure: (expr: Expr) => Answer): Answer {
  const parts = conjuncts(expr);
  return parts.length === 1
    ? structure(parts[0]!)
    : { kind: 'logic', operation: 'and', parts: parts.map(structure) };
}

/** A brace with rows: a function by cases, or a system when its rows are statements. */
export const structureCases: Structurer = ({ args }, structuring) => {
  const statements = args.every(
    (arg) => isStatement(isApply(arg, 'Case') ? arg.args[0]! : arg) && !hasCondition(arg),
  );
  if (statements) {
    const parts = args.map((arg) => structuring.structure(isApply(arg, 'Case') ? arg.args[0]! : arg));
    return parts.length === 1 ? parts[0]! : { kind: 'logic', operation: 'and', parts };
  }
  return { kind: 'piecewise', cases: args.map((arg) => structureCase(asCase(arg), structuring)) };
};

const hasCondition = (expr: Expr): boolean => isApply(expr, 'Case') && expr.args.length > 1;

const asCase = (expr: Expr): Expr =>
  isApply(expr, 'Case') ? expr : { node: 'apply', head: 'Case', args: [expr] };
