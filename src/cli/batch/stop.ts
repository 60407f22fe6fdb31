import { type ExitCode, exitCode } from '../exit.js';

/** Listens for SIGINT and SIGTERM: the first asks for an orderly end, a second one ends at once. */
export class Stop {
  #signal: 'SIGINT' | 'SIGTERM' | null = null;
  #reached: () => void = () => {};
  /** Resolves when a signal came. */
  readonly asked: Promise<void> = new Promise((resolve) => {
    this.#reached = resolve;
  });
  readonly #onSignal = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (this.#signal !== null) {
      // Both signals may have come while the thread was at something else: the second is raised again, unheard.
      this.release();
      process.kill(process.pid, signal);
      return;
    }
    this.#signal = signal;
    this.#reached();
  };

  constructor() {
    process.on('SIGINT', this.#onSignal);
    process.on('SIGTERM', this.#onSignal);
  }

  get requested(): boolean {
    return this.#signal !== null;
  }

  /** The exit status of the signal that came, or null. */
  get code(): ExitCode | null {
    if (this.#signal === null) return null;
    return this.#signal === 'SIGINT' ? exitCode.interrupted : exitCode.terminated;
  }

  /** Gives the signals back to their default. */
  release(): void {
    process.off('SIGINT', this.#onSignal);
    process.off('SIGTERM', this.#onSignal);
  }
}
