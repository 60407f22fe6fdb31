import { isZero } from '../../exact/normal/product.js';
import { type Condition, freshMemo, type Workspace } from '../../exact/normal/workspace.js';
import type { Expr } from '../../expr.js';
import { equal } from '../../verdict.js';
import { type ReducedConditions, reduceConditions } from './conditions.js';
import { denominatorsHold } from './definedness.js';
import { rootIn } from './linear-roots.js';
import { difference } from './normal-form.js';
import { attempt, type Forms, formsIn, type Pair, type Rule, workspaceFor } from './pair.js';

/** The sign conditions met while one side is lowered; `null` when it is out of reach. */
function conditionsOf(workspace: Workspace, side: Expr): readonly Condition[] | null {
  workspace.conditions.clear();
  workspace.memo.values.clear();
  return typeof attempt(workspace, side) === 'string' ? null : [...workspace.conditions.values()];
}

/**
 * Where every step of one side is real, as reduced sign conditions; `null` when nowhere or out of reach. Signs of
 * linear factors found first (`a > 0`) simplify the other conditions (`1 − |a| > 0`) on a second pass.
 */
export function realDomain(workspace: Workspace, side: Expr): ReducedConditions | null {
  const rootOf = rootIn(workspace);
  const conditions = conditionsOf(workspace, side);
  const domain = conditions === null ? null : reduceConditions(conditions, rootOf);
  if (domain === null || domain.rows.length < 2) return domain;
  const linear = [...domain.signs].filter(([factor]) => rootOf(factor) !== null);
  if (linear.length === 0) return domain;
  const second: Workspace = {
    ...workspace,
    known: new Map(linear),
    conditions: new Map(),
    memo: freshMemo(),
  };
  const further = conditionsOf(second, side);
  const settled = linear.map(([factor, sign]): Condition => ({ negative: sign < 0, factors: [factor] }));
  return further === null ? null : reduceConditions([...settled, ...further], rootOf);
}

/** Both sides on their common natural real domain. */
export interface RealForms {
  readonly forms: Forms;
  readonly domain: ReducedConditions;
}

/** The two sides on their common real domain; `null` when the domains are not shown to be the same. */
export function realForms(pair: Pair): RealForms | null {
  if (pair.complex) return null;
  const workspace = workspaceFor(pair, { mode: 'real' });
  const gold = realDomain(workspace, pair.gold);
  const given = gold === null ? null : realDomain(workspace, pair.given);
  if (gold === null || given === null || gold.key !== given.key) return null;
  const onDomain: Workspace = { ...workspace, known: gold.signs, conditions: new Map(), memo: freshMemo() };
  return { forms: formsIn(onDomain, pair), domain: gold };
}

/**
 * Both sides have the same natural real domain, given by sign conditions, and the same normal form on it. This
 * settles `√(1/x) = 1/√x`, whose principal values differ only where neither is real.
 */
export const realForm: Rule = (pair) => {
  const real = realForms(pair);
  if (real === null || real.domain.key === '') return null;
  const gap = difference(real.forms);
  return gap !== null && isZero(gap) && denominatorsHold(real.forms) ? equal('normal-form-real') : null;
};
