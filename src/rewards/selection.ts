import { deviation } from './group-statistics.js';

/**
 * 1-shot RLVR's historical variance score of an example: the population variance of its mean reward over the
 * epochs of a run (eqs. 1 and 2). 0 exactly when it never moved; the order of epochs does not matter.
 */
export const varianceScore = (accuracies: readonly number[]): number =>
  deviation(accuracies, 'population') ** 2;

/**
 * The examples `[N]` by falling variance score, ties in the order they came: indices, the first to be trained
 * on first.
 */
export function byVariance(histories: readonly (readonly number[])[]): readonly number[] {
  const scores = histories.map(varianceScore);
  return scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

/**
 * Whether a problem is worth training on by how many of its samples are right: at least `least` and at most
 * `most`. Qwen2.5-Math keeps 2 to 5 of 8.
 */
export const isInstructive = (right: number, least = 2, most = 5): boolean => right >= least && right <= most;

/** The place of the best-scored response, the first of equals; −1 for none (RM@N). */
export function bestOf(scores: readonly number[]): number {
  return scores.reduce((best, score, i) => (best < 0 || score > (scores[best] ?? 0) ? i : best), -1);
}

/**
 * The place of the first response with the most frequent answer, the answer seen first among equals; −1 for
 * none (maj@N).
 */
export function majorityOf(answers: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const most = [...counts].reduce<number>((greatest, [, count]) => Math.max(greatest, count), 0);
  return answers.findIndex((answer) => counts.get(answer) === most);
}

/**
 * Qwen2.5-Math's loss of a reward model over the scores of right and of wrong responses to one problem: the
 * mean of −ln σ(right − wrong) over all pairs; ≥ 0, blind to a shift of all scores. 0 without a pair.
 */
export function rankingLoss(right: readonly number[], wrong: readonly number[]): number {
  let total = 0;
  for (const good of right) for (const bad of wrong) total += softplus(bad - good);
  const pairs = right.length * wrong.length;
  return pairs === 0 ? 0 : total / pairs;
}

/** ln(1 + e^x), without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
