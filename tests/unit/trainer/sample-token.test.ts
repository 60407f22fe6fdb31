import { describe, expect, test } from 'vitest';
import { derivedRandom } from '../../../src/trainer/random.js';
import { drawToken, entropyOf, logSoftmax } from '../../../src/trainer/rollout/sample-token.js';

const draw = (logits: readonly number[], options: Parameters<typeof drawToken>[1], seed = 1): number[] =>
  Array.from({ length: 4000 }, (_, i) => drawToken(logits, options, derivedRandom(seed, i)).token);

const shares = (tokens: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, id) => tokens.filter((token) => token === id).length / tokens.length);

describe('entropy (papers/01 §3.3)', () => {
  test.each([
    [[0, 0], 1, 0.6931472],
    [[2, 0], 1, 0.3653339],
    [[2, 0], 0.6, 0.1498697],
  ])('of %j at temperature %d', (logits, temperature, expected) => {
    expect(entropyOf(logSoftmax(logits, temperature))).toBeCloseTo(expected, 7);
  });

  test('holds for logits that overflow an exponential', () => {
    expect(entropyOf(logSoftmax([5000, 0], 1))).toBe(0);
  });
});

describe('drawToken', () => {
  const logits = [Math.log(0.5), Math.log(0.3), Math.log(0.15), Math.log(0.05)];

  test('draws by probability, and tells the log-probability of what it drew', () => {
    for (const [i, share] of shares(draw(logits, { temperature: 1 }), 4).entries())
      expect(Math.abs(share - Math.exp(logits[i] as number))).toBeLessThan(0.03);
    const { token, logProb } = drawToken(logits, { temperature: 1 }, derivedRandom(3));
    expect(logProb).toBeCloseTo(logits[token] as number, 12);
  });

  test('temperature 0 is the first of the most probable', () => {
    expect(drawToken([1, 3, 3], { temperature: 0 }, derivedRandom(1))).toMatchObject({ token: 1 });
  });

  test('temperature sharpens and flattens', () => {
    expect(shares(draw(logits, { temperature: 0.25 }), 4)[0]).toBeGreaterThan(0.85);
    expect(shares(draw(logits, { temperature: 4 }), 4)[0]).toBeLessThan(0.4);
  });

  test.each([
    ['top-k 2', { temperature: 1, topK: 2 }, 2],
    ['top-p 0.6', { temperature: 1, topP: 0.6 }, 2],
    ['top-p below the first', { temperature: 1, topP: 0.1 }, 1],
    ['both', { temperature: 1, topK: 3, topP: 0.9 }, 3],
  ])('%s keeps the most probable, in proportion', (_, options, kept) => {
    const seen = shares(draw(logits, options), 4);
    const mass = logits.slice(0, kept).reduce((sum, log) => sum + Math.exp(log), 0);
    for (const [i, share] of seen.entries())
      expect(Math.abs(share - (i < kept ? Math.exp(logits[i] as number) / mass : 0))).toBeLessThan(0.03);
  });

  test('the log-probability is the one before truncation', () => {
    const { token, logProb } = drawToken(logits, { temperature: 1, topK: 1 }, derivedRandom(1));
    expect([token, logProb]).toEqual([0, expect.closeTo(logits[0] as number, 12)]);
  });

  test('a token of probability 0 is never drawn', () => {
    expect(new Set(draw([0, Number.NEGATIVE_INFINITY, 0], { temperature: 1 }))).toEqual(new Set([0, 2]));
  });
});
