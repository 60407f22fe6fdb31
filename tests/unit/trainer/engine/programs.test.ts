import { expect, test } from 'vitest';
import type { Engine } from '../../../../src/trainer/engine/engine.js';
import { Programs } from '../../../../src/trainer/engine/programs.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import * as g from '../../../../src/trainer/graph/build.js';

/** An engine that counts what is compiled and freed; a graph of an output `bad` cannot be compiled. */
function counting(): { readonly engine: Engine; readonly compiled: string[]; readonly freed: string[] } {
  const [compiled, freed]: [string[], string[]] = [[], []];
  const engine: Engine = {
    ...referenceEngine(),
    compile: ({ outputs }) => {
      const [name = ''] = Object.keys(outputs);
      compiled.push(name);
      if (name === 'bad') return Promise.reject(new Error('cannot'));
      const dispose = (): Promise<void> => {
        freed.push(name);
        return Promise.resolve();
      };
      return Promise.resolve({ run: () => Promise.resolve({}), dispose });
    },
  };
  return { engine, compiled, freed };
}

const of = (name: string) => () => g.graph({ [name]: g.fill(1) });

test('a graph is compiled once by its name, and freed once', async () => {
  const { engine, compiled, freed } = counting();
  const programs = new Programs(engine);
  const first = await programs.get('a', of('one'));
  expect(await programs.get('a', of('other'))).toBe(first);
  await programs.get('b', of('two'));
  expect(compiled).toEqual(['one', 'two']);
  await programs.close();
  await programs.close();
  expect(freed).toEqual(['one', 'two']);
});

test('a graph that cannot be compiled does not keep the others from being freed', async () => {
  const { engine, freed } = counting();
  const programs = new Programs(engine);
  await expect(programs.get('bad', of('bad'))).rejects.toThrow('cannot');
  await programs.get('good', of('good'));
  await programs.close();
  expect(freed).toEqual(['good']);
});
