import { isZero } from '../../exact/normal/product.js';
import type { Poly } from '../../exact/normal/types.js';
import { freshMemo, type Workspace } from '../../exact/normal/workspace.js';
import { type Rational, ratio, whole } from '../../exact/rational.js';
import type { Expr } from '../../expr.js';
import { equal } from '../../verdict.js';
import { type ReducedConditions, type RootOf, reduceConditions } from './conditions.js';
import { denominatorsHold } from './definedness.js';
import { difference } from './normal-form.js';
import { attempt, formsIn, type Rule, workspaceFor } from './pair.js';

/** Root of a factor (by its key) that is a symbol or an increasing linear sum in one symbol. */
const rootIn =
  (workspace: Workspace): RootOf =>
  (factor) => {
    const id = Number(/^1\/1\*(\d+)\^1$/.exec(factor)?.[1] ?? Number.NaN);
    if (Number.isNaN(id)) return null;
    if (workspace.field.generatorOf(id)?.meaning.kind === 'symbol') return { symbol: id, root: whole(0) };
    return linearRoot(workspace.field.composite(id)?.poly ?? new Map());
  };

function linearRoot(poly: Poly): { readonly symbol: number; readonly root: Rational } | null {
  let slope: { readonly symbol: number; readonly coef: bigint } | null = null;
  let offset = 0n;
  for (const { mono, coef } of poly.values()) {
    if (mono.length === 0) offset = coef;
    else if (slope !== null || mono.length !== 2 || mono[1] !== 1 || coef < 0n) return null;
    else slope = { symbol: mono[0] as number, coef };
  }
  return slope === null ? null : { symbol: slope.symbol, root: ratio(-offset, slope.coef) };
}

/** Where every step of one side is real, as reduced sign conditions; `null` when nowhere or out of reach. */
export function realDomain(workspace: Workspace, side: Expr): ReducedConditions | null {
  workspace.conditions.clear();
  workspace.memo.values.clear();
  if (typeof attempt(workspace, side) === 'string') return null;
  return reduceConditions([...workspace.conditions.values()], rootIn(workspace));
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
