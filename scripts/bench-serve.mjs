// npm run bench:serve -- [--suites DIR] [--python PYTHON] [--cores 2] [--rounds N]
// Responses a second through `touchstone serve`, over lines and over HTTP, and beside Math-Verify in a pool of as many
// processes, in one run. On a machine with other work compare processor seconds, not seconds on the clock.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { quantile, report, root, suite, worked } from './bench/rows.mjs';
import { batches, drive, echo, healthUnder, latencies, overHttp, overLines, serve } from './bench/serve.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const cores = Number(option('cores', '2'));
const rounds = Number(option('rounds', '8'));
const python = option('python', null);
const BATCH = 64;

const solutions = suite('gsm8k-openai-outputs');
const short = solutions ?? worked(1024);
console.log(`responses: ${solutions === undefined ? 'made up in the style of' : 'to'} GSM8K`);
// These rows are bare answers: as responses they stand in a box.
const hard = suite('hardverify-math')?.map((row) => ({ ...row, response: `So $\\boxed{${row.response}}$.` }));

const jobs = String(cores);
for (const [transport, start, args, other] of [
  ['stdio', overLines, serve('--stdio', '--jobs', jobs), echo('lines')],
  ['http', overHttp, serve('--jobs', jobs), echo('http')],
]) {
  const server = await start(args);
  await throughput(server, transport);
  await single(server, await start(other), transport);
  if (transport === 'http') await health(server);
  await server.close();
}

async function throughput(server, transport) {
  const bodies = batches(short, BATCH);
  await drive(server, bodies, { rounds: 2, ahead: 8 });
  const run = await drive(server, bodies, { rounds, ahead: 8 });
  report(
    `serve, ${transport}, batch ${BATCH}, ${cores} workers`,
    `${rate(run.items, run.seconds)}/s`,
    `${rate(run.items * cores, run.cpu)}/s by processor time on ${cores} cores; wanted 8,000/s`,
  );
}

async function single(server, floor, transport) {
  const singles = batches(short.slice(0, 500), 1);
  await latencies(server, floor, [...singles, ...singles]);
  const { times, floors, cpu } = await latencies(server, floor, [...singles, ...singles]);
  await floor.close();
  report(
    `serve, ${transport}, batch 1`,
    `${spread(times)} ms`,
    `median / p99; wanted 0.5 ms at the median; ${((1000 * cpu) / times.length).toFixed(2)} ms of processor each`,
  );
  report(`${transport}: a server that only answers`, `${spread(floors)} ms`, 'in the same run, in turns');
}

async function health(server) {
  await server.get('/metrics');
  const load = drive(server, batches(short, BATCH), { rounds: rounds * 2, ahead: 32 });
  const times = await healthUnder(server, load);
  report('/healthz under load', `${spread(times)} ms`, `median / p99 of ${times.length}, 32 batches open`);
  const delay = /event_loop_delay_seconds\{quantile="0.99"\} (\S+)/.exec(await server.get('/metrics'))?.[1];
  report('delay of the event loop meanwhile', `${(1000 * Number(delay)).toFixed(1)} ms`, 'p99');
}

function spread(times) {
  return `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.99).toFixed(2)}`;
}

if (python === null) console.log('\n(--python PYTHON, one that has math_verify: both in one run)');
else {
  await compare('gsm8k responses', short.slice(0, 1024), 3);
  if (hard !== undefined) await compare('hardverify-math', hard, 20);
}

/** Both over the same rows; the ratios by the clock and by processor time. */
async function compare(name, rows, wanted) {
  const theirs = peer(rows);
  const server = await overLines(serve('--stdio', '--jobs', jobs));
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
