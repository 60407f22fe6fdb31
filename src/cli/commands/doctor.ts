import { availableParallelism } from 'node:os';
import { tableLines } from '../../report/index.js';
import { verify } from '../../verifiers/index.js';
import { verifyMany } from '../../verifiers/pool.js';
import { type Arguments, switchOption, textOption } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import type { Terminal } from '../terminal.js';
import { bundledPackages, packageVersion } from '../version.js';

/** One thing looked at. `ok` null: fine either way. */
interface Check {
  readonly name: string;
  readonly ok: boolean | null;
  readonly found: string;
}

/** Verdicts that a working installation gives. */
const SELF_CHECK: readonly (readonly [string, string, boolean])[] = [
  ['\\frac{1}{2}', 'So we get $\\boxed{0.5}$.', true],
  ['x^2-1', '\\boxed{(x-1)(x+1)}', true],
  ['(1,2]', '\\boxed{1 < x \\le 2}', true],
  ['\\sqrt{2}', '\\boxed{1.41}', false],
  ['7', 'The answer is 7 or 8.', false],
];

const LEAST = [20, 19] as const;

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
  return { name: 'Node', ok, found: `${process.version}${ok ? '' : `; needs ${LEAST.join('.')} or newer`}` };
}

/** Whether a package can be loaded. */
async function packageCheck(name: string, use: string, needed: boolean): Promise<Check> {
  try {
    if (!bundledPackages().includes(name)) import.meta.resolve(name);
    await Promise.resolve();
    return { name, ok: true, found: use };
  } catch {
    return {
      name,
      ok: needed ? false : null,
      found: `not installed (${use}); add it with: npm install ${name}`,
    };
  }
}

function verdictCheck(): Check {
  const wrong = SELF_CHECK.filter(
    ([gold, response, expected]) => (verify(gold, response).correct === true) !== expected,
  );
  const found =
    wrong.length === 0
      ? `${SELF_CHECK.length} of ${SELF_CHECK.length} as expected`
      : `wrong: ${wrong.map(([gold]) => gold).join(', ')}`;
  return { name: 'verdicts', ok: wrong.length === 0, found };
}

async function poolCheck(): Promise<Check> {
  const start = performance.now();
  const rows = SELF_CHECK.map(([gold, response]) => ({ gold, response }));
  try {
    const results = await verifyMany(rows, { workers: 1 });
    const same = results.every(({ correct }, index) => (correct === true) === SELF_CHECK[index]?.[2]);
    return {
      name: 'worker pool',
      ok: same,
      found: `${same ? 'same verdicts' : 'other verdicts'}, ${(performance.now() - start).toFixed(0)} ms`,
    };
  } catch (error) {
    return { name: 'worker pool', ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}

/** `touchstone doctor`: everything a run needs, looked at once. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const checks: readonly Check[] = [
    { name: 'touchstone', ok: true, found: packageVersion() },
    nodeCheck(),
    { name: 'cores', ok: true, found: `${availableParallelism()}` },
    await packageCheck('katex', 'reads LaTeX', true),
    await packageCheck('hyparquet', 'reads parquet', true),
    await packageCheck('nerdamer', 'proposes roots and factors for propose; never decides', false),
    await packageCheck('libsql', 'keeps what rewards remember on disk', false),
    verdictCheck(),
    await poolCheck(),
  ];
  const healthy = checks.every(({ ok }) => ok !== false);
  if (switchOption(args, 'json')) {
    await terminal.out.write(`${JSON.stringify({ schema_version: 1, healthy, checks })}\n`);
    return healthy ? exitCode.done : exitCode.missed;
  }
  const colors = terminal.colors(textOption(args, 'color')).out;
  const mark = (ok: boolean | null): string => (ok === true ? '✓' : ok === null ? '–' : '✗');
  const paint = (cell: string): string => (cell.includes('✗') ? colors.red(cell) : colors.green(cell));
  const rows = checks.map(({ name, ok, found }) => [mark(ok), name, found]);
  const columns = [{ title: '', paint }, { title: '' }, { title: '' }];
  const lines = tableLines(columns, rows, { width: terminal.width });
  await terminal.out.write(
    `${lines.join('\n')}\n\n  ${healthy ? 'everything works' : 'something is wrong'}\n`,
  );
  return healthy ? exitCode.done : exitCode.missed;
}
