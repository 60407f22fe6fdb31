import { apply, type Expr } from '../../expr.js';
import { divide, operand, times } from './build.js';
import { accept, peek, peekOperator, type Reader } from './reader.js';
import { type Factor, signedRun } from './run.js';
import { vectorProduct } from './vector-product.js';

/**
 * Products and quotients, left to right. A run of juxtaposed factors after `/` is divided up as print means it:
 * `1/2x` and `√3/2 x` have a numeric coefficient, so x multiplies it; in `a/2b`, `ω/2π`, `1/xy` the whole simple run
 * is the denominator. Brackets, functions and powers of e are never drawn in: `n/2(a+l)`, `x/2 sin x`.
 */
export function term(reader: Reader): Expr {
  const first = signedRun(reader, false);
  if (!continuesTerm(reader)) return times(first.map((factor) => factor.expr));
  const quotient = new Quotient(first);
  while (continuesTerm(reader)) {
    reader.shared.budget.spend();
    step(reader, quotient);
  }
  return quotient.build();
}

function step(reader: Reader, quotient: Quotient): void {
  const token = peek(reader);
  if (accept(reader, '*'))
    quotient.multiply(signedRun(reader, true), token?.kind === 'operator' && token.mark === 'times');
  else if (accept(reader, '/')) quotient.divide(signedRun(reader, true));
  else if (accept(reader, 'dot')) quotient.combine('Dot', signedRun(reader, true));
  else if (accept(reader, 'cross')) quotient.combine('Cross', signedRun(reader, true));
  else {
    const choose = peek(reader)?.kind === 'name';
    reader.at += 1;
    quotient.combine(choose ? 'Binomial' : 'Mod', signedRun(reader, true));
  }
}

/** True at `*`, `/`, "mod" and "choose" (the name `binomial` between operands). */
function continuesTerm(reader: Reader): boolean {
  const token = peek(reader);
  if (token?.kind === 'name')
    return token.name === 'binomial' || (token.name === 'mod' && token.style === undefined);
  const operator = peekOperator(reader);
  if (operator === 'mod') return true;
  return operator === '*' || operator === '/' || operator === 'dot' || operator === 'cross';
}

/** Factors over divisors, kept flat: `a/b/c` is a/(b·c), `a/b·c/d` is (a/b)·(c/d). */
class Quotient {
  readonly #done: Expr[] = [];
  #over: Expr[];
  #under: Expr[] = [];

  constructor(first: readonly Factor[]) {
    this.#over = first.map((factor) => factor.expr);
  }

  multiply(run: readonly Factor[], times: boolean): void {
    this.#close();
    const left = this.#over[this.#over.length - 1];
    const head = left === undefined ? null : vectorProduct(left, run[0]!.expr, times);
    if (head !== null) this.#over.push(apply(head, this.#over.pop()!, run[0]!.expr));
    for (const factor of head === null ? run : run.slice(1)) this.#over.push(factor.expr);
  }

  divide(run: readonly Factor[]): void {
    const drawn = this.#under.length > 0 ? 1 : drawnIn(this.#over, run);
    for (const factor of run.slice(0, drawn)) this.#under.push(factor.expr);
    if (drawn === run.length) return;
    this.#close();
    for (const factor of run.slice(drawn)) this.#over.push(factor.expr);
  }

  combine(head: 'Dot' | 'Cross' | 'Mod' | 'Binomial', run: readonly Factor[]): void {
    const left = this.build();
    const right = times(run.map((factor) => factor.expr));
    this.#done.length = 0;
    this.#over = [apply(head, operand(left), operand(right))];
    this.#under = [];
  }

  build(): Expr {
    if (this.#under.length === 0) return times([...this.#done, ...this.#over]);
    return times([...this.#done, divide(times(this.#over), times(this.#under))]);
  }

  #close(): void {
    if (this.#under.length === 0) return;
    this.#done.push(divide(times(this.#over), times(this.#under)));
    this.#over = [];
    this.#under = [];
  }
}

/** How many factors of the run after `/` belong to the denominator. */
function drawnIn(over: readonly Expr[], run: readonly Factor[]): number {
  if (run.length === 1 || !run[0]!.simple) return 1;
  if (run[0]!.expr.node === 'number' && over.every(isCoefficient)) return 1;
  let count = 1;
  while (count < run.length && run[count]!.simple) count += 1;
  return count;
}

const CONSTANTS: ReadonlySet<string> = new Set(['pi', 'e', 'i']);

/** A number in any spelling: no symbol but π, e and i. Looks three levels deep, which coefficients do not exceed. */
function isCoefficient(expr: Expr, depth = 0): boolean {
  if (expr.node === 'number') return true;
  if (expr.node === 'symbol') return CONSTANTS.has(expr.name);
  if (expr.node === 'text' || depth > 3 || expr.args.length > 4) return false;
  return expr.args.every((arg) => isCoefficient(arg, depth + 1));
}
