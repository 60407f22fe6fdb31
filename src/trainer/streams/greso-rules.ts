/**
 * The arithmetic of GRESO (arXiv 2506.02177 and its code): how likely a problem is skipped before anything is sampled, how that
 * likelihood follows what is seen, and how many problems a round samples.
 */

import type { Scores } from '../../rewards/index.js';
import { isFlat } from './flat.js';

/** How many of a problem's latest groups in a row were solved, or failed: at most one of the two is above 0. */
export interface Streak {
  readonly easy: number;
  readonly hard: number;
}

/** A problem never seen, or seen with an informative group last. */
export const noStreak: Streak = { easy: 0, hard: 0 };

/** From which mean reward on a group counts as solved, and up to which as failed. */
export interface Thresholds {
  readonly easyFrom: number;
  readonly hardUpTo: number;
}

/** The streak after one more group of this mean reward. */
export const streakAfter = (
  { easy, hard }: Streak,
  mean: number,
  { easyFrom, hardUpTo }: Thresholds,
): Streak => ({ easy: mean >= easyFrom ? easy + 1 : 0, hard: mean <= hardUpTo ? hard + 1 : 0 });

/**
 * Whether a group was solved or failed as the chances count it: its rewards all equal, and past a threshold. (The code asks
 * for exactly 1 and 0.1, and so counts groups of 0 as neither.)
 */
export function settled(rewardsG: Scores, { easyFrom, hardUpTo }: Thresholds): keyof Chances | null {
  const reward = rewardsG.find((value) => value !== null) ?? null;
  if (reward === null || !isFlat(rewardsG)) return null;
  if (reward >= easyFrom) return 'easy';
  return reward <= hardUpTo ? 'hard' : null;
}

/** The base chances, in (0, 1], of looking at a solved and at a failed problem again: p_easy and p_hard. */
export interface Chances {
  readonly easy: number;
  readonly hard: number;
}

/** Some chance of a second look stays, however long a streak (in the code, not in the paper). */
const LEAST_CHANCE = 0.01;

/** 1 − max(p^z, 0.01) for a streak of z > 0, else 0: in [0, 0.99]. */
export function skipProbability({ easy, hard }: Streak, chances: Chances): number {
  if (easy > 0) return 1 - Math.max(chances.easy ** easy, LEAST_CHANCE);
  if (hard > 0) return 1 - Math.max(chances.hard ** hard, LEAST_CHANCE);
  return 0;
}

/** What a chance moves by, and within which bounds. */
const STEP = 0.01;
const BOUNDS = [0.05, 0.95] as const;

/** A base chance after an update that saw this share of such groups: down where there are enough of them, else up. */
export function adjustedChance(chance: number, seen: number, target: number): number {
  return seen >= target ? Math.max(chance - STEP, BOUNDS[0]) : Math.min(chance + STEP, BOUNDS[1]);
}

/** The shares of solved and of failed groups aimed at, of all groups sampled: a third and two thirds of `flatTarget`. */
export const targetShares = (flatTarget: number): Chances => ({
  easy: flatTarget / 3,
  hard: (2 * flatTarget) / 3,
});

/** More is sampled than the last round's share of informative groups would need. */
const MARGIN = 1.25;

/**
 * Problems of the next round when `missing` groups are wanted and `flatShare` of the last round taught nothing; `last` when
 * that should fill the step, so that training then goes on with what there is. A share of 1 asks for `most`.
 */
export function roundSize(
  missing: number,
  flatShare: number,
  { least, most }: { readonly least: number; readonly most: number },
): { readonly size: number; readonly last: boolean } {
  const estimate =
    flatShare >= 1 ? Number.POSITIVE_INFINITY : Math.floor((missing / (1 - flatShare)) * MARGIN);
  return { size: Math.max(Math.min(estimate, most), least), last: estimate <= most };
}
