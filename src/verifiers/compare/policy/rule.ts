import type { Answer } from '../../answer.js';
import type { Context } from '../../context.js';
import type { Expr, Head } from '../../expr.js';
import type { Finding } from '../../verdict.js';
import type { Compare } from '../table.js';

/**
 * A convention that may make two answers equal after the kernel's relation found them different. `null`: not
 * mine to accept. A rule never makes equal answers different.
 */
export type PolicyRule = (gold: Answer, given: Answer, context: Context, recurse: Compare) => Finding | null;

/** The expressions of two answers when both are expressions. */
export function bothExpressions(gold: Answer, given: Answer): readonly [Expr, Expr] | null {
  return gold.kind === 'expression' && given.kind === 'expression' ? [gold.expr, given.expr] : null;
}

/** The certainty of an `equal` finding, or null for any other. */
export const whenEqual = (finding: Finding): 'proved' | 'probable' | null =>
  finding.kind === 'equal' ? finding.certainty : null;

/** The one operand of `head`, or null when `expr` is no application of it. */
export const operandOf = (expr: Expr, head: Head): Expr | null =>
  expr.node === 'apply' && expr.head === head ? (expr.args[0] ?? null) : null;
