import type { Complex, Value } from '../complex.js';
import { type Machine, type PlanNode, run } from '../machine.js';
import type { RealField } from '../real-field.js';

/** A function of one enclosure. */
export type Unary = <B>(f: RealField<B>, z: Complex<B>) => Value<B>;

/** The values of all arguments, or `undefined` (the word) as soon as one certainly has none. */
export function values<B>(machine: Machine<B>, node: PlanNode): readonly Complex<B>[] | 'undefined' {
  const found: Complex<B>[] = [];
  let missing = false;
  for (const arg of node.args) {
    const value = run(machine, arg);
    if (value === 'undefined') missing = true;
    else found.push(value);
  }
  return missing ? 'undefined' : found;
}
