// npm run effects [-- --rows a,b] [--bases 1,2,3] [--seeds 1,2] [--jobs 2] [--out runs/effects] [--minutes N] [--report]
// The papers' effects in one table: every row of scripts/effects/rows.mjs on each base with each RL seed, one process and one
// thread a run. Runs that are finished with the same settings are not done again, so it goes on where it was stopped. Writes
// reports/effects.json and the table in docs/papers.md after every run; --report writes them without running anything.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finishedRuns, runAll } from './effects/jobs.mjs';
import { rows } from './effects/rows.mjs';
import { effectsOf } from './effects/statistics.mjs';
import { withTable } from './effects/table.mjs';

const root = join(fileURLToPath(import.meta.url), '../..');
const given = process.argv.slice(2);
const option = (name, fallback) => {
  const at = given.indexOf(`--${name}`);
  return at < 0 ? fallback : given[at + 1];
};
const listed = (name, fallback) => option(name, fallback).split(',');

const wanted = option('rows', null)?.split(',') ?? null;
const unknown = wanted?.filter((name) => !rows.some((row) => row.name === name)) ?? [];
if (unknown.length > 0)
  throw new Error(`no rows ${unknown.join(', ')}; there are ${rows.map((r) => r.name).join(', ')}`);
const plan = {
  root,
  out: option('out', join(root, 'runs', 'effects')),
  bases: listed('bases', '1,2,3').map(Number),
  seeds: listed('seeds', '1,2').map(Number),
  jobs: Number(option('jobs', '1')),
  deadline: Date.now() + 60_000 * Number(option('minutes', '1e6')),
  rows: rows.filter(({ name }) => wanted === null || wanted.includes(name)),
};

function report() {
  const effects = effectsOf(rows, finishedRuns({ ...plan, rows }), plan);
  mkdirSync(join(root, 'reports'), { recursive: true });
  writeFileSync(join(root, 'reports', 'effects.json'), `${JSON.stringify(effects, null, 2)}\n`);
  const page = join(root, 'docs', 'papers.md');
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), effects));
}

mkdirSync(plan.out, { recursive: true });
if (!given.includes('--report')) await runAll(plan, report);
report();
