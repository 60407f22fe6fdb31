import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  asProblemId,
  formatReward,
  type Group,
  hashReward,
  learn,
  noMemories,
  type Reward,
  type Rollout,
  readReward,
  readYaml,
  recipe,
  recipeNames,
  recipes,
  score,
  standardSignals,
} from '../../../../src/rewards/index.js';
import { root } from '../../../helpers/source-files.js';
import { groupOf } from '../made.js';

const folder = join(root, 'fixtures/rewards');
const yamlOf = (name: string): string => readFileSync(join(folder, `${name}.yaml`), 'utf8');

test('the names', () => {
  expect(recipeNames()).toEqual([
    'one-shot-rlvr',
    'format-only',
    'entropy-only',
    'entropy-max',
    'entropy-min',
    'hapo',
    'dapo',
    'adaptthink',
    'qwen25-math',
  ]);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  expect(files.map((file) => file.replace('.yaml', '')).sort()).toEqual([...recipeNames()].sort());
});

describe.each(recipes)('$name', ({ name, summary, source }) => {
  test('is the same reward as its file', async () => {
    const read = await readYaml(yamlOf(name));
    expect(hashReward(read)).toBe(hashReward(recipe(name)));
    expect(read).toEqual(readReward(recipe(name)));
    expect(await readYaml(await formatReward(read))).toEqual(read);
  });

  test('says what it is', () => {
    expect(summary.length).toBeGreaterThan(0);
    expect(source).toMatch(/arXiv \d{4}\.\d{5}/);
  });
});

test.each([
  ['hapos', "no recipe is named 'hapos' (did you mean 'hapo'?); there are: one-shot-rlvr"],
  ['__proto__', 'there are: one-shot-rlvr'],
])('%s is no recipe', (name, message) => expect(() => recipe(name)).toThrow(message));

test('parameters are checked', () => {
  expect(() => recipe('hapo', { w: -1 })).toThrow('hapo.params.w must be a number from 0');
  expect(() => recipe('hapo', { weight: 1 })).toThrow("has no parameter 'weight'");
  expect(hashReward(recipe('hapo', { w: 0.5 }))).not.toBe(hashReward(recipe('hapo')));
});

test.each(recipes.flatMap(({ name, parameters }) => Object.keys(parameters).map((key) => ({ name, key }))))(
  '$name uses its parameter $key',
  ({ name, key }) => {
    const parameter = recipes.find((entry) => entry.name === name)?.parameters[key];
    const other =
      parameter?.kind === 'choice'
        ? (parameter.choices.find((choice) => choice !== parameter.default) ?? '')
        : Number(parameter?.default) + 1;
    expect(hashReward(recipe(name, { [key]: other }))).not.toBe(hashReward(recipe(name)));
  },
);

const scores = (made: Reward, ...rollouts: readonly Rollout[]) => score(made, groupOf(...rollouts)).rewardsG;

const right = (tokens: number): Rollout => ({ text: '', tokens, facts: { correct: true } });
const wrong = (tokens: number): Rollout => ({ text: '', tokens, facts: { correct: false } });

describe('hapo', () => {
  const stream = [
    [wrong(120), wrong(80)],
    [right(400), right(300)],
    [wrong(200), right(350)],
    [right(150), right(500)],
  ];

  /** Rewards of each batch, and the history after it. */
  function run(made: Reward, batches: readonly (readonly Rollout[])[]) {
    let memories = noMemories;
    return batches.map((rollouts, step) => {
      const group: Group = { problem: asProblemId('p'), step, rollouts };
      const { rewardsG } = score(made, group, memories);
      memories = learn(made.term, [group], memories, standardSignals);
      const state = [...memories.values()][0]?.get(group.problem) ?? null;
      return { rewardsG, state: state as { shortest: number; total: number; count: number } | null };
    });
  }

  test('the worked stream, shortest answers', () => {
    const steps = run(recipe('hapo'), stream);
    const wanted = [
      [0, 0],
      [1, 1],
      [0, 0.741181],
      [1.707107, 0.3],
    ];
    for (const [i, step] of steps.entries())
      for (const [j, value] of step.rewardsG.entries())
        expect(value).toBeCloseTo(wanted[i]?.[j] ?? Number.NaN, 6);
    expect(steps.map(({ state }) => state?.shortest ?? null)).toEqual([null, 300, 300, 150]);
  });

  test('the worked stream, true mean', () => {
    const batches = [[wrong(120)], [right(400), right(300)], [right(350)], [right(150), right(500)]];
    const steps = run(recipe('hapo', { history: 'mean' }), batches);
    const means = steps.map(({ state }) => (state === null ? null : state.total / state.count));
    expect(means).toEqual([null, 350, 350, 340]);
    expect(steps.map(({ state }) => state?.count ?? 0)).toEqual([0, 2, 3, 5]);
  });

  test('a weight of 0 is plain correctness', () => {
    expect(scores(recipe('hapo', { w: 0 }), right(9), wrong(9))).toEqual([1, 0]);
  });
});

