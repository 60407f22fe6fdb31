import { visible } from '../../report/index.js';
import type { HistoryStore } from '../../rewards/history/index.js';
import { needs, type Reward, standardSignals } from '../../rewards/index.js';
import { ConfigError } from '../../support/index.js';
import { Pool } from '../../verifiers/pool.js';
import { FaultLog } from '../batch/faults.js';
import { Progress } from '../batch/progress.js';
import { Stop } from '../batch/stop.js';
import { type ExitCode, exitCode } from '../exit.js';
import { historyStoreFrom } from '../history-source.js';
import { paramsFrom, rewardFrom } from '../reward-source.js';
import type { Terminal } from '../terminal.js';
import { missingFacts } from './demand.js';
import { extraFacts } from './extras.js';
import { readInput, type ScoreInput } from './input.js';
import { type Judged, judgeRows } from './judge.js';
import type { ScoreOptions } from './options.js';
import { remembers } from './score-step.js';

/** What every step of a run works with. */
export interface RunContext {
  readonly options: ScoreOptions;
  readonly terminal: Terminal;
  readonly reward: Reward;
  readonly faults: FaultLog;
  readonly stop: Stop;
  readonly progress: Progress;
}

/** Rollouts of which everything is known that the reward reads; `judged[row.index]` belongs to a row. */
export interface Prepared {
  readonly input: ScoreInput;
  readonly judged: readonly Judged[];
}

/**
 * Reads, checks and judges the rollouts of files, then hands them on with the store to remember in. The exit status is
 * that of `work`, or why there was nothing to work on.
 */
export async function withPrepared(
  options: ScoreOptions,
  terminal: Terminal,
  work: (context: RunContext, prepared: Prepared, store: HistoryStore) => Promise<ExitCode>,
): Promise<ExitCode> {
  const reward = await rewardFrom(options.reward, paramsFrom(options.params));
  const faults = await FaultLog.open(terminal, options.rejects);
  const stop = new Stop();
  const progress = new Progress(terminal, options.progress && !options.quiet);
  const context: RunContext = { options, terminal, reward, faults, stop, progress };
  try {
    const prepared = await prepare(context);
    progress.clear();
    if (typeof prepared === 'number') return prepared;
    // Opened this late, a store is not made for a run that scores nothing.
    const store = await storeFor(context);
    try {
      return await work(context, prepared, store);
    } finally {
      await store.close();
    }
  } finally {
    progress.clear();
    stop.release();
    await faults.finish();
  }
}

/** Where the reward remembers: nowhere that lasts, unless it does remember and a store is named. */
function storeFor({ options, terminal, reward }: RunContext): Promise<HistoryStore> {
  const { history, quiet } = options;
  if (history === null || remembers(reward)) return historyStoreFrom(history ?? undefined);
  if (!quiet)
    terminal.err.note(`the reward '${visible(reward.name)}' remembers nothing: --history is not used\n`);
  return historyStoreFrom(undefined);
}

/**
 * Reads the rollouts, refuses them where the reward reads a fact that they lack, and has the responses judged. An exit
 * status: there is nothing to score, or the run was stopped.
 */
async function prepare(context: RunContext): Promise<Prepared | ExitCode> {
  const { options, terminal, reward, faults, stop } = context;
  const { files: paths, chosen, quiet } = options;
  const extras = extraFacts(reward).map(({ name }) => name);
  const input = await readInput({ paths, chosen, extras, quiet }, faults, terminal);
  if (input.files.length === 0 && input.failures > 0) return exitCode.usage;
  demand(input, context);
  const judged = await judge(input, context);
  return judged === null ? (stop.code ?? exitCode.interrupted) : { input, judged };
}

/** Throws {@link ConfigError}, after naming each missing fact with its lines, before anything is scored. */
function demand(input: ScoreInput, { options, terminal, reward }: RunContext): void {
  if (options.allowMissing) return;
  const messages = missingFacts(input, reward);
  if (messages.length === 0) return;
  for (const message of messages) terminal.err.note(`${visible(message)}\n`);
  throw new ConfigError(
    `the reward '${reward.name}' reads facts that records do not have: nothing was scored; --allow-missing scores them by its policy for missing values (${reward.undecided})`,
  );
}

/** Whether each response is right; null when the run was stopped meanwhile. */
async function judge(
  { rows }: ScoreInput,
  { options, reward, stop, progress }: RunContext,
): Promise<readonly Judged[] | null> {
  const { policy, jobs, rowTimeout } = options;
  const verdicts = needs(reward.term, standardSignals).some(({ need }) => need === 'verdict');
  const pool = new Pool({ workers: jobs, timeoutSeconds: rowTimeout, policy });
  try {
    const judging = judgeRows(rows, pool, verdicts, (done) =>
      progress.show((seconds) => `${done} of ${rows.length} verified  ${Math.round(done / seconds)}/s`),
    );
    // A stop closes the pool under the judging, whose failure is then of no interest.
    judging.catch(() => {});
    return await Promise.race([judging, stop.asked.then(() => null)]);
  } finally {
    await pool.close();
  }
}
