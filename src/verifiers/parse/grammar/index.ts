import { type Budget, fail, type Outcome } from '../../../support/index.js';
import type { Expr } from '../../expr.js';
import type { ParseFailure, Token } from '../token.js';

/** Reads a token list into one expression tree (scalar or structural heads), all of it or a failure. */
export function parseTokens(tokens: readonly Token[], budget: Budget): Outcome<Expr, ParseFailure> {
  budget.spend();
  return fail({ message: 'not built yet', start: 0, end: tokens.length, reason: 'unsupported' });
}
