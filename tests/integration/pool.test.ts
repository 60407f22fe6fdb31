import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
// The pool starts compiled workers, so it is tested as built.
import type * as PoolModule from '../../src/verifiers/pool.js';
import { root } from '../helpers/source-files.js';

const { Pool, verifyMany } = (await import(
  pathToFileURL(join(root, 'dist', 'verifiers', 'pool.js')).href
)) as typeof PoolModule;

const module = pathToFileURL(join(root, 'tests', 'helpers', 'faulty-verifier.mjs')).href;
const quick = { module, timeoutSeconds: 0.4, memoryMb: 64 };
const pools: PoolModule.Pool[] = [];
const pool = (options: PoolModule.PoolOptions): PoolModule.Pool => {
  const made = new Pool(options);
  pools.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(pools.splice(0).map((each) => each.close()));
});

const row = (response: string): PoolModule.VerifyRow => ({ gold: 'good', response });

describe('a worker that fails costs one row', () => {
  test.each(['hang', 'exit', 'memory', 'throw', 'abort'])('%s', async (fault) => {
    const rows = ['good', 'bad', fault, 'good', 'bad', 'good'].map(row);
    const results = await verifyMany(rows, { ...quick, workers: 1 });
    expect(results.map(({ correct }) => correct)).toEqual([true, false, false, true, false, true]);
    const lost = results[2]?.verdict;
    expect(lost?.kind === 'undecided' && lost.reason).toBe('lost');
    expect(results[2]?.reason).not.toBe('');
    for (const [index, result] of results.entries())
      if (index !== 2) expect(result.verdict.kind).not.toBe('undecided');
  });

  test('a rejection nobody awaits takes the worker, not the run', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => row(i === 20 ? 'reject' : 'good'));
    const results = await verifyMany(rows, { ...quick, workers: 2 });
    expect(results).toHaveLength(200);
    expect(results.filter(({ correct }) => correct).length).toBeGreaterThanOrEqual(198);
  });

  test('forty in a row: the run ends, neighbours are right', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => row(i % 2 === 0 ? 'exit' : 'good'));
    const results = await verifyMany(rows, { ...quick, workers: 2 });
    expect(results.map(({ correct }) => correct)).toEqual(rows.map((_, i) => i % 2 === 1));
  });

  test('the pool is whole again afterwards', async () => {
    const crew = pool({ ...quick, workers: 2 });
    const job = (text: string): PoolModule.Job => ({ gold: 'good', responses: [text] });
    await Promise.all([crew.run([job('hang')]), crew.run([job('exit')])]);
    const after = await Promise.all([crew.run([job('good')]), crew.run([job('good')])]);
    expect(after.flat().map(({ results }) => results[0]?.correct)).toEqual([true, true]);
    expect(crew.alive).toBe(2);
  });
});

describe('a call that is given up', () => {
  const job = (text: string): PoolModule.Job => ({ gold: 'good', responses: [text] });

  test('its worker is stopped, what was not judged is undecided with the reason, and other calls are right', async () => {
    const crew = pool({ module, timeoutSeconds: 60, workers: 1 });
    const first = crew.run([job('good')]);
    await first;
    const control = new AbortController();
    const hung = crew.run([job('good'), job('hang')], control.signal);
    const waiting = crew.run([job('good')]);
    control.abort(new Error('too late'));
    const [given] = (await hung)[0]?.results ?? [];
    expect(given?.verdict).toMatchObject({ kind: 'undecided', reason: 'lost' });
    expect(given?.reason).toBe('too late');
    expect((await waiting)[0]?.results[0]?.correct).toBe(true);
  });

  test('a call that waits in the queue is taken back without touching the one at work', async () => {
    const crew = pool({ module, timeoutSeconds: 60, workers: 1 });
    const control = new AbortController();
    const working = crew.run([job('good')]);
    const queued = crew.run([job('good')], control.signal);
    control.abort();
    expect((await queued)[0]?.results[0]?.correct).toBe(false);
    expect((await working)[0]?.results[0]?.correct).toBe(true);
    expect(crew.alive).toBe(1);
  });

  test('a signal that is aborted already costs no work', async () => {
    const crew = pool({ module, workers: 1 });
    expect((await crew.run([job('good')], AbortSignal.abort()))[0]?.results[0]?.correct).toBe(false);
    expect(crew.alive).toBe(0);
  });
});

describe('verifyMany', () => {
  const rows: readonly PoolModule.VerifyRow[] = Array.from({ length: 300 }, (_, i) => ({
    gold: `${i}/4`,
    response: `It is $\\boxed{\\frac{${i + (i % 3)}}{4}}$.`,
  }));

  test('same results in the same order for any number of workers, awaited or iterated', async () => {
    const reference = await verifyMany(rows, { workers: 1 });
    expect(reference.map(({ correct }) => correct)).toEqual(rows.map((_, i) => i % 3 === 0));
    const timeless = (results: readonly PoolModule.TimedResult[]): unknown =>
      results.map((each) => ({ ...each, ms: 0 }));
    const iterated: PoolModule.TimedResult[] = [];
    for await (const result of verifyMany(rows, { workers: 3 })) iterated.push(result);
    expect(timeless(iterated)).toEqual(timeless(reference));
  });

  test('rows are taken as results are consumed', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<PoolModule.VerifyRow> {
      for (;;) {
        taken += 1;
        yield { gold: '1', response: '\\boxed{1}' };
      }
    }
    let seen = 0;
    for await (const { correct } of verifyMany(endless(), { workers: 1 })) {
      expect(correct).toBe(true);
      seen += 1;
      if (seen === 100) break;
    }
    expect(taken).toBeLessThan(1000);
  });

  test('several golds, a problem statement, a policy', async () => {
    const [either, restated, rounded] = await verifyMany(
      [
        { gold: ['2', '3'], response: '\\boxed{3}' },
        { gold: '1', response: '\\boxed{1}', problem: 'What is one?' },
        { gold: '1.414', response: '\\boxed{1.4142}' },
      ],
      { policy: { profile: 'strict', roundingDigits: 0 } },
    );
    expect([either?.correct, restated?.correct, rounded?.correct]).toEqual([true, true, false]);
  });

  test('no rows, no results; wrong options are refused', async () => {
    expect(await verifyMany([])).toEqual([]);
    await expect(verifyMany([row('x')], { workers: 0 })).rejects.toThrow(
      'workers must be a positive whole number',
    );
    await expect(verifyMany([row('x')], { policy: { nonsense: 1 } as never })).rejects.toThrow('nonsense');
    await expect(verifyMany([row('x')], { module: 'file:///no/such.mjs' })).rejects.toThrow(
      'no worker could be started',
    );
  });
});
