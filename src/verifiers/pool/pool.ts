import { availableParallelism } from 'node:os';
import { BackendError, ConfigError } from '../../support/index.js';
import { type PolicyChoice, resolvePolicy } from '../policy.js';
import { Crew, type CrewOptions, type Loss, type Task } from './crew.js';
import { type Job, type Judgement, lostResult } from './job.js';

/** How a pool works; none of it changes a verdict. */
export interface PoolOptions {
  /**
   * Worker threads. Never changes a verdict. Default: as many as cores, at most 16, and a second one only once the
   * first has been busy for a while, since a short input is done before another thread has loaded.
   */
  readonly workers?: number | undefined;
  readonly policy?: PolicyChoice | undefined;
  /** Seconds after which a worker that is still at one job is killed: a backstop, since verdicts count steps. */
  readonly timeoutSeconds?: number | undefined;
  /** Heap of one worker in MiB; a job that needs more is lost. */
  readonly memoryMb?: number | undefined;
  /** URL of a module that exports `verify` (and `compare`) to use in place of this package's own. */
  readonly module?: string | URL | undefined;
}

/** Watcher ticks within one time limit. */
const TICKS = 8;
const LOAD_SECONDS = 60;

/**
 * Milliseconds a worker stays awake after a reply, and this thread for the reply to a single job: the turn of a client
 * that asks one thing after another, and a short verdict.
 */
const AWAKE_MS = 0.4;
const LINGER_MS = 0.2;

/** Tasks that came one after another before a reply is waited for awake: who asks several at once is not held up. */
const TURNS = 8;

/** Milliseconds of work before further workers are started, when their number is not given. */
const SETTLED_MS = 250;

/** The number of workers when none is given. */
export const defaultWorkers = (): number => Math.min(16, availableParallelism());

function checkOptions({ workers, timeoutSeconds, memoryMb }: PoolOptions): void {
  const check = (name: string, value: number | undefined, whole: boolean): void => {
    if (value === undefined || (value > 0 && Number.isFinite(value) && (!whole || Number.isInteger(value))))
      return;
    throw new ConfigError(`${name} must be a positive ${whole ? 'whole ' : ''}number; got ${value}`, name);
  };
  check('workers', workers, true);
  check('timeoutSeconds', timeoutSeconds, false);
  check('memoryMb', memoryMb, true);
}

/**
 * Worker threads that judge jobs. Judgements are the same for any number of workers and any order of work; a
 * crashed, starved or hung worker costs one job and is replaced.
 */
export class Pool {
  readonly #options: CrewOptions;
  readonly #size: number;
  readonly #tickMs: number;
  readonly #crews = new Set<Crew>();
  #queue: Task[] = [];
  #timer: NodeJS.Timeout | null = null;
  #closed = false;
  #lingering = false;
  /** Tasks in a row that were the only one. */
  #turns = 0;
  /** Further workers may be started. */
  #eager: boolean;
  readonly #start: number = performance.now();

