import { constant, gate, signal } from '../build.js';
import { exactly } from './parts.js';
import { definePreset, type Preset, real } from './preset.js';

const FILE = 'torchforge src/forge/data/rewards.py';

/** The rewards of torchforge. */
export const torchforge: readonly Preset[] = [
  definePreset({
    name: 'torchforge:math',
    summary: 'a right number, or the right number somewhere in the text',
    formula: '1 if right; partial_credit if the gold number stands outside <answer>; else 0',
    source: `${FILE} MathReward`,
    undecided: 'zero',
    differs: 'needs the gold as written; a response that lists numbers collects the partial credit',
    parameters: { partial_credit: real(0.1, 'the number elsewhere', 0, 1) },
    build: ({ partial_credit }) => signal('gold-number', { partial: partial_credit }),
  }),
  definePreset({
    name: 'torchforge:thinking',
    summary: 'a thinking block with content, or the attempt at one',
    formula: 'full_reward for a block with content, partial_reward for a tag, else 0',
    source: `${FILE} ThinkingReward`,
    undecided: 'zero',
    differs: 'pays several blocks and tags left open',
    parameters: {
      partial_reward: real(0.2, 'a tag without a block'),
      full_reward: real(1, 'a block with content'),
    },
    // The dialect gives 1, 0.2 or 0.
    build: (p) =>
      gate(exactly('torchforge'), {
        pass: constant(p.full_reward),
        fail: gate(exactly('torchforge'), { atLeast: 0.1, pass: constant(p.partial_reward) }),
      }),
  }),
];
