import type { Answer } from '../../answer.js';
import { allOf, equal } from '../../verdict.js';
import { type PolicyRule, whenEqual } from './rule.js';

/** The values of a labelled answer or the items of a list, in order. */
function valuesOf(answer: Answer): readonly Answer[] | null {
  if (answer.kind === 'labelled') return answer.parts.map((part) => part.value);
  return answer.kind === 'list' || answer.kind === 'tuple' ? answer.items : null;
}

/** `labels-dropped`: part labels may be missing on one side when the order is kept. */
export const labelsOptional: PolicyRule = (gold, given, context, recurse) => {
  if (!context.policy.labelsOptional || (gold.kind === 'labelled') === (given.kind === 'labelled'))
    return null;
  // A bare list as gold has no order to keep.
  if (gold.kind === 'list' && given.kind === 'labelled') {
    const certainty = whenEqual(
      recurse(gold, { kind: 'list', items: given.parts.map((part) => part.value) }),
    );
    return certainty === null ? null : equal('labels-dropped', certainty);
  }
  const [left, right] = [valuesOf(gold), valuesOf(given)];
  if (left === null || right === null || left.length !== right.length) return null;
  const finding = allOf(
    'labels-dropped',
    left.map((value, i) => recurse(value, right[i]!)),
  );
  return finding.kind === 'equal' ? finding : null;
};
