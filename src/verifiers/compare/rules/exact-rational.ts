import { rationalValue } from '../../exact/evaluate-rational.js';
import { same } from '../../exact/rational.js';
import { rational } from '../../expr.js';
import { formatExpr } from '../../format.js';
import { different, equal } from '../../verdict.js';
import type { Rule } from './pair.js';

/** Two exact rational numbers. */
export const exactRational: Rule = ({ gold, given, context }) => {
  const a = rationalValue(gold, context.budget);
  if (a === null) return null;
  const b = rationalValue(given, context.budget);
  if (b === null) return null;
  if (same(a, b)) return equal('exact-rational');
  const show = (value: typeof a): string => formatExpr(rational(value.num, value.den));
  return different('exact-rational', 'proved', { at: {}, gold: show(a), given: show(b) });
};
