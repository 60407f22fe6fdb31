import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type Job, type Judgement, lostResult } from './job.js';
import { cell, type Reply, type Request, type WorkerSetup } from './protocol.js';
import { Vigil } from './vigil.js';

/** Jobs of one request, with the places where their judgements go. */
export interface Task {
  readonly jobs: readonly Job[];
  readonly targets: readonly number[];
  /** Workers lost before they began a job of this task. */
  readonly strikes: number;
  /** Tasks split from one call share it, so that a caller who gives up takes back all of them. */
  readonly call: symbol;
  settle(target: number, judgement: Judgement): void;
  fail(error: Error): void;
}

/** How one worker is run. */
export interface CrewOptions {
  readonly script: URL;
  readonly setup: Omit<WorkerSetup, 'cells' | 'port'>;
  readonly memoryMb: number;
  /** Watcher ticks without progress after which the worker is killed. */
  readonly patience: number;
  /** Milliseconds {@link Crew.linger} waits at most. */
  readonly lingerMs: number;
  /** Ticks it may take to load before its first job. */
  readonly loadPatience: number;
}

/** Milliseconds a worker may go on with work given up: most is done before another worker would have loaded. */
const PARTING_MS = 100;

/** What became of the task a lost worker held. */
export interface Loss {
  /** The jobs still to be judged; null when the lost job was the only one. */
  readonly rest: Task | null;
}

/**
 * One worker thread and the task it holds. A worker that crashes, runs out of memory or is killed costs the job it
 * was at; the other jobs of its task are handed back to be judged again, which gives the same verdicts.
 */
export class Crew {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #cells: Int32Array;
  readonly #options: CrewOptions;
  #task: Task | null = null;
  /** The last task given up by its caller. */
  #forsaken: Task | null = null;
  readonly #idle: () => void;
  readonly #vigil: Vigil;
  /** Requests sent so far. */
  #asked = 0;
  #beat = 0;
  #still = 0;
  #cause = 'the worker stopped';
  #closing = false;

  constructor(options: CrewOptions, idle: () => void, lost: (crew: Crew, loss: Loss) => void) {
    const cells = new SharedArrayBuffer(16);
    this.#options = options;
    this.#cells = new Int32Array(cells);
    this.#cells[cell.job] = -1;
    this.#vigil = new Vigil(this.#cells, cell.answered, options.lingerMs);
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#idle = idle;
    this.#worker = new Worker(options.script, {
      workerData: { ...options.setup, cells, port: port2 } satisfies WorkerSetup,
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    port1.on('message', (reply: Reply) => this.#take(reply));
    this.#worker.on('error', (error: unknown) => {
      this.#cause = `the worker failed: ${error instanceof Error ? error.message : String(error)}`;
    });
    this.#worker.on('exit', () => {
      if (!this.#closing) lost(this, this.#lose());
    });
  }

  /** True while a task is held. */
  get busy(): boolean {
    return this.#task !== null;
  }

  give(task: Task): void {
    this.#task = task;
    this.#still = 0;
    this.#port.postMessage({ jobs: task.jobs } satisfies Request);
    this.#asked = Atomics.add(this.#cells, cell.asked, 1) + 1;
  }

  /** Waits awake for the reply to one job, a moment at most. Longer tasks are not waited for. */
  linger(): void {
    if (this.#task?.jobs.length !== 1) return;
    if (this.#vigil.wait(this.#asked - 1)) this.#receive();
  }

  /** Called at a steady pace while busy: kills a worker that makes no progress. Counting ticks instead of reading a
   * clock keeps a suspended machine from looking like a hang. */
  watch(): void {
    if (this.#task === null) return;
    const beat = Atomics.load(this.#cells, cell.beat);
    this.#still = beat === this.#beat ? this.#still + 1 : 0;
    this.#beat = beat;
    const loading = beat === 0;
    if (this.#still < (loading ? this.#options.loadPatience : this.#options.patience)) return;
    this.#cause = 'the worker hung and was stopped';
    void this.#worker.terminate();
  }

  /** Stops the worker when it is at a task of this call, which nobody waits for any more, and does not end soon. */
  abandon(call: symbol): void {
    const task = this.#task;
    if (task?.call !== call) return;
    this.#forsaken = task;
    setTimeout(() => {
      if (this.#task === task) void this.#worker.terminate();
    }, PARTING_MS);
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#port.close();
    await this.#worker.terminate();
  }

  /** Takes a reply that is there before its event. */
  #receive(): void {
    const received = receiveMessageOnPort(this.#port);
    if (received !== undefined) this.#take(received.message);
  }

  #take(reply: Reply): void {
    this.#finish(reply);
    this.#idle();
  }

  #finish(reply: Reply): void {
    const task = this.#task;
    this.#task = null;
    this.#cells[cell.job] = -1;
    if (task === null) return;
    task.targets.forEach((target, index) => {
      task.settle(target, reply.judgements[index] as Judgement);
    });
  }

  #lose(): Loss {
    // A worker may end right after a reply, whose event then comes too late.
    const last = receiveMessageOnPort(this.#port);
    if (last !== undefined) this.#finish(last.message);
    const task = this.#task;
    this.#task = null;
    if (task === null || task === this.#forsaken) return { rest: null };
    const at = Atomics.load(this.#cells, cell.job);
    const job = task.jobs[at];
    if (job === undefined) {
      if (task.strikes >= 2) task.fail(new Error(this.#cause));
      return { rest: task.strikes >= 2 ? null : { ...task, strikes: task.strikes + 1 } };
    }
    task.settle(task.targets[at] as number, {
      results: job.responses.map(() => lostResult(this.#cause)),
      majority: null,
    });
    const others = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => index !== at);
    if (task.jobs.length === 1) return { rest: null };
    return { rest: { ...task, jobs: others(task.jobs), targets: others(task.targets), strikes: 0 } };
  }
}
