import { visible } from '../../report/index.js';
import { TouchstoneError } from '../../support/index.js';
import { Pool } from '../../verifiers/pool.js';
import { type ExitCode, exitCode } from '../exit.js';
import { type FieldPath, parsePath } from '../path.js';
import { FileSink, type Sink } from '../sink.js';
import type { Terminal } from '../terminal.js';
import { FaultLog } from './faults.js';
import { leading, verifyObject } from './group.js';
import { type Golds, readGolds } from './join.js';
import { recordLine } from './lines.js';
import { judgeInOrder } from './pipeline.js';
import { Progress } from './progress.js';
import { describeFields, openFile, readUnits, UnitReader } from './read.js';
import { finishedJudged } from './resume.js';
import { Stop } from './stop.js';
import { accuracyOf, type BatchResult, type FileSummary, summaryLine, summaryObject } from './summary.js';
import { Tally } from './tally.js';
import type { BatchOptions, Done, Entry, Only, Unit, Waiting } from './types.js';
import { batchView } from './view.js';

type Counted = { -readonly [K in keyof FileSummary]: FileSummary[K] };

/** Ids remembered to notice repetitions; further ones are not checked. */
const IDS = 100_000;

/** One run over files: what is shared between its steps. */
class Batch {
  readonly #options: BatchOptions;
  readonly #terminal: Terminal;
  readonly #faults: FaultLog;
  readonly #stop: Stop = new Stop();
  readonly #tally: Tally;
  readonly #files: Counted[] = [];
  readonly #failures: string[] = [];
  readonly #ids = new Set<string>();
  #repeatedIds = 0;
  readonly #start = performance.now();

  constructor(options: BatchOptions, terminal: Terminal, faults: FaultLog) {
    this.#options = options;
    this.#terminal = terminal;
    this.#faults = faults;
    this.#tally = new Tally(options);
  }

