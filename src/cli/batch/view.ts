import { basename } from 'node:path';
import {
  bar,
  type Column,
  cut,
  cutStart,
  grouped,
  percent,
  tableLines,
  visible,
} from '../../report/index.js';
import { policyName } from '../options/policy.js';
import type { Colors } from '../terminal.js';
import { accuracyOf, type BatchResult } from './summary.js';
import type { Example, Outcome } from './tally.js';
import type { BatchOptions } from './types.js';

/** Everything a part of the page needs to draw itself. */
interface Page {
  readonly result: BatchResult;
  readonly options: BatchOptions;
  readonly width: number;
  readonly colors: Colors;
}

const BAR = 24;

const rate = (value: number, { colors }: Page): ((text: string) => string) =>
  value >= 0.8 ? colors.green : value >= 0.5 ? colors.yellow : colors.red;

/** What a share of a whole looks like: number, percent, bar. */
const shareCells = (n: number, whole: number): readonly string[] =>
  whole === 0 ? [grouped(n), '', ''] : [grouped(n), percent(n / whole), bar(n / whole, BAR)];

function headline(page: Page): string[] {
  const { result, options, colors } = page;
  const { tally, files } = result;
  const names = files.length === 1 ? (files[0]?.file ?? '') : `${files.length} files`;
  const several = tally.responses === tally.records ? '' : ` to ${grouped(tally.records)} problems`;
  const title = `${visible(basename(names))}  ${grouped(tally.responses)} responses${several}`;
  const lines = ['', `  ${colors.bold(title)}${colors.dim(`  policy ${policyName(options.policy)}`)}`, ''];
  const accuracy = accuracyOf(tally);
  if (accuracy === null) return [...lines, '  nothing to judge'];
  const interval = `95 % interval ${percent(accuracy.low)} to ${percent(accuracy.high)}`;
  const paint = rate(accuracy.value, page);
  return [
    ...lines,
    `  accuracy  ${colors.bold(paint(percent(accuracy.value)))}  ${paint(bar(accuracy.value, BAR))}`,
    colors.dim(`            ${grouped(tally.outcomes.correct)} of ${grouped(tally.judged)}, ${interval}`),
  ];
}

const OUTCOMES: readonly (readonly [Outcome, string])[] = [
  ['correct', 'correct'],
  ['wrong', 'wrong'],
  ['noAnswer', 'no answer found'],
  ['undecided', 'not decided'],
  ['lost', 'worker lost'],
  ['badGold', 'unusable gold'],
];

function outcomes(page: Page): string[] {
  const { tally, faults } = page.result;
  const rows = OUTCOMES.filter(([key]) => tally.outcomes[key] > 0).map(([key, name]) =>
    key === 'badGold'
      ? [name, grouped(tally.outcomes[key]), '', 'not counted']
      : [name, ...shareCells(tally.outcomes[key], tally.judged)],
  );
  if (faults.rejected > 0) rows.push(['unreadable', grouped(faults.rejected), '', 'not counted']);
  const columns: Column[] = [
    { title: 'outcome' },
    { title: 'n', align: 'right' },
    { title: '', align: 'right' },
    { title: '' },
  ];
  return section(page, columns, rows);
}

function section(page: Page, columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return ['', ...tableLines(columns, rows, { width: page.width, heading: page.colors.bold })];
}

function kinds(page: Page): string[] {
  const rows = [...page.result.tally.kinds]
    .sort(([a, x], [b, y]) => y.n - x.n || (a < b ? -1 : 1))
    .map(([kind, { n, correct }]) => [kind, grouped(n), percent(correct / n), bar(correct / n, BAR)]);
  const columns: Column[] = [
    { title: 'kind of gold' },
    { title: 'n', align: 'right' },
    { title: 'right', align: 'right' },
    { title: '', paint: page.colors.green },
  ];
  return section(page, columns, rows);
}

/** Rules the table lists before it sums up the rest. */
const RULES = 12;

