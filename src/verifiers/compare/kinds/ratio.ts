import type { RatioAnswer, TimeAnswer } from '../../answer.js';
import { integer } from '../../expr.js';
import { allOf, different, type Finding } from '../../verdict.js';
import { type Compare, type Row, row } from '../table.js';

/** Term by term. */
function compareTerms(a: RatioAnswer, b: RatioAnswer, recurse: Compare): Finding {
  if (a.terms.length !== b.terms.length) return different('ratio');
  return allOf(
    'ratio',
    a.terms.map((term, i) =>
      recurse({ kind: 'expression', expr: term }, { kind: 'expression', expr: b.terms[i]! }),
    ),
  );
}

/** `9:24` read as a ratio; null when a period or seconds say that it is a time. */
export function timeAsRatio(time: TimeAnswer): RatioAnswer | null {
  if (time.period === 'am' || time.second !== 0) return null;
  return { kind: 'ratio', terms: [integer(time.hour), integer(time.minute)] };
}

/** Ratios as written; reducing one is a policy. */
export const ratioRows: readonly Row[] = [
  row('ratio', 'ratio', (a, b, _context, recurse) => compareTerms(a, b, recurse)),
  row('ratio', 'time', (a, b, _context, recurse) => {
    const ratio = timeAsRatio(b);
    return ratio === null ? null : compareTerms(a, ratio, recurse);
  }),
];
