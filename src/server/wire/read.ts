import type { Json } from '../../support/index.js';
import { Fault } from './fault.js';

/** A JSON object whose keys are whatever the client wrote: read with {@link field} only. */
export type JsonObject = { readonly [key: string]: Json };

const wrong = (path: string, wanted: string, value: unknown): Fault =>
  new Fault('bad_request', `${path} must be ${wanted}; got ${kindOf(value)}`);

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value;
};

/** An own property of an object the client wrote, `undefined` when absent or null. */
export const field = (object: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;

/** The value as an object. Throws {@link Fault} naming the path. */
export function asObject(value: Json | undefined, path: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(path, 'an object', value);
  return value as JsonObject;
}

/** The value as a list. Throws {@link Fault} naming the path. */
export function asList(value: Json | undefined, path: string): readonly Json[] {
  if (!Array.isArray(value)) throw wrong(path, 'a list', value);
  return value;
}

/** The value as a string. Throws {@link Fault} naming the path. */
export function asText(value: Json | undefined, path: string): string {
  if (typeof value !== 'string') throw wrong(path, 'a string', value);
  return value;
}

/** The value as a finite number of at least `least`. Throws {@link Fault} naming the path. */
export function asNumber(
  value: Json | undefined,
  path: string,
  least: number = Number.NEGATIVE_INFINITY,
): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(path, 'a finite number', value);
  if (value < least) throw new Fault('bad_request', `${path} must be at least ${least}; got ${value}`);
  return value;
}

/** The value as a truth value. Throws {@link Fault} naming the path. */
export function asTruth(value: Json | undefined, path: string): boolean {
  if (typeof value !== 'boolean') throw wrong(path, 'true or false', value);
  return value;
}

/** Reads a field where it is given: `undefined` where it is not. */
export function given<T>(
  object: JsonObject,
  name: string,
  path: string,
  read: (value: Json, path: string) => T,
): T | undefined {
  const value = field(object, name);
  return value === undefined ? undefined : read(value, `${path}.${name}`);
}
