import { type Answer, type Explanation, type Expr, formatExpr } from '../verifiers/index.js';
import { propose, type Task } from '../verifiers/propose/index.js';

/** Something nerdamer proposed and the kernel confirmed, in words. */
export interface Remark {
  readonly what: string;
  readonly proposals: readonly { readonly text: string; readonly certainty: 'proved' | 'probable' }[];
}

/** Names of the unknowns in an expression. */
function unknowns(expr: Expr, into: Set<string> = new Set()): Set<string> {
  if (expr.node === 'symbol' && !['pi', 'e', 'i'].includes(expr.name)) into.add(expr.name);
  if (expr.node === 'apply') for (const arg of expr.args) unknowns(arg, into);
  return into;
}

/** The two sides of a plain equation in one unknown; null for anything else. */
function equation(answer: Answer | null): Extract<Task, { kind: 'roots' }> | null {
  if (answer?.kind !== 'relation' || answer.operators.length !== 1 || answer.operators[0] !== '=')
    return null;
  const [left, right] = answer.sides;
  if (left === undefined || right === undefined) return null;
  const [variable, ...more] = unknowns(right, unknowns(left));
  return variable === undefined || more.length > 0 ? null : { kind: 'roots', left, right, variable };
}

/** What is worth asking about an explanation. */
function tasksOf({ golds, given }: Explanation): readonly (readonly [string, Task])[] {
  const tasks: [string, Task][] = [];
  const gold = golds[0]?.answer ?? null;
  const answer = given?.answer ?? null;
  if (gold?.kind === 'expression' && answer?.kind === 'expression') {
    tasks.push(['gold − answer', { kind: 'difference', left: gold.expr, right: answer.expr }]);
  }
  for (const [name, side] of [
    ['gold', gold],
    ['answer', answer],
  ] as const) {
    const roots = equation(side);
    if (roots !== null) tasks.push([`the ${name} holds for ${roots.variable}`, roots]);
    else if (side?.kind === 'expression' && unknowns(side.expr).size > 0) {
      tasks.push([`the ${name} in factors`, { kind: 'factorisation', expr: side.expr }]);
    }
  }
  return tasks;
}

/** Proposals about both sides of an explanation, each confirmed by the kernel; what is not confirmed is left out. */
export async function remarks(explanation: Explanation): Promise<readonly Remark[]> {
  const found: Remark[] = [];
  for (const [what, task] of tasksOf(explanation)) {
    const outcome = await propose(task);
    if (!outcome.ok || outcome.value.length === 0) continue;
    const proposals = outcome.value.map(({ expr, certainty }) => ({ text: formatExpr(expr), certainty }));
    found.push({ what, proposals });
  }
  return found;
}
