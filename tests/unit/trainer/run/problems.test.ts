import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { oneShotRlvr } from '../../../../src/trainer/recipes/one-shot.js';
import type { ExampleSettings, LabelSettings } from '../../../../src/trainer/recipes/recipe.js';
import { trainingProblems } from '../../../../src/trainer/run/problems.js';
import { chains } from '../../../../src/trainer/tasks/chains/task.js';

const scratch = mkdtempSync(join(tmpdir(), 'touchstone-problems-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const pool = chains.training(4);
const problems = (examples: ExampleSettings, label: LabelSettings = { kind: 'right' }) =>
  trainingProblems(chains, { ...oneShotRlvr, examples, label }, join(scratch, 'run'));

describe('examples', () => {
  test('by name, by pool, by place', async () => {
    expect(await problems({ from: 'name', name: 'book' })).toEqual([chains.examples.book]);
    expect(await problems({ from: 'pool', size: 4 })).toEqual(pool);
    expect(await problems({ from: 'pool', size: 4, only: [3, 1] })).toEqual([pool[3], pool[1]]);
  });

  test('by variance over the epochs of an earlier run', async () => {
    mkdirSync(join(scratch, 'earlier'));
    const accuracies = [
      [0.5, 0.5],
      [0, 1],
      [0.2, 0.4],
    ];
    const lines = [0, 1].map((epoch) =>
      JSON.stringify({ accuracyOf: Object.fromEntries(accuracies.map((of, i) => [pool[i]?.id, of[epoch]])) }),
    );
    writeFileSync(join(scratch, 'earlier', 'metrics.jsonl'), `${lines.join('\n')}\n`);
    const ranked = (rank: number) => problems({ from: 'variance', size: 3, rank, history: '../earlier' });
    expect([await ranked(1), await ranked(2), await ranked(3)]).toEqual([[pool[1]], [pool[2]], [pool[0]]]);
    await expect(ranked(4)).rejects.toThrow('examples.rank must be within the 3 problems');
  });

  test.each<[ExampleSettings, string]>([
    [{ from: 'name', name: 'bok' }, "chains has no example 'bok' (did you mean 'book'?)"],
    [{ from: 'name', name: 'constructor' }, "no example 'constructor'"],
    [{ from: 'pool', size: 2, only: [2] }, 'examples.only must be within the 2 problems'],
    [{ from: 'variance', size: 2, rank: 1, history: '../none' }, 'needs the folder of an earlier run'],
  ])('%j are refused', async (examples, message) => {
    await expect(problems(examples)).rejects.toThrow(message);
  });
});

describe('labels', () => {
  const golds = async (label: LabelSettings): Promise<readonly string[]> =>
    (await problems({ from: 'pool', size: 4 }, label)).map(({ gold }) => gold);
  const right = pool.map(({ gold }) => gold);

  test('near, the same, none', async () => {
    expect(await golds({ kind: 'near' })).toEqual(right.map((gold) => String((Number(gold) + 1) % 10)));
    expect(await golds({ kind: 'same', label: '4' })).toEqual(['4', '4', '4', '4']);
    expect(await golds({ kind: 'unguessable' })).toEqual(['none', 'none', 'none', 'none']);
  });

  test('wrong for a share of them', async () => {
    const wrong = async (share: number): Promise<number> =>
      (await golds({ kind: 'partly-wrong', share })).filter((gold, i) => gold !== right[i]).length;
    expect([await wrong(0), await wrong(0.5), await wrong(1)]).toEqual([0, 2, 4]);
  });
});
