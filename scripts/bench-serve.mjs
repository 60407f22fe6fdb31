// npm run bench:serve -- [--suites DIR] [--python PYTHON] [--cores 2] [--rounds N]
// Responses a second through `touchstone serve`, over lines and over HTTP, and beside Math-Verify in a pool of as many
// processes, in one run. On a machine with other work compare processor seconds, not seconds on the clock.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fixture, quantile, report, root, suite } from './bench/rows.mjs';
import { batches, drive, latencies, overHttp, overLines } from './bench/serve.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const cores = Number(option('cores', '2'));
const rounds = Number(option('rounds', '8'));
const python = option('python', null);
const BATCH = 64;

const short = suite('gsm8k-openai-outputs') ?? repeated(fixture('responses/responses'), 1024);
// These rows are bare answers: as responses they stand in a box.
const hard = suite('hardverify-math')?.map((row) => ({ ...row, response: `So $\\boxed{${row.response}}$.` }));

/** Responses of a few hundred characters, as many as a bench needs. */
function repeated(rows, count) {
  return Array.from({ length: count }, (_, i) => rows[i % rows.length]);
}

for (const [transport, start] of [
  ['stdio', overLines],
  ['http', overHttp],
]) {
  const server = await start(cores);
  const bodies = batches(short, BATCH);
  await drive(server, bodies, { rounds: 2, ahead: 8 });
  const run = await drive(server, bodies, { rounds, ahead: 8 });
  const singles = batches(short.slice(0, 500), 1);
  await latencies(server, singles.slice(0, 100));
  const times = await latencies(server, singles);
  await server.close();
  report(
    `serve, ${transport}, batch ${BATCH}, ${cores} workers`,
    `${rate(run.items, run.seconds)}/s`,
    `${rate(run.items * cores, run.cpu)}/s by processor time on ${cores} cores; wanted 8,000/s`,
  );
  report(
    `serve, ${transport}, batch 1`,
    `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.99).toFixed(2)} ms`,
    'median / p99; wanted 0.5 ms at the median',
  );
}

if (python === null) console.log('\n(--python PYTHON, one that has math_verify: both in one run)');
else {
  await compare('gsm8k responses', short.slice(0, 1024), 3);
  if (hard !== undefined) await compare('hardverify-math', hard, 20);
}

/** Both over the same rows; the ratios by the clock and by processor time. */
async function compare(name, rows, wanted) {
  const theirs = peer(rows);
  const server = await overLines(cores);
  const bodies = batches(rows, BATCH);
  await drive(server, bodies, { rounds: 3, ahead: 8 });
  const ours = await drive(server, bodies, { rounds: 8, ahead: 8 });
  await server.close();
  const ratio = (by) => theirs[by] / theirs.items / (ours[by] / ours.items);
  report(
    `${name} (${rows.length}), beside Math-Verify`,
    `×${ratio('seconds').toFixed(1)} / ×${ratio('cpu').toFixed(1)}`,
    `by the clock / by processor time; wanted ×${wanted}; paid ${share(ours)} % against ${share(theirs)} %`,
  );
}

function peer(rows) {
  const script = join(root, 'scripts', 'bench', 'math_verify_pool.py');
  const run = spawnSync(python, [script, String(cores), '1'], {
    input: rows.map((row) => JSON.stringify(row)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr.slice(-500));
  return JSON.parse(run.stdout);
}

function rate(count, seconds) {
  return Math.round(count / seconds).toLocaleString('en');
}

function share({ paid, items }) {
  return ((100 * paid) / items).toFixed(1);
}
