// npm run bench:peer -- --suites DIR [--python PYTHON]
// Runs Math-Verify and Touchstone over the same rows, one thread each, in one run, and prints the ratios.
// Math-Verify comes from a Python that has it:
//   python3 -m venv .tmp/peer && .tmp/peer/bin/pip install 'math-verify[antlr4_13_2]==0.8.0'
//   npm run bench:peer -- --suites DIR --python .tmp/peer/bin/python
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { verify } from '../dist/verifiers/index.js';
import { timeRows, warm } from './bench/pairs.mjs';
import { fixture, quantile, report, root, suite } from './bench/rows.mjs';

const at = process.argv.indexOf('--python');
const python = at < 0 ? 'python3' : process.argv[at + 1];
if (spawnSync(python, ['-c', 'import math_verify']).status !== 0) {
  console.error(`${python} has no math_verify. Install it and name that Python:
  python3 -m venv .tmp/peer && .tmp/peer/bin/pip install 'math-verify[antlr4_13_2]==0.8.0'
  npm run bench:peer -- --suites DIR --python .tmp/peer/bin/python`);
  process.exitCode = 2;
} else {
  const names = [
    'hardverify-math',
    'math-verify-tests',
    'rho-math-outputs',
    'stack-algequiv',
    'gsm8k-openai-outputs',
  ];
  const sets = suite(names[0])
    ? names.map((n) => [n, suite(n)])
    : [['fixtures/answers', fixture('answers/answers')]];
  for (const [name, all] of sets) {
    const step = Math.max(1, Math.floor(all.length / 300));
    compare(
      name,
      all.filter((_, i) => i % step === 0),
    );
  }
}

/** Both verifiers over the rows; per-row times in µs, and each one's share of paid rows. */
function compare(name, rows) {
  warm(verify, rows);
  const ours = timeRows(verify, rows);
  const run = spawnSync(python, [join(root, 'scripts', 'bench', 'math_verify_rows.py')], {
    input: rows.map((row) => JSON.stringify(row)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr.slice(-500));
  const theirs = run.stdout.trim().split('\n').map(Number);
  const ratio = (p) => quantile(theirs, p) / quantile(ours, p);
  const mean = (v) => v.reduce((a, b) => a + b, 0) / v.length;
  report(
    `${name} (${rows.length})`,
    `×${ratio(0.5).toFixed(0)} / ×${ratio(0.99).toFixed(0)} / ×${(mean(theirs) / mean(ours)).toFixed(0)}`,
    `faster at median / p99 / mean; median ${quantile(ours, 0.5).toFixed(0)} µs against ${quantile(theirs, 0.5).toFixed(0)} µs`,
  );
}
