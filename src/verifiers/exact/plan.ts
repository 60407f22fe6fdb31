import type { Budget } from '../../support/index.js';
import { type ApplyNode, type Expr, type Head, NAMED_SETS, type NumberNode } from '../expr.js';
import { imaginaryAngle, realAngle } from './angle.js';
import { bitLength } from './bits.js';
import * as c from './complex.js';
import { negation, powers, product, quotient, roots, sum } from './heads/arithmetic.js';
import { discrete } from './heads/discrete.js';
import { elementary, trigonometric } from './heads/elementary.js';
import { parts } from './heads/parts.js';
import { series } from './heads/series.js';
import { keyOf } from './key.js';
import { baseNumeralValue, foldLiteral } from './literal.js';
import type { Handler, PlanNode } from './machine.js';

/** Deepest tree that is evaluated; anything deeper is unknown. */
const DEPTH_LIMIT = 220;

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['Add', sum],
  ['Multiply', product],
  ['Negate', negation],
  ['Divide', quotient],
  ['Power', powers],
  ['Root', roots],
  ...Object.entries(trigonometric),
  ...Object.entries(elementary),
  ...Object.entries(parts),
  ...Object.entries(discrete),
  ...Object.entries(series),
]);

const unknownValue: Handler = (machine) => c.unknown(machine.field);

const literalValue: Handler = (machine, node) => {
  const f = machine.field;
  const value = node.literal;
  return value === null ? c.unknown(f) : c.fromReal(f, f.fromRational(value.num, value.den));
};

const symbolValue: Handler = (machine, node) => machine.values[node.slot] ?? c.unknown(machine.field);

const constants: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['pi', (machine) => c.fromReal(machine.field, machine.field.pi())],
  ['e', (machine) => c.fromReal(machine.field, machine.field.exp(machine.field.one))],
  ['i', ({ field }) => ({ re: field.zero, im: field.one, real: false })],
  ['Undefined', () => 'undefined'],
  ...['Infinity', 'ComplexInfinity', ...NAMED_SETS].map((name): [string, Handler] => [name, unknownValue]),
]);

/** An unknown function applied to arguments: its value is free, but equal arguments give equal values. */
export interface OpaqueCall {
  readonly slot: number;
  readonly name: string;
  readonly args: readonly PlanNode[];
}

/**
 * Prepares expressions that share their symbols. Slots are given in order of first sight; `symbols` lists the
 * free ones.
 */
export class Planner {
  readonly #budget: Budget;
  readonly #slots = new Map<string, number>();
  readonly #bound: { name: string; slot: number }[] = [];
  #next = 0;
  readonly calls: OpaqueCall[] = [];
  /** True when the imaginary unit is written. */
  usesI = false;
  /** True when something occurs that has no numeric value here (an integral, ±, words …). */
  opaque = false;
  /** Most bits of a literal number, folded ones included: differences hide as deep as the literals are long. */
  literalBits = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Number of slots, those of bound variables included. */
  get slots(): number {
    return this.#next;
  }

  /** Free symbols (and applied unknown functions) with their slots. */
  get symbols(): ReadonlyMap<string, number> {
    return this.#slots;
  }

  plan(expr: Expr, depth = 0): PlanNode {
    this.#budget.spend();
    if (depth > DEPTH_LIMIT) return this.#unknown(expr);
    if (expr.node === 'number') return this.#literal(expr, expr);
    if (expr.node === 'symbol') return this.#symbol(expr, expr.name);
    if (expr.node === 'text') return this.#unknown(expr);
    return this.#apply(expr, depth);
  }

