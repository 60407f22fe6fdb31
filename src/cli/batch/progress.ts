import { grouped, percent } from '../../report/index.js';
import type { Terminal } from '../terminal.js';
import type { Tally } from './tally.js';

/** Milliseconds between two drawings. */
const PACE = 100;

/** A line on a terminal's standard error that is redrawn at most ten times a second; elsewhere nothing. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #on: boolean;
  readonly #start = performance.now();
  #last = 0;
  #drawn = false;

  constructor(terminal: Terminal, wanted: boolean) {
    this.#terminal = terminal;
    this.#on = wanted && terminal.lively;
  }

  update(tally: Tally): void {
    this.show((seconds) => {
      const share = tally.judged === 0 ? '' : `  ${percent(tally.outcomes.correct / tally.judged)} right`;
      return `${grouped(tally.responses)} verified${share}  ${grouped(tally.responses / seconds)}/s`;
    });
  }

  /** Draws what `text` says, given the seconds since the start, unless the line was drawn just now. */
  show(text: (seconds: number) => string): void {
    const now = performance.now();
    if (!this.#on || now - this.#last < PACE) return;
    this.#last = now;
    this.#terminal.err.note(`\r\x1b[2K${text(Math.max(0.001, (now - this.#start) / 1000))}`);
    this.#drawn = true;
  }

  /** Removes the line, so that what is printed next stands alone. */
  clear(): void {
    if (this.#drawn) this.#terminal.err.note('\r\x1b[2K');
    this.#drawn = false;
  }
}
