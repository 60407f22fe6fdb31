import { describe, expect, test } from 'vitest';
import {
  asProblemId,
  constant,
  type Group,
  learn,
  mergeMemories,
  noMemories,
  product,
  signal,
  standardSignals,
  sum,
} from '../../../src/rewards/index.js';
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
