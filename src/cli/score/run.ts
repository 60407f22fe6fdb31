import { visible } from '../../report/index.js';
import { type History, type HistoryStore, historyOf } from '../../rewards/history/index.js';
import {
  needs,
  noMemories,
  type Reward,
  type ScoredGroup,
  score,
  standardSignals,
} from '../../rewards/index.js';
import { ConfigError } from '../../support/index.js';
import { Pool } from '../../verifiers/pool.js';
import { FaultLog } from '../batch/faults.js';
import { Progress } from '../batch/progress.js';
import { Stop } from '../batch/stop.js';
import { type ExitCode, exitCode } from '../exit.js';
import { historyStoreFrom } from '../history-source.js';
import { paramsFrom, rewardFrom } from '../reward-source.js';
import { FileSink, type Sink } from '../sink.js';
import type { Terminal } from '../terminal.js';
import { missingFacts } from './demand.js';
import { estimators } from './estimators.js';
import { type Step, stepsOf } from './groups.js';
import { InOrder } from './in-order.js';
import { readInput, type ScoreInput } from './input.js';
import { type Judged, judgeRows } from './judge.js';
import type { ScoreOptions } from './options.js';
import { resultLine, resultObject, type ScoreResult } from './result.js';
import { rewardRecord, type ScoredRow } from './scored.js';
import { ScoreTally } from './tally.js';
import { scoreView } from './view.js';

type Counts = { added: number; known: number; differing: number };

/** One run: what is shared between its steps. */
class ScoreRun {
  readonly #options: ScoreOptions;
  readonly #terminal: Terminal;
  readonly #reward: Reward;
  readonly #store: HistoryStore;
  readonly #history: History;
  readonly #faults: FaultLog;
  readonly #stop: Stop = new Stop();
  readonly #progress: Progress;
  readonly #start: number = performance.now();
  readonly #steps: { step: number; tally: ScoreTally }[] = [];
  readonly #total: ScoreTally = new ScoreTally();
  readonly #learned: Counts = { added: 0, known: 0, differing: 0 };
  #unjudged = 0;

  constructor(
    options: ScoreOptions,
    terminal: Terminal,
    reward: Reward,
    store: HistoryStore,
    faults: FaultLog,
  ) {
    this.#options = options;
    this.#terminal = terminal;
    this.#reward = reward;
    this.#store = store;
    this.#history = historyOf(reward, store);
    this.#faults = faults;
    this.#progress = new Progress(terminal, options.progress && !options.quiet);
  }

