import { type Budget, fail, type Outcome } from '../../../support/index.js';
import type { ParseFailure, Token } from '../token.js';

/** Lexes plain, unicode and code notation into the shared token list, all of it or a failure. */
export function lexPlain(source: string, budget: Budget): Outcome<readonly Token[], ParseFailure> {
  budget.spend();
  return fail({ message: 'not built yet', start: 0, end: source.length, reason: 'unsupported' });
}
