import { describe, expect, test } from 'vitest';
import {
  completeTerm,
  hashReward,
  like,
  needs,
  presetNames,
  presets,
  type Rollout,
  readReward,
  score,
  standardSignals,
} from '../../../../src/rewards/index.js';
import { groupOf } from '../made.js';

describe('every preset', () => {
  test('has a name of its own below its stack', () => {
    expect(new Set(presetNames()).size).toBe(presets.length);
    for (const name of presetNames()) expect(name).toMatch(/^[a-z0-9-]+:[a-z0-9-]+$/);
  });

  test.each(presetNames())('%s can be built bare, stored and read back', (name) => {
    const made = like(name);
    expect(made.name).toBe(name);
    const read = readReward(JSON.parse(JSON.stringify(made)));
    expect(hashReward(read)).toBe(hashReward(made));
    expect(read.term).toEqual(completeTerm(made.term));
  });

  test.each(presets)('$name says what it is', ({ summary, formula, source, parameters }) => {
    for (const text of [summary, formula, source]) expect(text.length).toBeGreaterThan(0);
    for (const { what } of Object.values(parameters)) expect(what.length).toBeGreaterThan(0);
  });

  test.each(presets.flatMap(({ name, parameters }) => Object.keys(parameters).map((key) => ({ name, key }))))(
    '$name uses its parameter $key',
    ({ name, key }) => {
      const preset = presets.find((entry) => entry.name === name);
      const parameter = preset?.parameters[key];
      const others =
        parameter?.kind === 'number'
          ? [(parameter.default ?? 0) + 1, (parameter.default ?? 0) / 2, -0.25]
          : parameter?.kind === 'choice'
            ? parameter.choices
            : parameter?.kind === 'boolean'
              ? [!parameter.default]
              : ['other'];
      // Some parameters count only beside others, such as the worth of a format that is looked at.
      const beside = name === 'open-instruct:reward' ? switchedOn(key) : {};
      const bare = JSON.stringify(like(name, beside).term);
      const changed = others.some((value) => built(name, { ...beside, [key]: value }) !== bare);
      expect(changed).toBe(true);
    },
  );
});

const switchedOn = (key: string): Record<string, boolean> => {
  if (key === 'non_stop_penalty_value') return { non_stop_penalty: true };
  return key.includes('style_format') && !key.startsWith('apply')
    ? { apply_r1_style_format_reward: true }
    : key === 'additive_format_reward'
      ? { apply_r1_style_format_reward: true }
      : {};
};

/** The term as text; the bare one where the value does not fit. */
function built(name: string, params: Record<string, string | number | boolean>): string {
  try {
    return JSON.stringify(like(name, params).term);
  } catch {
    return JSON.stringify(like(name).term);
  }
}

describe('groups that say little', () => {
  const policies = { zero: 0, abstain: null } as const;

  test.each(presets)('$name: an empty group, one response, many alike', ({ name }) => {
    expect(score(like(name), groupOf()).rewardsG).toEqual([]);
    const known: Rollout = {
      text: '',
      tokens: 0,
      finish: 'stop',
      facts: { correct: true, tokenIds: [], extra: { passRate: 1 } },
    };
    const group = { ...groupOf(known, known, known), gold: '4' };
    const { rewardsG } = score(like(name), group);
    const [alone] = score(like(name), { ...group, rollouts: [known] }).rewardsG;
    expect(Number.isFinite(alone)).toBe(true);
    expect(rewardsG).toEqual([alone, alone, alone]);
  });

  test.each(presets)('$name: nothing known but the text', ({ name, undecided }) => {
    const [value] = score(like(name), groupOf({ text: 'so 4', facts: {} })).rewardsG;
    const reads = needs(like(name).term, standardSignals).some(({ need }) => need !== 'group');
    if (!reads) expect(Number.isFinite(value)).toBe(true);
    else if (undecided === 'abstain' || undecided === 'zero') {
      // A response whose text alone settles the matter needs no fact.
      const settled = name === 'trl:reasoning-accuracy' || name === 'rllm:math' || name.endsWith(':gsm8k');
      expect(value).toBe(settled ? 0 : policies[undecided]);
    }
  });
});

describe('parameters', () => {
  test('have the names of the stack, in either spelling', () => {
    const wanted = like('trl:cosine', { max_len: 64, min_value_wrong: -2 });
    expect(like('trl:cosine', { maxLen: 64, minValueWrong: -2 })).toEqual(wanted);
  });

  test.each([
    ['trl:cosine', { max_len: 0 }, 'trl:cosine.params.max_len must be'],
    ['trl:cosine', { max_length: 9 }, "has no parameter 'max_length' (did you mean 'max_len'?)"],
    ['trl:repetition', { max_penalty: 1 }, 'trl:repetition.params.max_penalty must be'],
    ['nemo-rl:stop-properly', { stop_properly_penalty_coef: -0.5 }, 'must be a number from 0 to 1'],
    ['openrlhf:stop-properly', { stop_properly_penalty_coef: 1.5 }, 'must be a number from -1000000 to 1'],
  ])('%s refuses %j', (name, params, message) => {
    expect(() => like(name, params)).toThrow(
      expect.objectContaining({ name: 'ConfigError', message: expect.stringContaining(message) }),
    );
  });
});

test.each([
  ['trl:cosin', "no preset is named 'trl:cosin' (did you mean 'trl:cosine'?); there are: trl:accuracy"],
  ['trl:nonsense', 'there are: trl:accuracy, trl:reasoning-accuracy'],
  ['rllm', 'there are: rllm:math'],
  ['zzz', 'there are: trl:accuracy'],
  ['constructor', 'there are: trl:accuracy'],
])('%s is no preset', (name, message) => {
  expect(() => like(name)).toThrow(
    expect.objectContaining({
      name: 'ConfigError',
      path: 'name',
      message: expect.stringContaining(message),
    }),
  );
});

test.each([
  ['trl:accuracy', ['correct']],
  ['trl:think-format', []],
  ['trl:cosine', ['correct', 'tokens']],
  ['trl:repetition', ['tokenIds']],
  ['open-r1:cosine', ['correct']],
  ['open-r1:len', ['correct', 'group']],
  ['open-r1:code', ['extra']],
  ['openrlhf:stop-properly', ['correct', 'finish']],
  ['prime-rl:linear', ['correct', 'group', 'tokens']],
  ['torchforge:math', ['correct', 'gold']],
  ['hapo:cosine', ['correct', 'history', 'tokens']],
])('%s needs %j', (name, wanted) => {
  const found = needs(like(name).term, standardSignals).map(({ need }) => need);
  expect(found.sort()).toEqual(wanted);
});

test.each([
  ['trl:', 'abstain'],
  ['open-r1:', 'abstain'],
  ['verl:', 'zero'],
  ['swift:', 'zero'],
])('%s rows with an unreadable gold: %s', (stack, policy) => {
  const own = presets.filter(({ name }) => name.startsWith(stack));
  expect(own.length).toBeGreaterThan(0);
  for (const { undecided } of own) expect(undecided).toBe(policy);
});
