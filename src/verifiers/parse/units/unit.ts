import type { Unit } from '../../answer.js';
import { gcd } from '../../exact/rational.js';
import { integer, rational } from '../../expr.js';

/** A unit while it is being read: an exact factor as a fraction, and integer powers of base dimensions. */
export interface UnitValue {
  readonly name: string;
  readonly num: bigint;
  readonly den: bigint;
  /** Added after multiplying, as a fraction of 100: only temperatures have one. */
  readonly offset: readonly [bigint, bigint];
  readonly dimension: Readonly<Record<string, number>>;
}

/** No unit at all: factor 1, no dimension. */
export const noUnit: UnitValue = { name: '', num: 1n, den: 1n, offset: [0n, 1n], dimension: {} };

/** A unit of one base dimension and factor 1. */
export const baseUnit = (name: string, dimension: string): UnitValue => ({
  ...noUnit,
  name,
  dimension: { [dimension]: 1 },
});

/** `a·b`, by `sign` 1, or `a/b`, by `sign` −1. An offset does not survive a product. */
export function multiplyUnits(a: UnitValue, b: UnitValue, sign: 1 | -1): UnitValue {
  if (a === noUnit && sign === 1) return b;
  const [bn, bd] = sign === 1 ? [b.num, b.den] : [b.den, b.num];
  const num = a.num * bn;
  const den = a.den * bd;
  const common = gcd(num, den);
  const dimension = new Map(Object.entries(a.dimension));
  for (const [key, power] of Object.entries(b.dimension)) {
    const sum = (dimension.get(key) ?? 0) + sign * power;
    if (sum === 0) dimension.delete(key);
    else dimension.set(key, sum);
  }
  const name = a.name === '' && sign === 1 ? b.name : `${a.name}${sign === 1 ? '·' : '/'}${b.name}`;
  return {
    name,
    num: num / common,
    den: den / common,
    offset: [0n, 1n],
    dimension: Object.fromEntries(dimension),
  };
}

/** `unit^power` for a whole power between −9 and 9. */
export function powerUnit(unit: UnitValue, power: number): UnitValue {
  if (power === 1) return unit;
  const count = BigInt(Math.abs(power));
  const [num, den] = power > 0 ? [unit.num, unit.den] : [unit.den, unit.num];
  const dimension = Object.fromEntries(Object.entries(unit.dimension).map(([key, p]) => [key, p * power]));
  return { name: `${unit.name}^${power}`, num: num ** count, den: den ** count, offset: [0n, 1n], dimension };
}

/** The answer's unit. */
export const toUnit = (unit: UnitValue): Unit => ({
  name: unit.name,
  factor: rational(unit.num, unit.den),
  offset: unit.offset[0] === 0n ? integer(0) : rational(unit.offset[0], unit.offset[1]),
  dimension: unit.dimension,
});
