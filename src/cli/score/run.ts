import { setImmediate } from 'node:timers/promises';
import { type HistoryStore, historyOf } from '../../rewards/history/index.js';
import type { ScoredGroup } from '../../rewards/index.js';
import { type ExitCode, exitCode } from '../exit.js';
import { FileSink, type Sink } from '../sink.js';
import type { Terminal } from '../terminal.js';
import { estimators } from './estimators.js';
import { stepsOf } from './groups.js';
import { InOrder } from './in-order.js';
import type { ScoreOptions } from './options.js';
import { type Prepared, type RunContext, withPrepared } from './prepare.js';
import { resultLine, resultObject, type ScoreResult } from './result.js';
import { type ScoredStep, scoreStep } from './score-step.js';
import { rewardRecord, type ScoredRow } from './scored.js';
import { ScoreTally } from './tally.js';
import { scoreView } from './view.js';

/** What is counted over the steps of one run, and written of it. */
class ScoreRun {
  readonly #context: RunContext;
  readonly #prepared: Prepared;
  readonly #start: number;
  readonly #steps: { step: number; tally: ScoreTally }[] = [];
  readonly #total: ScoreTally = new ScoreTally();
  readonly #learned = { added: 0, known: 0, differing: 0 };
  #unjudged = 0;

  constructor(context: RunContext, prepared: Prepared, start: number) {
    this.#context = context;
    this.#prepared = prepared;
    this.#start = start;
  }

  /** Scores step after step; records are written as soon as all before them are. */
  async run(store: HistoryStore): Promise<ExitCode> {
    const { options, reward, stop, progress } = this.#context;
    const { input, judged } = this.#prepared;
    const history = historyOf(reward, store);
    const sink = await this.#sink();
    try {
      await this.#troubles();
      const lines = new InOrder(input.rows.length, options.format === 'jsonl' ? sink : null);
      for (const step of stepsOf(input.rows, judged)) {
        if (stop.requested) break;
        await lines.take(this.#count(await scoreStep(reward, step, history)));
        // A store works without pausing; signals and streams get their turn here.
        await setImmediate();
        progress.show(() => `step ${step.step}: ${this.#total.n} of ${input.rows.length} scored`);
      }
      progress.clear();
      return await this.#end(sink);
    } catch (error) {
      await sink.abandon(false);
      throw error;
    }
  }

  #sink(): Promise<Sink> {
    const { options, terminal } = this.#context;
    return options.output === null ? Promise.resolve(terminal.out) : FileSink.open(options.output);
  }

  /** Names golds that are unusable and responses whose worker was lost. */
  async #troubles(): Promise<void> {
    const { input, judged } = this.#prepared;
    for (const { row, index } of input.rows) {
      const trouble = judged[index]?.trouble ?? null;
      if (trouble === null) continue;
      this.#unjudged += 1;
      await this.#context.faults.lacks(row.place, trouble);
    }
  }

  /** The rows of a step with what they are paid. */
  #count({ step, scored, learned }: ScoredStep): readonly ScoredRow[] {
    const advantages = this.#advantages(scored);
    const tally = new ScoreTally();
    const rows = step.groups.map(({ rows: members }, g) =>
      members.map((row, i): ScoredRow => {
        const { rewardsG, trace } = scored[g] as ScoredGroup;
        const reward = rewardRecord(rewardsG, trace, advantages?.[g] ?? null, i);
        return { row, correct: this.#prepared.judged[row.index]?.correct, reward };
      }),
    );
    for (const members of rows) {
      tally.add(members);
      this.#total.add(members);
    }
    this.#steps.push({ step: step.step, tally });
    this.#learned.added += learned.added;
    this.#learned.known += learned.known;
    this.#learned.differing += learned.differing;
    return rows.flat();
  }

  #advantages(scored: readonly ScoredGroup[]): readonly ScoredGroup['rewardsG'][] | null {
    const { advantage, epsilon } = this.#context.options;
    return advantage === null ? null : (estimators.get(advantage)?.(scored, epsilon) ?? null);
  }

  #result(): ScoreResult {
    const { options, reward, faults, stop } = this.#context;
    return {
      reward,
      files: this.#prepared.input.files.map(({ file }) => file),
      steps: this.#steps,
      total: this.#total,
      rejected: faults.rejected,
      unjudged: this.#unjudged,
      history: options.history === null ? null : { store: options.history, learned: this.#learned },
      advantage: options.advantage,
      seconds: (performance.now() - this.#start) / 1000,
      interrupted: stop.requested,
    };
  }

  /** Writes what the run adds up to, and decides the exit status. */
  async #end(sink: Sink): Promise<ExitCode> {
    const { options, terminal, stop } = this.#context;
    const result = this.#result();
    if (options.format === 'json') await sink.write(`${JSON.stringify(resultObject(result))}\n`);
    if (options.format === 'table') {
      const colors = terminal.colors(options.output === null ? options.color : 'never').out;
      await sink.write(scoreView(result, terminal.width, colors));
    }
    if (result.interrupted) await sink.abandon(true);
    else await sink.finish();
    if (!options.quiet) this.#notes(result);
    if (stop.code !== null) return stop.code;
    if (this.#prepared.input.failures > 0) return exitCode.usage;
    return result.rejected + result.unjudged > 0 ? exitCode.partial : exitCode.done;
  }

  #notes(result: ScoreResult): void {
    const note = (text: string): void => this.#context.terminal.err.note(`${text}\n`);
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
export function runScore(options: ScoreOptions, terminal: Terminal): Promise<ExitCode> {
  const start = performance.now();
  return withPrepared(options, terminal, (context, prepared, store) =>
    new ScoreRun(context, prepared, start).run(store),
  );
}
