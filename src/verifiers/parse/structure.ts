import type { Outcome } from '../../support/index.js';
import { succeed } from '../../support/index.js';
import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import type { Expr } from '../expr.js';
import type { ParseFailure } from './token.js';

/** Turns a parsed tree into the typed answer it denotes: relation, interval, set, family, piecewise … */
export function structureAnswer(expr: Expr, _context: Context): Outcome<Answer, ParseFailure> {
  return succeed({ kind: 'expression', expr });
}
