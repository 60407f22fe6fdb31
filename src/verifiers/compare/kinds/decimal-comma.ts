import { type Row, row } from '../table.js';

/** `2,74` against a number is the decimal 2.74. */
export const decimalCommaRows: readonly Row[] = [
  row('list', 'expression', (a, b, _context, recurse) =>
    a.decimal === undefined ? null : recurse({ kind: 'expression', expr: a.decimal }, b),
  ),
];
