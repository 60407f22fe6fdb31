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
