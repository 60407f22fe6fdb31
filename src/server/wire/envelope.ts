import type { Json } from '../../support/index.js';
import type { Answer } from './answer.js';
import { Fault, type FaultCode } from './fault.js';
import { type Item, readItem } from './item.js';
import { asList, asNumber, asObject, field, given } from './read.js';

/** A request of our own protocol: one JSON object a line (stdio) or a body (HTTP). */
export interface ScoreRequest {
  /** Handed back as it came: a number or a text. */
  readonly id: number | string | null;
  readonly items: readonly Item[];
  /** Milliseconds after which the work is stopped and the request answered with an error. */
  readonly deadlineMs: number | null;
  /** A reward by name, or as data; `null`: the server's first. */
  readonly reward: Json;
}

/** The reply to a {@link ScoreRequest}: results in the order of the items, or what was wrong. */
export type ScoreReply =
  | {
      readonly id: ScoreRequest['id'];
      readonly results: readonly Answer[];
      /** Milliseconds the server spent. */
      readonly ms: number;
    }
  | {
      readonly id: ScoreRequest['id'];
      readonly error: { readonly code: FaultCode; readonly message: string };
    };

/** The id of a request that may be malformed otherwise, so that its error finds its sender. */
export function idOf(value: Json): ScoreRequest['id'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const id = field(value as { readonly [key: string]: Json }, 'id');
  return typeof id === 'number' || typeof id === 'string' ? id : null;
}

/** Reads an envelope. `most` is the number of items allowed. Throws {@link Fault} naming the field. */
export function readEnvelope(value: Json, most: number): ScoreRequest {
  const object = asObject(value, 'request');
  const op = field(object, 'op') ?? 'score';
  if (op !== 'score')
    throw new Fault('bad_request', `op must be "score"; got ${JSON.stringify(op).slice(0, 80)}`);
  const items = asList(field(object, 'items'), 'items');
  if (items.length > most)
    throw new Fault(
      'too_large',
      `items: ${items.length} items; at most ${most} are taken at once: split the batch`,
    );
  return {
    id: idOf(object),
    items: items.map((item, i) => readItem(item, `items[${i}]`)),
    deadlineMs: given(object, 'deadline_ms', 'request', (one, path) => asNumber(one, path, 1)) ?? null,
    reward: field(object, 'reward') ?? null,
  };
}
