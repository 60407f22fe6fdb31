import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivedRandom } from '../../../../src/trainer/random.js';
import { drawToken } from '../../../../src/trainer/rollout/sample-token.js';

const draw = (shares: readonly number[], options: Parameters<typeof drawToken>[1], seed = 1): number[] =>
  Array.from({ length: 4000 }, (_, i) =>
    drawToken(Float32Array.from(shares), options, derivedRandom(seed, i)),
  );

const shares = (tokens: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, id) => tokens.filter((token) => token === id).length / tokens.length);

describe('drawToken', () => {
  const probabilities = [0.5, 0.3, 0.15, 0.05];

  test('draws by probability', () => {
    for (const [i, share] of shares(draw(probabilities, { temperature: 1 }), 4).entries())
      expect(Math.abs(share - (probabilities[i] as number))).toBeLessThan(0.03);
  });

  test('by their shares, where they sum to something else than 1', () => {
    const doubled = probabilities.map((value) => 2 * value);
    expect(draw(doubled, { temperature: 1 })).toEqual(draw(probabilities, { temperature: 1 }));
  });

  test('temperature 0 is the first of the most probable', () => {
    expect(new Set(draw([0.2, 0.4, 0.4], { temperature: 0 }))).toEqual(new Set([1]));
  });

  test.each([
    ['top-k 2', { temperature: 1, topK: 2 }, 2],
    ['top-p 0.6', { temperature: 1, topP: 0.6 }, 2],
    ['top-p below the first', { temperature: 1, topP: 0.1 }, 1],
    ['both', { temperature: 1, topK: 3, topP: 0.9 }, 3],
  ])('%s keeps the most probable, in proportion', (_, options, kept) => {
    const seen = shares(draw(probabilities, options), 4);
    const mass = probabilities.slice(0, kept).reduce((sum, share) => sum + share, 0);
    for (const [i, share] of seen.entries())
      expect(Math.abs(share - (i < kept ? (probabilities[i] as number) / mass : 0))).toBeLessThan(0.03);
  });

  test('top-k keeps the first of equals, wherever the most probable stand', () => {
    expect(new Set(draw([0.1, 0.3, 0.3, 0.3], { temperature: 1, topK: 2 }))).toEqual(new Set([1, 2]));
  });

  test('of many tokens the same are kept as of all in order', () => {
    const exponents = fc.array(fc.double({ min: -40, max: 0, noNaN: true }), {
      minLength: 1,
      maxLength: 200,
    });
    const some = fc.record({ topK: fc.nat(60), topP: fc.constantFrom(0.05, 0.5, 0.9, 0.999, 0.999999, 1) });
    fc.assert(
      fc.property(exponents, some, fc.nat(), (logs, { topK, topP }, seed) => {
        const masses = logs.map(Math.exp);
        const total = masses.reduce((a, b) => a + b, 0);
        const values = Float32Array.from(masses, (mass) => mass / total);
        const order = [...values.keys()].sort(
          (a, b) => (values[b] as number) - (values[a] as number) || a - b,
        );
        let [count, mass] = [0, 0];
        while (count < order.length && (topK === 0 || count < topK) && mass < topP) {
          mass += values[order[count] as number] as number;
          count += 1;
        }
        const kept = new Set(order.slice(0, count));
        for (let i = 0; i < 20; i += 1)
          expect(kept).toContain(drawToken(values, { temperature: 1, topK, topP }, derivedRandom(seed, i)));
      }),
    );
  });

  test('values that are no numbers end the search', () => {
    const drawn = drawToken(
      Float32Array.of(Number.NaN, Number.NaN),
      { temperature: 1, topP: 0.5 },
      derivedRandom(1),
    );
    expect([0, 1]).toContain(drawn);
  });

  test('a token of probability 0 is never drawn', () => {
    expect(new Set(draw([0.5, 0, 0.5], { temperature: 1 }))).toEqual(new Set([0, 2]));
  });
});
