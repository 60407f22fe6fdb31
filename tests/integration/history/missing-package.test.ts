import { execFile } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { workFolder } from '../../helpers/cli.js';
import { root } from '../../helpers/source-files.js';

const run = promisify(execFile);
const folder = workFolder();
afterAll(() => folder.remove());

test('without libsql a store in memory works, and one on disk says which command adds it', async () => {
  // Outside the repository, so that no node_modules folder above it has the package.
  for (const part of ['rewards', 'support'])
    cpSync(join(root, 'dist', part), join(folder.path, part), { recursive: true });
  writeFileSync(join(folder.path, 'package.json'), '{"type":"module"}');
  const script = folder.file(
    'use.js',
    `import { diskStore, memoryStore } from './rewards/history/index.js';
     console.log((await memoryStore().read()).length);
     await diskStore('store.db').catch((error) => console.log(error.name, error.message));`,
  );
  const { stdout } = await run(process.execPath, [script], { cwd: folder.path });
  expect(stdout).toMatch(/^0\nBackendError .*npm install libsql/);
});
