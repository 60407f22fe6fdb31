/** Widens bfloat16 to float32: the upper half of its bits. */
export function fromBfloat16(bits: Uint16Array): Float32Array {
  const wide = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i += 1) wide[i] = (bits[i] as number) << 16;
  return new Float32Array(wide.buffer);
}

/** Widens IEEE half floats to float32, subnormals, infinities and NaN included. */
export function fromFloat16(bits: Uint16Array): Float32Array {
  const wide = new Float32Array(bits.length);
  // There are few half floats: each is worked out once.
  const all = Float32Array.from({ length: bits.length < HALVES ? 0 : HALVES }, (_, each) => widened(each));
  for (let i = 0; i < bits.length; i += 1) wide[i] = all[bits[i] as number] ?? widened(bits[i] as number);
  return wide;
}

const HALVES = 65_536;

function widened(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Narrows float32 to bfloat16, to the nearest, ties to even, as PyTorch does. */
export function toBfloat16(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const narrow = new Uint16Array(values.length);
  for (let i = 0; i < narrow.length; i += 1) {
    const word = bits[i] as number;
    const notANumber = (word & 0x7f800000) === 0x7f800000 && (word & 0x7fffff) !== 0;
    narrow[i] = notANumber ? (word >>> 16) | 0x40 : (word + 0x7fff + ((word >>> 16) & 1)) >>> 16;
  }
  return narrow;
}

/** Narrows float32 to IEEE half floats, to the nearest, ties to even, as PyTorch does. */
export function toFloat16(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const narrow = new Uint16Array(values.length);
  for (let i = 0; i < narrow.length; i += 1) narrow[i] = halved(bits[i] as number);
  return narrow;
}

/** Bits of float32: infinity; 65520, halfway from the greatest half float to the next; 2⁻¹⁴, the least normal one; 2⁻²⁵. */
const INFINITE = 0x7f800000;
const OVERFLOW = 0x477ff000;
const NORMAL = 0x38800000;
const VANISHING = 0x33000000;

function halved(word: number): number {
  const sign = (word >>> 16) & 0x8000;
  const size = word & 0x7fffffff;
  if (size > INFINITE) return sign | 0x7e00;
  if (size >= OVERFLOW) return sign | 0x7c00;
  // The exponent is counted from 15 instead of 127; a carry out of the fraction is one more of it.
  if (size >= NORMAL) return sign | ((size - 0x38000000 + 0xfff + ((size >>> 13) & 1)) >>> 13);
  if (size < VANISHING) return sign;
  // Below the least normal half float all are 2⁻²⁴ apart.
  const fraction = (size & 0x7fffff) | 0x800000;
  const shift = 126 - (size >>> 23);
  const whole = fraction >>> shift;
  const rest = fraction & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return sign | (rest > half || (rest === half && whole % 2 === 1) ? whole + 1 : whole);
}
