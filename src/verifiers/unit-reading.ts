import type { Answer } from './answer.js';
import type { Context } from './context.js';
import { isApply } from './expr.js';
import { type Extraction, unitsAfter } from './extract/index.js';
import { parseWithin, type Spelled } from './judge.js';

/**
 * A boxed number read together with the unit written right after the box (`\boxed{15}$ hours`), when the gold has
 * a unit of the same dimension or a degree sign to compare it with; else null, and the box stands alone. So a unit
 * beside the box is converted, and a wrong one is wrong, but other words there do no harm.
 */
export function readWithUnit(
  gold: Answer,
  given: Answer,
  extraction: Extraction,
  response: string,
  context: Context,
): Spelled | null {
  if (given.kind !== 'expression' || !wantsUnit(gold)) return null;
  for (const unit of unitsAfter(response, extraction)) {
    const text = `${extraction.text} ${unit}`;
    const parsed = parseWithin(text, context);
    if (parsed.ok && isSameSort(gold, parsed.value)) return { text, answer: parsed.value };
  }
  return null;
}

const isDegrees = (answer: Answer): boolean => answer.kind === 'expression' && isApply(answer.expr, 'Degree');

const wantsUnit = (gold: Answer): boolean => gold.kind === 'quantity' || isDegrees(gold);

function isSameSort(gold: Answer, given: Answer): boolean {
  if (gold.kind !== 'quantity' || given.kind !== 'quantity') return isDegrees(gold) && isDegrees(given);
  const first = Object.entries(gold.unit.dimension);
  const second = gold.unit.dimension === given.unit.dimension ? first : Object.entries(given.unit.dimension);
  const exponents = new Map(second);
  return (
    first.length === second.length && first.every(([base, exponent]) => exponents.get(base) === exponent)
  );
}
