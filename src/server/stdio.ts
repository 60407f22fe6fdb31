import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Json } from '../support/index.js';
import { linesOf, tooLong } from './lines.js';
import { faultOf, type RequestLimits, respond } from './respond.js';
import type { Scorer } from './scorer.js';
import type { ScoreReply } from './wire/envelope.js';
import { Fault } from './wire/fault.js';
import { parseJson } from './wire/parse.js';

/** How the line protocol is served. */
export interface StdioOptions extends RequestLimits {
  /** Bytes of one request line. */
  readonly lineBytes: number;
  /** Requests worked on at once; more wait unread in the pipe. */
  readonly inFlight: number;
}

/** Limits that suit one training process. */
export const stdioDefaults: StdioOptions = {
  items: 65_536,
  deadlineMs: 600_000,
  lineBytes: 256 * 1024 * 1024,
  inFlight: 64,
};

/**
 * Serves requests, one JSON object a line, until the input ends; replies come as they are ready, each with its request's
 * id. While replies are not read, or too many requests are open, nothing more is read: memory stays bounded and the
 * writer feels it. Resolves when every reply is written.
 */
export async function serveLines(
  scorer: Scorer,
  input: Readable,
  output: Writable,
  options: StdioOptions = stdioDefaults,
): Promise<void> {
  const outlet = new Outlet(output);
  const open = new Set<Promise<void>>();
  for await (const line of linesOf(input, options.lineBytes)) {
    if (line !== tooLong && line.length === 0) continue;
    const work = answer(scorer, line, options)
      .then((reply) => outlet.write(`${JSON.stringify(reply)}\n`))
      .finally(() => open.delete(work));
    // A broken output is thrown by the next write below; this one only must not go unhandled.
    work.catch(() => {});
    open.add(work);
    if (open.size >= options.inFlight) await Promise.race(open);
    await outlet.drained();
  }
  await Promise.all(open);
}

/** A stream written to by many at once, all of whom wait for the same drain. */
class Outlet {
  readonly #output: Writable;
  #draining: Promise<unknown> | null = null;

  constructor(output: Writable) {
    this.#output = output;
  }

  async write(text: string): Promise<void> {
    if (!this.#output.write(text)) await this.drained();
  }

  /** Resolves once the reader has taken what was written; throws when the stream is broken. */
  async drained(): Promise<void> {
    if (this.#output.errored !== null) throw this.#output.errored;
    if (!this.#output.writableNeedDrain) return;
    this.#draining ??= once(this.#output, 'drain').finally(() => {
      this.#draining = null;
    });
    await this.#draining;
  }
}

async function answer(
  scorer: Scorer,
  line: Uint8Array | typeof tooLong,
  options: StdioOptions,
): Promise<ScoreReply> {
  let value: Json;
  try {
    if (line === tooLong)
      throw new Fault('too_large', `a request line may have ${options.lineBytes} bytes: split the batch`);
    value = parseJson(line);
  } catch (error) {
    return { id: null, error: faultOf(error) };
  }
  return respond(scorer, value, options);
}
