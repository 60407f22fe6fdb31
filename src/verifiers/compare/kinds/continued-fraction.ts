import type { Answer, TupleAnswer } from '../../answer.js';
import { type Expr, rational, wholeOf } from '../../expr.js';
import { type Row, row } from '../table.js';

/** Partial quotients that are worked out, at most. */
const MAX_QUOTIENTS = 200;

const quotientOf = (answer: Answer | undefined): bigint | null =>
  answer?.kind === 'expression' ? wholeOf(answer.expr) : null;

/** The value of `[a; b, c, …]`, partial quotients after the first positive; null for any other brackets. */
function fractionOf({ notation, items }: TupleAnswer): Expr | null {
  const [first, rest, ...others] = items;
  if (notation !== 'square' || rest?.kind !== 'list' || others.length > 0) return null;
  const quotients = [first, ...rest.items].map(quotientOf);
  if (quotients.length > MAX_QUOTIENTS || quotients.some((q, i) => q === null || (i > 0 && q < 1n)))
    return null;
  // From the last quotient back: q + 1/(num/den).
  let [num, den] = [1n, 0n];
  for (const quotient of quotients.reverse()) [num, den] = [quotient! * num + den, num];
  return den === 0n ? null : rational(num, den);
}

/** `[1; 2, 3, 4]`, a continued fraction, against a number. */
export const continuedFractionRows: readonly Row[] = [
  row('tuple', 'expression', (a, b, context, recurse) => {
    const expr = fractionOf(a);
    context.budget.spend(a.items.length);
    return expr === null ? null : recurse({ kind: 'expression', expr }, b);
  }),
];
