import { Budget, fail, type Outcome, succeed, withinBudget } from '../../support/index.js';
import { compareExpressions } from '../compare/index.js';
import type { Context } from '../context.js';
import { apply, type Expr, integer, symbol } from '../expr.js';
import { parseAnswer } from '../parse/index.js';
import { strict } from '../policy.js';
import { askNerdamer } from './client.js';
import { toNerdamer } from './notation.js';

/** What may be asked for. `variable` is the name of the unknown. */
export type Task =
  | { readonly kind: 'roots'; readonly left: Expr; readonly right: Expr; readonly variable: string }
  | { readonly kind: 'factorisation'; readonly expr: Expr }
  | { readonly kind: 'antiderivative'; readonly expr: Expr; readonly variable: string }
  | { readonly kind: 'difference'; readonly left: Expr; readonly right: Expr };

/** A proposal that the kernel has checked, and how sure the check is. */
export interface Proposal {
  readonly expr: Expr;
  readonly certainty: 'proved' | 'probable';
}

/** Options of {@link propose}. */
export interface ProposeOptions {
  /** Real milliseconds after which nerdamer is killed; default 2,000. */
  readonly milliseconds?: number;
}

/**
 * Asks nerdamer (in a worker, with a hard kill) and returns only what the kernel confirms: roots by substitution, a
 * factorisation or a simplified difference by equality, an antiderivative by differentiating. Unconfirmed proposals
 * are dropped. Never part of a verdict: it needs a clock. Fails with a reason when nothing could be asked.
 */
export async function propose(
  task: Task,
  { milliseconds = 2_000 }: ProposeOptions = {},
): Promise<Outcome<readonly Proposal[], string>> {
  const command = commandFor(task);
  if (command === null) return fail('nerdamer has no notation for this expression');
  const reply = await askNerdamer(command, milliseconds);
  if (!reply.ok) return reply;
  const proposals: Proposal[] = [];
  for (const expr of readProposals(reply.value, task.kind === 'roots')) {
    const finding = withinBudget(() => check(task, expr));
    if (finding.ok && finding.value !== null) proposals.push({ expr, certainty: finding.value });
  }
  return succeed(proposals);
}

function commandFor(task: Task): string | null {
  if (task.kind === 'factorisation' || task.kind === 'antiderivative') {
    const text = toNerdamer(task.expr);
    if (text === null) return null;
    return task.kind === 'factorisation' ? `factor(${text})` : `integrate(${text},${task.variable})`;
  }
  const [left, right] = [toNerdamer(task.left), toNerdamer(task.right)];
  if (left === null || right === null) return null;
  return task.kind === 'roots' ? `solve(${left}-${right},${task.variable})` : `simplify(${left}-${right})`;
}

const freshContext = (): Context => ({ policy: strict, budget: new Budget(strict.maxSteps) });

/** The expressions in what nerdamer printed; `[a,b]` is a list of roots. What does not parse is no proposal. */
function readProposals(printed: string, list: boolean): Expr[] {
  const inner = list && printed.startsWith('[') ? printed.slice(1, -1) : printed;
  const found: Expr[] = [];
  for (const part of list ? splitTopLevel(inner) : [inner]) {
    const parsed = withinBudget(() => parseAnswer(part, freshContext()));
    if (parsed.ok && parsed.value.ok && parsed.value.value.kind === 'expression')
      found.push(parsed.value.value.expr);
  }
  return found;
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1;
    else if (text[i] === ')') depth -= 1;
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return text === '' ? [] : [...parts, text.slice(start)];
}

/** The kernel's word on a proposal: its certainty, or null when it is not confirmed. */
function check(task: Task, expr: Expr): 'proved' | 'probable' | null {
  const [left, right] = claim(task, expr);
  const finding = compareExpressions(left, right, freshContext());
  return finding.kind === 'equal' ? finding.certainty : null;
}

/** The equality that has to hold for a proposal to be right. */
function claim(task: Task, expr: Expr): readonly [Expr, Expr] {
  switch (task.kind) {
    case 'roots':
      return [replace(task.left, task.variable, expr), replace(task.right, task.variable, expr)];
    case 'factorisation':
      return [task.expr, expr];
    case 'antiderivative':
      return [task.expr, apply('Derivative', expr, symbol(task.variable), integer(1))];
    case 'difference':
      return [apply('Add', task.left, apply('Negate', task.right)), expr];
  }
}

function replace(expr: Expr, name: string, value: Expr): Expr {
  if (expr.node === 'symbol') return expr.name === name ? value : expr;
  if (expr.node !== 'apply') return expr;
  return apply(expr.head, ...expr.args.map((arg) => replace(arg, name, value)));
}
