import type { Answer, QuantityAnswer } from '../../answer.js';
import type { Expr } from '../../expr.js';
import { equal } from '../../verdict.js';
import { VALUE_KINDS } from '../kinds/quantity.js';
import { operandOf, type PolicyRule, whenEqual } from './rule.js';

/** The other side states a degree or percent sign, which is a unit of its own. */
function statesUnit(expr: Expr): boolean {
  const negated = operandOf(expr, 'Negate');
  if (negated !== null) return statesUnit(negated);
  return operandOf(expr, 'Degree') !== null || operandOf(expr, 'Percent') !== null;
}

/** A sign of its own, unless the quantity's value carries one too: `6\%` a year. */
const statesOther = (other: Answer, value: Answer): boolean =>
  valuesIn(other).some(statesUnit) && !(value.kind === 'expression' && statesUnit(value.expr));

/** The values that an expression or an equation gives. */
const valuesIn = (answer: Answer): readonly Expr[] =>
  answer.kind === 'expression' ? [answer.expr] : answer.kind === 'relation' ? answer.sides : [];

const isTemperature = ({ unit }: QuantityAnswer): boolean => unit.name === '°C' || unit.name === '°F';

/** What a temperature `25°` states without its scale. */
function withoutDegree(answer: Answer): Answer {
  const degrees = answer.kind === 'expression' ? operandOf(answer.expr, 'Degree') : null;
  return degrees === null ? answer : { kind: 'expression', expr: degrees };
}

/** `unit-omitted`: a unit may be missing on one side; the values are then compared as written, unconverted. */
export const unitOmitted: PolicyRule = (gold, given, context, recurse) => {
  if (!context.policy.unitOptional || (gold.kind === 'quantity') === (given.kind === 'quantity')) return null;
  const quantity = gold.kind === 'quantity' ? gold : given.kind === 'quantity' ? given : null;
  if (quantity === null) return null;
  const bare = gold.kind === 'quantity' ? given : gold;
  const other = isTemperature(quantity) ? withoutDegree(bare) : bare;
  if (!VALUE_KINDS.includes(other.kind) || statesOther(other, quantity.value)) return null;
  const finding = gold.kind === 'quantity' ? recurse(quantity.value, other) : recurse(other, quantity.value);
  const certainty = whenEqual(finding);
  return certainty === null ? null : equal('unit-omitted', certainty);
};
