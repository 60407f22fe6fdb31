import { nearest } from './nearest.js';

/** A value as a message shows it: short, and never throwing, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 40 ? `'${value.slice(0, 40)}…'` : `'${value}'`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'symbol' || typeof value === 'function' ? `a ${typeof value}` : String(value);
}

/** " (did you mean X?)" where one of the names is near, else nothing. */
export function hint(word: string, names: readonly string[]): string {
  const near = word.length > 64 ? null : nearest(word, names);
  return near === null ? '' : ` (did you mean '${near}'?)`;
}
