import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks: too seldom to cost anything on an idle server. */
const RESOLUTION_MS = 20;

/** How late the event loop came to its timers since the last reading, in seconds. */
export interface Delays {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

/**
 * Watches how long the thread that listens is held up by one piece of work: verification never runs on it, so that this
 * stays at milliseconds under any load.
 */
export class LoopDelay {
  readonly #histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  start(): void {
    this.#histogram.enable();
  }

  stop(): void {
    this.#histogram.disable();
  }

  /** The delays since the last call of this. */
  take(): Delays {
    const [median, p99, most] = [50, 99, 100].map((percent) => late(this.#histogram.percentile(percent)));
    this.#histogram.reset();
    return { median: median ?? 0, p99: p99 ?? 0, most: most ?? 0 };
  }
}

/** Node counts the time between two looks, in nanoseconds: what is beyond the interval is delay. */
const late = (nanoseconds: number): number =>
  Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS) / 1e3 : 0;
