import { type Column, cut, grouped, tableLines, visible } from '../../report/index.js';
import type { HistoryStore, Lesson } from '../../rewards/history/index.js';
import { standardSignals } from '../../rewards/index.js';
import type { Json } from '../../support/index.js';
import { type Arguments, numberOption, switchOption, textOption } from '../argv.js';
import type { Terminal } from '../terminal.js';

/** What one memory holds of one problem. */
interface Remembered {
  readonly memory: string;
  readonly problem: string;
  samples: number;
  readonly firstStep: number;
  lastStep: number;
  /** The merge of all lessons; null where the signal is not one of this package's. */
  state: Json;
}

/** The merge of lessons, problem by problem; lessons come sorted. */
function rememberedOf(lessons: readonly Lesson[]): readonly Remembered[] {
  const found: Remembered[] = [];
  for (const { memory, problem, step, state } of lessons) {
    const last = found.at(-1);
    if (last === undefined || last.memory !== memory || last.problem !== problem) {
      const known = memoryOf(memory) !== undefined;
      found.push({
        memory,
        problem,
        samples: 1,
        firstStep: step,
        lastStep: step,
        state: known ? state : null,
      });
      continue;
    }
    last.samples += 1;
    last.lastStep = step;
    last.state = memoryOf(memory)?.merge(last.state, state) ?? null;
  }
  return found;
}

/** The memory of the signal whose name a key begins with. */
const memoryOf = (key: string) => standardSignals.get(key.slice(0, key.lastIndexOf(':')))?.memory;

const LARGEST = Number.MAX_SAFE_INTEGER;

/** Shows what a store remembers, as a table or as JSON. */
export async function showHistory(
  store: HistoryStore,
  path: string,
  args: Arguments,
  terminal: Terminal,
): Promise<void> {
  const before = numberOption(args, 'before', { min: 0, max: LARGEST, whole: true });
  const limit = numberOption(args, 'limit', { min: 0, max: LARGEST, whole: true }) ?? 20;
  const lessons = await store.read(before === undefined ? {} : { before });
  const remembered = rememberedOf(lessons);
  if (switchOption(args, 'json')) {
    await terminal.out.write(
      `${JSON.stringify({ schema_version: 1, store: path, samples: lessons.length, problems: remembered })}\n`,
    );
    return;
  }
  const colors = terminal.colors(textOption(args, 'color')).out;
  const columns: readonly Column[] = [
    { title: 'problem', paint: colors.cyan },
    { title: 'memory', paint: colors.dim },
    { title: 'samples', align: 'right' },
    { title: 'steps', align: 'right' },
    { title: 'remembered' },
  ];
  const rows = remembered
    .slice(0, limit)
    .map((one) => [
      cut(visible(one.problem), 32),
      visible(one.memory),
      grouped(one.samples),
      one.firstStep === one.lastStep ? String(one.lastStep) : `${one.firstStep}-${one.lastStep}`,
      one.state === null ? '' : visible(stateText(one.state)),
    ]);
  const title = `${visible(path)}  ${grouped(lessons.length)} samples, ${grouped(remembered.length)} problems`;
  const more =
    remembered.length > rows.length
      ? [colors.dim(`  … ${grouped(remembered.length - rows.length)} more: --limit N, or --json`)]
      : [];
  const lines = [
    '',
    `  ${colors.bold(title)}`,
    '',
    ...tableLines(columns, rows, { width: terminal.width, heading: colors.bold }),
    ...more,
  ];
  await terminal.out.write(`${(remembered.length === 0 ? lines.slice(0, 2) : lines).join('\n')}\n\n`);
}

/** `count 3, shortest 150, total 950`. */
const stateText = (state: Json): string =>
  typeof state === 'object' && state !== null && !Array.isArray(state)
    ? Object.entries(state)
        .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
        .join(', ')
    : JSON.stringify(state);
