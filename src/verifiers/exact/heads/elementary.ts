import type { NumberNode } from '../../expr.js';
import { cosPi, sinPi } from '../angle.js';
import type { Value } from '../complex.js';
import * as c from '../complex.js';
import * as fn from '../complex-functions.js';
import { type Handler, run } from '../machine.js';
import type { RealField } from '../real-field.js';
import { type Unary, values } from './shared.js';

/** A head that applies one function to one argument. */
export const unary =
  (g: Unary): Handler =>
  (machine, node) => {
    const arg = node.args[0];
    if (arg === undefined) return c.unknown(machine.field);
    const value = run(machine, arg);
    return value === 'undefined' ? value : g(machine.field, value);
  };

type OfAngle = <B>(f: RealField<B>, q: NumberNode) => Value<B>;

const sine: OfAngle = (f, q) => c.fromReal(f, sinPi(f, q));
const cosine: OfAngle = (f, q) => c.fromReal(f, cosPi(f, q));
const one: OfAngle = (f) => c.fromReal(f, f.one);

const ratio =
  (top: OfAngle, bottom: OfAngle): OfAngle =>
  (f, q) => {
    const over = top(f, q);
    const under = bottom(f, q);
    return over === 'undefined' || under === 'undefined' ? 'undefined' : c.div(f, over, under);
  };

/** A trigonometric head: exact reduction where the argument is a rational multiple of π. */
const trig =
  (general: Unary, ofAngle: OfAngle): Handler =>
  (machine, node) => {
    if (node.angle !== null) return ofAngle(machine.field, node.angle);
    return unary(general)(machine, node);
  };

/** log_b x = ln x / ln b. */
export const logarithm: Handler = (machine, node) => {
  const args = values(machine, node);
  if (args === 'undefined') return args;
  const [z, base] = args;
  if (z === undefined || base === undefined) return c.unknown(machine.field);
  const over = c.ln(machine.field, z);
  const under = c.ln(machine.field, base);
  return over === 'undefined' || under === 'undefined' ? 'undefined' : c.div(machine.field, over, under);
};

/** The six trigonometric heads. */
export const trigonometric: Readonly<Record<string, Handler>> = {
  Sin: trig(fn.sin, sine),
  Cos: trig(fn.cos, cosine),
  Tan: trig(fn.tan, ratio(sine, cosine)),
  Cot: trig(fn.cot, ratio(cosine, sine)),
  Sec: trig(fn.sec, ratio(one, cosine)),
  Csc: trig(fn.csc, ratio(one, sine)),
};

/** Logarithms, hyperbolic functions and inverse functions. */
export const elementary: Readonly<Record<string, Handler>> = {
  Ln: unary(c.ln),
  Log: logarithm,
  Arcsin: unary(fn.arcsin),
  Arccos: unary(fn.arccos),
  Arctan: unary(fn.arctan),
  Arccot: unary(fn.arccot),
  Arcsec: unary(fn.arcsec),
  Arccsc: unary(fn.arccsc),
  Sinh: unary(fn.sinh),
  Cosh: unary(fn.cosh),
  Tanh: unary(fn.tanh),
  Coth: unary(fn.coth),
  Sech: unary(fn.sech),
  Csch: unary(fn.csch),
  Arsinh: unary(fn.arsinh),
  Arcosh: unary(fn.arcosh),
  Artanh: unary(fn.artanh),
  Arcoth: unary(fn.arcoth),
  Arsech: unary(fn.arsech),
  Arcsch: unary(fn.arcsch),
};
