import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import Database from 'libsql';
import { afterAll, describe, expect, test } from 'vitest';
import { diskStore } from '../../../../src/rewards/history/index.js';
import { folder, lesson } from './lessons.js';

const dir = folder();
afterAll(dir.remove);

const lessons = Array.from({ length: 400 }, (_, i) =>
  lesson({ problem: `problem ${i % 20}`, step: i, state: { i } }),
);
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

async function written(name: string): Promise<string> {
  const path = dir.path(name);
  const store = await diskStore(path);
  await store.add(lessons);
  await store.close();
  return path;
}

test('what was added is there after opening again, in one file', async () => {
  const path = await written('again.db');
  const store = await diskStore(path);
  expect((await store.read()).length).toBe(lessons.length);
  await store.close();
  expect(readdirSync(dir.path('.')).filter((name) => name.startsWith('again'))).toEqual(['again.db']);
});

describe('other files are named and left as they are', () => {
  const sqlite = (name: string, sql: string): string => {
    const other = new Database(dir.path(name));
    other.exec(sql);
    other.close();
    return dir.path(name);
  };
  const file = (name: string, data: string | Buffer): string => {
    writeFileSync(dir.path(name), data);
    return dir.path(name);
  };
  test.each<[string, () => string, string]>([
    [
      'a picture',
      () => file('a.jpg', Buffer.from('ffd8ffe000104a464946'.repeat(900), 'hex')),
      'is not a history store',
    ],
    ['an empty file', () => file('empty.db', ''), 'is not a history store: it is empty'],
    [
      'a text',
      () => file('text.db', '{"format":"touchstone-history"}\n'.repeat(99)),
      'is not a history store',
    ],
    ['another database', () => sqlite('other.db', 'CREATE TABLE t (a)'), 'a database of something else'],
    [
      'a newer store',
      () =>
        sqlite('newer.db', 'CREATE TABLE t (a); PRAGMA application_id = 1953462627; PRAGMA user_version = 2'),
      'of version 2; this release reads 1',
    ],
  ])('%s', async (_, make, message) => {
    const path = make();
    const before = digest(path);
    await expect(diskStore(path)).rejects.toThrow(message);
    await expect(diskStore(path)).rejects.toThrow(path);
    expect(digest(path)).toBe(before);
  });

  test('a folder', async () => {
    mkdirSync(dir.path('folder'));
    await expect(diskStore(dir.path('folder'))).rejects.toThrow('is not a file');
  });
  test('a folder that is not there', async () => {
    await expect(diskStore(dir.path('none/store.db'))).rejects.toThrow('is its folder there');
  });
});

describe('a torn store is named and left as it is', () => {
  test.each([1, 99, 512, 4096, 5000, 8192, 20_480])('cut to %i bytes', async (size) => {
    const path = await written(`torn-${size}.db`);
    truncateSync(path, size);
    const before = digest(path);
    await expect(diskStore(path)).rejects.toThrow(/is a damaged history store|is not a history store/);
    expect(digest(path)).toBe(before);
  });

  test('flipped bytes are never read as data', async () => {
    const path = await written('flipped.db');
    const whole = readFileSync(path);
    let refused = 0;
    for (let at = 101; at < whole.length; at += 997) {
      const copy = dir.path('flip.db');
      writeFileSync(copy, whole);
      flip(copy, at, whole[at] as number);
      const found = await readAll(copy);
      if (found === null) refused += 1;
      else for (const one of found) expect(lessons).toContainEqual(one);
    }
    expect(refused).toBeGreaterThan(5);
  });
});

function flip(path: string, at: number, byte: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.from([byte ^ 0x01]), 0, 1, at);
  closeSync(handle);
}

/** All lessons of a store, or null when it is refused. */
async function readAll(path: string) {
  try {
    const store = await diskStore(path);
    try {
      return await store.read();
    } finally {
      await store.close();
    }
  } catch (error) {
    expect(String(error)).toMatch(
      /InputError: .*is (a damaged|not a) history store|history store of version/,
    );
    return null;
  }
}

test('a lock that is held too long is named', async () => {
  const path = await written('held.db');
  const holder = new Database(path);
  holder.exec('BEGIN IMMEDIATE');
  const store = await diskStore(path, { waitSeconds: 0.05 });
  await expect(store.add([lesson({ step: 7777 })])).rejects.toThrow(
    'another process has been writing for too long',
  );
  holder.exec('ROLLBACK');
  holder.close();
  expect((await store.add([lesson({ step: 7777 })])).added).toBe(1);
  await store.close();
});
