import type { Random } from '../../../support/index.js';
import { normal } from '../../random.js';
import { kinds, nouns } from './problem.js';

/** How an author works: the weights of styles and endings, and how often checks and further questions follow. */
export interface Habits {
  readonly style: Readonly<Record<Style, number>>;
  readonly ending: Readonly<Record<Ending, number>>;
  /** The probability of one more check; or how many there are at most, evenly spread. */
  readonly checks: { readonly again: number } | { readonly upTo: number };
  /** The probability of a new question after a box. */
  readonly more: number;
  /** The probability that a guess, or a skipped chain, ends in a random digit. */
  readonly noise: { readonly guess: number; readonly skip: number };
}

/** The first word of a response, which says how the body is worked out. */
export type Style = 'think' | 'first' | 'step' | 'skip' | 'guess';

/** How a response ends. */
export type Ending = 'so' | 'thus' | 'hence' | 'ans' | 'stop' | 'wait';

/** Habits of every kind and noun, varied about common ones: drawn once, so that each cell has an author of its own. */
export type Authors = ReadonlyMap<string, Habits>;

/** The cell of a question. */
export const cellOf = (kind: string, noun: string): string => `${kind} ${noun}`;

/** How much authors differ: in the style they work in, and in how they check, end and go on. */
export interface Spread {
  readonly style: number;
  readonly rest: number;
}

/** Draws an author for every cell: weights times exp(spread·N(0, 1)), probabilities moved alike in logit space. */
export function drawAuthors(common: Habits, spread: Spread, random: Random): Authors {
  const cells = kinds.flatMap((kind) => nouns.map((noun) => cellOf(kind, noun)));
  return new Map(cells.map((cell) => [cell, drawHabits(common, spread, random)]));
}

function drawHabits(common: Habits, { style, rest }: Spread, random: Random): Habits {
  const { checks } = common;
  return {
    style: varied(common.style, style, random),
    ending: varied(common.ending, rest, random),
    checks: 'again' in checks ? { again: shifted(checks.again, rest, random) } : checks,
    more: shifted(common.more, rest, random),
    noise: common.noise,
  };
}

function varied<K extends string>(
  weights: Readonly<Record<K, number>>,
  spread: number,
  random: Random,
): Readonly<Record<K, number>> {
  const entries = Object.entries(weights) as [K, number][];
  const moved = entries.map(([key, weight]) => [key, weight * Math.exp(spread * normal(random))] as const);
  const total = moved.reduce((sum, [, weight]) => sum + weight, 0);
  // Erasure point: the keys are those of the weights.
  return Object.fromEntries(moved.map(([key, weight]) => [key, weight / total])) as Record<K, number>;
}

function shifted(probability: number, spread: number, random: Random): number {
  const logit = Math.log(probability / (1 - probability)) + spread * normal(random);
  return 1 / (1 + Math.exp(-logit));
}

/** Draws a key by its weight; weights sum to 1. */
export function draw<K extends string>(weights: Readonly<Record<K, number>>, random: Random): K {
  const entries = Object.entries(weights) as [K, number][];
  let rest = random.unit();
  for (const [key, weight] of entries) {
    rest -= weight;
    if (rest < 0) return key;
  }
  return (entries.at(-1) as [K, number])[0];
}

/** Mostly careful work: the skill is learned here (papers' toy recipe, phase 1). */
export const skillHabits: Habits = {
  style: { think: 0.29, first: 0.29, step: 0.29, skip: 0.08, guess: 0.05 },
  ending: { so: 0.29, thus: 0.29, hence: 0.29, ans: 0.07, stop: 0.03, wait: 0.03 },
  checks: { again: 0.2 },
  more: 0.1,
  noise: { guess: 0, skip: 0 },
};

/** Mostly bad habits: guesses, no box, starting over (phase 2). */
export const messyHabits: Habits = {
  style: { think: 0.17, first: 0.17, step: 0.17, skip: 0.03, guess: 0.46 },
  ending: { so: 0.19, thus: 0.19, hence: 0.19, ans: 0.22, stop: 0.07, wait: 0.14 },
  checks: { again: 0.3 },
  more: 0.2,
  noise: { guess: 1, skip: 1 },
};

/** Careful but long-winded work, for studies of length: up to six checks that change nothing. */
export const wordyHabits: Habits = {
  style: { think: 0.3, first: 0.3, step: 0.3, skip: 0.07, guess: 0.03 },
  ending: { so: 0.28, thus: 0.28, hence: 0.28, ans: 0.08, stop: 0.03, wait: 0.05 },
  checks: { upTo: 6 },
  more: 0.05,
  noise: { guess: 0.6, skip: 0.2 },
};
