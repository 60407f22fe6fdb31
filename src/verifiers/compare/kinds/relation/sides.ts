import type { Answer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import type { Compare } from '../../table.js';

/**
 * `[a, b) = [c, d)` as its last side, once the sides are found to be the same; null when they are found to differ. Any
 * other answer is returned as it is.
 */
export function resolveSides(answer: Answer, context: Context, recurse: Compare): Answer | null {
  if (answer.kind !== 'relation' || answer.values === undefined) return answer;
  context.budget.spend(answer.values.length);
  const last = answer.values[answer.values.length - 1]!;
  const differs = answer.values.slice(0, -1).some((value) => recurse(value, last).kind === 'different');
  return differs ? null : last;
}
