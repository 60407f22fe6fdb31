import type { Judgement, Pool } from '../../verifiers/pool.js';
import { judged } from '../record.js';
import type { Stop } from './stop.js';
import type { Done, Unit, Waiting } from './types.js';

/** Records and characters handed to a worker at a time. */
const CHUNK_ITEMS = 64;
const CHUNK_CHARACTERS = 1 << 16;

interface Pending {
  readonly items: readonly Waiting[];
  readonly judgements: Promise<readonly Judgement[]>;
  done: boolean;
}

const isUnit = (item: Waiting): item is Unit => item.kind === 'unit';

/** Cuts a batch into chunks that are worth a message to a worker. */
export function* chunksOf(items: readonly Waiting[]): Generator<readonly Waiting[], void, undefined> {
  let chunk: Waiting[] = [];
  let characters = 0;
  for (const item of items) {
    chunk.push(item);
    if (isUnit(item)) for (const response of item.job.responses) characters += response.length;
    if (chunk.length >= CHUNK_ITEMS || characters >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** Puts the judgements beside their units; faults stay where they are. */
function doneOf(items: readonly Waiting[], judgements: readonly Judgement[]): readonly Done[] {
  let at = 0;
  return items.map((item): Done => {
    if (!isUnit(item)) return item;
    at += 1;
    return { kind: 'entry', unit: item, judged: judged(judgements[at - 1] as Judgement) };
  });
}

function start(pool: Pool, items: readonly Waiting[]): Pending {
  const judgements = pool.run(items.filter(isUnit).map(({ job }) => job));
  const pending: Pending = { items, judgements, done: false };
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
 * Judges units and gives everything back in input order. A bounded number of chunks is on its way, so a slow reader
 * of the output slows the input down; finished entries are handed on while input is still awaited.
 */
export async function* judgeInOrder(
  batches: AsyncIterable<readonly Waiting[]>,
  pool: Pool,
  stop: Pick<Stop, 'requested' | 'asked'>,
): AsyncGenerator<readonly Done[], void, undefined> {
  const window = pool.size * 2 + 2;
  const pending: Pending[] = [];
  const input = chunked(batches)[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<readonly Waiting[], void>> | null = input.next();
  try {
    while (!stop.requested && (next !== null || pending.length > 0)) {
      const head = pending[0];
      const waits: Promise<unknown>[] = [stop.asked];
      if (head !== undefined) waits.push(head.judgements);
      if (next !== null && pending.length < window) waits.push(next);
      await Promise.race(waits);
      if (head?.done === true) {
        pending.shift();
        yield doneOf(head.items, await head.judgements);
      } else if (next !== null && pending.length < window && !stop.requested) {
        const batch: IteratorResult<readonly Waiting[], void> = await next;
        next = batch.done === true ? null : input.next();
        if (batch.done !== true) pending.push(start(pool, batch.value));
      }
    }
    for (const { items, judgements, done } of pending) {
      if (!done) break;
      yield doneOf(items, await judgements);
    }
  } finally {
    await Promise.race([input.return?.(), stop.asked]);
  }
}

async function* chunked(
  batches: AsyncIterable<readonly Waiting[]>,
): AsyncGenerator<readonly Waiting[], void, undefined> {
  for await (const batch of batches) yield* chunksOf(batch);
}
