import type { IncomingMessage } from 'node:http';
import { Fault } from '../wire/fault.js';
import type { HttpLimits } from './limits.js';

/** Bytes of bodies held at this moment, counted against {@link HttpLimits.heldBytes}. */
export interface Held {
  bytes: number;
}

/**
 * The body of a request within its limits. `held` grows by the bytes read; the caller gives them back. Throws
 * {@link Fault} without reading on: too long, compressed, not JSON by its type, or too much held already.
 */
export async function readBody(request: IncomingMessage, limits: HttpLimits, held: Held): Promise<Buffer> {
  const { headers } = request;
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/(?:[\w.-]{1,40}\+)?json$/.test(type))
    throw new Fault('unsupported_type', 'send the body as content-type application/json');
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    throw new Fault('unsupported_type', 'compressed bodies are not taken: send the JSON as it is');
  if (Number(headers['content-length'] ?? 0) > limits.bodyBytes) throw tooLarge(limits);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      held.bytes += part.length;
      if (size > limits.bodyBytes) throw tooLarge(limits);
      if (held.bytes > limits.heldBytes)
        throw new Fault('too_many_requests', 'the server holds as many request bodies as it may: try again');
      parts.push(part);
    }
    return Buffer.concat(parts, size);
  } catch (error) {
    held.bytes -= size;
    throw error;
  }
}

const tooLarge = ({ bodyBytes }: HttpLimits): Fault =>
  new Fault('too_large', `a body may have ${bodyBytes} bytes: split the batch`);
