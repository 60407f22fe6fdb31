import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trainRecipes } from '../../../../src/trainer/recipes/index.js';
import { overridden } from '../../../../src/trainer/recipes/override.js';
import {
  formatRecipe,
  formatSettings,
  readRecipe,
  readSettings,
} from '../../../../src/trainer/recipes/yaml.js';
import { root } from '../../../helpers/source-files.js';

const recipes = [...trainRecipes.values()];
const runs = recipes.flatMap(({ rows }) => rows);
const oneShot = runs.find(({ name }) => name === 'one-shot-rlvr');
if (oneShot === undefined) throw new Error('one-shot-rlvr is a run');

describe('built-in recipes', () => {
  test.each(runs.map((run) => [run.name, run] as const))(
    'the settings of %s are read back from YAML',
    async (_, run) => {
      expect(await readSettings(await formatSettings(run), 'config.yaml')).toEqual(run);
    },
  );

  test.each(recipes.map((recipe) => [recipe.name, recipe] as const))(
    '%s has a twin in fixtures/train',
    async (name, recipe) => {
      const text = readFileSync(join(root, 'fixtures', 'train', `${name}.yaml`), 'utf8');
      expect(await readRecipe(text, `${name}.yaml`)).toEqual(recipe);
    },
  );

  test('fixtures/train has no other files', () => {
    const names = readdirSync(join(root, 'fixtures', 'train')).map((file) => file.replace('.yaml', ''));
    expect(names.sort()).toEqual(recipes.map(({ name }) => name).sort());
  });

  test('a name means one run, whichever recipe it is a row of', () => {
    for (const run of runs) expect(runs.find(({ name }) => name === run.name)).toEqual(run);
  });

  test('rows of a recipe have names of their own', () => {
    for (const { rows } of recipes) expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });
});

