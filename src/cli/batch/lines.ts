import type { Row } from '../input/index.js';

/** Half a surrogate pair has no UTF-8 form; its escape has. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Compact JSON that survives being written as UTF-8 (JSON.stringify already escapes lone surrogates). */
const jsonText = (value: unknown): string => JSON.stringify(value);

/**
 * A record written back with one object more, under `key`. JSON records keep their own text (number spellings, key
 * order, escapes); only a field of that name that was there before is replaced.
 */
export function recordLine({ record, raw }: Row, key: 'verify' | 'reward', added: object): string {
  if (raw === undefined || Object.hasOwn(record, key)) {
    return `${jsonText({ ...record, [key]: added }).replace(LONE, '\ufffd')}\n`;
  }
  // A line break in JSON text is white space: strings hold none.
  const body = raw
    .slice(0, -1)
    .trimEnd()
    .replace(/[\r\n]+/g, ' ');
  return `${body}${body === '{' ? '' : ','}"${key}":${jsonText(added)}}\n`;
}
