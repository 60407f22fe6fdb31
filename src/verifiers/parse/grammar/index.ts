import { type Budget, fail, type Outcome, succeed } from '../../../support/index.js';
import type { Expr } from '../../expr.js';
import { Refusal } from '../refusal.js';
import type { ParseFailure, Token } from '../token.js';
import { noteCalls } from './calls.js';
import { factor } from './factor.js';
import { readOperand } from './operand.js';
import { finish, MAX_DEPTH, openReader, type Reader, type Rules, refuse, type Shared } from './reader.js';
import { item, statement } from './statement.js';
import { sum } from './sum.js';
import { term } from './term.js';
import { value } from './value.js';

const RULES: Rules = { statement, item, value, sum, term, factor, operand: readOperand };

/** Refuses a tree deeper than {@link MAX_DEPTH}: everything downstream walks it recursively. */
function checkDepth(reader: Reader, root: Expr): void {
  const stack: [Expr, number][] = [[root, 1]];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [expr, depth] = top;
    if (expr.node !== 'apply') continue;
    if (depth > MAX_DEPTH) refuse(reader, `nested deeper than ${MAX_DEPTH} levels`, 'unsupported', 0);
    reader.shared.budget.spend(expr.args.length);
    for (const arg of expr.args) stack.push([arg, depth + 1]);
  }
}

function parse(tokens: readonly Token[], budget: Budget): Expr {
  const shared: Shared = { rules: RULES, budget, calls: new Set(), differentials: [], bound: [], depth: 0 };
  const reader = openReader(shared, tokens);
  noteCalls(reader);
  if (tokens.length === 0) refuse(reader, 'nothing to read');
  const expr = statement(reader);
  finish(reader);
  checkDepth(reader, expr);
  return expr;
}

/**
 * Reads a token list into one expression tree (scalar or structural heads), all of it or a failure.
 *
 * Loosest to tightest: `;` · ⇒ ⇔ · or · and · `,` · = < ∈ … (chains) · ∪ ∖ · ∩ · `:` · + − ± · · × ÷ mod and
 * juxtaposition · unary − · ^ and postfix signs. Inside brackets `,` is looser than "and" and "or".
 * Conventions where print is ambiguous: `1/2x` is (1/2)x but `a/2b` is a/(2b) (see term.ts); `log` is the natural
 * logarithm written Log(x, e), `ln` is Ln (see functions.ts); `sin x^2` is sin(x²), `sin(x)^2` is (sin x)².
 */
export function parseTokens(tokens: readonly Token[], budget: Budget): Outcome<Expr, ParseFailure> {
  try {
    return succeed(parse(tokens, budget));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure);
    throw error;
  }
}
