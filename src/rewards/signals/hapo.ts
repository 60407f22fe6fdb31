import type { Json } from '../../support/index.js';
import { correctOf, lengthOf } from '../facts.js';
import type { Group, Scores } from '../rollout.js';
import type { Params, Range, Signal } from '../signal.js';

/**
 * What is remembered of a problem: the shortest right answer, and sum and count of all right lengths
 * (tokens).
 */
export interface LengthHistory {
  readonly shortest: number;
  readonly total: number;
  readonly count: number;
  readonly [key: string]: number;
}

/**
 * What is wrong with a stored state: lengths are whole numbers of tokens, and the shortest is no more than
 * the mean.
 */
function lengthMisfit(state: Json): string | null {
  if (typeof state !== 'object' || state === null) return 'must be {count, shortest, total}';
  const { shortest, total, count, ...rest } = state as { readonly [key: string]: Json };
  const whole = [shortest, total, count].every((n) => Number.isSafeInteger(n) && Number(n) >= 0);
  if (!whole || Object.keys(rest).length > 0)
    return 'must be {count, shortest, total}, whole numbers from 0 to 2^53 − 1';
  if (Number(count) < 1) return 'count must be at least 1';
  if (Number(shortest) * Number(count) > Number(total)) return 'total must be at least count · shortest';
  return null;
}

/**
 * The history length of a snapshot: the least or the true mean of right lengths; `null` while none is known,
 * and for a length of 0, to which nothing can be compared.
 */
export function historyLength(memory: LengthHistory | null, history: 'min' | 'mean'): number | null {
  if (memory === null || memory.count === 0) return null;
  const h = history === 'min' ? memory.shortest : memory.total / memory.count;
  return h > 0 ? h : null;
}

/**
 * HAPO's length reward of one response of `tokens` tokens against the history length `h`, cosine form:
 * cos(π/2·min(x, 2)) with x = tokens/h, a right answer never below `floor`, a wrong one never above 0 (HAPO
 * sheet §2).
 */
export function cosineReward(tokens: number, h: number, correct: boolean, floor: number): number {
  const x = Math.min(tokens / h, 2);
  const cosine = x === 1 ? 0 : x === 2 ? -1 : Math.cos((Math.PI / 2) * x);
  return correct ? Math.max(floor, cosine) : Math.min(0, cosine);
}

/**
 * The linear form: a slope below h, a flat band up to (1 + tolerance)·h, then a falling slope (HAPO sheet
 * §2).
 */
export function linearReward(
  tokens: number,
  h: number,
  correct: boolean,
  floor: number,
  tolerance: number,
): number {
  const edge = (1 + tolerance) * h;
  if (correct && tokens < h) return 1 - tokens / h;
  if (tokens < edge) return 0;
  return Math.max(correct ? floor : -1, -(tokens - edge) / h);
}

const rangeWhen = (params: Params, correct: boolean): Range =>
  correct ? [Number(params.floor), 1] : [-1, 0];

function score(group: Group, params: Params, memory: LengthHistory | null): Scores {
  const h = historyLength(memory, params.history === 'mean' ? 'mean' : 'min');
  const floor = Number(params.floor);
  return group.rollouts.map((rollout) => {
    const tokens = lengthOf(rollout, 'tokens');
    const correct = correctOf(rollout.facts);
    if (tokens === null || correct === null) return null;
    if (h === null) return 0;
    return params.form === 'linear'
      ? linearReward(tokens, h, correct, floor, Number(params.tolerance))
      : cosineReward(tokens, h, correct, floor);
  });
}

/** Length against the problem's own history of right answers (Huang, Zhang, Cardie, arXiv 2505.11225). */
export const hapo: Signal<LengthHistory> = {
  name: 'hapo',
  summary: 'length against the shortest (or mean) right answer this problem has had',
  source: 'HAPO, arXiv 2505.11225, §3',
  parameters: {
    form: { kind: 'choice', default: 'cosine', choices: ['cosine', 'linear'], what: 'shape of the reward' },
    history: {
      kind: 'choice',
      default: 'min',
      choices: ['min', 'mean'],
      what: 'shortest right answer, or their true mean',
    },
    floor: { kind: 'number', default: -0.7, min: -1, max: 0, what: 'least score of a right answer' },
    tolerance: {
      kind: 'number',
      default: 0.1,
      min: 0,
      max: 10,
      what: 'linear form: flat band above the history, as a share',
    },
  },
  needs: () => ['correct', 'tokens', 'history'],
  range: (params) => [Math.min(-1, rangeWhen(params, true)[0]), 1],
  rangeWhen,
  memory: {
    merge: (a, b) => ({
      shortest: Math.min(a.shortest, b.shortest),
      total: a.total + b.total,
      count: a.count + b.count,
    }),
    learn: (group) => {
      // Impossible lengths are taught as they stand: a history names and refuses them rather than forget a response.
      const right = group.rollouts.flatMap(({ tokens, facts }) =>
        facts.correct === true && tokens !== undefined ? [tokens] : [],
      );
      if (right.length === 0) return null;
      return {
        shortest: right.reduce((a, b) => Math.min(a, b)),
        total: right.reduce((sum, n) => sum + n, 0),
        count: right.length,
      };
    },
    misfit: lengthMisfit,
  },
  score,
};
