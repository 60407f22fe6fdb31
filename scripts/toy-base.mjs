// npm run toy-base: makes the shipped base anew by `touchstone train pretrain-toy`, says whether it has the same bytes, and puts it
// in the place of the shipped one (which changes nothing when they are the same).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baseName, shippedBases } from '../dist/trainer/base.js';
import { trainRecipes } from '../dist/trainer/index.js';
import { tasks } from '../dist/trainer/tasks/index.js';

const root = join(fileURLToPath(import.meta.url), '../..');
const [{ task, base }] = trainRecipes.get('pretrain-toy').rows;
const scratch = mkdtempSync(join(tmpdir(), 'touchstone-base-'));
const out = join(scratch, 'run');
const args = ['train', 'pretrain-toy', '--threads', '1', '--out', out];
const { status } = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...args], {
  stdio: 'inherit',
});
if (status === 0) {
  const { base: made } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
  if (made.shipped !== 'same') {
    rmSync(shippedBases, { recursive: true, force: true });
    cpSync(join(out, 'checkpoints'), join(shippedBases, baseName(tasks.get(task), base)), {
      recursive: true,
    });
    console.log(`put into ${shippedBases}`);
  }
}
rmSync(scratch, { recursive: true });
process.exitCode = status ?? 1;
