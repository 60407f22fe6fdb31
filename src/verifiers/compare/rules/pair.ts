import type { Context } from '../../context.js';
import { lower } from '../../exact/normal/lower.js';
import { type Product, Stop } from '../../exact/normal/types.js';
import { openWorkspace, type Workspace } from '../../exact/normal/workspace.js';
import { realSign } from '../../exact/real-constant.js';
import { contains } from '../../exact/symbols.js';
import type { Expr } from '../../expr.js';
import type { Finding } from '../../verdict.js';
import type { Assumptions } from './assumptions.js';

/** Two expressions under comparison, with what the rules share. */
export interface Pair {
  readonly gold: Expr;
  readonly given: Expr;
  readonly assume: Assumptions;
  readonly context: Context;
  /** Nesting of comparisons started by rules; 0 for the caller's. */
  readonly depth: number;
  /** True when one of them writes the imaginary unit. */
  readonly complex: boolean;
  /** The normal forms, brought about by the first rule that asks. */
  readonly forms: () => Forms;
}

/** A rule of the ladder: a finding, or `null` for "not mine to decide: ask the next". */
export type Rule = (pair: Pair) => Finding | null;

/** Both sides in one field; a side that has no value or is out of reach says why. */
export interface Forms {
  readonly workspace: Workspace;
  readonly gold: Product | Stop['reason'];
  readonly given: Product | Stop['reason'];
}

const writesImaginary = (expr: Expr): boolean =>
  contains(expr, (part) => part.node === 'symbol' && part.name === 'i');

/** Prepares a pair; nothing is computed yet. */
export function openPair(gold: Expr, given: Expr, context: Context, assume: Assumptions, depth = 0): Pair {
  const complex = writesImaginary(gold) || writesImaginary(given);
  let forms: Forms | undefined;
  const pair: Pair = {
    gold,
    given,
    assume,
    context,
    depth,
    complex,
    forms: () => {
      forms ??= formsIn(workspaceFor(pair), pair);
      return forms;
    },
  };
  return pair;
}

/** A workspace with the pair's assumptions. */
export function workspaceFor(
  pair: Pair,
  options: Partial<Pick<Workspace, 'mode' | 'known'>> = {},
): Workspace {
  const { budget } = pair.context;
  return openWorkspace(budget, {
    facts: pair.assume,
    complex: pair.complex,
    signOf: (expr) => realSign(expr, budget) || null,
    ...options,
  });
}

/** Lowers both sides into a workspace. */
export const formsIn = (workspace: Workspace, pair: Pair): Forms => ({
  workspace,
  gold: attempt(workspace, pair.gold),
  given: attempt(workspace, pair.given),
});

/** The value of an expression, or why there is none. */
export function attempt(workspace: Workspace, expr: Expr): Product | Stop['reason'] {
  return guarded(workspace, () => lower(workspace, expr));
}

/** Runs field arithmetic; a stop becomes its reason. */
export function guarded<T>(workspace: Workspace, work: () => T): T | Stop['reason'] {
  const depth = workspace.depth.now;
  const bound = workspace.bound.now;
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    workspace.depth.now = depth;
    workspace.bound.now = bound;
    return error.reason;
  }
}