  async run(): Promise<ExitCode> {
    const { jobs, rowTimeout, policy, format, output, resume } = this.#options;
    const pool = new Pool({ workers: jobs, timeoutSeconds: rowTimeout, policy });
    pool.warm();
    const progress = new Progress(this.#terminal, this.#options.progress && !this.#options.quiet);
    try {
      const golds = await this.#golds();
      // What an unfinished output holds is read before the file is opened to go on with it.
      const stored = resume && output !== null ? finishedJudged(output) : null;
      const units = this.#skipStored(this.#units(golds), stored);
      const first = await units.next();
      const sink = await this.#sink();
      try {
        for await (const entries of judgeInOrder(startingWith(first, units), pool, this.#stop)) {
          await this.#take(entries);
          if (format === 'jsonl') await sink.write(this.#lines(entries));
          progress.update(this.#tally);
        }
        progress.clear();
        return await this.#end(sink);
      } catch (error) {
        progress.clear();
        await sink.abandon(false);
        throw error;
      }
    } finally {
      this.#stop.release();
      await pool.close();
    }
  }

  #sink(): Promise<Sink> {
    const { output, resume } = this.#options;
    return output === null ? Promise.resolve(this.#terminal.out) : FileSink.open(output, resume);
  }

  async #golds(): Promise<{ readonly golds: Golds; readonly on: FieldPath } | null> {
    const { gold, on } = this.#options;
    if (gold === null || on === null) return null;
    const path = parsePath(on);
    return { golds: await readGolds(gold, path, this.#options.goldLabel, this.#faults), on: path };
  }

  /** Units of all files; a file that cannot be read is named and passed over. */
  async *#units(
    join: { readonly golds: Golds; readonly on: FieldPath } | null,
  ): AsyncGenerator<readonly Waiting[], void, undefined> {
    for (const [source, path] of this.#options.files.entries()) {
      try {
        const open = await openFile(path, this.#options.fields);
        const { file, format, fields } = open;
        this.#files[source] = { file, format, fields, records: 0, correct: 0, judged: 0 };
        if (!this.#options.quiet) this.#terminal.err.note(`${describeFields(open)}\n`);
        const golds = join?.golds ?? null;
        const reader = fields === null ? null : new UnitReader(source, fields, golds, join?.on ?? null);
        yield* readUnits(open, reader, this.#options);
      } catch (error) {
        if (!(error instanceof TouchstoneError)) throw error;
        this.#failures.push(error.message);
        this.#terminal.err.note(`touchstone: ${visible(error.message)}\n`);
      }
    }
  }

  /** Counts units that an unfinished output already has, and passes on the others. */
  async *#skipStored(
    batches: AsyncGenerator<readonly Waiting[], void, undefined>,
    stored: ReturnType<typeof finishedJudged> | null,
  ): AsyncGenerator<readonly Waiting[], void, undefined> {
    let rest = stored;
    for await (const batch of batches) {
      const fresh: Waiting[] = [];
      for (const item of batch) {
        const next = rest === null || item.kind === 'fault' ? null : await rest.next();
        if (next === null || item.kind === 'fault') fresh.push(item);
        else if (next.done === true) {
          rest = null;
          fresh.push(item);
        } else await this.#count({ kind: 'entry', unit: item, judged: next.value });
      }
      if (fresh.length > 0) yield fresh;
    }
  }

  /** Names faults and counts entries, in input order. */
  async #take(items: readonly Done[]): Promise<void> {
    for (const item of items) {
      if (item.kind === 'fault') await this.#faults.reject(item);
      else await this.#count(item);
    }
  }

  async #count(entry: Entry): Promise<void> {
    const { unit, judged } = entry;
    this.#tally.add(entry);
    const file = this.#files[unit.source] as Counted;
    if (unit.counted) {
      file.records += 1;
      file.judged += judged.records.filter(({ correct }) => correct !== null).length;
      file.correct += judged.records.filter(({ correct }) => correct === true).length;
      this.#noticeId(unit);
    }
    const lacks = unit.lacks ?? (leading(judged).correct === null ? badGold(unit, judged) : null);
    if (lacks !== null) await this.#faults.lacks(unit.row.place, lacks);
  }

  #noticeId({ id, source }: Unit): void {
    if (id === null) return;
    const key = `${source} ${id}`;
    if (this.#ids.has(key)) this.#repeatedIds += 1;
    else if (this.#ids.size < IDS) this.#ids.add(key);
  }

  #lines(items: readonly Done[]): string {
    const { only, ks } = this.#options;
    return items
      .filter((item) => item.kind === 'entry')
      .filter(({ judged }) => only === null || matches(only, judged))
      .map(({ unit, judged }) => recordLine(unit.row, 'verify', verifyObject(judged, ks)))
      .join('');
  }

  /** Writes what the run adds up to, and decides the exit status. */
  async #end(sink: Sink): Promise<ExitCode> {
    const { format, quiet, output } = this.#options;
    const result: BatchResult = {
      tally: this.#tally,
      faults: this.#faults,
      files: this.#files.filter((file) => file !== undefined),
      failures: this.#failures,
      seconds: (performance.now() - this.#start) / 1000,
      interrupted: this.#stop.requested,
    };
    const nothing = result.files.length === 0 && this.#failures.length > 0;
    if (format === 'json' && !nothing)
      await sink.write(`${JSON.stringify(summaryObject(result, this.#options))}\n`);
    if (format === 'table' && result.files.length > 0) await sink.write(this.#view(result));
    // A file is replaced only by the output of a whole run over something that could be read.
    if (this.#stop.requested || nothing) await sink.abandon(this.#stop.requested);
    else await sink.finish();
    await this.#faults.finish();
    if (!quiet) this.#notes(result, output);
    return this.#stop.code ?? this.#status(result);
  }

  #view(result: BatchResult): string {
    const colors = this.#terminal.colors(this.#options.output === null ? this.#options.color : 'never').out;
    return batchView(result, this.#options, this.#terminal.width, colors);
  }

  #notes(result: BatchResult, output: string | null): void {
    const note = (text: string): void => this.#terminal.err.note(`${text}\n`);
    if (this.#repeatedIds > 0)
      note(`${this.#repeatedIds} records repeat an id; records are told apart by their line`);
    if (result.tally.repeated > 0)
      note(`${result.tally.repeated} records repeat an earlier one for another filter: not counted`);
    if (result.interrupted && output !== null)
      note(`unfinished output in ${FileSink.partName(output)}; go on with --resume`);
    note(summaryLine(result));
  }

  #status({ tally, faults, failures }: BatchResult): ExitCode {
    const { minAccuracy, failOn } = this.#options;
    const { outcomes } = tally;
    if (failures.length > 0) return exitCode.usage;
    const accuracy = tally.groups.summary()?.avgAtK ?? accuracyOf(tally)?.value ?? 0;
    const errors = outcomes.undecided + outcomes.lost + outcomes.badGold + faults.rejected;
    const missed =
      (minAccuracy !== null && accuracy < minAccuracy) ||
      (failOn === 'wrong' && tally.judged > outcomes.correct) ||
      (failOn === 'error' && errors > 0);
    if (missed) return exitCode.missed;
    const partial = faults.rejected + faults.incomplete + outcomes.badGold + outcomes.lost + tally.budget;
    return partial > 0 ? exitCode.partial : exitCode.done;
  }
}

const badGold = ({ job }: Unit, judged: Entry['judged']): string => {
  const gold = typeof job.gold === 'string' ? job.gold : job.gold.join(' | ');
  return `unusable gold '${gold.slice(0, 80)}': ${leading(judged).reason ?? 'it has no answer'}`;
};

function matches(only: Only, judged: Entry['judged']): boolean {
  const { correct, verdict } = leading(judged);
  if (only === 'error') return verdict === 'undecided';
  return only === 'correct' ? correct === true : correct === false;
}

async function* startingWith(
  first: IteratorResult<readonly Waiting[], void>,
  rest: AsyncGenerator<readonly Waiting[], void, undefined>,
): AsyncGenerator<readonly Waiting[], void, undefined> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

/** Verifies the records of files; returns the exit status. */
export async function runBatch(options: BatchOptions, terminal: Terminal): Promise<ExitCode> {
  return new Batch(options, terminal, await FaultLog.open(terminal, options.rejects)).run();
}
