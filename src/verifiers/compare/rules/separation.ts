import {
  separate,
  separateAtBreakpoints,
  separateConstantsSharply,
  separateQuickly,
} from '../../exact/separate.js';
import { contains } from '../../exact/symbols.js';
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
