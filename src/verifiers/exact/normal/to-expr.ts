import { apply, type Expr, integer, rational, symbol } from '../../expr.js';
import { type Rational, ratio } from '../rational.js';
import type { Field } from './field.js';
import { type Generator, type Poly, type Product, SCALE } from './types.js';

/** A value of the field as a tree again. */
export function productExpr(field: Field, value: Product): Expr {
  const over: Expr[] = [];
  const under: Expr[] = [];
  for (const id of [...value.powers.keys()].sort((a, b) => a - b)) {
    const exponent = value.powers.get(id) as number;
    const generator = field.generatorOf(id);
    if (generator === null) {
      const sum = polyExpr(field, field.composite(id)?.poly ?? new Map());
      (exponent > 0 ? over : under).push(raised(sum, rational(BigInt(Math.abs(exponent)))));
    } else if (exponent < 0 && generator.meaning.kind !== 'unit')
      under.push(powerExpr(field, generator, -exponent));
    else over.push(powerExpr(field, generator, exponent));
  }
  const { num, den } = value.coef;
  const size = num < 0n ? -num : num;
  if (size !== 1n || over.length === 0) over.unshift(integer(size));
  if (den !== 1n) under.unshift(integer(den));
  const top = multiply(over);
  const whole = under.length === 0 ? top : apply('Divide', top, multiply(under));
  return num < 0n ? apply('Negate', whole) : whole;
}

const multiply = (parts: readonly Expr[]): Expr =>
  parts.length === 1 ? (parts[0] as Expr) : apply('Multiply', ...parts);

const isNumberOne = (expr: Expr): boolean => expr.node === 'number' && expr.num === 1n && expr.den === 1n;

function raised(base: Expr, exponent: Expr): Expr {
  if (isNumberOne(exponent)) return base;
  const half = exponent.node === 'number' && exponent.num === 1n && exponent.den === 2n;
  return half ? apply('Root', base, integer(2)) : apply('Power', base, exponent);
}

/** A polynomial in the field's generators as a tree. */
export function polyExpr(field: Field, poly: Poly): Expr {
  const terms = [...poly]
    .sort((a, b) => (a[0] < b[0] ? 1 : -1))
    .map(([, { mono, coef }]) => {
      const powers = new Map<number, number>();
      for (let i = 0; i < mono.length; i += 2) powers.set(mono[i] as number, mono[i + 1] as number);
      return productExpr(field, { coef: ratio(coef, 1n), powers });
    });
  return terms.length === 1 ? (terms[0] as Expr) : terms.length === 0 ? integer(0) : apply('Add', ...terms);
}

const scaledExponent = (exponent: number, per: number): Rational => ratio(BigInt(exponent), BigInt(per));

/** `generator^exponent` as a tree. */
function powerExpr(field: Field, generator: Generator, exponent: number): Expr {
  const { meaning } = generator;
  const whole = rational(BigInt(exponent));
  switch (meaning.kind) {
    case 'symbol':
      return raised(symbol(meaning.name), whole);
    case 'pi':
      return raised(symbol('pi'), whole);
    case 'imaginary':
      return raised(symbol('i'), whole);
    case 'prime':
      return raised(integer(meaning.value), whole);
    case 'root': {
      const { num, den } = scaledExponent(exponent, generator.order);
      return raised(productExpr(field, meaning.base), rational(num, den));
    }
    case 'unit':
      return unitExpr(field, meaning, exponent);
    case 'abs':
      return raised(apply('Abs', productExpr(field, meaning.of)), whole);
    case 'ln':
      return raised(apply('Ln', productExpr(field, meaning.of)), whole);
    case 'unity':
      return unityExpr(exponent, meaning.turns);
    case 'atom':
      return raised(meaning.expr, whole);
  }
}

function unitExpr(field: Field, meaning: Generator['meaning'] & { kind: 'unit' }, exponent: number): Expr {
  const quantity = scaledExponent(exponent, SCALE * meaning.parts);
  const inside = productExpr(field, { coef: quantity, powers: meaning.exponent.powers });
  return apply('Power', meaning.base === null ? symbol('e') : productExpr(field, meaning.base), inside);
}

function unityExpr(exponent: number, turns: number): Expr {
  const angle = apply('Multiply', rational(BigInt(2 * exponent), BigInt(turns)), symbol('pi'));
  return apply('Add', apply('Cos', angle), apply('Multiply', symbol('i'), apply('Sin', angle)));
}
