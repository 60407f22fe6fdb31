import type { Value } from '../complex.js';
import * as c from '../complex.js';
import { type Handler, type Machine, type PlanNode, run } from '../machine.js';

/** Terms written out; longer sums are left to formal rules. */
const TERM_LIMIT = 4000n;

function bound<B>(machine: Machine<B>, node: PlanNode | undefined): bigint | null {
  if (node === undefined) return null;
  const value = run(machine, node);
  return value === 'undefined' || !value.real ? null : machine.field.integer(value.re);
}

function accumulate<B>(machine: Machine<B>, node: PlanNode, multiply: boolean): Value<B> {
  const f = machine.field;
  const [body, index, lower, upper] = node.args;
  const from = bound(machine, lower);
  const to = bound(machine, upper);
  if (body === undefined || index === undefined || from === null || to === null) return c.unknown(f);
  // Only the empty range just below the lower bound has an agreed meaning.
  if (to < from - 1n || to - from > TERM_LIMIT) return c.unknown(f);
  let total: Value<B> = c.fromReal(f, multiply ? f.one : f.zero);
  const outer = machine.values[index.slot];
  for (let n = from; n <= to && total !== 'undefined'; n++) {
    machine.values[index.slot] = c.fromReal(f, f.fromRational(n, 1n));
    const term: Value<B> = run(machine, body);
    if (term === 'undefined') total = term;
    else total = multiply ? c.mul(f, total, term) : c.add(f, total, term);
  }
  machine.values[index.slot] = outer;
  return total;
}

/** Finite sums and products over an integer index. */
export const series: Readonly<Record<string, Handler>> = {
  Sum: (machine, node) => accumulate(machine, node, false),
  Product: (machine, node) => accumulate(machine, node, true),
};
