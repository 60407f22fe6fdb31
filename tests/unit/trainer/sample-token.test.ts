import { describe, expect, test } from 'vitest';
import { derivedRandom } from '../../../src/trainer/random.js';
import { drawToken } from '../../../src/trainer/rollout/sample-token.js';

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

  test('a token of probability 0 is never drawn', () => {
    expect(new Set(draw([0.5, 0, 0.5], { temperature: 1 }))).toEqual(new Set([0, 2]));
  });
});
