import { signal, sum } from '../build.js';
import type { Term } from '../term.js';
import { rightOrWrong } from './parts.js';
import { definePreset, type Preset, real } from './preset.js';

const FILES = 'HAPO utils.py, grpo_trainer.py';

const mode = {
  kind: 'choice',
  default: 'min',
  choices: ['min', 'mean'],
  what: 'history: shortest right answer, or their true mean',
} as const;

const rep_penalty = real(0, 'score of a response all covered by repeated 3-grams of tokens; 0: off', -1e6, 0);

/** Correctness, the weighted length reward and, where it is switched on, the penalty for repetition. */
const rewardOf = (w: number, length: Term, penalty: number): Term =>
  sum({
    correct: [1, rightOrWrong()],
    length: [w, length],
    ...(penalty !== 0 && {
      repetition: [1, signal('repetition', { measure: 'covered', size: 3, penalty })] as const,
    }),
  });

const MEAN_DIFFERS = 'the published mean counts each batch once for every sample; the true mean is kept here';

/** The reward of HAPO's published code: correctness plus w times length against the problem's history. */
export const hapoAuthors: readonly Preset[] = [
  definePreset({
    name: 'hapo:cosine',
    summary: 'correctness and length against the problem’s own history, along a cosine',
    formula: 'c + w·r, x = L/h: r = max(−.7, cos(π/2·min(x, 2))) if right, min(0, …) if wrong, 0 without h',
    source: FILES,
    undecided: 'zero',
    differs: MEAN_DIFFERS,
    parameters: { w: real(1, 'weight of length', 0), mode, rep_penalty },
    build: (p) => rewardOf(p.w, signal('hapo', { history: p.mode }), p.rep_penalty),
  }),
  definePreset({
    name: 'hapo:linear',
    summary: 'the same along straight lines, flat up to a tolerance',
    formula: 'c + w·r: 1 − x if right and x < 1; 0 to 1 + t; −(x − 1 − t), ≥ −.7 if right, ≥ −1 if wrong',
    source: FILES,
    undecided: 'zero',
    differs: MEAN_DIFFERS,
    parameters: {
      w: real(1, 'weight of length', 0),
      tolerance: real(0.1, 't', 0, 10),
      mode,
      rep_penalty,
    },
    build: (p) =>
      rewardOf(
        p.w,
        signal('hapo', { form: 'linear', history: p.mode, tolerance: p.tolerance }),
        p.rep_penalty,
      ),
  }),
];
