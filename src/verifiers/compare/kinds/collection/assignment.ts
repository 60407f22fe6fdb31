import type { Answer, RelationAnswer } from '../../../answer.js';
import type { Expr } from '../../../expr.js';
import { formatExpr } from '../../../format.js';
import { isLabel, isSolvedFor } from '../relation/label.js';

/** Values given to different names: `x = 1, y = 2`, "x = 1 and y = 2", `(x, y) = (1, 2)`. */
export interface Assignment {
  readonly names: readonly string[];
  readonly values: readonly Answer[];
}

interface Entry {
  readonly name: string;
  readonly value: Expr;
}

/** `name = value`, as one entry. */
function entryOf(answer: Answer): Entry | null {
  if (answer.kind !== 'relation' || answer.operators.length !== 1) return null;
  if (answer.operators[0] !== '=' && answer.operators[0] !== 'approx') return null;
  const [left, right] = answer.sides as readonly [Expr, Expr];
  if (isLabel(left) && isSolvedFor(left, right)) return { name: formatExpr(left), value: right };
  return isLabel(right) && isSolvedFor(right, left) ? { name: formatExpr(right), value: left } : null;
}

/** The parts of an answer that may be an assignment. */
export function partsOf(answer: Answer): readonly Answer[] | null {
  if (answer.kind === 'list') return answer.items;
  return answer.kind === 'logic' && answer.operation === 'and' ? answer.parts : null;
}

/** `a = b = c = 1`: several names for one value; null for any other relation. */
function chainAssignment({ sides, operators, modulus }: RelationAnswer): Assignment | null {
  if (modulus !== undefined || sides.length < 3 || operators.some((operator) => operator !== '='))
    return null;
  const value = sides[sides.length - 1]!;
  const names = sides.slice(0, -1).map((side) => (side.node === 'symbol' ? side.name : ''));
  if (names.includes('') || new Set(names).size < names.length) return null;
  if (!sides.slice(0, -1).every((side) => isSolvedFor(side, value)) || value.node === 'symbol') return null;
  return { names, values: names.map(() => ({ kind: 'expression', expr: value })) };
}

/** The answer as values under different names; null when it is none, or a name comes twice. */
export function assignmentOf(answer: Answer): Assignment | null {
  if (answer.kind === 'tuple') {
    return answer.names === undefined ? null : { names: answer.names, values: answer.items };
  }
  if (answer.kind === 'relation') return chainAssignment(answer);
  const parts = partsOf(answer);
  if (parts === null || parts.length < 2) return null;
  const entries: Entry[] = [];
  for (const part of parts) {
    const entry = entryOf(part);
    if (entry === null) return null;
    entries.push(entry);
  }
  const names = entries.map((entry) => entry.name);
  if (new Set(names).size < names.length) return null;
  return { names, values: entries.map(({ value }) => ({ kind: 'expression', expr: value })) };
}

/** `x_1, x_2`: one letter numbered, as the solutions of one equation are. */
export function isNumbered({ names }: Assignment): boolean {
  const stems = names.map((name) => name.split('_')[0]!);
  return names.every((name) => name.includes('_')) && stems.every((stem) => stem === stems[0]);
}
