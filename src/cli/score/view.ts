import { basename } from 'node:path';
import { type Column, cut, grouped, percent, sparkline, tableLines, visible } from '../../report/index.js';
import type { Colors } from '../terminal.js';
import type { ScoreResult } from './result.js';
import type { Running, ScoreTally } from './tally.js';

/** Steps the table lists; earlier ones are in the trend alone. */
const STEPS = 24;
/** Columns of a trend. */
const TREND = 48;
/** Columns that one number takes, with its gap. */
const NUMBER = 9;

interface Page {
  readonly result: ScoreResult;
  readonly width: number;
  readonly colors: Colors;
}

/** Below this a mean is what rounding left of zero. */
const NOTHING = 1e-12;

/** Three decimals; large and small numbers in powers of ten. */
export function decimal(value: number): string {
  const size = Math.abs(value);
  if (size < NOTHING) return '0.000';
  return size >= 1e6 || size < 5e-4 ? value.toExponential(2) : value.toFixed(3);
}

const meanText = (running: Running | undefined): string =>
  running === undefined || running.n === 0 ? '·' : decimal(running.mean);

const rightText = (tally: ScoreTally): string => (tally.accuracy === null ? '·' : percent(tally.accuracy));

function headline({ result, colors }: Page): string[] {
  const { files, total, steps, reward } = result;
  const names = files.length === 1 ? basename(files[0] as string) : `${files.length} files`;
  const counts = `${grouped(total.n)} rollouts in ${grouped(total.groups)} groups, ${grouped(steps.length)} steps`;
  return [
    '',
    `  ${colors.bold(visible(`${names}  ${counts}`))}${colors.dim(`  reward ${visible(reward.name)}`)}`,
  ];
}

function cells(name: string, tally: ScoreTally, terms: readonly string[]): readonly string[] {
  const means = terms.map((term) => meanText(tally.terms.get(term)));
  return [
    name,
    grouped(tally.n),
    meanText(tally.reward),
    decimal(tally.reward.std),
    rightText(tally),
    grouped(tally.flat),
    ...means,
  ];
}

function stepTable(page: Page, terms: readonly string[]): string[] {
  const { result, width, colors } = page;
  const shown = result.steps.slice(-STEPS);
  const hidden = result.steps.length - shown.length;
  const rows = shown.map(({ step, tally }) => cells(String(step), tally, terms));
  const columns: Column[] = [
    { title: 'step', align: 'right' },
    { title: 'n', align: 'right' },
    { title: 'reward', align: 'right', paint: colors.cyan },
    { title: 'std', align: 'right' },
    { title: 'right', align: 'right', paint: colors.green },
    { title: 'flat', align: 'right', paint: colors.dim },
    ...terms.map((term): Column => ({ title: cut(visible(term), 16), align: 'right' })),
  ];
  if (shown.length > 1) rows.push(cells('all', result.total, terms));
  const before = hidden === 0 ? [] : [colors.dim(`  … ${grouped(hidden)} earlier steps`)];
  return ['', ...before, ...tableLines(columns, rows, { width, heading: colors.bold })];
}

/** Values averaged down to at most `most`, so that a trend fits. */
export function averaged(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, i) => {
    const from = Math.floor((i * values.length) / most);
    const part = values.slice(from, Math.max(from + 1, Math.floor(((i + 1) * values.length) / most)));
    return part.reduce((total, value) => total + value / part.length, 0);
  });
}

/** A sparkline between the least and the greatest value; a constant is a flat line. */
export function trendLine(values: readonly number[], most: number): string {
  const shown = averaged(values, most);
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  return sparkline(shown.map((value) => (high > low ? (value - low) / (high - low) : 0)));
}

function trends({ result, width, colors }: Page, terms: readonly string[]): string[] {
  const { steps } = result;
  if (steps.length < 2) return [];
  const series: readonly (readonly [string, (tally: ScoreTally) => number | null])[] = [
    ['reward', ({ reward }) => (reward.n === 0 ? null : reward.mean)],
    ['right', ({ accuracy }) => accuracy],
    ...terms.map((term) => [term, (tally: ScoreTally) => meanOf(tally, term)] as const),
  ];
  const rows = series.flatMap(([name, read]) => {
    const values = steps.flatMap(({ tally }) => read(tally) ?? []);
    if (values.length < 2) return [];
    const ends = [values[0] as number, values.at(-1) as number].map(decimal);
    return [[cut(visible(name), 24), ...ends, trendLine(values, Math.min(TREND, width - 52))]];
  });
  const columns: Column[] = [
    { title: 'over the steps' },
    { title: 'first', align: 'right' },
    { title: 'last', align: 'right' },
    { title: '', paint: colors.cyan },
  ];
  return ['', ...tableLines(columns, rows, { width, heading: colors.bold })];
}

function meanOf(tally: ScoreTally, term: string): number | null {
  const running = tally.terms.get(term);
  return running === undefined || running.n === 0 ? null : running.mean;
}

function notes({ result, colors }: Page, hidden: number): string[] {
  const lines =
    result.total.flat === 0
      ? []
      : ['flat: groups whose rewards are all equal; no advantage comes out of them'];
  if (hidden > 0) lines.push(`${hidden} more terms: see --json or --jsonl`);
  return lines.length === 0 ? [] : ['', ...lines.map((line) => colors.dim(`  ${line}`))];
}

/** The page that people read: a line a step with the mean of every named part, then how they moved. */
export function scoreView(result: ScoreResult, width: number, colors: Colors): string {
  const page: Page = { result, width, colors };
  if (result.total.n === 0) return `${[...headline(page), '', '  nothing to score'].join('\n')}\n\n`;
  const all = [...result.total.terms.keys()];
  const terms = all.slice(0, Math.max(1, Math.floor((width - 48) / NUMBER)));
  const parts = [
    headline(page),
    stepTable(page, terms),
    trends(page, terms),
    notes(page, all.length - terms.length),
  ];
  return `${parts.flat().join('\n')}\n\n`;
}
