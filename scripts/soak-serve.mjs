// npm run soak:serve -- [--minutes 60] [--connections 32] [--jobs 2]
// Asks a server without end, one request in a hundred a bomb, and watches its memory, open files and answers. Fails on a
// wrong verdict, on any status but 200, 429 and 503, and when memory after the warm-up grows by more than 1 MiB a minute.
import { readdirSync, readFileSync } from 'node:fs';
import { overHttp, serve } from './bench/serve.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const minutes = option('minutes', 60);
const connections = option('connections', 32);
const server = await overHttp(serve('--jobs', String(option('jobs', 2))));
const end = performance.now() + minutes * 60_000;

const BOMBS = [
  ['1', '9^{9^{9^{9}}}+1'],
  ['0', `${'\\sqrt{2+'.repeat(60)}2${'}'.repeat(60)}`],
  ['1', '7'.repeat(9000)],
  ['0', '\\sum_{k=1}^{10^{6}}\\frac{1}{k^{3}+1}'],
  ['6', `${'\\left('.repeat(600)}5${'\\right)'.repeat(600)}`],
];

/** The i-th item, and whether it is right. */
function question(i) {
  if (i % 100 === 0) {
    const [label, bomb] = BOMBS[(i / 100) % BOMBS.length];
    return { right: false, item: { label, response: `So \\boxed{${bomb}}.` } };
  }
  const right = i % 3 !== 0;
  return { right, item: { label: `${i}/7`, response: `It is \\boxed{\\frac{${right ? i : i + 1}}{7}}.` } };
}

const counts = { asked: 0, answered: 0, refused: 0, wrong: 0, failed: 0 };

async function client() {
  while (performance.now() < end) {
    const { right, item } = question(counts.asked++);
    try {
      const results = await server.ask([item]);
      // Refusals for load have no results; they are allowed, and counted.
      if (results === undefined) counts.refused += 1;
      else if ((results[0].reward === 1) !== right) counts.wrong += 1;
      else counts.answered += 1;
    } catch {
      counts.failed += 1;
    }
  }
}

const samples = [];
function sample() {
  const at = (performance.now() - (end - minutes * 60_000)) / 60_000;
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;
  const files = readdirSync(`/proc/${server.pid}/fd`).length;
  samples.push({ at, rss, files });
  console.log(`${at.toFixed(1)} min  rss ${rss.toFixed(0)} MiB  files ${files}  ${JSON.stringify(counts)}`);
}
const watching = setInterval(sample, Math.min(60_000, minutes * 6000));

await Promise.all(Array.from({ length: connections }, client));
clearInterval(watching);
sample();
await server.close();

/** MiB a minute over the second half, by least squares. */
function slope() {
  const late = samples.slice(Math.floor(samples.length / 2));
  const mean = (read) => late.reduce((sum, one) => sum + read(one), 0) / late.length;
  const [t, r] = [mean((one) => one.at), mean((one) => one.rss)];
  const over = late.reduce((sum, one) => sum + (one.at - t) ** 2, 0);
  return late.reduce((sum, one) => sum + (one.at - t) * (one.rss - r), 0) / over;
}
console.log(`memory grows by ${slope().toFixed(2)} MiB a minute`);
if (counts.wrong > 0 || counts.failed > 0 || (minutes >= 10 && slope() > 1)) process.exitCode = 1;
