import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskStore, type HistoryStore, memoryStore } from '../../../../src/rewards/history/index.js';
import { asProblemId } from '../../../../src/rewards/index.js';
import type { Json } from '../../../../src/support/index.js';
import { folder, hostileNames, lesson } from './lessons.js';

const dir = folder();
afterAll(dir.remove);

/** Every store keeps the same promises. */
describe.each<[string, () => Promise<HistoryStore>]>([
  ['memory', () => Promise.resolve(memoryStore())],
  ['disk', () => diskStore(dir.path(`store-${randomUUID()}.db`))],
])('%s store', (_, open) => {
  let store: HistoryStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test('what was added is read, in one order', async () => {
    const lessons = [
      lesson({ memory: 'n' }),
      lesson({ problem: 'q' }),
      lesson({ step: 10 }),
      lesson({ sample: 't' }),
      lesson(),
    ];
    expect(await store.add(lessons)).toEqual({ added: 5, known: 0, differing: 0 });
    expect(await store.read()).toEqual([
      lesson(),
      lesson({ sample: 't' }),
      lesson({ step: 10 }),
      lesson({ problem: 'q' }),
      lesson({ memory: 'n' }),
    ]);
  });

  test('the same lesson again changes nothing; the first state stays', async () => {
    await store.add([lesson({ state: { n: 1 } })]);
    expect(await store.add([lesson({ state: { n: 1 } })])).toEqual({ added: 0, known: 1, differing: 0 });
    expect(await store.add([lesson({ state: { n: 2 } })])).toEqual({ added: 0, known: 1, differing: 1 });
    expect(await store.read()).toEqual([lesson({ state: { n: 1 } })]);
  });

  test('a repetition within one addition counts once', async () => {
    expect(await store.add([lesson(), lesson()])).toEqual({ added: 1, known: 1, differing: 0 });
    expect(await store.read()).toEqual([lesson()]);
  });

  test('a query narrows by memory, problem and step', async () => {
    const all = [
      lesson(),
      lesson({ step: 2 }),
      lesson({ step: 3 }),
      lesson({ problem: 'q' }),
      lesson({ memory: 'n' }),
    ];
    await store.add(all);
    const read = (query: Parameters<HistoryStore['read']>[0]) => store.read(query);
    expect(await read({ before: 3, memories: ['m'], problems: [asProblemId('p')] })).toEqual(all.slice(0, 2));
    expect(await read({ before: 0 })).toEqual([]);
    expect((await read({ before: Number.POSITIVE_INFINITY })).length).toBe(5);
    expect(await read({ memories: ['n', 'n'] })).toEqual([all[4]]);
    expect(await read({ problems: [asProblemId('q'), asProblemId('none')] })).toEqual([all[3]]);
    expect(await read({ memories: [] })).toEqual([]);
    expect(await read({ memories: ['none'] })).toEqual([]);
    expect(await read({ memories: ['none'], problems: [asProblemId('p')] })).toEqual([]);
    expect(await read({ problems: [] })).toEqual([]);
  });

  test('hostile names are kept apart, byte for byte', async () => {
    const lessons = hostileNames.map((problem, i) => lesson({ problem, state: i }));
    expect((await store.add(lessons)).added).toBe(hostileNames.length);
    for (const [i, name] of hostileNames.entries())
      expect(await store.read({ problems: [asProblemId(name)] })).toEqual([lessons[i]]);
    const samples = hostileNames.slice(0, -2).map((sample) => lesson({ sample, memory: 'by sample' }));
    await store.add(samples);
    const read = await store.read({ memories: ['by sample'] });
    expect(new Set(read.map(({ sample }) => sample))).toEqual(new Set(samples.map(({ sample }) => sample)));
    expect(Object.keys({})).toEqual([]);
  });

  test.each<[string, Parameters<typeof lesson>[0] | object, string]>([
    ['NaN', { state: Number.NaN }, 'lessons[1].state must be a finite number; got NaN'],
    [
      'Infinity within',
      { state: { a: [Number.POSITIVE_INFINITY] } },
      'lessons[1].state.a.0 must be a finite',
    ],
    ['undefined within', { state: { a: undefined } }, 'lessons[1].state.a must be JSON; got undefined'],
    ['nothing', { state: null }, 'lessons[1].state must be what the sample taught; got null'],
    ['a negative step', { step: -1 }, 'lessons[1].step must be a whole number'],
    ['a step of minus zero', { step: -0 }, 'lessons[1].step must be a whole number'],
    ['half a step', { step: 0.5 }, 'lessons[1].step must be a whole number'],
    ['a step beyond 2^53', { step: 2 ** 53 }, 'lessons[1].step must be a whole number'],
    ['no memory', { memory: '' }, "lessons[1].memory must be a name; got ''"],
    ['no sample', { sample: undefined }, 'lessons[1].sample must be a string; got undefined'],
  ])('%s is refused and nothing is added', async (_, fields, message) => {
    const wrong = { ...lesson({ problem: 'other' }), ...fields } as ReturnType<typeof lesson>;
    await expect(store.add([lesson({ sample: 'good' }), wrong])).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message) as string,
    });
    expect(await store.read()).toEqual([]);
  });

  test('a state may be nested 32 levels deep, and no deeper', async () => {
    const nested = (levels: number): Json => (levels === 0 ? 1 : { state: nested(levels - 1) });
    expect((await store.add([lesson({ state: nested(32) })])).added).toBe(1);
    await expect(store.add([lesson({ sample: 'deep', state: nested(33) })])).rejects.toThrow(
      'nested deeper than 32',
    );
  });

  test('long texts are cut in messages', async () => {
    const wrong = { ...lesson(), memory: '', step: 'x'.repeat(999) } as never;
    const error = await store.add([wrong]).catch((thrown: Error) => thrown);
    expect(String(error).length).toBeLessThan(200);
  });

  test('steps up to 2^53 − 1 are kept exactly', async () => {
    const far = lesson({ step: Number.MAX_SAFE_INTEGER });
    await store.add([far]);
    expect(await store.read()).toEqual([far]);
    expect(await store.read({ before: Number.MAX_SAFE_INTEGER })).toEqual([]);
  });

  test('a caller who changes a state afterwards changes only its own', async () => {
    const state = { n: 1 };
    await store.add([lesson({ state })]);
    state.n = 2;
    expect((await store.read())[0]?.state).toEqual({ n: 1 });
  });

  test('a closed store says so', async () => {
    await store.close();
    await expect(store.add([])).rejects.toThrow('is closed');
    await expect(store.read()).rejects.toThrow('is closed');
    await store.close();
  });
});
