/** A seeded generator with explicit state: the same seed gives the same numbers on any machine. */
export interface Random {
  /** The next unsigned 32-bit integer. */
  next(): number;
  /** The next number in [0, 1), with 32 bits of resolution. */
  unit(): number;
  /** The next integer in [0, bound). */
  below(bound: number): number;
}

/** Mulberry32: 32 bits of state, enough for choosing sample points and test cases, not for cryptography. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return (z ^ (z >>> 14)) >>> 0;
  };
  const unit = (): number => next() / 4294967296;
  return { next, unit, below: (bound) => Math.floor(unit() * bound) };
}
