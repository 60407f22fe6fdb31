import type { Answer, PiecewiseAnswer } from '../../../answer.js';
import type { Finding } from '../../../verdict.js';
import type { Compare } from '../../table.js';

/** `x² − y² = 1 (x > 0)` as the statements that it makes; null for anything but one equation under conditions. */
function statementsOf({ cases }: PiecewiseAnswer): Answer | null {
  const [only, ...others] = cases;
  if (only?.value.kind !== 'relation' || only.condition === 'otherwise' || others.length > 0) return null;
  const { value, condition } = only;
  const conditions =
    condition.kind === 'logic' && condition.operation === 'and' ? condition.parts : [condition];
  return { kind: 'list', items: [value, ...conditions] };
}

/** An equation under conditions against one that has them beside it: `x² − y² = 1, x > 0`. Null when they are not equal. */
export function compareRestricted(a: Answer, b: Answer, recurse: Compare): Finding | null {
  const statements = a.kind === 'piecewise' ? statementsOf(a) : null;
  const finding = statements === null ? null : recurse(statements, b);
  return finding?.kind === 'equal' ? finding : null;
}
