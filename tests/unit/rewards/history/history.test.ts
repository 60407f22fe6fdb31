import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyOf, memoryStore } from '../../../../src/rewards/history/index.js';
import { sampleNames } from '../../../../src/rewards/history/lesson.js';
import {
  asProblemId,
  type Group,
  learn,
  noMemories,
  type Rollout,
  reward,
  score,
  signal,
  standardSignals,
  sum,
} from '../../../../src/rewards/index.js';

const hapo = (history: 'min' | 'mean') =>
  reward('hapo', sum({ correct: [1, signal('correct')], length: [1, signal('hapo', { history })] }));

/** `120w` is a wrong answer of 120 tokens, `300c` a right one of 300. */
const rollout = (word: string, sample?: string): Rollout => ({
  text: word,
  tokens: Number(word.slice(0, -1)),
  facts: { correct: word.endsWith('c') },
  ...(sample === undefined ? {} : { sample }),
});
const group = (step: number, words: string, problem = 'p'): Group => ({
  problem: asProblemId(problem),
  step,
  rollouts: words.split(' ').map((word) => rollout(word)),
});
const stream = ['120w 80w', '400c 300c', '200w 350c', '150c 500c'].map((words, step) => group(step, words));
const p = [asProblemId('p')];

describe('the HAPO stream (sheet 02 §3)', () => {
  test.each([
    ['min', [null, 300, 300, 150]],
    ['mean', [null, 350, 350, 340]],
  ] as const)('%s history', async (mode, wanted) => {
    const history = historyOf(hapo(mode), memoryStore());
    const lengths: (number | null)[] = [];
    const rewards: (readonly (number | null)[])[] = [];
    for (const batch of stream) {
      rewards.push(score(hapo(mode), batch, await history.snapshot(p, batch.step)).rewardsG);
      await history.learn([batch]);
      const [states] = (await history.snapshot(p)).values();
      const state = states?.get(asProblemId('p')) as
        | { shortest: number; total: number; count: number }
        | undefined;
      lengths.push(state === undefined ? null : mode === 'min' ? state.shortest : state.total / state.count);
    }
    expect(lengths).toEqual(wanted);
    if (mode === 'min') {
      const shown = rewards.map((row) => row.map((value) => Number(value?.toFixed(6))));
      expect(shown).toEqual([
        [0, 0],
        [1, 1],
        [0, 0.741181],
        [1.707107, 0.3],
      ]);
    }
  });

  test('a step learned three times counts once', async () => {
    const history = historyOf(hapo('mean'), memoryStore());
    expect(await history.learn(stream.slice(1, 2))).toEqual({ added: 2, known: 0, differing: 0 });
    expect(await history.learn(stream.slice(1, 2))).toEqual({ added: 0, known: 2, differing: 0 });
    const [states] = (await history.snapshot(p)).values();
    expect(states?.get(asProblemId('p'))).toEqual({ shortest: 300, total: 700, count: 2 });
  });

  test('a step scored again sees what it saw the first time', async () => {
    const history = historyOf(hapo('min'), memoryStore());
    await history.learn(stream);
    expect(score(hapo('min'), stream[2] as Group, await history.snapshot(p, 2)).rewardsG[1]).toBeCloseTo(
      0.741181,
    );
    expect([...(await history.snapshot(p, 1)).values()].map(({ size }) => size)).toEqual([0]);
  });

  test('a snapshot is not moved by what is learned after it', async () => {
    const history = historyOf(hapo('min'), memoryStore());
    await history.learn([group(0, '300c')]);
    const before = await history.snapshot(p);
    await history.learn([group(1, '10c')]);
    expect(score(hapo('min'), group(1, '300c'), before).rewardsG).toEqual([1]);
  });
});

