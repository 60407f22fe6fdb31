import { affine, constant, gate, signal, sum } from '../build.js';
import type { Term } from '../term.js';
import { rightOrWrong } from './parts.js';
import { count, definePreset, type Preset, real } from './preset.js';

const FILE = 'open-instruct open_instruct/ground_truth_utils.py';

/** What the r1-style format does to a verifier's reward: added to it, or the condition for it. */
interface FormatUse {
  readonly worth: number;
  readonly additive: boolean;
}

const format = signal('stack-format', { dialect: 'open-instruct' });

function withFormat(verified: Term, { worth, additive }: FormatUse): Term {
  if (additive) return sum({ verified: [1, verified], format: [worth, format] });
  // The condition is that the format's score be exactly 1: with any other worth nothing is ever paid.
  return worth === 1 ? gate(format, { pass: verified }) : constant(0);
}

const lengthVerifier = {
  undecided: 'zero',
  differs: 'below 0 far from the target, which its comment means to exclude; target-length clamps it',
  parameters: {
    target: count(1000, 'the row’s label: the length asked for, in tokens'),
    max_length_verifier_max_length: count(32768, 'distance that costs 1', 1),
  },
} as const;

/** The reward of open-instruct, and its two verifiers of length. */
export const openInstruct: readonly Preset[] = [
  definePreset({
    name: 'open-instruct:reward',
    summary: 'ten for a right answer, with the options for format and for responses cut off',
    formula: '10c; only if the format matches, or plus its reward; replaced where it was cut off',
    source: `${FILE} RewardConfig`,
    undecided: 'zero',
    differs: 'one verifier a row; the format accepts anything before and behind',
    parameters: {
      verification_reward: real(10, 'a right answer'),
      apply_r1_style_format_reward: { kind: 'boolean', default: false, what: 'look at the format' },
      r1_style_format_reward: real(1, 'worth of the format'),
      additive_format_reward: { kind: 'boolean', default: false, what: 'add it, instead of asking for it' },
      non_stop_penalty: { kind: 'boolean', default: false, what: 'replace the score of a response cut off' },
      non_stop_penalty_value: real(-10, 'by this'),
    },
    build: (p) => {
      const verified = affine(rightOrWrong(), p.verification_reward);
      const use = { worth: p.r1_style_format_reward, additive: p.additive_format_reward };
      const formatted = p.apply_r1_style_format_reward ? withFormat(verified, use) : verified;
      return p.non_stop_penalty
        ? gate(signal('stop-properly'), { pass: formatted, fail: constant(p.non_stop_penalty_value) })
        : formatted;
    },
  }),
  definePreset({
    ...lengthVerifier,
    name: 'open-instruct:max-length',
    summary: 'closeness to the length asked for',
    formula: '1 − |L − target|/max_length',
    source: `${FILE} MaxLenVerifier`,
    build: (p) =>
      signal('target-length', {
        target: p.target,
        scale: p.max_length_verifier_max_length,
        clamp: false,
      }),
  }),
  definePreset({
    ...lengthVerifier,
    name: 'open-instruct:up-to-max-length',
    summary: 'no longer than the length asked for',
    formula: '1 if L < target, else 1 − (L − target)/max_length',
    source: `${FILE} UpToMaxLenVerifier`,
    build: (p) =>
      signal('target-length', {
        form: 'up-to',
        target: p.target,
        scale: p.max_length_verifier_max_length,
        clamp: false,
      }),
  }),
];