function rules(page: Page): string[] {
  const all = [...page.result.tally.rules].sort(
    ([a, x], [b, y]) => y.equal + y.different - x.equal - x.different || (a < b ? -1 : 1),
  );
  const rows = all
    .slice(0, RULES)
    .map(([rule, { equal, different }]) => [rule, count(equal), count(different)]);
  const rest = { equal: 0, different: 0 };
  for (const [, { equal, different }] of all.slice(RULES)) {
    rest.equal += equal;
    rest.different += different;
  }
  if (all.length > RULES) rows.push([`${all.length - RULES} more`, count(rest.equal), count(rest.different)]);
  for (const [reason, n] of [...page.result.tally.reasons].sort(([, a], [, b]) => b - a)) {
    rows.push([`(${reason || 'undecided'})`, '', '', grouped(n)]);
  }
  const columns: Column[] = [
    { title: 'decided by' },
    { title: 'equal', align: 'right' },
    { title: 'different', align: 'right' },
    { title: 'undecided', align: 'right' },
  ];
  return section(page, columns, rows);
}

const count = (n: number): string => (n === 0 ? '·' : grouped(n));

function atK(page: Page): string[] {
  const groups = page.result.tally.groups.summary();
  if (groups === null) return [];
  const { fewest, most, avgAtK, majAtK } = groups;
  const k = fewest === most ? String(most) : `${fewest}-${most}`;
  const row = (name: string, value: number): readonly string[] => [name, percent(value), bar(value, BAR)];
  const rows = [
    row(`avg@${k}`, avgAtK),
    ...Object.entries(groups.passAtK).map(([each, value]) => row(`pass@${each}`, value)),
    row(`maj@${k}`, majAtK),
  ];
  const title = `over ${grouped(groups.problems)} problems`;
  return section(
    page,
    [{ title }, { title: '', align: 'right' }, { title: '', paint: page.colors.cyan }],
    rows,
  );
}

function perFile(page: Page): string[] {
  const { files } = page.result;
  if (files.length < 2) return [];
  const rows = files.map(({ file, records, correct, judged }) => [
    cutStart(visible(file), 48),
    grouped(records),
    judged === 0 ? '' : percent(correct / judged),
    judged === 0 ? '' : bar(correct / judged, BAR),
  ]);
  return section(
    page,
    [{ title: 'file' }, { title: 'n', align: 'right' }, { title: 'right', align: 'right' }, { title: '' }],
    rows,
  );
}

function exampleCells({ unit, record }: Example): readonly string[] {
  const { gold } = unit.job;
  const place = `${unit.row.place.line}${unit.id === null ? '' : ` ${unit.id}`}`;
  const given = record.extracted === null ? '(none)' : cut(visible(record.extracted), 32);
  const goldText = typeof gold === 'string' ? gold : gold.join(' | ');
  const why = record.verdict === 'undecided' ? (record.reason ?? '') : (record.reason ?? record.rule ?? '');
  return [cut(visible(place), 26), cutStart(visible(goldText.trim()), 28), given, visible(why)];
}

function examples(page: Page): string[] {
  const { tally } = page.result;
  if (tally.examples.length === 0) return [];
  const total = tally.judged - tally.outcomes.correct;
  const title = `not paid: ${tally.examples.length === total ? 'all' : 'the first'} ${tally.examples.length} of ${grouped(total)}`;
  const columns: Column[] = [
    { title: 'line, id', paint: page.colors.dim },
    { title: 'gold', paint: page.colors.green },
    { title: 'answer', paint: page.colors.red },
    { title: 'why' },
  ];
  return [
    '',
    `  ${page.colors.bold(title)}`,
    ...section(page, columns, tally.examples.map(exampleCells)).slice(1),
  ];
}

/** The page that people read: accuracy, outcomes, kinds, rules, and the first answers that were not paid. */
export function batchView(result: BatchResult, options: BatchOptions, width: number, colors: Colors): string {
  const page: Page = { result, options, width, colors };
  const parts = [headline, atK, outcomes, perFile, kinds, rules, examples].flatMap((part) => part(page));
  return `${parts.join('\n')}\n\n`;
}
