import type { Budget } from '../../support/index.js';
import type { Ball } from './ball.js';
import { BallField } from './ball-field.js';
import { type Machine, type PlanNode, run } from './machine.js';

/**
 * A positive number too large for a ball: exp applied `level` times to `ball`. Only magnitudes are followed,
 * with wide enclosures: enough to tell 10^(10^100) from 10^(10^101), or any tower from 5.
 */
interface Tower {
  readonly level: number;
  readonly ball: Ball;
}

const BITS = 512;
/** Levels beyond this are given up. */
const LEVELS = 60;

class Towers {
  readonly #field: BallField;
  readonly #machine: Machine<Ball>;

  constructor(budget: Budget) {
    this.#field = new BallField(BITS, budget);
    this.#machine = { field: this.#field, values: [], principal: false, budget };
  }

  /** The magnitude of a positive constant, `null` when it cannot be followed. */
  of(node: PlanNode): Tower | null {
    const f = this.#field;
    const value = run(this.#machine, node);
    if (value === 'undefined') return null;
    if (value.real && f.isBounded(value.re))
      return f.sign(value.re) === 1 ? { level: 0, ball: value.re } : null;
    const { expr, args } = node;
    const [first, second] = args;
    if (expr.node !== 'apply' || first === undefined) return null;
    if (expr.head === 'Factorial') return this.#factorial(first);
    if (expr.head === 'Add' || expr.head === 'Multiply') return this.#folded(expr.head, args);
    if (expr.head === 'Power' && second !== undefined) return this.#power(first, second);
    return null;
  }

  #folded(head: 'Add' | 'Multiply', args: readonly PlanNode[]): Tower | null {
    let total: Tower | null = null;
    for (const arg of args) {
      const next = this.of(arg);
      if (next === null) return null;
      if (total === null) total = next;
      else total = head === 'Add' ? this.#add(total, next) : this.#mul(total, next);
      if (total === null) return null;
    }
    return total;
  }

  /** b^w = exp(w·ln b) for b > 1. */
  #power(base: PlanNode, exponent: PlanNode): Tower | null {
    const isE = base.expr.node === 'symbol' && base.expr.name === 'e' && base.slot < 0;
    const b = isE ? null : this.of(base);
    const w = this.of(exponent);
    if (w === null || (b === null && !isE)) return null;
    const log = b === null ? { level: 0, ball: this.#field.one } : this.#ln(b);
    const product = log === null ? null : this.#mul(w, log);
    return product === null ? null : this.#exp(product);
  }

  /** n! lies between (n/e)^n and n^n. */
  #factorial(node: PlanNode): Tower | null {
    const n = this.of(node);
    const log = n === null ? null : this.#ln(n);
    if (n === null || log === null) return null;
    const product = this.#mul(
      n,
      log.level === 0 ? { level: 0, ball: this.#field.blur(log.ball, 0) } : blurred(this.#field, log),
    );
    return product === null ? null : this.#exp(product);
  }

  #exp(x: Tower): Tower | null {
    return x.level >= LEVELS ? null : this.#lowered({ level: x.level + 1, ball: x.ball });
  }

  /** ln x, where it is positive. */
  #ln(x: Tower): Tower | null {
    if (x.level > 0) return { level: x.level - 1, ball: x.ball };
    const log = this.#field.ln(x.ball);
    return this.#field.sign(log) === 1 ? { level: 0, ball: log } : null;
  }

  /** The same number on the lowest level where it is a ball. */
  #lowered(x: Tower): Tower {
    if (x.level === 0) return x;
    const down = this.#field.exp(x.ball);
    return this.#field.isBounded(down) ? this.#lowered({ level: x.level - 1, ball: down }) : x;
  }

  #mul(x: Tower, y: Tower): Tower | null {
    if (x.level === 0 && y.level === 0) {
      const product = this.#field.mul(x.ball, y.ball);
      if (this.#field.isBounded(product)) return { level: 0, ball: product };
    }
    if (this.#isOne(x)) return y;
    if (this.#isOne(y)) return x;
    const [a, b] = [this.#ln(x), this.#ln(y)];
    const sum = a === null || b === null ? null : this.#add(a, b);
    return sum === null ? null : this.#exp(sum);
  }

  #isOne(x: Tower): boolean {
    return x.level === 0 && this.#field.isZero(this.#field.sub(x.ball, this.#field.one));
  }

  /** x + y lies between the larger and twice the larger: on a level above 0, less than 1 more. */
  #add(x: Tower, y: Tower): Tower | null {
    if (x.level === 0 && y.level === 0) return { level: 0, ball: this.#field.add(x.ball, y.ball) };
    const order = this.compare(x, y);
    if (order === null) return null;
    return blurred(this.#field, order < 0 ? y : x);
  }

  /** −1 or 1 when the order is certain, else `null`. */
  compare(x: Tower, y: Tower): -1 | 1 | null {
    if (x.level < y.level) {
      const turned = this.compare(y, x);
      return turned === null ? null : turned === 1 ? -1 : 1;
    }
    let small: Tower | null = y;
    for (let level = y.level; level < x.level && small !== null; level++) small = this.#logged(small);
    // A logarithm that is no longer positive belongs to the smaller number: exp of anything is positive.
    if (small === null) return this.#field.sign(x.ball) === 1 ? 1 : null;
    const sign = this.#field.sign(this.#field.sub(x.ball, small.ball));
    return sign === 0 ? null : sign;
  }

  /** The number one level up: its logarithm as the new ball. */
  #logged(x: Tower): Tower | null {
    const log = this.#field.ln(x.ball);
    return this.#field.sign(log) === 1 ? { level: x.level + 1, ball: log } : null;
  }
}

const blurred = (field: BallField, x: Tower): Tower => ({ level: x.level, ball: field.blur(x.ball, 0) });

/** True when two positive constants certainly differ, however large they are. */
export function differentMagnitudes(a: PlanNode, b: PlanNode, budget: Budget): boolean {
  const towers = new Towers(budget);
  const x = towers.of(a);
  const y = x === null ? null : towers.of(b);
  return x !== null && y !== null && towers.compare(x, y) !== null;
}
