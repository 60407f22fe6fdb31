import { describe, expect, test } from 'vitest';
import { constant } from '../../../src/rewards/index.js';
import { byName, defineReward, type NamedReward, rewardNamed } from '../../../src/rewards/named-reward.js';

const entry = (name: string): NamedReward =>
  defineReward({
    name,
    summary: 'a constant',
    source: 'here',
    undecided: 'abstain',
    parameters: {
      top_k: { kind: 'number', default: 2, min: 0, what: '' },
      topP: { kind: 'number', default: 3, what: '' },
    },
    build: ({ top_k, topP }) => constant(10 * top_k + topP),
  });

const table = byName([entry('a:one'), entry('a:two'), entry('b')]);

describe('byName', () => {
  test('keeps the order', () => expect([...table.keys()]).toEqual(['a:one', 'a:two', 'b']));

  test('refuses a name that stands twice', () => {
    expect(() => byName([entry('b'), entry('b')])).toThrow('two rewards have the same name');
  });
});

describe('rewardNamed', () => {
  test('builds from defaults', () => {
    expect(rewardNamed('reward', table, 'b', {})).toEqual({
      version: 1,
      name: 'b',
      undecided: 'abstain',
      term: { op: 'const', value: 23 },
    });
  });

  test.each([
    [{ top_k: 5 }, 53],
    [{ topK: 5 }, 53],
    [{ topP: 7 }, 27],
  ])('%j', (given, value) => {
    expect(rewardNamed('reward', table, 'b', given).term).toEqual({ op: 'const', value });
  });

  test.each([
    [{ top_p: 1 }, "'b' has no parameter 'top_p'"],
    [{ bottomK: 1 }, "'b' has no parameter 'bottomK'"],
    [{ topK: -1 }, 'b.params.top_k must be a number from 0'],
  ])('refuses %j', (given, message) => {
    expect(() => rewardNamed('reward', table, 'b', given)).toThrow(message);
  });

  test.each([
    ['a:on', "no reward is named 'a:on' (did you mean 'a:one'?); there are: a:one, a:two"],
    ['a', 'there are: a:one, a:two'],
    ['c:one', 'there are: a:one, a:two, b'],
    ['toString', 'there are: a:one, a:two, b'],
  ])('knows no %s', (name, message) => {
    expect(() => rewardNamed('reward', table, name, {})).toThrow(
      expect.objectContaining({
        name: 'ConfigError',
        path: 'name',
        message: expect.stringMatching(new RegExp(`${message.replaceAll(/[()?]/g, '\\$&')}$`)),
      }),
    );
  });
});
