import { isOneOf } from './characters.js';

/** The label of the field of the answer in a JSON object. */
const FIELD = /^[\s,{]*["'](?:final[_ ])?answer["']\s*:/i;

/** The label of a field that holds the result in an object without a field for the answer. */
const RESULT = /^[\s,{]*["'](?:final[_ ])?(?:result|solution|output)["']$/i;

/** True for the label `"result"` of a JSON object. */
export const isResultField = (label: string): boolean => RESULT.test(label);

/** What stands between a statement inside a string of JSON and the field of the answer. */
const TO_FIELD = /^[^"]{0,200}"\s*,\s*"(?:final[_ ])?answer"\s*:/i;

/** True when the statement at `next` is the field of the answer, and the one that ends at `end` stands in a field before it. */
export const opensField = (text: string, end: number, next: number, apart: boolean): boolean =>
  apart ? FIELD.test(text.slice(next, next + 24)) : next >= end && TO_FIELD.test(text.slice(end, next + 24));

/** A quotation mark and a colon right before the value of a field. */
const BEFORE_VALUE = /["']\s*:\s*$/;

/** What ends a number that is the value of a field: the next field, or the end of the object. */
const AFTER_NUMBER = /^[^"',{}[\]\n]{1,80}?(?=\s*(?:,\s*["']|[}\n]))/;

/** What may follow a quoted value that ends there. */
const AFTER_QUOTE = /^["”]\s*(?:[,;.!}\])]|$|\n)/;

/** Where the value of a field ends: at its closing quotation mark (`"answer": "7", "note": …`), or before the next field. */
export function fieldEnd(text: string, at: number, stop: number): number {
  if (text[at - 1] === '"') {
    const quote = text.indexOf('"', at);
    const ends = quote > at && quote < stop && text[quote - 1] !== '\\';
    return ends && AFTER_QUOTE.test(text.slice(quote, quote + 8)) ? quote : stop;
  }
  if (isOneOf('"\'', text, at) || !BEFORE_VALUE.test(text.slice(Math.max(0, at - 6), at))) return stop;
  return at + (AFTER_NUMBER.exec(text.slice(at, stop))?.[0].length ?? stop - at);
}
