import type { Json } from '../../support/index.js';
import { Fault } from './fault.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Depth of nesting a request may have; ours needs five. */
const MAX_DEPTH = 64;

/**
 * JSON from bytes off the wire. Refuses invalid UTF-8, NaN and other literals JSON does not have (Python's `json` writes
 * them), and nesting that would overflow a recursive reader. Throws {@link Fault}.
 */
export function parseJson(bytes: Uint8Array): Json {
  const text = decode(bytes);
  if (tooDeep(text))
    throw new Fault(
      'bad_request',
      `the JSON is nested more than ${MAX_DEPTH} deep; a request needs five levels`,
    );
  try {
    // Erasure point: what JSON.parse gives is JSON.
    return JSON.parse(text) as Json;
  } catch (error) {
    const literal = /\b(?:NaN|-?Infinity)\b/.test(text.slice(0, 4096))
      ? ' (NaN and Infinity are not JSON: send null)'
      : '';
    throw new Fault(
      'bad_request',
      `the request is not JSON: ${error instanceof Error ? error.message : ''}${literal}`,
    );
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Fault('bad_request', 'the request is not valid UTF-8');
  }
}

/** Counts brackets outside strings; one pass, no recursion. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) i = endOfString(text, i + 1);
    else if (unit === OPEN_LIST || unit === OPEN_OBJECT) depth += 1;
    else if (unit === CLOSE_LIST || unit === CLOSE_OBJECT) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const QUOTE = 0x22;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The closing quote of a string that opens before `from`: the first quote with an even number of backslashes before it. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end >= 0 && backslashes(text, end, from) % 2 === 1) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function backslashes(text: string, end: number, from: number): number {
  let at = end;
  while (at > from && text[at - 1] === '\\') at -= 1;
  return end - at;
}
