import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { cli, main, workFolder } from '../../helpers/cli.js';

const work = workFolder();
afterAll(() => work.remove());

/** Many small steps, each of which is learned from in a transaction of its own. */
const rows = Array.from({ length: 1600 }, (_, i) => {
  const [step, problem, sample] = [Math.floor(i / 8), Math.floor(i / 4) % 2, i % 4];
  const tokens = 1000 - step * 2 + ((i * 37) % 300);
  return JSON.stringify({ step, problem, response: `sample ${sample}`, correct: (i * 7) % 3 > 0, tokens });
});
const file = work.file('rollouts.jsonl', rows.join('\n'));
const score = (store: string): string[] => [
  'score',
  '--reward',
  'hapo',
  '--params',
  'history=mean',
  file,
  '--history',
  store,
  '--jsonl',
];

/** Runs until some of the store is written, then ends the run by a signal. */
async function stopped(store: string, signal: NodeJS.Signals, delay: number): Promise<number | null> {
  const child = spawn(process.execPath, [main, ...score(store)], { stdio: ['ignore', 'ignore', 'ignore'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  while (!existsSync(store)) await sleep(5);
  await sleep(delay);
  child.kill(signal);
  return ended;
}

test('a run that was killed or interrupted, and run again, ends as one that was not', async () => {
  const clean = join(work.path, 'clean.db');
  const wanted = await cli(score(clean));
  expect(wanted.status).toBe(0);
  const history = (await cli(['history', 'export', clean])).stdout;

  const broken = join(work.path, 'broken.db');
  await stopped(broken, 'SIGKILL', 40);
  await stopped(broken, 'SIGKILL', 120);
  await stopped(broken, 'SIGINT', 200);
  const again = await cli(score(broken));
  expect(again.stdout).toBe(wanted.stdout);
  expect((await cli(['history', 'export', broken])).stdout).toBe(history);
});

test('SIGINT ends a run at its next step, with exit status 130', async () => {
  const store = join(work.path, 'stopped.db');
  expect(await stopped(store, 'SIGINT', 20)).toBe(130);
  const { stdout } = await cli(['history', 'show', store, '--json']);
  expect((JSON.parse(stdout) as { samples: number }).samples).toBeLessThan(rows.length / 2);
});
