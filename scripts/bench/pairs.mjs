// Time a pair, one thread, warm: extraction, both parses (KaTeX included) and the comparison.
import { fixture, quantile, report, suite } from './rows.mjs';

/** Microseconds of each row: the median of `passes` warm passes. */
export function timeRows(verify, rows, passes = 3) {
  for (const row of rows) verify(row.gold, row.response, { problem: row.problem });
  return rows.map((row) => {
    const times = [];
    for (let pass = 0; pass < passes; pass += 1) {
      const start = performance.now();
      verify(row.gold, row.response, { problem: row.problem });
      times.push((performance.now() - start) * 1000);
    }
    return quantile(times, 0.5);
  });
}

export function benchPairs(verify) {
  const names = ['hardverify-math', 'math-verify-tests', 'rho-math-outputs'];
  const sets = suite(names[0])
    ? names.map((n) => [n, suite(n)])
    : [['fixtures/answers', fixture('answers/answers')]];
  const all = [];
  for (const [name, rows] of sets) {
    const times = timeRows(verify, rows);
    all.push(...times);
    report(
      `pair, ${name} (${rows.length})`,
      `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.99).toFixed(0)} µs`,
      'median / p99',
    );
  }
  report(
    'pair, all of these',
    `${quantile(all, 0.5).toFixed(1)} / ${quantile(all, 0.99).toFixed(0)} µs`,
    'wanted: median ≤ 60 µs, p99 ≤ 3000 µs',
  );
}

export function benchResponses(verify) {
  const names = ['gsm8k-openai-outputs', 'abel-gsm8k-outputs'];
  const rows = suite(names[0]) ? names.flatMap((n) => suite(n)) : fixture('responses/responses');
  for (const row of rows) verify(row.gold, row.response, {});
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < 3000) {
    for (const row of rows) verify(row.gold, row.response, {});
    count += rows.length;
  }
  const rate = (count / (performance.now() - start)) * 1000;
  report(
    `responses a second (${rows.length} GSM8K-style)`,
    `${Math.round(rate)}`,
    'wanted: ≥ 20000, one thread',
  );
}