describe('names of samples', () => {
  test('two processes with parts of one group lose nothing', async () => {
    const history = historyOf(hapo('mean'), memoryStore());
    await history.learn([group(0, '100c 200c')]);
    await history.learn([group(0, '300c 400c')]);
    const [states] = (await history.snapshot(p)).values();
    expect(states?.get(asProblemId('p'))).toEqual({ shortest: 100, total: 1000, count: 4 });
  });
  test('the same text at another length is another sample, whoever delivers it', async () => {
    const history = historyOf(hapo('mean'), memoryStore());
    const silent = (word: string): Group => ({
      ...group(0, word),
      rollouts: [{ ...rollout(word), text: '' }],
    });
    expect((await history.learn([silent('100c')])).added).toBe(1);
    expect((await history.learn([silent('200c')])).added).toBe(1);
    expect((await history.learn([silent('200c')])).added).toBe(0);
  });
  test('equal texts in one group are two samples', async () => {
    const history = historyOf(hapo('mean'), memoryStore());
    expect((await history.learn([group(0, '100c 100c 100c')])).added).toBe(3);
    const names = sampleNames(group(0, '100c 90c 100c 100c').rollouts);
    expect(names.map((name) => name.slice(-2))).toEqual(['-0', '-0', '-1', '-2']);
  });
  test('a given name decides', async () => {
    const history = historyOf(hapo('mean'), memoryStore());
    const named = (word: string): Group => ({ ...group(0, word), rollouts: [rollout(word, 'one')] });
    expect((await history.learn([named('100c')])).added).toBe(1);
    expect(await history.learn([named('90c')])).toEqual({ added: 0, known: 1, differing: 1 });
  });
});

test.each([
  ['negative', -1],
  ['not finite', Number.NaN],
  ['a fraction', 1.5],
  ['beyond 2^53', 2 ** 53],
])('a length that is %s is refused by name and nothing is learned', async (_, tokens) => {
  const store = memoryStore();
  const history = historyOf(hapo('min'), store);
  const wrong: Group = { ...group(0, '1c'), rollouts: [{ ...rollout('1c'), tokens }] };
  await expect(history.learn([group(1, '5c'), wrong])).rejects.toThrow(
    "of problem 'p' in step 0 taught must be {count, shortest, total}, whole numbers",
  );
  expect(await store.read()).toEqual([]);
});

test('a reward that remembers nothing reads and learns nothing', async () => {
  const store = memoryStore();
  const history = historyOf(reward('plain', signal('correct')), store);
  expect(await history.learn(stream)).toEqual({ added: 0, known: 0, differing: 0 });
  expect(await history.snapshot(p)).toEqual(noMemories);
  expect(await store.read()).toEqual([]);
});

test('a store shared by two rewards keeps their memories apart', async () => {
  const store = memoryStore();
  await historyOf(hapo('min'), store).learn(stream);
  const [states] = (await historyOf(hapo('mean'), store).snapshot(p)).values();
  expect(states?.size).toBe(0);
});

const anyWord = fc
  .tuple(fc.integer({ min: 1, max: 900 }), fc.constantFrom('c', 'w'))
  .map(([n, c]) => `${n}${c}`);
const anyGroup = fc
  .tuple(fc.nat(3), fc.constantFrom('p', 'q'), fc.array(anyWord, { minLength: 1, maxLength: 4 }))
  .map(([step, problem, words]) => group(step, words.join(' '), problem));

test('a store remembers what learning in memory remembers, in any order, in parts, and repeated', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyGroup, { maxLength: 6, selector: (g) => `${g.step} ${g.problem}` }),
      async (groups) => {
        const term = hapo('mean').term;
        const wanted = learn(term, groups, noMemories, standardSignals);
        const history = historyOf(hapo('mean'), memoryStore());
        for (const each of groups.toReversed()) await history.learn([each]);
        await history.learn(groups);
        const got = await history.snapshot(['p', 'q'].map(asProblemId));
        expect([...got].map(([key, states]) => [key, new Map([...states].sort())])).toEqual(
          [...wanted].map(([key, states]) => [key, new Map([...states].sort())]),
        );
      },
    ),
  );
});
