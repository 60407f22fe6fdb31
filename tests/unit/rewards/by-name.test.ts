import { describe, expect, test } from 'vitest';
import { completeTerm, like, recipe, rewardByName, signal } from '../../../src/rewards/index.js';

describe('a reward by name', () => {
  test('a recipe, with its parameters', () => {
    expect(rewardByName('hapo', { w: 0.5 })).toEqual(recipe('hapo', { w: 0.5 }));
    expect(rewardByName('hapo')).toEqual(recipe('hapo'));
  });
  test('a preset, with its parameters', () =>
    expect(rewardByName('trl:cosine', { max_len: 9 })).toEqual(like('trl:cosine', { max_len: 9 })));
  test('a signal, which abstains where nothing can be said', () =>
    expect(rewardByName('correct')).toEqual({
      version: 1,
      name: 'correct',
      undecided: 'abstain',
      term: completeTerm(signal('correct')),
    }));
  test('a signal, with its parameters', () =>
    expect(rewardByName('correct', { wrong: -1 }).term).toEqual(
      completeTerm(signal('correct', { wrong: -1 })),
    ));
});

describe('refused', () => {
  test.each<[string, Readonly<Record<string, number | string>>, string]>([
    ['correct', { worng: -1 }, "'correct' has no parameter 'worng' (did you mean 'wrong'?)"],
    ['correct', { wrong: 'no' }, 'term.params.wrong must be'],
    ['hapo', { nope: 1 }, "no parameter 'nope'"],
    ['hapoo', {}, "no reward is named 'hapoo'; did you mean 'hapo'?"],
    ['zzzzzzzzzzzz', {}, "no reward is named 'zzzzzzzzzzzz'. Recipes: "],
  ])('%s %j', (name, params, message) => expect(() => rewardByName(name, params)).toThrow(message));
});