  #literal(expr: Expr, value: NumberNode): PlanNode {
    this.#note(value);
    return leaf(expr, literalValue, value, -1, true);
  }

  #note({ num, den }: NumberNode): void {
    this.literalBits = Math.max(this.literalBits, bitLength(num), bitLength(den));
  }

  #unknown(expr: Expr): PlanNode {
    this.opaque = true;
    return leaf(expr, unknownValue, null, -1, true);
  }

  #symbol(expr: Expr, name: string): PlanNode {
    for (let k = this.#bound.length - 1; k >= 0; k--) {
      const binding = this.#bound[k];
      if (binding?.name === name) return leaf(expr, symbolValue, null, binding.slot, false);
    }
    const constant = constants.get(name);
    if (constant === undefined) return leaf(expr, symbolValue, null, this.#slot(name), false);
    if (name === 'i') this.usesI = true;
    if (constant === unknownValue) this.opaque = true;
    return leaf(expr, constant, null, -1, true);
  }

  #slot(name: string): number {
    const known = this.#slots.get(name);
    if (known !== undefined) return known;
    this.#slots.set(name, this.#next);
    return this.#next++;
  }

  #apply(expr: ApplyNode, depth: number): PlanNode {
    if (expr.head === 'Sum' || expr.head === 'Product') return this.#series(expr, depth);
    if (expr.head === 'Call') return this.#call(expr, depth);
    if (expr.head === 'BaseNumeral') {
      const value = baseNumeralValue(expr);
      return value === null ? this.#unknown(expr) : this.#literal(expr, value);
    }
    const handler = handlers.get(expr.head);
    if (handler === undefined) return this.#unknown(expr);
    const node = assemble(
      expr,
      handler,
      expr.args.map((arg) => this.plan(arg, depth + 1)),
    );
    if (node.literal !== null) this.#note(node.literal);
    return node;
  }

  /** The index of a sum is a slot of its own, seen by the body only. */
  #series(expr: ApplyNode, depth: number): PlanNode {
    const [body, index, lower, upper] = expr.args;
    const handler = handlers.get(expr.head);
    if (handler === undefined || body === undefined || lower === undefined || upper === undefined)
      return this.#unknown(expr);
    if (index?.node !== 'symbol') return this.#unknown(expr);
    const bounds = [this.plan(lower, depth + 1), this.plan(upper, depth + 1)];
    const binding = { name: index.name, slot: this.#next++ };
    this.#bound.push(binding);
    const inner = this.plan(body, depth + 1);
    this.#bound.pop();
    const args = [inner, leaf(index, symbolValue, null, binding.slot, false), ...bounds];
    return { expr, run: handler, args, literal: null, slot: -1, constant: false, angle: null };
  }

  #call(expr: ApplyNode, depth: number): PlanNode {
    const [f, ...args] = expr.args;
    if (f === undefined || this.#bound.length > 0) return this.#unknown(expr);
    const key = keyOf(expr, this.#budget);
    const known = this.#slots.get(key);
    if (known !== undefined) return leaf(expr, symbolValue, null, known, false);
    const planned = args.map((arg) => this.plan(arg, depth + 1));
    const slot = this.#slot(key);
    this.calls.push({ slot, name: keyOf(f, this.#budget), args: planned });
    return leaf(expr, symbolValue, null, slot, false);
  }
}

function leaf(
  expr: Expr,
  run: Handler,
  literal: NumberNode | null,
  slot: number,
  constant: boolean,
): PlanNode {
  return { expr, run, args: [], literal, slot, constant, angle: null };
}

function literalsOf(args: readonly PlanNode[]): readonly NumberNode[] | null {
  const found: NumberNode[] = [];
  for (const arg of args) {
    if (arg.literal === null) return null;
    found.push(arg.literal);
  }
  return found;
}

function angleOf(head: Head, args: readonly PlanNode[]): NumberNode | null {
  const [first, second] = args;
  if (first === undefined) return null;
  if (Object.hasOwn(trigonometric, head)) return realAngle(first);
  if (head !== 'Power' || second === undefined || first.expr.node !== 'symbol') return null;
  return first.expr.name === 'e' && first.slot < 0 ? imaginaryAngle(second) : null;
}

function assemble(expr: ApplyNode, handler: Handler, args: readonly PlanNode[]): PlanNode {
  const literals = literalsOf(args);
  const literal = literals === null ? null : foldLiteral(expr.head, literals);
  const constant = args.every((arg) => arg.constant);
  const angle = constant && literal === null ? angleOf(expr.head, args) : null;
  return { expr, run: literal === null ? handler : literalValue, args, literal, slot: -1, constant, angle };
}