  constructor(options: PoolOptions = {}) {
    checkOptions(options);
    const { workers = defaultWorkers(), timeoutSeconds = 10, memoryMb = 1024, policy = 'strict' } = options;
    resolvePolicy(policy);
    // On one core, whoever waits awake keeps the other from working.
    const alone = availableParallelism() === 1;
    this.#size = workers;
    this.#eager = options.workers !== undefined;
    this.#tickMs = (timeoutSeconds * 1000) / TICKS;
    this.#options = {
      script: new URL('./pool-worker.js', import.meta.url),
      setup: {
        module: options.module === undefined ? null : String(options.module),
        policy,
        awakeMs: alone ? 0 : AWAKE_MS,
      },
      lingerMs: alone ? 0 : LINGER_MS,
      memoryMb,
      patience: TICKS,
      loadPatience: Math.max(TICKS, Math.ceil((LOAD_SECONDS * 1000) / this.#tickMs)),
    };
  }

  /** Worker threads now alive. */
  get alive(): number {
    return this.#crews.size;
  }

  /** Worker threads that may run at once. */
  get size(): number {
    return this.#size;
  }

  /** Starts the first worker before there is work, so that it loads while input is still being read. */
  warm(): void {
    if (!this.#closed && this.#crews.size === 0) this.#hire();
  }

  /**
   * Judges jobs; judgements come in the order of the jobs. When `signal` aborts, work for this call is stopped (its
   * worker killed) and what is not judged by then comes back as lost: undecided, with the signal's reason.
   */
  run(jobs: readonly Job[], signal?: AbortSignal): Promise<readonly Judgement[]> {
    if (this.#closed) return Promise.reject(new BackendError('the pool is closed'));
    if (jobs.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      const call = Symbol('call');
      const results = new Map<number, Judgement>();
      const finish = (): void => {
        signal?.removeEventListener('abort', abandon);
        resolve(jobs.map((job, target) => results.get(target) ?? lost(job, signal)));
      };
      const abandon = (): void => {
        this.#abandon(call);
        finish();
      };
      const settle = (target: number, judgement: Judgement): void => {
        results.set(target, judgement);
        if (results.size === jobs.length) finish();
      };
      const fail = (error: Error): void =>
        reject(new BackendError(`no worker could be started: ${error.message}`, { cause: error }));
      if (signal?.aborted === true) return finish();
      signal?.addEventListener('abort', abandon, { once: true });
      this.#queue.push({ jobs, targets: jobs.map((_, i) => i), call, strikes: 0, settle, fail });
      this.#dispatch();
    });
  }

  /** Takes back the tasks of a call nobody waits for any more. */
  #abandon(call: symbol): void {
    this.#queue = this.#queue.filter((task) => task.call !== call);
    for (const crew of this.#crews) crew.abandon(call);
  }

  /** Stops all workers at once; what they were at is abandoned. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#queue = [];
    this.#stopWatching();
    const crews = [...this.#crews];
    this.#crews.clear();
    await Promise.all(crews.map((crew) => crew.close()));
  }

  #dispatch(): void {
    while (this.#queue.length > 0) {
      const crew = [...this.#crews].find(({ busy }) => !busy) ?? this.#hire();
      if (crew === null) break;
      crew.give(this.#queue.shift() as Task);
    }
    const busy = [...this.#crews].some((crew) => crew.busy);
    if (!busy) {
      this.#stopWatching();
      return;
    }
    this.#timer ??= setInterval(() => this.#watch(), this.#tickMs);
    if (this.#lingering) return;
    this.#lingering = true;
    setImmediate(() => this.#linger());
  }

  /** With one task in hand at a time and nothing else to do, the reply is waited for awake. */
  #linger(): void {
    this.#lingering = false;
    const busy = [...this.#crews].filter((crew) => crew.busy);
    const [only] = busy;
    if (only === undefined) return;
    const alone = busy.length === 1 && this.#queue.length === 0;
    this.#turns = alone ? this.#turns + 1 : 0;
    if (this.#turns > TURNS) only.linger();
  }

  #hire(): Crew | null {
    const most = this.#eager ? this.#size : 1;
    if (this.#crews.size >= most) return null;
    const crew = new Crew(
      this.#options,
      () => this.#settle(),
      (lost, loss) => this.#replace(lost, loss),
    );
    this.#crews.add(crew);
    return crew;
  }

  /** A worker is free again. */
  #settle(): void {
    if (performance.now() - this.#start > SETTLED_MS) this.#eager = true;
    this.#dispatch();
  }

  #replace(crew: Crew, { rest }: Loss): void {
    this.#crews.delete(crew);
    if (this.#closed) return;
    if (rest !== null) this.#queue.unshift(rest);
    this.#dispatch();
  }

  #watch(): void {
    this.#eager = true;
    for (const crew of this.#crews) crew.watch();
    this.#dispatch();
  }

  #stopWatching(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}

const lost = (job: Job, signal: AbortSignal | undefined): Judgement => {
  const cause: unknown = signal?.reason;
  const result = lostResult(cause instanceof Error ? cause.message : 'the call was given up');
  return { results: job.responses.map(() => result), majority: null };
};
