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
  /** Largest |log2| met among values that are certainly not zero. */
  span: number;
}

/** Evaluates one node. */
export type Handler = <B>(machine: Machine<B>, node: PlanNode) => Value<B>;

/** Evaluates a node and notes the size of its value. */
export function run<B>(machine: Machine<B>, node: PlanNode): Value<B> {
  machine.budget.spend();
  return node.run(machine, node);
}

/** Widens {@link Machine.span} by a value's size; called where sizes matter, not at every node. */
export function noteSize<B>(machine: Machine<B>, value: Value<B>): void {
  if (value === 'undefined') return;
  const size = machine.field.magnitude(value.re);
  if (size !== null && Math.abs(size) > machine.span) machine.span = Math.abs(size);
}
