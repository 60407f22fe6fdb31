/** Bit-level helpers shared by the big-integer balls. */

const view = new DataView(new ArrayBuffer(8));

/** Relative inflation that covers the rounding of a handful of double operations. */
const UP = 1 + 2 ** -48;

/** A radius rounded up after a few double operations; 0 stays 0 and a denormal is lifted out of its range. */
export function raise(rad: number): number {
  if (rad === 0) return 0;
  return rad < 1e-200 ? 1e-200 : rad * UP;
}

/** 2^power as a double: never rounded down to 0 (least 2^−1022), `Infinity` above the range. */
export function pow2(power: number): number {
  if (power < -1022) return 2 ** -1022;
  if (power > 1023) return Number.POSITIVE_INFINITY;
  view.setUint32(0, (power + 1023) << 20);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}

/** Bits of |n|, possibly one too many (a number just below a power of two), 0 for 0. */
export function bitLength(n: bigint): number {
  const value = Number(n);
  if (value === 0) return 0;
  if (Number.isFinite(value)) {
    view.setFloat64(0, value);
    return ((view.getUint16(0) >> 4) & 0x7ff) - 1022;
  }
  const digits = (n < 0n ? -n : n).toString(16);
  return digits.length * 4 - Math.clz32(Number.parseInt(digits.charAt(0), 16)) + 28;
}

/** An upper bound of |n| · 2^power as a double. */
export function absoluteUpTo(n: bigint, power: number): number {
  const value = Number(n);
  if (Number.isFinite(value)) return Math.abs(value) * UP * pow2(power);
  const extra = bitLength(n) - 64;
  return (Math.abs(Number(n >> BigInt(extra))) + 1) * UP * pow2(power + extra);
}

/** `n · 2^power`, rounded down. */
export const shift = (n: bigint, power: number): bigint =>
  power >= 0 ? n << BigInt(power) : n >> BigInt(-power);
