import type { RelationAnswer, RelationOperator } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { infiniteSign, subtract } from '../../../exact/build.js';
import type { Expr } from '../../../expr.js';
import { mentions } from '../../rules/index.js';
import { mapCells, simplifyCells } from './cells.js';
import { EMPTY, EVERYTHING, intersection, type RealSet } from './real-set.js';
import { signsOf } from './signs.js';

/** Whether `a op b` holds, by the sign of a − b. */
const HOLDS: Readonly<Record<string, (sign: -1 | 0 | 1) => boolean>> = {
  '=': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

function pairSet(
  left: Expr,
  operator: RelationOperator,
  right: Expr,
  variable: string,
  context: Context,
): RealSet | null {
  const holds = HOLDS[operator];
  if (holds === undefined) return null;
  const [a, b] = [infiniteSign(left), infiniteSign(right)];
  if (a !== 0 || b !== 0) return holds(a < b ? -1 : a > b ? 1 : 0) ? EVERYTHING : EMPTY;
  // x op c with x alone: nothing to solve, and c may be any expression.
  const bare = bareSet(left, operator, right, variable) ?? bareSet(right, flipped(operator), left, variable);
  if (bare !== null) return bare;
  const signs = signsOf(subtract(left, right), variable, context);
  return signs === null ? null : simplifyCells(mapCells(signs, (sign) => sign !== null && holds(sign)));
}

const FLIPPED: Readonly<Record<string, RelationOperator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** The operator read from right to left. */
export const flipped = (operator: RelationOperator): RelationOperator => FLIPPED[operator] ?? operator;

function bareSet(left: Expr, operator: RelationOperator, right: Expr, variable: string): RealSet | null {
  if (left.node !== 'symbol' || left.name !== variable || mentions(right, variable)) return null;
  const below = operator === '<' || operator === '<=' || operator === '!=';
  const above = operator === '>' || operator === '>=' || operator === '!=';
  const at = operator === '<=' || operator === '>=' || operator === '=';
  return { points: [right], at: [at], between: [below, above] };
}

/** The real solutions of a relation or chain in one variable; null when they are not known. Throws Unordered. */
export function relationSet(relation: RelationAnswer, variable: string, context: Context): RealSet | null {
  let result: RealSet | null = null;
  for (const [i, operator] of relation.operators.entries()) {
    const set = pairSet(relation.sides[i]!, operator, relation.sides[i + 1]!, variable, context);
    if (set === null) return null;
    result = result === null ? set : intersection(result, set, context);
  }
  return result;
}
