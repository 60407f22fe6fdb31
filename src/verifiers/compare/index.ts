import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import { different, type Finding } from '../verdict.js';
import { structureRows } from './kinds/index.js';
import { plainRows } from './kinds/plain-kinds.js';
import { resolveSides } from './kinds/relation/sides.js';
import { rangesDiffer } from './kinds/sets/variable.js';
import { applyPolicy } from './policy/index.js';
import { compareSameStructure } from './same-structure.js';
import { buildTable, type Compare, lookUp } from './table.js';

export { compareExpressions } from './rules/index.js';

const TABLE = buildTable([...structureRows, ...plainRows]);

/** Compares two parsed answers of any kinds: the kernel's symmetric relation, then the policy's rules. */
export function compareAnswers(gold: Answer, given: Answer, context: Context): Finding {
  const recurse: Compare = (a, b) => compareAnswers(a, b, context);
  return applyPolicy(compareKinds(gold, given, context, recurse), gold, given, context, recurse);
}

/** Being built alike is an equality; otherwise the rows of the pair decide. */
function compareKinds(gold: Answer, given: Answer, context: Context, recurse: Compare): Finding {
  if (gold.kind !== 'expression') {
    const same = compareSameStructure(gold, given, context);
    if (same !== null) return same;
  }
  if (rangesDiffer(gold, given)) return different('variable');
  const [left, right] = [resolveSides(gold, context, recurse), resolveSides(given, context, recurse)];
  if (left === null || right === null) return different('contradictory-equation');
  return lookUp(TABLE, left, right, context, recurse);
}
