import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import type { HistoryStore, Lesson } from '../../../src/rewards/history/index.js';
import { cli, workFolder } from '../../helpers/cli.js';
import { root } from '../../helpers/source-files.js';

// The built store, as the writers below use it.
const { diskStore } = (await import(join(root, 'dist/rewards/history/index.js'))) as {
  diskStore: (path: string) => Promise<HistoryStore>;
};
const { batch, batchesOf } = (await import(join(root, 'scripts/soak/batch.mjs'))) as {
  batch: (writer: string, number: number) => readonly Lesson[];
  batchesOf: (writer: string, lessons: readonly Lesson[]) => ReadonlySet<number>;
};
const run = promisify(execFile);
const folder = workFolder();
afterAll(() => folder.remove());

const script = join(root, 'scripts', 'soak', 'writer.mjs');
const names = Array.from({ length: 8 }, (_, i) => `writer${i}`);
const write = (path: string, name: string, first: number, last: number) =>
  run(process.execPath, [script, path, name, String(first), String(last)]);

describe('eight processes on one store', () => {
  test('score parts of the same groups from the command line', async () => {
    const path = join(folder.path, 'scored.db');
    const parts = names.map((name, i) => {
      const rows = [0, 1, 2].map((step) =>
        JSON.stringify({
          problem: 'p',
          step,
          response: '\\boxed{5}',
          gold: '5',
          tokens: 100 + 10 * i + step,
        }),
      );
      return folder.file(`${name}.jsonl`, rows.join('\n'));
    });
    const runs = await Promise.all(
      parts.map((file) => cli(['score', '--reward', 'hapo', file, '--history', path, '--jobs', '1', '-q'])),
    );
    expect(runs.map(({ status }) => status)).toEqual(names.map(() => 0));
    const store = await diskStore(path);
    const lengths = (await store.read()).map(({ state }) => (state as { shortest: number }).shortest);
    await store.close();
    expect(new Set(lengths).size).toBe(8 * 3);
  });

  test('make it together and lose no update', async () => {
    const path = join(folder.path, 'shared.db');
    await Promise.all(names.map((name) => write(path, name, 1, 20)));
    const store = await diskStore(path);
    const lessons = await store.read();
    await store.close();
    expect(lessons.length).toBe(8 * 20 * 8);
    for (const name of names) expect(batchesOf(name, lessons).size).toBe(20);
  });

  test('delivering the same updates count each once', async () => {
    const path = join(folder.path, 'same.db');
    await Promise.all(names.map(() => write(path, 'same', 1, 10)));
    const store = await diskStore(path);
    expect((await store.read()).length).toBe(10 * 8);
    await store.close();
  });

  test('a reader sees whole batches only, while others write', async () => {
    const path = join(folder.path, 'readers.db');
    const writers = Promise.all(names.slice(0, 4).map((name) => write(path, name, 1, 25)));
    let finished = false;
    const end = writers.then(() => {
      finished = true;
    });
    while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 2));
    const store = await diskStore(path);
    let reads = 0;
    while (!finished) {
      const lessons = await store.read();
      // batchesOf throws on a batch of which only a part is there.
      for (const name of names) batchesOf(name, lessons);
      reads += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await end;
    await store.close();
    expect(reads).toBeGreaterThan(0);
  });

  test('one that is killed while it holds the lock stops nobody', async () => {
    const path = join(folder.path, 'holder.db');
    await write(path, 'first', 1, 3);
    const holder = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import Database from 'libsql';
       const db = new Database(${JSON.stringify(path)});
       db.exec('BEGIN IMMEDIATE; DELETE FROM lesson');
       console.log('held');
       setInterval(() => {}, 1000);`,
      ],
      { cwd: root },
    );
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    holder.kill('SIGKILL');
    await write(path, 'second', 1, 3);
    const store = await diskStore(path);
    const lessons = await store.read();
    await store.close();
    expect([...batchesOf('first', lessons), ...batchesOf('second', lessons)]).toEqual([1, 2, 3, 1, 2, 3]);
    expect(lessons.filter(({ sample }) => sample.startsWith('first')).length).toBe(
      batch('first', 1).length * 3,
    );
  });
});
