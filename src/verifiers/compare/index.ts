import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import type { Finding } from '../verdict.js';
import { structureRows } from './kinds/index.js';
import { plainRows } from './kinds/plain-kinds.js';
import { applyPolicy } from './policy/index.js';
import { compareSameStructure } from './same-structure.js';
import { buildTable, type Compare, lookUp } from './table.js';

export { POLICY_RULES } from './policy/index.js';
export { type Assumptions, compareExpressions } from './rules/index.js';
export { type AnswerOf, type Compare, type Kind, type Row, row, rowsFor } from './table.js';

const TABLE = buildTable([...structureRows, ...plainRows]);

/** Compares two parsed answers of any kinds: the kernel's symmetric relation, then the policy's rules. */
export function compareAnswers(gold: Answer, given: Answer, context: Context): Finding {
  const recurse: Compare = (a, b) => compareAnswers(a, b, context);
  return applyPolicy(compareKinds(gold, given, context, recurse), gold, given, context, recurse);
}

/** The rows of the pair; where none finds an equality, being built alike is one. */
function compareKinds(gold: Answer, given: Answer, context: Context, recurse: Compare): Finding {
  const finding = lookUp(TABLE, gold, given, context, recurse);
  if (finding.kind === 'equal' || gold.kind === 'expression') return finding;
  return compareSameStructure(gold, given, context) ?? finding;
}
