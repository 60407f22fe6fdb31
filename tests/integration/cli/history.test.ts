import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, workFolder } from '../../helpers/cli.js';

const work = workFolder();
afterAll(() => work.remove());

const store = join(work.path, 'run.db');
beforeAll(async () => {
  await cli(['score', '--reward', 'hapo', 'fixtures/rollouts/hapo.jsonl', '--history', store, '-q']);
});

describe('history show', () => {
  test('a table of problems', async () => {
    const { stdout } = await cli(['history', 'show', store]);
    expect(stdout).toMatch(/odd-sum +hapo:\w+ +5 +1-3 .*shortest 150/);
    expect(stdout).toMatch(/half-third .* 0-3 .*shortest 70/);
  });
  test('--limit, --before and --json', async () => {
    expect((await cli(['history', 'show', store, '--limit', '1'])).stdout).toContain('… 1 more');
    const { stdout } = await cli(['history', 'show', store, '--before', '1', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      samples: 1,
      problems: [{ problem: 'half-third', state: { shortest: 210 } }],
    });
  });
  test('does not make a store', async () => {
    const run = await cli(['history', 'show', join(work.path, 'none.db')]);
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('no such store') as string });
    expect(existsSync(join(work.path, 'none.db'))).toBe(false);
  });
});

describe('history export and import', () => {
  test('an export imports to the same history, once', async () => {
    const file = join(work.path, 'run.json');
    expect((await cli(['history', 'export', store, '-o', file])).status).toBe(0);
    const copy = join(work.path, 'copy.db');
    expect((await cli(['history', 'import', copy, file])).stdout).toBe('11 samples added, 0 known before\n');
    expect((await cli(['history', 'import', copy, file])).stdout).toBe('0 samples added, 11 known before\n');
    expect((await cli(['history', 'export', copy])).stdout).toBe(readFileSync(file, 'utf8'));
  });
  test('through a pipe', async () => {
    const { stdout } = await cli(['history', 'export', store]);
    const run = await cli(['history', 'import', join(work.path, 'piped.db'), '-', '--json'], {
      input: stdout,
    });
    expect(JSON.parse(run.stdout)).toMatchObject({ added: 11, known: 0, differing: 0 });
  });
  test('a cut export is refused by file and line, and nothing is added', async () => {
    const { stdout } = await cli(['history', 'export', store]);
    const file = work.file('cut.json', stdout.slice(0, 300));
    const target = join(work.path, 'cut.db');
    const run = await cli(['history', 'import', target, file]);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/cut\.json: line \d+: not JSON/);
    expect((await cli(['history', 'show', target, '--json'])).stdout).toContain('"samples":0');
  });
});

test('a file that is no store is named and left as it is', async () => {
  const file = work.file('notes.txt', 'my notes\n'.repeat(99));
  const run = await cli(['score', '--reward', 'hapo', 'fixtures/rollouts/hapo.jsonl', '--history', file]);
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(`${file} is not a history store`);
  expect(readFileSync(file, 'utf8')).toBe('my notes\n'.repeat(99));
});

test.each([
  [['history', 'sho', store], 'did you mean show?'],
  [['history', 'show'], 'history show needs a STORE'],
  [['history', 'import', store], 'history import needs a STORE and a FILE'],
  [['history', 'export', store, 'more'], 'history export needs a STORE'],
])('%j: exit 2', async (args, message) => {
  const run = await cli(args);
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(message);
});
