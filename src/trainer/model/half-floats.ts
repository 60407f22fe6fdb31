/** Widens bfloat16 to float32: the upper half of its bits. */
export function fromBfloat16(bits: Uint16Array): Float32Array {
  const wide = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i += 1) wide[i] = (bits[i] as number) << 16;
  return new Float32Array(wide.buffer);
}

/** Widens IEEE half floats to float32, subnormals, infinities and NaN included. */
export function fromFloat16(bits: Uint16Array): Float32Array {
  const wide = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i += 1) wide[i] = widened(bits[i] as number);
  return wide;
}

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
  for (let i = 0; i < narrow.length; i += 1) narrow[i] = halved(values[i] as number, bits[i] as number);
  return narrow;
}

/** The greatest half float is 65504; from halfway to what would be the next one it is infinity. */
const HALF_OVERFLOW = 65_520;

function halved(value: number, bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return sign | 0x7e00;
  if (size >= HALF_OVERFLOW) return sign | 0x7c00;
  // Below 2⁻¹⁴ half floats are all the same distance apart.
  const exponent = Math.max(-14, ((bits >>> 23) & 0xff) - 127);
  const steps = size / 2 ** (exponent - 10);
  const whole = Math.floor(steps);
  const rest = steps - whole;
  const rounded = rest > 0.5 || (rest === 0.5 && whole % 2 === 1) ? whole + 1 : whole;
  return sign | (((exponent + 14) << 10) + rounded);
}
