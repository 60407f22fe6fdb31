import type { Judgement, Pool } from '../../verifiers/pool.js';
import { judged } from '../record.js';
import type { Stop } from './stop.js';
import type { Entry, Unit } from './types.js';

/** Records and characters handed to a worker at a time. */
const CHUNK_UNITS = 64;
const CHUNK_CHARACTERS = 1 << 16;

interface Pending {
  readonly units: readonly Unit[];
  readonly judgements: Promise<readonly Judgement[]>;
  done: boolean;
}

/** Cuts a batch of units into chunks that are worth a message to a worker. */
export function* chunksOf(units: readonly Unit[]): Generator<readonly Unit[], void, undefined> {
  let chunk: Unit[] = [];
  let characters = 0;
  for (const unit of units) {
    chunk.push(unit);
    for (const response of unit.job.responses) characters += response.length;
    if (chunk.length >= CHUNK_UNITS || characters >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}

const entriesOf = (units: readonly Unit[], judgements: readonly Judgement[]): readonly Entry[] =>
  units.map((unit, index) => ({ unit, judged: judged(judgements[index] as Judgement) }));

function start(pool: Pool, units: readonly Unit[]): Pending {
  const judgements = pool.run(units.map(({ job }) => job));
  const pending: Pending = { units, judgements, done: false };
  judgements.then(
    () => {
      pending.done = true;
    },
    // The failure is met again where the judgements are awaited.
    () => {},
  );
  return pending;
}

/**
 * Judges units and gives the entries back in input order. A bounded number of chunks is on its way, so a slow reader
 * of the output slows the input down; finished entries are handed on while input is still awaited.
 */
export async function* judgeInOrder(
  batches: AsyncIterable<readonly Unit[]>,
  pool: Pool,
  stop: Pick<Stop, 'requested' | 'asked'>,
): AsyncGenerator<readonly Entry[], void, undefined> {
  const window = pool.size * 2 + 2;
  const pending: Pending[] = [];
  const input = chunked(batches)[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<readonly Unit[], void>> | null = input.next();
  try {
    while (!stop.requested && (next !== null || pending.length > 0)) {
      const head = pending[0];
      const waits: Promise<unknown>[] = [stop.asked];
      if (head !== undefined) waits.push(head.judgements);
      if (next !== null && pending.length < window) waits.push(next);
      await Promise.race(waits);
      if (head?.done === true) {
        pending.shift();
        yield entriesOf(head.units, await head.judgements);
      } else if (next !== null && pending.length < window && !stop.requested) {
        const batch: IteratorResult<readonly Unit[], void> = await next;
        next = batch.done === true ? null : input.next();
        if (batch.done !== true) pending.push(start(pool, batch.value));
      }
    }
    for (const { units, judgements, done } of pending) {
      if (!done) break;
      yield entriesOf(units, await judgements);
    }
  } finally {
    await Promise.race([input.return?.(), stop.asked]);
  }
}

async function* chunked(
  batches: AsyncIterable<readonly Unit[]>,
): AsyncGenerator<readonly Unit[], void, undefined> {
  for await (const batch of batches) yield* chunksOf(batch);
}
