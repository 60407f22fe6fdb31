import { describe, expect, test } from 'vitest';
import { exportHistory, importHistory, memoryStore } from '../../../../src/rewards/history/index.js';
import { type Memory, registryOf, type Signal, standardSignals } from '../../../../src/rewards/index.js';
import type { Json } from '../../../../src/support/index.js';
import { hostileNames, lesson } from './lessons.js';

const head = '{"format":"touchstone-history","version":1,"lessons":[';

describe('export', () => {
  test('of nothing', async () => expect(await exportHistory(memoryStore())).toBe(`${head}]}\n`));

  test('a lesson a line, sorted keys, the same bytes in any order of arrival', async () => {
    const lessons = [lesson({ step: 2, state: { b: -0, a: 1 } }), lesson()];
    const [one, two] = [memoryStore(), memoryStore()];
    await one.add(lessons);
    await two.add(lessons.toReversed());
    expect(await exportHistory(one)).toBe(
      `${head}\n{"memory":"m","problem":"p","sample":"s","state":1,"step":1},\n{"memory":"m","problem":"p","sample":"s","state":{"a":1,"b":0},"step":2}\n]}\n`,
    );
    expect(await exportHistory(two)).toBe(await exportHistory(one));
  });
});

describe('import', () => {
  test('brings everything back, hostile names too, once', async () => {
    const [from, to] = [memoryStore(), memoryStore()];
    await from.add(
      hostileNames.map((problem, step) => lesson({ problem, step, sample: problem.slice(0, 9) })),
    );
    const text = await exportHistory(from);
    expect((await importHistory(to, text)).added).toBe(hostileNames.length);
    expect(await importHistory(to, text)).toEqual({ added: 0, known: hostileNames.length, differing: 0 });
    expect(await exportHistory(to)).toBe(text);
  });

  const good = '{"memory":"m","problem":"p","sample":"s","state":1,"step":1}';
  const long = '{"memory":"hapo:0","problem":"p","sample":"s","state":STATE,"step":1}';
  test.each([
    ['a cut file', `${head}\n${good},\n{"memory":"m","pro`, 'line 3: not JSON'],
    ['no text', '', 'line 1: not JSON'],
    ['a spoiled line', `${head}\n${good},\n{"memory" oops},\n${good}\n]}`, 'line 3: not JSON'],
    ['null', 'null', 'format must be'],
    ['a text', '"touchstone-history"', 'format must be'],
    ['a lesson of null', `${head}null]}`, 'lessons[0] must be an object'],
    ['a lesson that is a list', `${head}[]]}`, 'lessons[0] must be an object'],
    [
      'a long stray field',
      `${head}${good.replace('{', `{"${'y'.repeat(999)}":1,`)}]}`,
      `unknown field '${'y'.repeat(80)}'`,
    ],
    ['another document', '{"lessons":[]}', "format must be 'touchstone-history'"],
    ['a list', '[]', 'format must be'],
    ['a newer version', head.replace('1', '2').concat(']}'), 'has version 2; this release reads 1'],
    ['no lessons', '{"format":"touchstone-history","version":1}', 'lessons must be a list'],
    ['a lesson that is none', `${head}${good},7]}`, 'lessons[1] must be an object'],
    ['a missing field', `${head}{"memory":"m"}]}`, 'lessons[0].problem must be a string; got undefined'],
    ['a stray field', `${head}${good.replace('{', '{"x":1,')}]}`, "lessons[0]: unknown field 'x'"],
    ['a step as text', `${head}${good.replace('"step":1', '"step":"1"')}]}`, 'lessons[0].step must be'],
    [
      'an infinite state',
      `${head}${good.replace('"state":1', '"state":1e999')}]}`,
      'lessons[0].state must be a finite',
    ],
    [
      'a state its signal never makes',
      `${head}${long.replace('STATE', '{"count":0,"shortest":1,"total":0}')}]}`,
      "lessons[0].state of 'hapo:0': count must be at least 1",
    ],
    [
      'a shortest above the mean',
      `${head}${long.replace('STATE', '{"count":2,"shortest":9,"total":10}')}]}`,
      'total must be at least',
    ],
    ['a state of another kind', `${head}${long.replace('STATE', '5')}]}`, 'must be {count, shortest, total}'],
  ])('%s is refused by line or path, and nothing is added', async (_, text, message) => {
    const store = memoryStore();
    await expect(importHistory(store, text)).rejects.toThrow(message);
    expect(await store.read()).toEqual([]);
  });

  test('a signal without a check of its states takes any', async () => {
    const hapo = standardSignals.get('hapo') as Signal;
    const { misfit: _misfit, ...memory } = hapo.memory as Memory<Json>;
    const registry = registryOf({ ...hapo, memory });
    const text = `${head}${long.replace('STATE', '5')}]}`;
    expect((await importHistory(memoryStore(), text, registry)).added).toBe(1);
  });

  test('a state that its signal makes is taken', async () => {
    const text = `${head}${long.replace('STATE', '{"count":2,"shortest":4,"total":10}')}]}`;
    expect((await importHistory(memoryStore(), text)).added).toBe(1);
  });

  test('__proto__ in a state is data', async () => {
    const store = memoryStore();
    await importHistory(store, `${head}${good.replace('"state":1', '"state":{"__proto__":{"x":1}}')}]}`);
    expect(await exportHistory(store)).toContain('{"__proto__":{"x":1}}');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});
