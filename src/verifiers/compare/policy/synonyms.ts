import { equal } from '../../verdict.js';
import type { PolicyRule } from './rule.js';

/** `synonyms`: "undefined" and "does not exist", "yes" and "true". */
export const synonyms: PolicyRule = (gold, given, context) => {
  if (!context.policy.synonyms) return null;
  if (gold.kind === 'nothing' && given.kind === 'nothing') return equal('synonyms');
  if (gold.kind === 'truth' && given.kind === 'truth' && gold.value === given.value) return equal('synonyms');
  return null;
};
