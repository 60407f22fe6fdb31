import { passAtK } from '../support/index.js';
import { mean } from './mean.js';
import type { Sampled, Sampler } from './policy.js';
import type { Judge, TrainingProblem } from './problem.js';

/** How a policy does on held-out problems; shares are in [0, 1]. */
export interface Evaluation {
  /** Share of right answers, greedily decoded. */
  readonly accuracy: number;
  /** Mean share of right answers over samples at temperature 1. */
  readonly sampledAccuracy: number;
  /** Share of greedy responses that give an answer in the form asked for. */
  readonly boxed: number;
  /** Mean tokens of a greedy response. */
  readonly meanTokens: number;
  /** Mean entropy of the next-token distributions over the samples, nats. */
  readonly entropy: number;
  /** pass@k over the samples, unbiased (papers/05), by k. */
  readonly passAtK: Readonly<Record<string, number>>;
  /** Problems. */
  readonly n: number;
  /** Greedy responses to the problems of each kind, where problems have kinds. */
  readonly byKind?: Readonly<Record<string, KindEvaluation>>;
}

/** How a policy does on the problems of one kind, greedily decoded. */
export interface KindEvaluation {
  readonly accuracy: number;
  readonly meanTokens: number;
  readonly n: number;
}

/** How an evaluation samples. */
export interface EvaluationOptions {
  readonly maxTokens: number;
  /** Samples of each problem at temperature 1; the k of pass@k is at most this. */
  readonly samples: number;
  readonly seed: number;
  readonly k?: number;
}

/** Measures a policy on problems: greedy once, and `samples` times at temperature 1. */
export async function evaluatePolicy(
  sampler: Sampler,
  problems: readonly TrainingProblem[],
  judge: Judge,
  { maxTokens, samples, seed, k = 8 }: EvaluationOptions,
): Promise<Evaluation> {
  const prompts = problems.map(({ prompt }) => prompt);
  const greedy = (await sampler.sample(prompts, 1, { temperature: 0, maxTokens, seed })).map(
    (responses) => responses[0] as Sampled,
  );
  const sampled = await sampler.sample(prompts, samples, { temperature: 1, maxTokens, seed });
  const right = sampled.map(
    (responses, i) =>
      responses.filter((response) => judge(problems[i] as TrainingProblem, response).facts.correct === true)
        .length,
  );
  const judged = greedy.map((response, i) => judge(problems[i] as TrainingProblem, response));
  return {
    accuracy: mean(judged.map(({ facts }) => Number(facts.correct === true))),
    sampledAccuracy: mean(right.map((count) => count / samples)),
    boxed: mean(judged.map(({ boxed }) => Number(boxed))),
    meanTokens: mean(greedy.map(({ tokens }) => tokens.length)),
    entropy: mean(sampled.flat().map(({ entropies }) => mean([...entropies]))),
    passAtK: samples < k ? {} : { [String(k)]: mean(right.map((count) => passAtK(samples, count, k))) },
    n: problems.length,
    ...byKind(
      problems.map(({ kind }) => kind),
      judged.map(({ facts }, i) => ({
        right: facts.correct === true,
        tokens: (greedy[i] as Sampled).tokens.length,
      })),
    ),
  };
}

function byKind(
  kinds: readonly (string | undefined)[],
  results: readonly { readonly right: boolean; readonly tokens: number }[],
): Pick<Evaluation, 'byKind'> {
  const names = [...new Set(kinds)].filter((kind) => kind !== undefined).sort();
  if (names.length === 0) return {};
  const entries = names.map((name) => {
    const own = results.filter((_, i) => kinds[i] === name);
    const accuracy = mean(own.map(({ right }) => Number(right)));
    return [name, { accuracy, meanTokens: mean(own.map(({ tokens }) => tokens)), n: own.length }] as const;
  });
  return { byKind: Object.fromEntries(entries) };
}
