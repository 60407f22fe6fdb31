import type { Answer } from '../../answer.js';
import type { Context } from '../../context.js';
import type { ApplyNode, Expr } from '../../expr.js';
import { Refusal } from '../refusal.js';

/** What the files of this folder share: the call's context and the way back to the whole of the structure. */
export interface Structuring {
  readonly context: Context;
  /** The answer that a part denotes. */
  readonly structure: (expr: Expr) => Answer;
}

/** Turns the application of one head into an answer. */
export type Structurer = (expr: ApplyNode, structuring: Structuring) => Answer;

/** Refuses the whole answer: it is mathematics, but denotes nothing that is handled. */
export function refuse(message: string): never {
  throw new Refusal({ message, start: 0, end: 0, reason: 'unsupported' });
}

/** A number or expression as an answer. */
export const asExpression = (expr: Expr): Answer => ({ kind: 'expression', expr });
