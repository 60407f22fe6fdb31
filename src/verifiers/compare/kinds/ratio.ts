import type { RatioAnswer, RelationAnswer, TimeAnswer } from '../../answer.js';
import { type Expr, integer } from '../../expr.js';
import { allOf, different, type Finding } from '../../verdict.js';
import { freeSymbols, sameTree } from '../rules/index.js';
import { type Compare, type Row, row } from '../table.js';

/** Term by term, in the order of the names where both sides have the same ones. */
function compareTerms(a: RatioAnswer, b: RatioAnswer, recurse: Compare): Finding {
  if (a.terms.length !== b.terms.length) return different('ratio');
  if (sharesSome(a.of ?? [], b.of ?? [])) return different('label');
  const terms = inOrderOf(a.of ?? [], b);
  return allOf(
    'ratio',
    a.terms.map((term, i) =>
      recurse({ kind: 'expression', expr: term }, { kind: 'expression', expr: terms[i]! }),
    ),
  );
}

/** `a : b` and `a : c` are ratios of different things; `a : b` and `V_1 : V_2` may be two names of one. */
function sharesSome(names: readonly Expr[], others: readonly Expr[]): boolean {
  const shared = names.filter((name) => others.some((other) => sameTree(name, other)));
  return shared.length > 0 && shared.length < names.length;
}

/** The terms of `b : a = 3 : 2` in the order of `a : b`; as they stand under other names or none. */
function inOrderOf(names: readonly Expr[], { terms, of = [] }: RatioAnswer): readonly Expr[] {
  const order = names.map((name) => of.findIndex((other) => sameTree(name, other)));
  const isOrder = order.length === terms.length && new Set(order).size === order.length;
  return isOrder && !order.includes(-1) ? order.map((at) => terms[at]!) : terms;
}

/** `9:24` read as a ratio; null when a period or seconds say that it is a time. */
export function timeAsRatio(time: TimeAnswer): RatioAnswer | null {
  if (time.period === 'am' || time.second !== 0) return null;
  return { kind: 'ratio', terms: [integer(time.hour), integer(time.minute)] };
}

/** `V_1 : V_2 = 11 : 21` states the ratio that one of its sides is: the last one of numbers. */
function statedRatio(relation: RelationAnswer): RatioAnswer | null {
  if (relation.sides.length !== 2 || relation.operators[0] !== '=') return null;
  for (const [i, j] of [
    [1, 0],
    [0, 1],
  ] as const) {
    const [side, other] = [relation.sides[i]!, relation.sides[j]!];
    if (side.node !== 'apply' || side.head !== 'Ratio') continue;
    // Another value beside it, as in `2:12 = 2.12`, is no name of the ratio.
    if (freeSymbols(other).length === 0 || (other.node === 'apply' && OPERATIONS.has(other.head))) continue;
    if (side.args.every((term) => term.node !== 'symbol')) return { kind: 'ratio', terms: side.args };
  }
  return null;
}

/** A left side that works something out of its letters is to be solved: `s! = 9:13`. */
const OPERATIONS: ReadonlySet<string> = new Set(['Factorial', 'DoubleFactorial', 'Power', 'Negate']);

/** Ratios as written; reducing one is a policy. */
export const ratioRows: readonly Row[] = [
  row('ratio', 'ratio', (a, b, _context, recurse) => compareTerms(a, b, recurse)),
  row('ratio', 'time', (a, b, _context, recurse) => {
    const ratio = timeAsRatio(b);
    return ratio === null ? null : compareTerms(a, ratio, recurse);
  }),
  row('relation', 'ratio', (a, b, _context, recurse) => {
    const stated = statedRatio(a);
    return stated === null ? null : recurse(stated, b);
  }),
  row('relation', 'time', (a, b, _context, recurse) => {
    const [stated, ratio] = [statedRatio(a), timeAsRatio(b)];
    return stated === null || ratio === null ? null : recurse(stated, ratio);
  }),
];
