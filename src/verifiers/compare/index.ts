import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import { type Finding, undecided } from '../verdict.js';

export { type Assumptions, compareExpressions } from './rules/index.js';

/** Compares two parsed answers of any kinds: the kernel's symmetric relation, then the policy's rules. */
export function compareAnswers(_gold: Answer, _given: Answer, context: Context): Finding {
  context.budget.spend();
  return undecided('unsupported', 'not built yet');
}