test('one-shot-rlvr pays the outcome and nothing for silence', () => {
  expect(scores(recipe('one-shot-rlvr'), right(1), wrong(1), { text: '', facts: { correct: null } })).toEqual(
    [1, 0, 0],
  );
});

test('format-only reads no verdict', () => {
  const boxed = (text: string, correct?: boolean): Rollout => ({
    text,
    facts: correct === undefined ? {} : { correct },
  });
  const rollouts = [
    boxed('\\boxed{5}', false),
    boxed('\\boxed{4}', true),
    boxed('4', true),
    boxed('\\boxed{4}'),
  ];
  expect(scores(recipe('format-only'), ...rollouts)).toEqual([1, 1, 0, 1]);
});

test.each([
  ['entropy-only', 1],
  ['entropy-max', 1],
  ['entropy-min', -1],
])('%s reads the entropy alone, times %d', (name, sign) => {
  const at = (meanEntropy: number, correct?: boolean): Rollout => ({
    text: '',
    facts: { meanEntropy, ...(correct !== undefined && { correct }) },
  });
  // Of (.7, .2, .1): −Σ p ln p.
  const entropy = -[0.7, 0.2, 0.1].reduce((sum, p) => sum + p * Math.log(p), 0);
  expect(entropy).toBeCloseTo(0.8018, 4);
  expect(scores(recipe(name), at(entropy), at(entropy, true), at(entropy, false))).toEqual(
    Array(3).fill(sign * entropy),
  );
});

test('dapo', () => {
  const got = scores(
    recipe('dapo'),
    right(16384),
    right(18432),
    right(20480),
    right(99999),
    wrong(1),
    wrong(99999),
  );
  expect(got).toEqual([1, 0.5, 0, 0, -1, -2]);
  expect(scores(recipe('dapo', { most: 100, buffer: 20 }), right(90))).toEqual([0.5]);
});

test.each<[boolean, boolean, number, number]>([
  [true, true, 0.75, 0.3],
  [false, true, 0.75, 0.25],
  [true, false, 0.75, -0.7],
  [true, false, 0, 0.05],
  [false, true, 1, 0],
  [true, true, 1, 0.05],
])(
  'adaptthink: no thinking %j, right %j, reference %d: %d',
  (noThinking, correct, referenceAccuracy, wanted) => {
    const group = { ...groupOf({ text: '', facts: { noThinking, correct } }), referenceAccuracy };
    expect(score(recipe('adaptthink'), group).rewardsG[0]).toBeCloseTo(wanted, 12);
  },
);

test.each([
  [-4, false, -0.8807971],
  [-4, true, 0.1192029],
  [0, false, -0.5],
  [0, true, 0.5],
  [2, false, -0.2689414],
  [2, true, 0.7310586],
  [10, false, -0.0066929],
  [10, true, 0.9933071],
])('qwen25-math: model %d, right %j: %d', (modelScore, correct, wanted) => {
  const [got] = scores(recipe('qwen25-math'), { text: '', facts: { modelScore, correct } });
  expect(got).toBeCloseTo(wanted, 7);
});