  async run(): Promise<ExitCode> {
    const { files, chosen, quiet } = this.#options;
    try {
      const input = await readInput(files, chosen, this.#faults, this.#terminal, quiet);
      if (input.files.length === 0 && input.failures > 0) return exitCode.usage;
      this.#demand(input);
      const judged = await this.#judge(input);
      return judged === null ? (this.#stop.code ?? exitCode.interrupted) : await this.#score(input, judged);
    } finally {
      this.#progress.clear();
      this.#stop.release();
      await this.#store.close();
    }
  }

  /** Refuses, before anything is scored, records without a fact that the reward reads. */
  #demand(input: ScoreInput): void {
    if (this.#options.allowMissing) return;
    const messages = missingFacts(input, needs(this.#reward.term, standardSignals));
    if (messages.length === 0) return;
    for (const message of messages) this.#terminal.err.note(`${visible(message)}\n`);
    throw new ConfigError(
      `the reward '${this.#reward.name}' reads facts that records do not have: nothing was scored; --allow-missing scores them by its policy for missing values (${this.#reward.undecided})`,
    );
  }

  /** Whether each response is right; null when the run was stopped meanwhile. */
  async #judge({ rows }: ScoreInput): Promise<readonly Judged[] | null> {
    const { policy, jobs, rowTimeout } = this.#options;
    const verdicts = needs(this.#reward.term, standardSignals).some(({ need }) => need === 'verdict');
    const pool = new Pool({ workers: jobs, timeoutSeconds: rowTimeout, policy });
    try {
      const judging = judgeRows(rows, pool, verdicts, (done) =>
        this.#progress.show(
          (seconds) => `${done} of ${rows.length} verified  ${Math.round(done / seconds)}/s`,
        ),
      );
      // A stop closes the pool under the judging, whose failure is then of no interest.
      judging.catch(() => {});
      return await Promise.race([judging, this.#stop.asked.then(() => null)]);
    } finally {
      await pool.close();
    }
  }

  async #score({ rows, files, failures }: ScoreInput, judged: readonly Judged[]): Promise<ExitCode> {
    const sink = await this.#sink();
    try {
      await this.#troubles(rows, judged);
      const lines = new InOrder(rows.length, this.#options.format === 'jsonl' ? sink : null);
      for (const step of stepsOf(rows, judged)) {
        if (this.#stop.requested) break;
        await lines.take(await this.#scoreStep(step, judged));
        this.#progress.show(() => `step ${step.step}: ${this.#total.n} of ${rows.length} scored`);
      }
      this.#progress.clear();
      return await this.#end(
        sink,
        files.map(({ file }) => file),
        failures,
      );
    } catch (error) {
      await sink.abandon(false);
      throw error;
    }
  }

  #sink(): Promise<Sink> {
    const { output } = this.#options;
    return output === null ? Promise.resolve(this.#terminal.out) : FileSink.open(output);
  }

  /** Names golds that are unusable and responses whose worker was lost. */
  async #troubles(rows: ScoreInput['rows'], judged: readonly Judged[]): Promise<void> {
    for (const { row, index } of rows) {
      const trouble = judged[index]?.trouble ?? null;
      if (trouble === null) continue;
      this.#unjudged += 1;
      await this.#faults.lacks(row.place, trouble);
    }
  }

  /** Scores the groups of one step against what was known when it began, then learns from them. */
  async #scoreStep({ step, groups }: Step, judged: readonly Judged[]): Promise<readonly ScoredRow[]> {
    const remembers = needs(this.#reward.term, standardSignals).some(({ need }) => need === 'history');
    const problems = groups.map(({ group }) => group.problem);
    const memories = remembers ? await this.#history.snapshot(problems, step) : noMemories;
    const scored = groups.map(({ group }) => score(this.#reward, group, memories));
    const advantages = this.#advantages(scored);
    const tally = new ScoreTally();
    const rows = groups.map(({ rows: members }, g) =>
      members.map((row, i): ScoredRow => {
        const { rewardsG, trace } = scored[g] as ScoredGroup;
        const reward = rewardRecord(rewardsG, trace, advantages?.[g] ?? null, i);
        return { row, correct: judged[row.index]?.correct, reward };
      }),
    );
    for (const members of rows) {
      tally.add(members);
      this.#total.add(members);
    }
    this.#steps.push({ step, tally });
    if (remembers) await this.#learn(groups);
    return rows.flat();
  }

  #advantages(
    scored: readonly ScoredGroup[],
  ): ReturnType<NonNullable<ReturnType<typeof estimators.get>>> | null {
    const { advantage, epsilon } = this.#options;
    return advantage === null ? null : (estimators.get(advantage)?.(scored, epsilon) ?? null);
  }

  async #learn(groups: Step['groups']): Promise<void> {
    const { added, known, differing } = await this.#history.learn(groups.map(({ group }) => group));
    this.#learned.added += added;
    this.#learned.known += known;
    this.#learned.differing += differing;
  }

  /** Writes what the run adds up to, and decides the exit status. */
  async #end(sink: Sink, files: readonly string[], failures: number): Promise<ExitCode> {
    const { format, history, advantage, output, color } = this.#options;
    const interrupted = this.#stop.requested;
    const result: ScoreResult = {
      reward: this.#reward,
      files,
      steps: this.#steps,
      total: this.#total,
      rejected: this.#faults.rejected,
      unjudged: this.#unjudged,
      history: history === null ? null : { store: history, learned: this.#learned },
      advantage,
      seconds: (performance.now() - this.#start) / 1000,
      interrupted,
    };
    if (format === 'json') await sink.write(`${JSON.stringify(resultObject(result))}\n`);
    if (format === 'table') {
      const colors = this.#terminal.colors(output === null ? color : 'never').out;
      await sink.write(scoreView(result, this.#terminal.width, colors));
    }
    if (interrupted) await sink.abandon(true);
    else await sink.finish();
    await this.#faults.finish();
    if (!this.#options.quiet) this.#notes(result);
    if (this.#stop.code !== null) return this.#stop.code;
    if (failures > 0) return exitCode.usage;
    return result.rejected + result.unjudged > 0 ? exitCode.partial : exitCode.done;
  }

  #notes(result: ScoreResult): void {
    const note = (text: string): void => this.#terminal.err.note(`${text}\n`);
    const { known, differing } = this.#learned;
    if (known > 0)
      note(
        `${known} samples were learned before: nothing counts twice (other runs need other steps or --sample)`,
      );
    if (differing > 0)
      note(`${differing} of them taught something else before; what was learned first is kept`);
    note(resultLine(result));
  }
}

/** Scores the rollouts of files; returns the exit status. */
export async function runScore(options: ScoreOptions, terminal: Terminal): Promise<ExitCode> {
  const reward = await rewardFrom(options.reward, paramsFrom(options.params));
  const faults = await FaultLog.open(terminal, options.rejects);
  const store = await historyStoreFrom(options.history ?? undefined);
  return new ScoreRun(options, terminal, reward, store, faults).run();
}
