import { recordLine } from '../batch/lines.js';
import type { Sink } from '../sink.js';
import type { ScoredRow } from './scored.js';

/** Characters gathered before a write. */
const BUFFER = 1 << 16;

/** Writes scored rows in input order, each as soon as all rows before it are scored. */
export class InOrder {
  readonly #sink: Sink | null;
  readonly #waiting: (string | null)[];
  #next = 0;

  /** @param sink null: nothing is written. */
  constructor(rows: number, sink: Sink | null) {
    this.#sink = sink;
    this.#waiting = new Array<string | null>(sink === null ? 0 : rows).fill(null);
  }

  /** Takes the rows of one step and writes what is due. */
  async take(rows: readonly ScoredRow[]): Promise<void> {
    if (this.#sink === null) return;
    for (const { row, reward } of rows) this.#waiting[row.index] = recordLine(row.row, 'reward', reward);
    let text = '';
    for (let line = this.#due(); line !== null; line = this.#due()) {
      text += line;
      if (text.length < BUFFER) continue;
      await this.#sink.write(text);
      text = '';
    }
    if (text !== '') await this.#sink.write(text);
  }

  #due(): string | null {
    const line = this.#waiting[this.#next] ?? null;
    if (line === null) return null;
    this.#waiting[this.#next] = null;
    this.#next += 1;
    return line;
  }
}
