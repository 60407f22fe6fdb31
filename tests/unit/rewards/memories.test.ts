import { describe, expect, test } from 'vitest';
import {
  asProblemId,
  constant,
  type Group,
  learn,
  type Memory,
  mergeMemories,
  noMemories,
  product,
  type Registry,
  type Signal,
  signal,
  standardSignals,
  sum,
  withSignals,
} from '../../../src/rewards/index.js';
import type { Json } from '../../../src/support/index.js';
import { rollout } from './made.js';

const term = sum({
  right: [1, signal('correct')],
  short: [1, signal('hapo')],
  again: [1, product(constant(2), signal('hapo'))],
  other: [1, signal('hapo', { floor: -0.5 })],
});
const group = (problem: string, ...lengths: readonly number[]): Group => ({
  problem: asProblemId(problem),
  step: 0,
  rollouts: lengths.map((tokens) => rollout({ correct: true }, tokens)),
});
const plain = (memories: ReturnType<typeof learn>) =>
  [...memories.values()].map((states) => Object.fromEntries(states));
const learnt = (...groups: readonly Group[]) => learn(term, groups, noMemories, standardSignals);

test('one memory for every signal with its parameters, none for signals that forget', () => {
  const keys = [...learnt(group('a', 3)).keys()];
  expect(keys.length).toBe(2);
  expect(keys.every((key) => key.startsWith('hapo:'))).toBe(true);
});

test('defaults written out share the memory of defaults left out', () => {
  const both = sum({ a: [1, signal('hapo')], b: [1, signal('hapo', { floor: -0.7 })] });
  expect(learn(both, [group('a', 3)], noMemories, standardSignals).size).toBe(1);
});

test('groups add up problem by problem, in any order', () => {
  const groups = [group('a', 5, 9), group('b', 2), group('a', 4)];
  const wanted = {
    a: { shortest: 4, total: 18, count: 3 },
    b: { shortest: 2, total: 2, count: 1 },
  };
  expect(plain(learnt(...groups))).toEqual([wanted, wanted]);
  expect(plain(learnt(...groups.toReversed()))).toEqual([wanted, wanted]);
});

test('a group without a lesson leaves the memory as it is', () => {
  const wrong: Group = { ...group('a'), rollouts: [rollout({ correct: false }, 1)] };
  expect(plain(learnt(wrong))).toEqual([{}, {}]);
});

test('learning is on top of what is known and changes nothing that was handed in', () => {
  const before = learnt(group('a', 5));
  const after = learn(term, [group('a', 3)], before, standardSignals);
  expect(plain(before)[0]).toEqual({ a: { shortest: 5, total: 5, count: 1 } });
  expect(plain(after)[0]).toEqual({ a: { shortest: 3, total: 8, count: 2 } });
});

describe('memories of two processes', () => {
  const [left, right] = [
    [group('a', 5), group('b', 7)],
    [group('a', 3), group('c', 1)],
  ];
  test('merge to what one process would have learnt, either way round', () => {
    const together = plain(learnt(...left, ...right));
    const merge = (a: readonly Group[], b: readonly Group[]) =>
      plain(mergeMemories(term, learnt(...a), learnt(...b), standardSignals));
    expect(merge(left, right)).toEqual(together);
    expect(merge(right, left)).toEqual(together);
  });
  test('an empty one is neutral', () => {
    const known = learnt(...left);
    expect(plain(mergeMemories(term, known, noMemories, standardSignals))).toEqual(plain(known));
    expect(plain(mergeMemories(term, noMemories, known, standardSignals))).toEqual(plain(known));
  });
  test('memories of other rewards are kept', () => {
    const other = new Map([['own:1', new Map([[asProblemId('a'), 1]])]]);
    expect(mergeMemories(term, other, learnt(...left), standardSignals).get('own:1')).toBe(
      other.get('own:1'),
    );
    expect(learn(term, left, other, standardSignals).get('own:1')).toBe(other.get('own:1'));
  });
});

describe("a memory of one's own", () => {
  /** Remembers the greatest number of tokens; a group of more than two, or of one rollout without tokens, teaches nothing. */
  const longest: Memory<number> = {
    merge: (a, b) => Math.max(a, b),
    learn: ({ rollouts }) => {
      const known = rollouts.flatMap(({ tokens }) => (tokens === undefined ? [] : [tokens]));
      return known.length === 0 || rollouts.length > 2 ? null : Math.max(...known);
    },
  };
  const registered = (memory: Memory<number>): Registry => {
    const greatest: Signal<number> = {
      name: 'greatest',
      summary: 'the longest so far',
      source: '',
      parameters: {},
      needs: () => [],
      range: () => [0, 1],
      memory,
      score: ({ rollouts }) => rollouts.map(() => 0),
    };
    return withSignals(standardSignals, greatest as Signal);
  };
  const one = signal('greatest');

  test('that takes any state learns from the group as a whole, and from none without a lesson', () => {
    const registry = registered(longest);
    const known = learn(one, [group('a', 5, 9), group('b', 1, 2, 3), group('a', 7)], noMemories, registry);
    expect(plain(known)).toEqual([{ a: 9 }]);
    expect(plain(mergeMemories(one, known, known, registry))).toEqual([{ a: 9 }]);
  });

  test('that refuses states learns rollout by rollout, from those that fit', () => {
    const registry = registered({ ...longest, misfit: (state) => (Number(state) > 8 ? 'too long' : null) });
    expect(plain(learn(one, [group('a', 5, 9, 7)], noMemories, registry))).toEqual([{ a: 7 }]);
  });

  test('a rollout that teaches nothing is not asked for a fault', () => {
    const asked: Json[] = [];
    const misfit = (state: Json): null => {
      asked.push(state);
      return null;
    };
    const silent: Group = {
      ...group('a', 5),
      rollouts: [{ text: '', facts: {} }, rollout({ correct: true }, 5)],
    };
    expect(plain(learn(one, [silent], noMemories, registered({ ...longest, misfit })))).toEqual([{ a: 5 }]);
    expect(asked).toEqual([5]);
  });
});
