import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../../helpers/source-files.js';

const run = promisify(execFile);

test('kills at random times lose no acknowledged lesson and invent none (npm run soak:store: 200)', async () => {
  const { stdout } = await run(process.execPath, [join(root, 'scripts', 'soak-store.mjs'), '15', '7']);
  expect(stdout).toContain('15 kills, seed 7');
  const batches = Number(/(\d+) batches, none lost, none invented/.exec(stdout)?.[1]);
  expect(batches).toBeGreaterThan(15);
});
