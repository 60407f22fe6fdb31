import { productExpr } from '../../exact/normal/to-expr.js';
import {
  separate,
  separateAtBreakpoints,
  separateConstantsSharply,
  separateQuickly,
} from '../../exact/separate.js';
import { contains, freeSymbols } from '../../exact/symbols.js';
import { type Expr, isApply } from '../../expr.js';
import type { Rule } from './pair.js';

/** Float64 enclosures at a few points: most pairs that differ end here, with a witness. */
export const glance: Rule = ({ gold, given, assume, context }) =>
  separateQuickly(gold, given, assume, context.budget);

const writesSign = (expr: Expr): boolean => contains(expr, (part) => isApply(part, 'Sign'));

/** Where a sign is written its zero counts: sgn²x is 1 but at 0, where both have a value. */
export const atSigns: Rule = ({ gold, given, assume, context }) =>
  writesSign(gold) || writesSign(given) ? separateAtBreakpoints(gold, given, assume, context.budget) : null;

/** Constants in 160 bits, before normal forms are taken apart: unequal numbers that are close end here. */
export const sharpGlance: Rule = ({ gold, given, context }) =>
  separateConstantsSharply(gold, given, context.budget);

/** Rigorous enclosures of rising precision: a proved difference with a witness, or probable agreement. */
export const separation: Rule = ({ gold, given, assume, context }) =>
  separate(gold, given, assume, context.budget);

const BINDERS: ReadonlySet<string> = new Set(['Sum', 'Product', 'Integral', 'Limit', 'Derivative']);

const binds = (expr: Expr): boolean =>
  contains(expr, (part) => part.node === 'apply' && BINDERS.has(part.head));

/** A power series may stand for its closed form on a part of the line only. */
const isPowerSeries = (expr: Expr): boolean =>
  contains(expr, (part) => isApply(part, 'Sum') && part.args[3]?.node === 'symbol') &&
  freeSymbols(expr).length > 0;

/** Limits, series and integrals with a closed form, which enclosures cannot evaluate: their forms are told apart. */
export const closedForms: Rule = (pair) => {
  if (!binds(pair.gold) && !binds(pair.given)) return null;
  if (isPowerSeries(pair.gold) || isPowerSeries(pair.given)) return null;
  const { gold, given, workspace } = pair.forms();
  if (typeof gold === 'string' || typeof given === 'string') return null;
  const [a, b] = [gold, given].map((form) => productExpr(workspace.field, form)) as [Expr, Expr];
  if (binds(a) || binds(b)) return null;
  const finding = separate(a, b, pair.assume, pair.context.budget);
  return finding?.kind === 'different' && finding.certainty === 'proved' ? finding : null;
};
