import { type Proportion, wilson } from '../../report/index.js';
import { policyName } from '../options/policy.js';
import type { Fields } from '../shapes/index.js';
import { packageVersion } from '../version.js';
import type { FaultLog } from './faults.js';
import type { Tally } from './tally.js';
import type { BatchOptions } from './types.js';

/** What is said of one input file. */
export interface FileSummary {
  readonly file: string;
  readonly format: string;
  readonly fields: Fields | null;
  readonly records: number;
  readonly correct: number;
  readonly judged: number;
}

/** A finished (or interrupted) batch. */
export interface BatchResult {
  readonly tally: Tally;
  readonly faults: Pick<FaultLog, 'rejected' | 'cut' | 'incomplete'>;
  readonly files: readonly FileSummary[];
  /** Files that could not be read at all, with the reason. */
  readonly failures: readonly string[];
  readonly seconds: number;
  readonly interrupted: boolean;
}

/** The accuracy over responses whose gold is usable; null when there are none. */
export const accuracyOf = (tally: Tally): Proportion | null => wilson(tally.outcomes.correct, tally.judged);

const sorted = <T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** The object that `--json` writes. Only `timing` differs between runs. */
export function summaryObject(result: BatchResult, options: BatchOptions): object {
  const { tally, faults, files, failures, seconds, interrupted } = result;
  const accuracy = accuracyOf(tally);
  return {
    schema_version: 1,
    touchstone: packageVersion(),
    policy: policyName(options.policy),
    complete: !interrupted && failures.length === 0 && faults.cut === 0,
    summary: {
      records: tally.records,
      responses: tally.responses,
      judged: tally.judged,
      accuracy: accuracy?.value ?? null,
      interval95: accuracy === null ? null : [accuracy.low, accuracy.high],
      ...tally.outcomes,
      repeated: tally.repeated,
      rejected: faults.rejected,
      incomplete: faults.incomplete,
    },
    atK: tally.groups.summary(),
    kinds: sorted(tally.kinds),
    rules: sorted(tally.rules),
    undecided: sorted(tally.reasons),
    files,
    failures,
    timing: { seconds, responsesPerSecond: seconds > 0 ? tally.responses / seconds : null },
  };
}

/** `n=500 correct=412 (82.4 % ±1.7) no-answer=23 bad-gold=2 rejected=0 in 1.3 s (385/s)`. */
export function summaryLine({ tally, faults, seconds, interrupted }: BatchResult): string {
  const { outcomes } = tally;
  const accuracy = accuracyOf(tally);
  const share =
    accuracy === null ? '' : ` (${(accuracy.value * 100).toFixed(1)} % ±${margin(accuracy, tally.judged)})`;
  const parts = [
    `n=${tally.responses}`,
    `correct=${outcomes.correct}${share}`,
    `wrong=${outcomes.wrong}`,
    `no-answer=${outcomes.noAnswer}`,
    `undecided=${outcomes.undecided}`,
    `bad-gold=${outcomes.badGold}`,
    ...(faults.rejected > 0 ? [`rejected=${faults.rejected}`] : []),
    ...(outcomes.lost > 0 ? [`lost=${outcomes.lost}`] : []),
  ];
  const rate = seconds > 0 ? ` (${Math.round(tally.responses / seconds)}/s)` : '';
  return `${interrupted ? 'interrupted: ' : ''}${parts.join(' ')} in ${seconds.toFixed(1)} s${rate}`;
}

/** One standard error of the accuracy, in percent. */
const margin = ({ value }: Proportion, n: number): string =>
  (100 * Math.sqrt((value * (1 - value)) / n)).toFixed(1);
