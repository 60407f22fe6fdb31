/** Deepest nesting of a decoded record. */
const DEPTH = 100;

/**
 * A decoded value as plain JSON data: big integers as numbers where exact, else as digits; dates as ISO text;
 * bytes as base64; what JSON has no word for as null.
 */
export function plainJson(value: unknown, depth = 0): unknown {
  if (value === undefined || depth > DEPTH) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (ArrayBuffer.isView(value))
    return Array.from(value as unknown as ArrayLike<unknown>, (item) => plainJson(item, depth + 1));
  if (Array.isArray(value)) return value.map((item) => plainJson(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainJson(item, depth + 1)]));
}
