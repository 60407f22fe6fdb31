import type { Budget } from '../../support/index.js';
import type { Expr, NumberNode } from '../expr.js';
import type { Complex, Value } from './complex.js';
import type { RealField } from './real-field.js';

/**
 * An expression prepared for evaluation at many points and precisions: heads are looked up, symbols have slots,
 * rational literals are folded.
 */
export interface PlanNode {
  readonly expr: Expr;
  readonly run: Handler;
  readonly args: readonly PlanNode[];
  /** The exact value, where the node is rational arithmetic on literals. */
  readonly literal: NumberNode | null;
  /** Slot of a symbol (or of the bound variable of a sum), else −1. */
  readonly slot: number;
  /** True when no free symbol occurs. */
  readonly constant: boolean;
  /** For a trigonometric node: q, when its argument is exactly q·π (or iqπ in an exponential). */
  readonly angle: NumberNode | null;
}

/** Everything an evaluation needs besides the plan. */
export interface Machine<B> {
  readonly field: RealField<B>;
  /** Values by slot. */
  readonly values: (Complex<B> | undefined)[];
  /** True: `Power(x, p/q)` is principal even for odd q; false: an odd root of a negative real is real. */
  readonly principal: boolean;
  readonly budget: Budget;
}

/** Evaluates one node. */
export type Handler = <B>(machine: Machine<B>, node: PlanNode) => Value<B>;

/** Evaluates a node and notes the size of its value. */
export function run<B>(machine: Machine<B>, node: PlanNode): Value<B> {
  machine.budget.spend();
  const value = node.run(machine, node);
  if (value !== 'undefined') machine.field.note(value.re);
  return value;
}
