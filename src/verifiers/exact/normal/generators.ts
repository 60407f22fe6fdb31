import { type Rational, ratio } from '../rational.js';
import { stop } from './field-helpers.js';
import { keyOf, MINUS_UNITY, single, UNITY } from './product.js';
import { type Product, SCALE } from './types.js';
import { isBoundName, type Workspace } from './workspace.js';

/** Exponent denominators beyond this are not represented. */
const MAX_PARTS = 1_000_000;

/** A free symbol. */
export function symbolOf(ws: Workspace, name: string): Product {
  const fact = ws.facts.get(name) ?? (isBoundName(name) ? 'integer' : 'real');
  const generator = ws.field.generator(`symbol:${name}`, () => ({
    meaning: { kind: 'symbol', name, integer: fact === 'integer' || fact === 'natural' },
    conjugate: fact === 'complex' ? 'unknown' : 'same',
    positive: fact === 'positive' || fact === 'natural',
    integer: fact === 'integer' || fact === 'natural',
  }));
  return single(generator.id);
}

/** π as a factor. */
export function piOf(ws: Workspace): Product {
  return single(ws.field.generator('pi', () => ({ meaning: { kind: 'pi' }, positive: true })).id);
}

/** The imaginary unit. */
export function imaginaryOf(ws: Workspace): Product {
  const generator = ws.field.generator('i', () => ({
    meaning: { kind: 'imaginary' },
    order: 2,
    value: MINUS_UNITY,
    conjugate: 'negative',
  }));
  return single(generator.id);
}

/** |r| of a real value whose sign varies. */
export function absoluteOf(ws: Workspace, real: Product): Product {
  const generator = ws.field.generator(`abs:${keyOf(real)}`, () => ({
    meaning: { kind: 'abs', of: real },
    order: 2,
    value: ws.field.power(real, 2),
    positive: true,
  }));
  return single(generator.id);
}

/** `base^exponent` on the principal branch, whole parts of the exponent moved into the base itself. */
export function rootPower(ws: Workspace, base: Product, exponent: Rational, positive: boolean): Product {
  if (exponent.den === 1n) return ws.field.power(base, safe(exponent.num));
  const order = SCALE * partsOf(exponent.den);
  const generator = ws.field.generator(`root:${order}:${positive}:${keyOf(base)}`, () => ({
    meaning: { kind: 'root', base },
    order,
    value: base,
    conjugate: positive ? 'same' : 'unknown',
    positive,
  }));
  return ws.field.power(single(generator.id), safe((exponent.num * BigInt(order)) / exponent.den));
}

/** The part of a denominator that SCALE does not provide for. */
function partsOf(den: bigint): number {
  const scale = BigInt(SCALE);
  if (scale % den === 0n) return 1;
  let rest = den;
  for (const prime of [2n, 3n, 5n, 7n, 11n]) {
    for (let most = scale; rest % prime === 0n && most % prime === 0n; most /= prime) rest /= prime;
  }
  return rest > MAX_PARTS ? stop('too-large') : Number(rest);
}

/** A whole number as a double, when it is exact. */
export function safe(n: bigint): number {
  const value = Number(n);
  return Number.isSafeInteger(value) ? value : stop('too-large');
}

/** What the powers of a unit generator are like. */
export interface UnitNature {
  readonly conjugate: 'same' | 'inverse' | 'unknown';
  readonly positive: boolean;
  /** Exponent (in whole powers of base^m) after which it repeats, for (−1)^n; 0: never. */
  readonly period: number;
  /** Relation at that exponent. */
  readonly value?: Product;
}

/** `base^(quantity · m)`, or `exp(quantity · m)` when `base` is null: a unit of the field. */
export function unitPower(
  ws: Workspace,
  base: Product | null,
  m: Product,
  quantity: Rational,
  nature: UnitNature,
): Product {
  const parts = partsOf(quantity.den);
  const key = `unit:${parts}:${nature.positive}:${base === null ? 'e' : keyOf(base)}:${keyOf(m)}`;
  const generator = ws.field.generator(key, () => ({
    meaning: { kind: 'unit', base, exponent: m, parts },
    conjugate: nature.conjugate,
    positive: nature.positive,
    ...(nature.period === 0 ? {} : { order: nature.period * SCALE * parts, value: nature.value ?? UNITY }),
  }));
  const exponent = (quantity.num * BigInt(SCALE) * BigInt(parts)) / quantity.den;
  return ws.field.power(single(generator.id), safe(exponent));
}

/** A unit generator to a rational power. */
export function powerOfUnit(ws: Workspace, id: number, exponent: Rational): Product {
  const generator = ws.field.generatorOf(id);
  if (generator?.meaning.kind !== 'unit') return stop('unsupported');
  const { base, exponent: m, parts } = generator.meaning;
  const whole = BigInt(SCALE) * BigInt(parts);
  const quantity = ratio(exponent.num, exponent.den * whole);
  const { conjugate, positive } = generator;
  return unitPower(ws, base, m, quantity, {
    conjugate: conjugate === 'negative' ? 'unknown' : conjugate,
    positive,
    period: 0,
  });
}

/** ln of a value that is neither one nor split further. */
export function logarithmOf(ws: Workspace, of: Product, real: boolean): Product {
  const generator = ws.field.generator(`ln:${real}:${keyOf(of)}`, () => ({
    meaning: { kind: 'ln', of },
    conjugate: real ? 'same' : 'unknown',
  }));
  return single(generator.id);
}

/** A long power of a whole number, kept unwritten. */
export function primePower(ws: Workspace, value: bigint, exponent: number): Product {
  const generator = ws.field.generator(`prime:${value}`, () => ({
    meaning: { kind: 'prime', value },
    positive: true,
    integer: true,
  }));
  return ws.field.power(single(generator.id), exponent);
}