describe('a recipe file', () => {
  test('is like one-shot-rlvr where it says nothing', async () => {
    expect((await readRecipe('name: mine\nloss: {kl: 0}\n', 'mine.yaml')).rows).toEqual([
      { ...oneShot, name: 'mine', loss: { ...oneShot.loss, kl: 0 } },
    ]);
  });

  test('may be like another run, and may be JSON', async () => {
    const { rows } = await readRecipe('{"like": "hapo", "name": "mine", "steps": 7}', 'mine.json');
    expect(rows).toEqual([{ ...runs.find(({ name }) => name === 'hapo'), name: 'mine', steps: 7 }]);
  });

  test('may have rows, each like a run', async () => {
    const { name, rows } = await readRecipe(
      'name: two\nrows: [{name: a}, {name: b, like: hapo}]\n',
      'two.yaml',
    );
    expect([name, ...rows.map((row) => [row.name, row.task, row.maxTokens])]).toEqual([
      'two',
      ['a', 'chains', 48],
      ['b', 'chains', 72],
    ]);
  });

  test('with one kind of examples forgets the fields of another', async () => {
    const { rows } = await readRecipe('examples: {from: pool, size: 4}\n', 'pool.yaml');
    expect(rows[0]?.examples).toEqual({ from: 'pool', size: 4 });
  });

  test('may name its reward or spell it out', async () => {
    const named = await readRecipe('reward: hapo\n', 'named.yaml');
    const spelled = await readRecipe('reward: {version: 1, name: c, term: correct}\n', 'spelled.yaml');
    expect([named.rows[0]?.reward.name, spelled.rows[0]?.reward.name]).toEqual(['hapo', 'c']);
  });

  test.each([
    [
      'an unknown field',
      'name: a\nlos: {kl: 0}\n',
      "a.yaml:2:6: settings has no field 'los' (did you mean 'loss'?)",
    ],
    [
      'an unknown field within',
      'loss:\n  kll: 0\n',
      "a.yaml:2:8: loss has no field 'kll' (did you mean 'kl'?)",
    ],
    [
      'a number out of range',
      'loss:\n  kl: -1\n',
      'a.yaml:2:7: loss.kl must be a number from 0 to 1000000; got -1',
    ],
    [
      'a text for a number',
      'steps: many\n',
      "a.yaml:1:8: steps must be a whole number from 0 to 1000000000; got 'many'",
    ],
    ['half a step', 'steps: 1.5\n', 'a.yaml:1:8: steps must be a whole number'],
    ['an unknown word', 'estimator: grppo\n', 'estimator must be one of grpo, dr-grpo, rloo'],
    ['a near word', 'estimator: rlo\n', "(did you mean 'rloo'?)"],
    ['an unknown kind', 'label: {kind: wrong}\n', 'a.yaml:1:15: label.kind must be one of right, near, same'],
    ['a kind without its field', 'label: {kind: same}\n', 'label.label must be a text; it is missing'],
    ['a field of another kind', 'label: {kind: near, share: 1}\n', "label has no field 'share'"],
    [
      'a fault in a list',
      'base:\n  phases:\n    - {texts: skill, steps: 0, rate: 1, finalRate: 1}\n',
      'a.yaml:3:29: base.phases[0].steps',
    ],
    ['a fault in a reward', 'reward: {version: 1, name: x, term: corect}\n', 'a.yaml:1:37: '],
    ['an unknown reward', 'reward: hapoo\n', "no reward is named 'hapoo'"],
    [
      'an unknown task',
      'task: chain\n',
      "task must be one of chains, long-chains, mixed-chains (did you mean 'chains'?)",
    ],
    ['an unknown like', 'like: happo\n', "like must name a built-in run; got 'happo' (did you mean 'hapo'?)"],
    [
      'rows of one name',
      'name: f\nrows: [{name: a}, {name: a}]\n',
      "a.yaml:2:26: rows[1].name: 'a' is taken",
    ],
    ['a fault in a row', 'name: f\nrows:\n  - {name: a, steps: x}\n', 'a.yaml:3:22: rows[0].steps must be'],
    ['no rows', 'name: f\nrows: []\n', 'rows must be a list of at least 1'],
    ['no object', '- 1\n', 'a recipe must be an object; got a list of 1'],
    ['no YAML', 'a: [\n', 'a.yaml:'],
    ['a name of the prototype', '__proto__: {steps: 1}\n', "settings has no field '__proto__'"],
    ['a key twice', 'steps: 1\nsteps: 2\n', 'a.yaml:2:1: '],
  ])('with %s is refused with its place', async (_, text, message) => {
    await expect(readRecipe(text, 'a.yaml')).rejects.toThrow(message);
  });

  test('is read back as it was written', async () => {
    for (const recipe of recipes) expect(await readRecipe(await formatRecipe(recipe), 'x')).toEqual(recipe);
  });
});

describe('overrides', () => {
  const recipe = { name: 'one', about: '', rows: [oneShot] };
  const row = (path: string, value: unknown) => overridden(recipe, [{ path, value }]).rows[0];

  test('put a value at a path', () => {
    expect(row('loss.kl', 0)).toEqual({ ...oneShot, loss: { ...oneShot.loss, kl: 0 } });
    expect(row('base.phases[1].steps', 5)?.base.phases.map(({ steps }) => steps)).toEqual([1000, 5]);
    expect(row('examples', { from: 'pool', size: 2 })?.examples).toEqual({ from: 'pool', size: 2 });
  });

  test.each([
    ['los.kl', 0, "settings has no field 'los'"],
    ['loss.kll', 0, "loss has no field 'kll'"],
    ['loss.kl.x', 0, "loss.kl is 0.001 and has no field 'x'"],
    ['base.phases[2].steps', 1, "base.phases is a list of 2; it has no place '2'"],
    ['steps', 'x', 'steps must be a whole number'],
    ['', 1, 'a path such as loss.kl is needed'],
    ['__proto__.x', 1, "settings has no field '__proto__'"],
  ])('%s = %s is refused', (path, value, message) => {
    expect(() => row(path, value)).toThrow(message);
  });
});
