import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../helpers/cli.js';
import { root } from '../helpers/source-files.js';

const python = ['python3', 'python'].find(
  (name) =>
    spawnSync(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))'], { stdio: 'ignore' }).status ===
    0,
);

// The product and its other tests need no Python; this says aloud what was not tested.
if (python === undefined)
  process.stderr.write('NOT TESTED: the Python client and its adapters (no Python >= 3.9 on this machine)\n');

describe.skipIf(python === undefined)('the Python package, by unittest alone', () => {
  test.each(['test_encode', 'test_client', 'test_adapters'])(
    '%s',
    (module) => {
      const args = ['-W', 'error::ResourceWarning', '-m', 'unittest', '-v', `tests.${module}`];
      const done = spawnSync(python ?? '', args, {
        cwd: join(root, 'python'),
        env: { ...process.env, TOUCHSTONE_BIN: main, PYTHONDONTWRITEBYTECODE: '1' },
        encoding: 'utf8',
        timeout: 300_000,
      });
      expect(done.stderr).toMatch(/\nOK\n$/);
      expect(done.stderr).not.toContain('skipped');
      expect(done.status).toBe(0);
    },
    300_000,
  );
});
