import { visible } from '../../report/index.js';
import { at, type Fault, type Place } from '../input/index.js';
import { FileSink } from '../sink.js';
import type { Terminal } from '../terminal.js';

/** Lines on standard error after which further ones are only counted (`--rejects` has them all). */
const SHOWN = 1000;

/** Names every unreadable or incomplete record once: a line on standard error, a row of the rejects file. */
export class FaultLog {
  readonly #terminal: Terminal;
  readonly #rejects: FileSink | null;
  #shown = 0;
  #hidden = 0;
  /** Records that could not be read. */
  rejected = 0;
  /** Inputs that broke off. */
  cut = 0;
  /** Records without a gold or without a response. */
  incomplete = 0;

  private constructor(terminal: Terminal, rejects: FileSink | null) {
    this.#terminal = terminal;
    this.#rejects = rejects;
  }

  static async open(terminal: Terminal, rejectsPath: string | null): Promise<FaultLog> {
    return new FaultLog(terminal, rejectsPath === null ? null : await FileSink.open(rejectsPath));
  }

  /** A record that cannot be read, or input that breaks off. */
  async reject(fault: Fault): Promise<void> {
    this.rejected += 1;
    if (fault.cut) this.cut += 1;
    await this.#say(fault.place, fault.reason);
  }

  /** A record that is judged although something is missing in it. */
  async lacks(place: Place, reason: string): Promise<void> {
    this.incomplete += 1;
    await this.#say(place, reason);
  }

  async #say(place: Place, reason: string): Promise<void> {
    if (this.#shown < SHOWN) {
      this.#shown += 1;
      this.#terminal.err.note(`${visible(at(place))}: ${visible(reason)}\n`);
    } else this.#hidden += 1;
    const { file, line, byte } = place;
    await this.#rejects?.write(`${JSON.stringify({ file, line, byte, reason })}\n`);
  }

  async finish(): Promise<void> {
    if (this.#hidden > 0) {
      this.#terminal.err.note(`… and ${this.#hidden} more such records; --rejects FILE lists them all\n`);
    }
    await this.#rejects?.finish();
  }
}
