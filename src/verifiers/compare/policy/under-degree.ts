import { equal } from '../../verdict.js';
import { bothExpressions, operandOf, type PolicyRule, whenEqual } from './rule.js';

/** Both sides under a degree sign: the rounding rules apply to the numerals, and give their name. */
export const underDegree: PolicyRule = (gold, given, _context, recurse) => {
  const pair = bothExpressions(gold, given);
  const [left, right] =
    pair === null ? [null, null] : [operandOf(pair[0], 'Degree'), operandOf(pair[1], 'Degree')];
  if (left === null || right === null) return null;
  const finding = recurse({ kind: 'expression', expr: left }, { kind: 'expression', expr: right });
  const certainty = whenEqual(finding);
  return certainty === null || finding.kind !== 'equal' ? null : equal(finding.by, certainty);
};
