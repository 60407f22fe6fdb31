import { rationalValue } from '../../exact/evaluate-rational.js';
import { rational } from '../../expr.js';
import { equal, type Finding } from '../../verdict.js';
import { isWithin } from './nearness.js';
import { hasFiniteDecimal, isPointed, numeralOf, placeOf } from './numeral.js';
import { bothExpressions, type PolicyRule } from './rule.js';

/** num/den rounded to a multiple of the place, half away from zero. */
function roundToPlace(
  num: bigint,
  den: bigint,
  [pn, pd]: readonly [bigint, bigint],
): readonly [bigint, bigint] {
  const [top, bottom] = [num * pd, den * pn];
  const size = top < 0n ? -top : top;
  const units = (2n * size + bottom) / (2n * bottom);
  return [(top < 0n ? -units : units) * pn, pd];
}

/**
 * `print-out`: the gold has no finite decimal, the answer is written with a point or an exponent, has enough
 * significant digits, and agrees with the gold to that many of them: the usual output of a program.
 */
export const printOut: PolicyRule = (gold, given, context, recurse): Finding | null => {
  const digits = context.policy.printOutDigits;
  const pair = bothExpressions(gold, given);
  if (digits === 0 || pair === null || !isPointed(pair[1])) return null;
  const [exact, written] = [pair[0], numeralOf(pair[1])];
  if (written === null || written.significant < digits || numeralOf(exact)?.form === 'decimal') return null;
  const value = rationalValue(exact, context.budget);
  if (value !== null && hasFiniteDecimal(value.den)) return null;
  const place = placeOf(written.num, written.den, digits);
  if (place === null) return null;
  if (isWithin(exact, [written.num, written.den], [place[0], place[1] * 2n], context) !== true) return null;
  // A gold that equals the rounded numeral has a finite decimal, and an exact answer was possible.
  const [num, den] = roundToPlace(written.num, written.den, place);
  const finite = recurse(gold, { kind: 'expression', expr: rational(num, den) });
  return finite.kind === 'equal' && finite.by !== 'print-out' ? null : equal('print-out');
};
