import { unitRoot } from '../angle.js';
import * as c from '../complex.js';
import { integerPower, nthRoot, power, rationalPower } from '../complex-power.js';
import { type Handler, run } from '../machine.js';
import { values } from './shared.js';

/** Σ of the arguments. */
export const sum: Handler = (machine, node) => {
  const first = node.args[0];
  if (first === undefined) return c.fromReal(machine.field, machine.field.zero);
  let total = run(machine, first);
  for (let k = 1; k < node.args.length; k++) {
    const arg = node.args[k];
    if (arg === undefined) continue;
    const value = run(machine, arg);
    total = total === 'undefined' || value === 'undefined' ? 'undefined' : c.add(machine.field, total, value);
  }
  return total;
};

/** Π of the arguments. */
export const product: Handler = (machine, node) => {
  const first = node.args[0];
  if (first === undefined) return c.fromReal(machine.field, machine.field.one);
  let total = run(machine, first);
  for (let k = 1; k < node.args.length; k++) {
    const arg = node.args[k];
    if (arg === undefined) continue;
    const value = run(machine, arg);
    total = total === 'undefined' || value === 'undefined' ? 'undefined' : c.mul(machine.field, total, value);
  }
  return total;
};

/** −x. */
export const negation: Handler = (machine, node) => {
  const [arg] = values(machine, node);
  return typeof arg === 'string' || arg === undefined ? 'undefined' : c.neg(machine.field, arg);
};

/** x / y. */
export const quotient: Handler = (machine, node) => {
  const args = values(machine, node);
  if (args === 'undefined') return args;
  const [over, under] = args;
  return over === undefined || under === undefined
    ? c.unknown(machine.field)
    : c.div(machine.field, over, under);
};

/** base^exponent: literal exponents exactly, e^x by exp, anything else through the logarithm. */
export const powers: Handler = (machine, node) => {
  const { field } = machine;
  const [base, exponent] = node.args;
  if (base === undefined || exponent === undefined) return c.unknown(field);
  if (base.expr.node === 'symbol' && base.expr.name === 'e' && base.slot < 0) {
    if (node.angle !== null) return unitRoot(field, node.angle);
    const value = run(machine, exponent);
    return value === 'undefined' ? value : c.exp(field, value);
  }
  const value = run(machine, base);
  const literal = exponent.literal;
  if (literal === null) {
    const index = run(machine, exponent);
    return value === 'undefined' || index === 'undefined' ? 'undefined' : power(field, value, index);
  }
  if (value === 'undefined') return value;
  if (literal.den === 1n) return integerPower(field, value, literal.num);
  return rationalPower(field, value, literal.num, literal.den, !machine.principal);
};

/** Root(x, n); an index that is not a positive literal integer means the power x^(1/n). */
export const roots: Handler = (machine, node) => {
  const { field } = machine;
  const [base, index] = node.args;
  if (base === undefined || index === undefined) return c.unknown(field);
  const value = run(machine, base);
  const degree = index.literal;
  if (degree !== null && degree.den === 1n && degree.num > 0n) {
    return value === 'undefined' ? value : nthRoot(field, value, degree.num);
  }
  const order = run(machine, index);
  if (value === 'undefined' || order === 'undefined') return 'undefined';
  const inverse = c.div(field, c.fromReal(field, field.one), order);
  return inverse === 'undefined' ? inverse : power(field, value, inverse);
};
