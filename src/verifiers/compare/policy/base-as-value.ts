import type { Answer } from '../../answer.js';
import { equal } from '../../verdict.js';
import { valueOfNumeral } from '../kinds/base-numeral.js';
import { type PolicyRule, whenEqual } from './rule.js';

const value = (answer: Answer): Answer =>
  answer.kind === 'base-numeral' ? { kind: 'expression', expr: valueOfNumeral(answer) } : answer;

/** `base-as-value`: a numeral in a named base equals its value. */
export const baseAsValue: PolicyRule = (gold, given, context, recurse) => {
  if (!context.policy.baseAsValue || (gold.kind !== 'base-numeral' && given.kind !== 'base-numeral'))
    return null;
  const certainty = whenEqual(recurse(value(gold), value(given)));
  return certainty === null ? null : equal('base-as-value', certainty);
};
