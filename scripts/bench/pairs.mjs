// Time a pair, one thread, warm: extraction, both parses (KaTeX included) and the comparison.
import { fixture, quantile, report, suite, worked } from './rows.mjs';

/** Most passes over all rows before anything is timed. */
const warmLimit = 60;

/** Passes without a gain of 2 % after which the compiler of the engine counts as done. */
const warmPatience = 6;

const pass = (verify, rows) => {
  for (const row of rows) verify(row.gold, row.response, { problem: row.problem });
};

/** CPU time of the process, in µs: other processes do not disturb it, as they do the clock. */
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Passes over the rows until a pass no longer gets cheaper; how many that took. */
export function warm(verify, rows) {
  let best = Number.POSITIVE_INFINITY;
  let since = 0;
  let count = 0;
  while (since < warmPatience && count < warmLimit) {
    const start = cpu();
    pass(verify, rows);
    const cost = cpu() - start;
    since = cost < best * 0.98 ? 0 : since + 1;
    best = Math.min(best, cost);
    count += 1;
  }
  return count;
}

function timed(verify, { gold, response, problem }) {
  const start = performance.now();
  verify(gold, response, { problem });
  return (performance.now() - start) * 1000;
}

/** Microseconds of each row: the median of `runs` in succession. */
export const timeRows = (verify, rows, runs = 3) =>
  rows.map((row) =>
    quantile(
      Array.from({ length: runs }, () => timed(verify, row)),
      0.5,
    ),
  );

/** Microseconds of each row among the others: the median of `passes` passes over all rows. */
export function timeInTurn(verify, rows, passes = 5) {
  const times = rows.map(() => []);
  for (let count = 0; count < passes; count += 1)
    rows.forEach((row, index) => {
      times[index].push(timed(verify, row));
    });
  return times.map((each) => quantile(each, 0.5));
}

const middleAndTail = (times) =>
  `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.99).toFixed(0)} µs`;

export function benchPairs(verify) {
  const names = ['hardverify-math', 'math-verify-tests', 'rho-math-outputs'];
  const sets = suite(names[0])
    ? names.map((n) => [n, suite(n)])
    : [['fixtures/answers', fixture('answers/answers')]];
  const every = sets.flatMap(([, rows]) => rows);
  const passes = warm(verify, every);
  const all = [];
  for (const [name, rows] of sets) {
    const times = timeRows(verify, rows);
    all.push(...times);
    report(`pair, ${name} (${rows.length})`, middleAndTail(times), 'median / p99');
  }
  report(
    'pair, all of these',
    middleAndTail(all),
    `wanted: median ≤ 60 µs, p99 ≤ 3000 µs (three runs of a pair in succession, after ${passes} passes over all)`,
  );
  report(
    'pair, all of these in turn',
    middleAndTail(timeInTurn(verify, every)),
    "each pair after all the others: the processor's caches are cold",
  );
}

export function benchResponses(verify) {
  const names = ['gsm8k-openai-outputs', 'abel-gsm8k-outputs'];
  const rows = suite(names[0]) ? names.flatMap((n) => suite(n)) : worked(1024);
  for (const row of rows) verify(row.gold, row.response, {});
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < 3000) {
    for (const row of rows) verify(row.gold, row.response, {});
    count += rows.length;
  }
  const rate = (count / (performance.now() - start)) * 1000;
  report(
    `responses a second (${rows.length}, ${suite(names[0]) ? 'to' : 'in the style of'} GSM8K)`,
    `${Math.round(rate)}`,
    'wanted: ≥ 20000, one thread',
  );
}
