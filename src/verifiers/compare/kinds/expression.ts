import { compareExpressions } from '../rules/index.js';
import { type Row, row } from '../table.js';

/** Two numbers or expressions: the equality kernel. */
export const expressionRows: readonly Row[] = [
  row('expression', 'expression', (a, b, context) => compareExpressions(a.expr, b.expr, context)),
];
