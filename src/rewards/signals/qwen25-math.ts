import { defineSignal } from '../define.js';
import { correctOf, finiteOf } from '../facts.js';
import type { Signal } from '../signal.js';

/** 1/(1 + e^−x), without overflow. */
const sigmoid = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

/**
 * Qwen2.5-Math's shaping of a reward model's score m by the verdict v: σ(alpha·m) + (v − 1). A right answer
 * is worth [0, 1], a wrong one [−1, 0], so that the model ranks answers of one kind and never lifts a wrong
 * one above a right one.
 */
export const qwen25Math: Signal = defineSignal({
  name: 'qwen25-math',
  summary: 'a reward model’s score, squeezed so that any right answer stays above any wrong one',
  source: 'Qwen2.5-Math, arXiv 2409.12122, 3.2',
  parameters: {
    alpha: { kind: 'number', default: 0.5, min: 0, max: 1e6, what: 'steepness in the model’s score' },
  },
  needs: ['correct', 'modelScore'],
  range: () => [-1, 1],
  rangeWhen: (_, correct) => (correct ? [0, 1] : [-1, 0]),
  score: ({ facts }, { alpha }) => {
    const correct = correctOf(facts);
    const modelScore = finiteOf(facts.modelScore);
    if (correct === null || modelScore === null) return null;
    return sigmoid(alpha * modelScore) + (correct ? 0 : -1);
  },
});
