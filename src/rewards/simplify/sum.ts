import type { Part, SumTerm } from '../term.js';
import { isConst, isPowerOfTwo, type Rule, type Setting } from './rule.js';

/** Sums: weights made raw, nested sums flattened, parts that are always 0 dropped, lone parts unwrapped. */
export const simplifySum: Rule<SumTerm> = (term, setting) => {
  const parts = flattened(
    rawWeights(term).map((part) => absorbScale(part, setting)),
    term.missing,
    setting,
  );
  const kept = term.missing === 'skip' ? parts : parts.filter((part) => !addsNothing(part));
  const [only] = kept;
  if (kept.length === 1 && only !== undefined && only.weight === 1 && !setting.root) return only.term;
  if (kept.length === 0 && term.missing === 'null') return { op: 'const', value: 0 };
  return { op: 'sum', weights: 'raw', missing: term.missing, parts: kept };
};

/** The same division that evaluation would do. */
function rawWeights({ weights, parts }: SumTerm): readonly Part[] {
  if (weights === 'raw') return parts;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.map((part) => ({ ...part, weight: part.weight / total }));
}

/** weight·(scale·t) is (weight·scale)·t. */
function absorbScale(part: Part, { rounding }: Setting): Part {
  const { term, weight } = part;
  if (term.op !== 'affine' || term.shift !== 0) return part;
  const exact = isPowerOfTwo(term.scale) || isPowerOfTwo(weight);
  const product = weight * term.scale;
  // A product beyond float64 is none of the two.
  const fits = Number.isFinite(product) && product !== 0;
  return fits && (exact || rounding) ? { ...part, weight: product, term: term.term } : part;
}

/** Adding a constant 0, or nothing of a constant, which is never missing. */
const addsNothing = ({ term, weight }: Part): boolean => isConst(term) && weight * term.value === 0;

/** Parts of nested sums in their place, named `outer.inner`; left nested where two would have one name. */
function flattened(parts: readonly Part[], missing: SumTerm['missing'], setting: Setting): readonly Part[] {
  const flat = parts.flatMap((part, i) => (opens(part, i, missing, setting) ? inner(part) : [part]));
  return new Set(flat.map(({ name }) => name)).size === flat.length ? flat : parts;
}

/**
 * Whether a part is a sum that may be opened (its weights are raw by now). Additions keep their order only when the nested
 * sum comes first; elsewhere the last digit may change.
 */
function opens(
  { term, weight }: Part,
  i: number,
  missing: SumTerm['missing'],
  { rounding }: Setting,
): boolean {
  if (term.op !== 'sum' || term.missing !== missing || term.parts.length === 0) return false;
  if (term.parts.some((part) => !Number.isFinite(weight * part.weight))) return false;
  return rounding || (i === 0 && isPowerOfTwo(weight));
}

const inner = ({ name, weight, term }: Part): readonly Part[] =>
  term.op !== 'sum'
    ? []
    : term.parts.map((part) => ({ ...part, name: `${name}.${part.name}`, weight: weight * part.weight }));
