// A seeded generator and a bandit: every run of the search can be repeated from its seed.

/** Numbers and choices from one 32-bit state (splitmix32). */
export function makeRandom(seed) {
  let state = seed >>> 0;
  const real = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296;
  };
  const int = (low, high) => low + Math.floor(real() * (high - low + 1));
  const pick = (items) => items[Math.floor(real() * items.length)];
  const chance = (p) => real() < p;
  const list = (low, high, make) => Array.from({ length: int(low, high) }, (_, i) => make(i));
  const shuffle = (items) => {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i -= 1) {
      const j = int(0, i);
      [out[i], out[j]] = [out[j], out[i]];
    }
    return out;
  };
  return { real, int, pick, chance, list, shuffle };
}

/** One arm a choice; its weight grows with what it earned, so the search dwells where verdicts waver. */
export function makeBandit(items, r) {
  const weight = items.map(() => 1);
  let sum = items.length;
  const draw = () => {
    let at = r.real() * sum;
    let index = 0;
    while (index < items.length - 1 && at >= weight[index]) {
      at -= weight[index];
      index += 1;
    }
    return index;
  };
  const learn = (index, reward) => {
    const next = Math.min(20, Math.max(0.3, weight[index] * (1 - 1e-3) + reward * 0.05));
    sum += next - weight[index];
    weight[index] = next;
  };
  return { items, draw, learn };
}
