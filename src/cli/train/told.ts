import { tableLines } from '../../report/index.js';
import type { Evaluation, Summary } from '../../trainer/index.js';

/** `43.0 %` */
export const percentOf = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** An evaluation on one line. */
export const evaluationLine = ({ accuracy, sampledAccuracy, boxed, meanTokens, n }: Evaluation): string =>
  `held out (${n}): greedy ${percentOf(accuracy)}, sampled ${percentOf(sampledAccuracy)}, boxed ${percentOf(boxed)}, ${meanTokens.toFixed(1)} tokens`;

const told = ({ name, steps, seconds, heldout: { before, after }, base }: Summary, out: string): string =>
  `${name}: ${steps} steps in ${seconds.toFixed(0)} s; ${out}
before  ${evaluationLine(before)}
after   ${evaluationLine(after)}
${base === undefined ? '' : `weights ${base.sha256}: ${SHIPPED[base.shipped]}\n`}`;

const SHIPPED = {
  same: 'the same bytes as the shipped base',
  different: 'other bytes than the shipped base (another engine, processor or thread count)',
  none: 'no base of these settings is shipped',
} as const;

const COLUMNS = ['run', 'steps', 'greedy', '', 'sampled', '', 'boxed', '', 'tokens', '', 'rollouts'];

/** What is said at the end: one run in words, several as a table of before and after. */
export function toldAll(summaries: readonly Summary[], out: string, width: number): string {
  const [first, second] = summaries;
  if (first !== undefined && second === undefined) return told(first, out);
  const rows = summaries.map(({ name, steps, rollouts, heldout: { before, after } }) => [
    name,
    String(steps),
    ...[before.accuracy, after.accuracy].map(percentOf),
    ...[before.sampledAccuracy, after.sampledAccuracy].map(percentOf),
    ...[before.boxed, after.boxed].map(percentOf),
    ...[before.meanTokens, after.meanTokens].map((tokens) => tokens.toFixed(1)),
    String(rollouts),
  ]);
  const columns = COLUMNS.map((title, i) => ({
    title,
    align: i === 0 ? ('left' as const) : ('right' as const),
  }));
  return `${tableLines(columns, rows, { width }).join('\n')}\n${out}\n`;
}
