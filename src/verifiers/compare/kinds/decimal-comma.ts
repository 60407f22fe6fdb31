import type { NumberNode } from '../../expr.js';
import { type Row, row } from '../table.js';

/** One digit after the comma is too little to tell `1,2` from a list, unless a zero stands before: `0,5`. */
const isTelling = ({ num, den, spelling }: NumberNode): boolean =>
  spelling?.decimals !== 1 || (num < den && -num < den);

/** `2,74` against a number is the decimal 2.74; `1,2` stays a list. */
export const decimalCommaRows: readonly Row[] = [
  row('list', 'expression', (a, b, _context, recurse) =>
    a.decimal !== undefined && isTelling(a.decimal)
      ? recurse({ kind: 'expression', expr: a.decimal }, b)
      : null,
  ),
];
