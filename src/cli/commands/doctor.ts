import { availableParallelism } from 'node:os';
import { tableLines } from '../../report/index.js';
import { verify } from '../../verifiers/index.js';
import { verifyMany } from '../../verifiers/pool.js';
import { type Arguments, switchOption, textOption } from '../argv.js';
import { type Check, packageCheck } from '../doctor/check.js';
import { engineCheck, engineStatuses } from '../doctor/engines.js';
import { type ExitCode, exitCode } from '../exit.js';
import type { Terminal } from '../terminal.js';
import { packageVersion } from '../version.js';

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
  const engines = await engineStatuses();
  const checks: readonly Check[] = [
    { name: 'touchstone', ok: true, found: packageVersion() },
    nodeCheck(),
    { name: 'cores', ok: true, found: `${availableParallelism()}` },
    packageCheck('katex', 'reads LaTeX', true),
    packageCheck('hyparquet', 'reads parquet', true),
    packageCheck('nerdamer', 'proposes roots and factors for propose; never decides', false),
    packageCheck('libsql', 'keeps what rewards remember on disk', false),
    verdictCheck(),
    await poolCheck(),
    ...engines.map(engineCheck),
    { name: 'engine reference', ok: true, found: 'always there; float64, for hand-sized models' },
    packageCheck('@huggingface/tokenizers', 'reads the tokenizer of a checkpoint', false),
    packageCheck('@huggingface/jinja', 'writes chats as a checkpoint expects them', false),
  ];
  const healthy = checks.every(({ ok }) => ok !== false);
  await terminal.out.write(
    switchOption(args, 'json')
      ? `${JSON.stringify({ schema_version: 1, healthy, checks, engines })}\n`
      : toldAs(checks, healthy, terminal, textOption(args, 'color')),
  );
  return healthy ? exitCode.done : exitCode.missed;
}

function toldAs(
  checks: readonly Check[],
  healthy: boolean,
  terminal: Terminal,
  color: string | undefined,
): string {
  const colors = terminal.colors(color).out;
  const mark = (ok: boolean | null): string => (ok === true ? '✓' : ok === null ? '–' : '✗');
  const paint = (cell: string): string => (cell.includes('✗') ? colors.red(cell) : colors.green(cell));
  const rows = checks.map(({ name, ok, found }) => [mark(ok), name, found]);
  const columns = [{ title: '', paint }, { title: '' }, { title: '' }];
  const lines = tableLines(columns, rows, { width: terminal.width });
  // A command is there to be copied: it is never cut to the width of a table.
  const adds = checks.flatMap(({ name, add }) => (add === undefined ? [] : [`  ${name}: ${add}`]));
  const missing = adds.length === 0 ? [] : ['', '  to add what is not there:', ...adds];
  const end = healthy ? 'everything works' : 'something is wrong';
  return `${[...lines, ...missing, '', `  ${end}`].join('\n')}\n`;
}
