import { type Random, seededRandom } from '../support/index.js';

/** A standard normal number (Box and Muller). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.unit()));
  return radius * Math.cos(2 * Math.PI * random.unit());
}

/**
 * A generator for one purpose, derived from a seed and whole numbers that name it (a step, a prompt, a copy): independent of
 * what other generators were used for, so that nothing depends on the order or size of batches.
 */
export function derivedRandom(seed: number, ...names: readonly number[]): Random {
  let state = seed >>> 0;
  for (const name of names) {
    state = Math.imul(state ^ (name >>> 0), 0x9e3779b1) >>> 0;
    state = (state ^ (state >>> 15)) >>> 0;
    state = Math.imul(state, 0x85ebca77) >>> 0;
    state = (state ^ (state >>> 13)) >>> 0;
  }
  return seededRandom(state);
}

/** A random order of 0 … count − 1 (Fisher and Yates). */
export function shuffled(count: number, random: Random): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
