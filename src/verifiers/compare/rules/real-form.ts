import { isZero } from '../../exact/normal/product.js';
import { type Condition, freshMemo, type Workspace } from '../../exact/normal/workspace.js';
import { equal } from '../../verdict.js';
import { type ReducedConditions, reduceConditions } from './conditions.js';
import { denominatorsHold } from './definedness.js';
import { difference } from './normal-form.js';
import { attempt, formsIn, type Pair, type Rule, workspaceFor } from './pair.js';

/** Where every step of one side is real, as reduced sign conditions; `null` when nowhere or out of reach. */
function realDomain(workspace: Workspace, side: Pair['gold']): ReducedConditions | null {
  workspace.conditions.clear();
  workspace.memo.values.clear();
  if (typeof attempt(workspace, side) === 'string') return null;
  const conditions: Condition[] = [...workspace.conditions.values()];
  return reduceConditions(conditions);
}

/**
 * Both sides have the same natural real domain, given by sign conditions, and the same normal form on it. This
 * settles `√(1/x) = 1/√x`, whose principal values differ only where neither is real.
 */
export const realForm: Rule = (pair) => {
  if (pair.complex) return null;
  const workspace = workspaceFor(pair, { mode: 'real' });
  const gold = realDomain(workspace, pair.gold);
  const given = gold === null ? null : realDomain(workspace, pair.given);
  if (gold === null || given === null || gold.key === '' || gold.key !== given.key) return null;
  const onDomain: Workspace = { ...workspace, known: gold.signs, conditions: new Map(), memo: freshMemo() };
  const forms = formsIn(onDomain, pair);
  const gap = difference(forms);
  return gap !== null && isZero(gap) && denominatorsHold(forms) ? equal('normal-form-real') : null;
};
