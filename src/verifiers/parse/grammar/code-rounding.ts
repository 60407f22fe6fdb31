import { type Expr, isApply, type NumberNode, rational, symbol } from '../../expr.js';
import { applyAll, literalInteger } from './build.js';

/** Most digits asked for. */
const MAX_DIGITS = 100n;

/** The exact value of a literal number, its sign included; null for anything else. */
function literalNumber(expr: Expr | undefined): NumberNode | null {
  if (expr === undefined) return null;
  if (expr.node === 'number') return expr;
  const inner = isApply(expr, 'Negate') ? literalNumber(expr.args[0]) : null;
  return inner === null ? null : rational(-inner.num, inner.den);
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

/** `num / den` to the nearest whole number, halves away from zero. */
function nearest(num: bigint, den: bigint): bigint {
  const size = (2n * absolute(num) + den) / (2n * den);
  return num < 0n ? -size : size;
}

/** The value to `places` digits after the point (before it, where negative). */
const atPlaces = ({ num, den }: NumberNode, places: bigint): Expr =>
  places >= 0n
    ? rational(nearest(num * 10n ** places, den), 10n ** places)
    : rational(nearest(num, den * 10n ** -places) * 10n ** -places);

/** The exponent of the first significant digit: 2 for 314, −3 for 0.0027. */
function leadingExponent({ num, den }: NumberNode): bigint {
  const size = absolute(num);
  let exponent = BigInt(`${size}`.length - `${den}`.length);
  const reaches = exponent >= 0n ? size >= den * 10n ** exponent : size * 10n ** -exponent >= den;
  if (!reaches) exponent -= 1n;
  return exponent;
}

type Rounding = (value: NumberNode, digits: bigint) => Expr | null;

const significantFigures: Rounding = (value, digits) => {
  if (digits < 1n) return null;
  return value.num === 0n ? value : atPlaces(value, digits - 1n - leadingExponent(value));
};

const decimalPlaces: Rounding = (value, digits) => (digits < 0n ? null : atPlaces(value, digits));

/** A call that rounds a literal number; of anything else it stands for itself. */
const rounding =
  (name: string, round: Rounding) =>
  (args: readonly Expr[]): Expr => {
    const [first, second] = args;
    const value = literalNumber(first);
    const digits = second === undefined ? undefined : literalInteger(second);
    const fits = args.length === 2 && value !== null && digits !== undefined && digits <= MAX_DIGITS;
    return (fits ? round(value, digits) : null) ?? applyAll('Call', [symbol(name), ...args]);
  };

/** Rounding of numbers in computer-algebra notation, halves away from zero. */
export const ROUNDING_CALLS: readonly (readonly [string, (args: readonly Expr[]) => Expr])[] = [
  ['significantfigures', rounding('significantfigures', significantFigures)],
  ['decimalplaces', rounding('decimalplaces', decimalPlaces)],
];
