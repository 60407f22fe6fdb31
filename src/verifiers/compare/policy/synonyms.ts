import type { Answer } from '../../answer.js';
import { equal } from '../../verdict.js';
import type { PolicyRule } from './rule.js';

const isEmptySet = (answer: Answer): boolean =>
  (answer.kind === 'set' && answer.elements.length === 0) ||
  (answer.kind === 'expression' && answer.expr.node === 'symbol' && answer.expr.name === 'EmptySet');

/** `synonyms`: "undefined" and "does not exist", "no solution" and ∅, "yes" and "true". */
export const synonyms: PolicyRule = (gold, given, context) => {
  if (!context.policy.synonyms) return null;
  if (gold.kind === 'nothing' && given.kind === 'nothing') return equal('synonyms');
  if (gold.kind === 'truth' && given.kind === 'truth' && gold.value === given.value) return equal('synonyms');
  const nothing = gold.kind === 'nothing' ? gold : given.kind === 'nothing' ? given : null;
  if (nothing?.sort !== 'no-solution') return null;
  return isEmptySet(gold) || isEmptySet(given) ? equal('synonyms') : null;
};
