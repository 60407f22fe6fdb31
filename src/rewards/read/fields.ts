import { ConfigError, hint, shown } from '../../support/index.js';

export { hint, shown };

/** The fields of a JSON object by name: a map, so that names such as `__proto__` are only names. */
export type Fields = ReadonlyMap<string, unknown>;

/** Refuses a value with what was wanted, what came, and where. */
export function refuse(path: string, wanted: string, value: unknown): never {
  throw new ConfigError(`${path} must be ${wanted}; got ${shown(value)}`, path);
}

/** The fields of an object, none but those allowed. */
export function fieldsOf(value: unknown, allowed: readonly string[], path: string, wanted: string): Fields {
  if (!isPlainObject(value)) refuse(path, wanted, value);
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const key of fields.keys()) {
    if (!allowed.includes(key))
      throw new ConfigError(
        `${path} has no field ${shown(key)}${hint(key, allowed)}; its fields: ${allowed.join(', ')}`,
        path,
      );
  }
  return fields;
}

/** An object of no class of its own: what JSON and YAML give. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A field that is there, else the fallback. A field set to `undefined` is not there. */
function fieldOr(fields: Fields, key: string, fallback: unknown): unknown {
  const value = fields.get(key);
  return value === undefined ? fallback : value;
}

/** A finite number, −0 made 0. */
export function numberOf(fields: Fields, key: string, path: string, fallback?: number): number {
  return finite(fieldOr(fields, key, fallback), `${path}.${key}`);
}

/** A finite number, −0 made 0; throws with the path. */
export function finite(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(path, 'a finite number', value);
  return value === 0 ? 0 : value;
}

/** One of a few words. */
export function choiceOf<T extends string>(
  fields: Fields,
  key: string,
  choices: readonly T[],
  path: string,
  fallback?: T,
): T {
  const value = fieldOr(fields, key, fallback);
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) refuse(`${path}.${key}`, `one of ${choices.join(', ')}`, value);
  return chosen;
}

/** A text with at least one character. */
export function textOf(fields: Fields, key: string, path: string): string {
  const value = fields.get(key);
  if (typeof value !== 'string' || value === '') refuse(`${path}.${key}`, 'a text', value);
  return value;
}

/** A list. */
export function listOf(fields: Fields, key: string, path: string): readonly unknown[] {
  const value = fields.get(key);
  if (!Array.isArray(value)) refuse(`${path}.${key}`, 'a list', value);
  return value;
}
