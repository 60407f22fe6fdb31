// Compiles src to dist and makes the command executable; `npm install` in a clone runs it.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommand, bundleRewards } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
if (!existsSync(compiler)) {
  // A production install (`npm install --omit=dev`, or of the packed package) has no compiler and needs none.
  console.error('touchstone: typescript is not installed; keeping dist as it is');
} else {
  const run = spawnSync(process.execPath, [compiler, '-p', root], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
  if (run.status === 0) {
    await bundleCommand(root);
    await bundleRewards(root);
  }
  const command = join(root, 'dist', 'cli', 'main.js');
  if (existsSync(command)) chmodSync(command, 0o755);
}
