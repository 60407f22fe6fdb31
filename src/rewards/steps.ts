/** Clip: no step is worth more than 0: min(r − eta, 0). Scores and results `[K]`, one a step. */
export const clipSteps = (scores: readonly number[], eta: number): readonly number[] =>
  scores.map((score) => Math.min(score - eta, 0));

/**
 * Delta: each step is worth its score less the next one's; the last but one keeps its own and the last gets
 * 0, since the verdict stands for it. Their sum is the first score, whatever the number of steps; one step is
 * worth 0.
 */
export const deltaSteps = (scores: readonly number[]): readonly number[] =>
  scores.map((score, k) => {
    if (k === scores.length - 1) return 0;
    return k === scores.length - 2 ? score : score - (scores[k + 1] ?? 0);
  });

/**
 * What is still to come from each step on: alpha·(its worth and those after it) + the verdict (1 or 0).
 * `[K]`.
 */
export function stepReturns(worths: readonly number[], alpha: number, correct: boolean): readonly number[] {
  const returns: number[] = [];
  let ahead = 0;
  for (const worth of [...worths].reverse()) {
    ahead += worth;
    returns.push(alpha * ahead + (correct ? 1 : 0));
  }
  return returns.reverse();
}
