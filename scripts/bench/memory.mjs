// Resident memory over a million verdicts of mixed rows.
import { fixture, report, suite } from './rows.mjs';

export function benchMemory(verify, total = 1_000_000) {
  const rows = suite('hardverify-math') ?? fixture('answers/answers');
  const samples = [];
  const every = Math.floor(total / 10);
  for (let i = 0; i < total; i += 1) {
    const row = rows[i % rows.length];
    verify(row.gold, row.response, {});
    if (i % every === every - 1) samples.push(process.memoryUsage().rss / 1e6);
  }
  const growth = samples[samples.length - 1] - samples[1];
  report(
    `memory over ${total} verdicts`,
    `${growth >= 0 ? '+' : ''}${growth.toFixed(0)} MB`,
    `RSS from 20 % to 100 % of the run: ${samples.map((s) => s.toFixed(0)).join(' ')}`,
  );
}
