// Whole-process time from `node dist/cli/main.js` to its first verdict.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { quantile, report, root } from './rows.mjs';

export function benchStartup() {
  const times = [];
  for (let run = 0; run < 9; run += 1) {
    const start = performance.now();
    spawnSync(process.execPath, [
      join(root, 'dist', 'cli', 'main.js'),
      'verify',
      '\\frac{1}{2}',
      '\\boxed{0.5}',
    ]);
    times.push(performance.now() - start);
  }
  const bare = [];
  for (let run = 0; run < 9; run += 1) {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    bare.push(performance.now() - start);
  }
  report(
    'start to first verdict',
    `${quantile(times, 0.5).toFixed(0)} ms`,
    `wanted: ≤ 200 ms (node alone: ${quantile(bare, 0.5).toFixed(0)} ms)`,
  );
}
