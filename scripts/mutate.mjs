// Mutation testing of a few files: small faults are written into the source, and the unit tests should notice each.
//   npm run mutate -- src/rewards                         every file below a folder
//   npm run mutate -- src/verifiers/verdict.ts tests/unit/verifiers/verdict.test.ts     with these tests only
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const args = process.argv.slice(2);
const sources = args.filter((path) => path.startsWith('src/'));
if (sources.length === 0) {
  console.error('usage: npm run mutate -- src/PATH… [tests/PATH…]');
  process.exit(2);
}

const isFolder = (path) => statSync(path).isDirectory();

/** `src/a/b.ts` and `src/a/b` → the unit tests of the folder they stand in. */
const testsOf = (path) =>
  `${(isFolder(path) ? path : path.slice(0, path.lastIndexOf('/'))).replace(/^src/, 'tests/unit')}/**/*.test.ts`;

const given = args
  .filter((path) => path.startsWith('tests/'))
  .map((path) => (isFolder(path) ? `${path}/**/*.test.ts` : path));
const tests = given.length > 0 ? given : [...new Set(sources.map(testsOf))];
const mutate = sources.map((path) => (isFolder(path) ? `${path}/**/*.ts` : path));

const { status } = spawnSync(
  'npx',
  [
    ...['stryker', 'run', 'scripts/mutate/stryker.config.json', '--mutate', mutate.join(',')],
    // A copy below the repository would be linted and tested with it.
    ...['--tempDirName', join(tmpdir(), 'touchstone-mutate')],
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, MUTATE_TESTS: tests.join(',') },
  },
);
process.exitCode = status ?? 1;
