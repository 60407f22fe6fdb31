import { bounds } from '../bounds.js';
import type { ConstTerm, ListTerm, Term } from '../term.js';
import { contentOf, hasStatistic, isConst, type Rule, type Setting } from './rule.js';

/** Least and greatest: nested ones opened, equal arguments and constants merged, constants that never win dropped. */
export const simplifyExtreme: Rule<ListTerm> = (term, setting) => {
  const open = term.terms.flatMap((arg) => (arg.op === term.op ? arg.terms : [arg]));
  const distinct = [...new Map(open.map((arg) => [contentOf(arg), arg])).values()];
  const constants = distinct.filter(isConst).map(({ value }) => value);
  const others = distinct.filter((arg) => !isConst(arg));
  const pick = term.op === 'min' ? Math.min : Math.max;
  const best: ConstTerm | null = constants.length === 0 ? null : { op: 'const', value: pick(...constants) };
  const args = best === null || loses(best, term.op, others, setting) ? others : [...others, best];
  const [only] = args;
  return args.length === 1 && only !== undefined ? only : { op: term.op, terms: args };
};

/** A constant is never missing, so one that never wins may go; any other argument may be missing and must stay. */
function loses(
  { value }: ConstTerm,
  op: ListTerm['op'],
  others: readonly Term[],
  { registry }: Setting,
): boolean {
  return others.some((other) => {
    if (hasStatistic(other)) return false;
    const [low, high] = bounds(other, registry);
    return op === 'min' ? value >= high : value <= low;
  });
}

/** Products: nested ones opened, factors of 1 dropped, one constant made a scale. */
export const simplifyProduct: Rule<ListTerm> = (term, { rounding }) => {
  const open = term.terms.flatMap((arg, i) =>
    arg.op === 'product' && (i === 0 || rounding) ? arg.terms : [arg],
  );
  const factors = open.filter((arg) => !(isConst(arg) && arg.value === 1));
  const [first = term, second, ...more] = factors;
  if (second === undefined) return first;
  const [scale, other] = isConst(first) ? [first, second] : [second, first];
  return isConst(scale) && more.length === 0
    ? { op: 'affine', scale: scale.value, shift: 0, term: other }
    : { op: 'product', terms: factors };
};
