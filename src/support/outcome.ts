/**
 * Success or a described failure, as data. Used wherever failing is a normal result (model text that does
 * not parse, a spent budget) and an exception would be the wrong tool.
 */
export type Outcome<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value as a success. */
export const succeed = <T>(value: T): Outcome<T, never> => ({ ok: true, value });

/** Wraps an error description as a failure. */
export const fail = <E>(error: E): Outcome<never, E> => ({ ok: false, error });
