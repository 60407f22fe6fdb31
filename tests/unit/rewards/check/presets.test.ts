import { describe, expect, test } from 'vitest';
import {
  type CheckReport,
  check,
  learn,
  like,
  type NamedReward,
  noMemories,
  presets,
  type Reward,
  recipe,
  recipes,
  score,
  standardSignals,
} from '../../../../src/rewards/index.js';

/** A preset with 1,000 (or its limit) where a parameter has no default. */
function made({ name, parameters }: NamedReward, make: typeof like): Reward {
  const given = Object.entries(parameters).flatMap(([key, parameter]) =>
    parameter.default === undefined
      ? [[key, parameter.kind === 'number' ? Math.min(parameter.max ?? 1_000, 1_000) : 'x'] as const]
      : [],
  );
  return make(name, Object.fromEntries(given));
}

/** Scores every counterexample again. */
function reproduces(whole: Reward, { warnings }: CheckReport): void {
  for (const { counterexample } of warnings) {
    if (counterexample === undefined) continue;
    const memories = learn(whole.term, counterexample.history, noMemories, standardSignals);
    const { rewardsG } = score(whole, counterexample.group, memories);
    expect([rewardsG[counterexample.should], rewardsG[counterexample.shouldNot]]).toEqual(
      counterexample.rewards,
    );
  }
}

describe('every preset is proved or refuted', () => {
  test.each(presets.map((preset) => [preset.name, made(preset, like)] as const))('%s', (_, whole) => {
    const report = check(whole);
    expect(report.dominance?.beats).not.toBe('unknown');
    expect(report.dominance?.neverLess).not.toBe('unknown');
    reproduces(whole, report);
    expect(report.warnings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('every recipe', () => {
  const known: Readonly<Record<string, readonly [string, string]>> = {
    'one-shot-rlvr': ['proved', 'proved'],
    'format-only': ['refuted', 'refuted'],
    'entropy-only': ['refuted', 'refuted'],
    'entropy-max': ['refuted', 'refuted'],
    'entropy-min': ['refuted', 'refuted'],
    hapo: ['proved', 'proved'],
    dapo: ['proved', 'proved'],
    adaptthink: ['proved', 'proved'],
    // Sigmoids saturate: beyond |score| ≈ 1,500 both are exactly 0.
    'qwen25-math': ['refuted', 'proved'],
  };
  test.each(recipes.map((one) => [one.name, made(one, recipe)] as const))('%s', (name, whole) => {
    const report = check(whole);
    expect([report.dominance?.beats, report.dominance?.neverLess]).toEqual(known[name]);
    reproduces(whole, report);
  });
});

describe('where a stack’s arithmetic turns over, by its parameters', () => {
  const beats = (whole: Reward): string | undefined => check(whole).dominance?.beats;
  test.each<[string, Reward, string]>([
    ['HAPO below its edge', recipe('hapo', { w: 1.42 }), 'proved'],
    ['HAPO at its edge', recipe('hapo', { w: 1 / 0.7 }), 'refuted'],
    ['HAPO above its edge', recipe('hapo', { w: 1.43 }), 'refuted'],
    ['AdaptThink with a small bonus', recipe('adaptthink', { delta: 0.99 }), 'proved'],
    ['AdaptThink with the bonus of a right answer', recipe('adaptthink', { delta: 1 }), 'refuted'],
    ['AdaptThink with more', recipe('adaptthink', { delta: 1.01 }), 'refuted'],
  ])('%s', (_, whole, wanted) => expect(beats(whole)).toBe(wanted));
});
