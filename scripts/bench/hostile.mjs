// Hostile input by the clock: long responses at doubling lengths, and the resource attacks of a suites folder.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quantile, report, suitesFolder } from './rows.mjs';

const timed = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

export function benchScan(verify) {
  const unit = 'We add the terms and simplify again, which gives $x = 17$ and \\( y \\). ';
  const row = (megabytes) =>
    `${unit.repeat(Math.ceil((megabytes * 1_000_000) / unit.length))}Therefore $\\boxed{5}$.`;
  const times = [1, 2, 4, 8].map((megabytes) => {
    const response = row(megabytes);
    return quantile(
      [0, 1, 2].map(() => timed(() => verify('5', response, {}))),
      0.5,
    );
  });
  const ratios = times.slice(1).map((t, i) => (t / times[i]).toFixed(2));
  report(
    'scan of 1, 2, 4, 8 MB',
    `${times.map((t) => t.toFixed(1)).join(' ')} ms`,
    `doubling costs ×${ratios.join(', ×')}; wanted: ≤ 2.3`,
  );
}

export async function benchBombs(verify) {
  const folder = suitesFolder();
  const path = folder && join(folder, 'own', 'bombs.jsonl');
  if (!path || !existsSync(path))
    return report('resource attacks', 'not run', 'give --suites DIR to run them');
  const { expand } = await import(pathToFileURL(join(folder, 'own', 'expand-bombs.mjs')).href);
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  let worst = { ratio: 0, id: '' };
  let paid = 0;
  for (const row of rows) {
    const [gold, response] = [expand(row.gold), expand(row.response)];
    verify(gold, response, {});
    const ms = timed(() => {
      if (verify(gold, response, {}).correct === true && !row.expected_correct) paid += 1;
    });
    const ratio = ms / row.max_ms_hint;
    if (ratio > worst.ratio) worst = { ratio, id: `${row.id} ${ms.toFixed(1)} ms` };
  }
  report(
    `resource attacks (${rows.length})`,
    `${worst.ratio.toFixed(2)}× the hint`,
    `worst: ${worst.id}; wrongly paid: ${paid}; wanted: ≤ 5×, 0`,
  );
}
