import { ConfigError, hint, shown } from '../../support/index.js';

/**
 * Reads an unknown value that stands at a path, such as `loss.kl`. `fallback` stands in for what is missing; without one, a
 * missing value is refused. Throws {@link ConfigError} with the path.
 */
export type Shape<T> = (value: unknown, path: string, fallback?: unknown) => T;

/** Refuses a value with what was wanted, what came, and where. */
export function refuse(path: string, wanted: string, value: unknown): never {
  const came = value === undefined ? 'it is missing' : `got ${shown(value)}`;
  throw new ConfigError(`${path} must be ${wanted}; ${came}`, path);
}

/** A shape of single values. */
const scalar =
  <T>(wanted: string, holds: (value: unknown) => value is T): Shape<T> =>
  (value, path, fallback) => {
    const given = value === undefined ? fallback : value;
    return holds(given) ? given : refuse(path, wanted, given);
  };

/** A number from `least` to `most`. */
export const number = (least: number, most: number): Shape<number> =>
  scalar(
    `a number from ${least} to ${most}`,
    (value): value is number => typeof value === 'number' && value >= least && value <= most,
  );

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number): Shape<number> =>
  scalar(
    `a whole number from ${least} to ${most}`,
    (value): value is number => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  );

/** True or false. */
export const flag: Shape<boolean> = scalar('true or false', (value) => typeof value === 'boolean');

/** A text with at least one character. */
export const text: Shape<string> = scalar(
  'a text',
  (value): value is string => typeof value === 'string' && value !== '',
);

/** One of a few words. */
export const choice =
  <T extends string>(...choices: readonly T[]): Shape<T> =>
  (value, path, fallback) => {
    const given = value === undefined ? fallback : value;
    const chosen = choices.find((one) => one === given);
    if (chosen !== undefined) return chosen;
    const near = typeof given === 'string' ? hint(given, choices) : '';
    return refuse(path, `one of ${choices.join(', ')}${near}`, given);
  };

/** A list of at least `least` values of a shape; given, it takes the place of the whole fallback. */
export const list =
  <T>(of: Shape<T>, least = 0): Shape<readonly T[]> =>
  (value, path, fallback) => {
    const given = value === undefined ? fallback : value;
    if (!Array.isArray(given) || given.length < least) refuse(path, `a list of at least ${least}`, given);
    return given.map((each, i) => of(each, `${path}[${i}]`));
  };

/** A shape whose value may be absent, and then has no fallback. */
export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value, path, fallback) =>
    value === undefined && fallback === undefined ? undefined : shape(value, path, fallback);

/** A shape, or `null`. */
export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, path, fallback) =>
    value === null || (value === undefined && fallback === null) ? null : shape(value, path, fallback);

/** An object of these fields and no others; each missing field falls back to the fallback's. */
export const object =
  <T extends object>(
    shapes: { readonly [K in keyof T]-?: Shape<NonNullable<T[K]>> | Shape<T[K]> },
  ): Shape<T> =>
  (value, path, fallback) => {
    const given = value === undefined ? {} : value;
    if (!isObject(given)) refuse(path, 'an object', given);
    const names = Object.keys(shapes);
    for (const key of Object.keys(given))
      if (!names.includes(key))
        throw new ConfigError(
          `${path} has no field ${shown(key)}${hint(key, names)}; its fields: ${names.join(', ')}`,
          `${path}.${key}`,
        );
    const read = Object.entries(shapes).map(([name, shape]) => {
      const at = path === '' || path === ROOT ? name : `${path}.${name}`;
      const before = isObject(fallback) ? own(fallback, name) : undefined;
      // Erasure point: each field is read by the shape of its name.
      return [name, (shape as Shape<unknown>)(own(given, name), at, before)] as const;
    });
    return Object.fromEntries(read.filter(([, field]) => field !== undefined)) as T;
  };

/** What the outermost object is called in messages; it stands in no path. */
export const ROOT = 'settings';

/** One of several objects, told apart by the field `tag`; the fallback's fields count only where the tags agree. */
export const tagged =
  <T extends object>(tag: string, shapes: Readonly<Record<string, Shape<T>>>): Shape<T> =>
  (value, path, fallback) => {
    if (value !== undefined && !isObject(value)) refuse(path, `an object with a ${tag}`, value);
    const before = isObject(fallback) ? own(fallback, tag) : undefined;
    const kinds = Object.keys(shapes);
    const kind = choice(...kinds)((value && own(value, tag)) ?? before, `${path}.${tag}`);
    return (shapes[kind] as Shape<T>)(value, path, kind === before ? fallback : undefined);
  };

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
