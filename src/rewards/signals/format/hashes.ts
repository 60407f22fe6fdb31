import { isBlank, lastCharacters } from '../../text/characters.js';
import { occurrences } from '../../text/tags.js';
import { binary, type Dialect } from './dialect.js';

const MARK = '#### ';

/**
 * Where the number of digits, points and commas that starts at `from` (after at most one minus) ends; −1 when
 * there is none.
 */
function afterNumber(text: string, from: number): number {
  const start = text[from] === '-' ? from + 1 : from;
  let end = start;
  while (end < text.length && '0123456789.,'.includes(text[end] ?? ' ')) end += 1;
  return end > start ? end : -1;
}

/** Where the number behind the first mark that has one ends, −1 when none has. */
function afterMarkedNumber(text: string): number {
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const end = afterNumber(text, at + MARK.length);
    if (end >= 0) return end;
  }
  return -1;
}

/**
 * verl's GSM8K: `#### ` with a number behind it anywhere; newer versions look at the last 300 characters
 * (`last: 300`). The original takes `#### ,` for a number. Closed: the only mark of the response, a digit in
 * the number, nothing behind it.
 */
export const gsm8k: Dialect = binary(
  (text, { last }) => afterMarkedNumber(last === 0 ? text : lastCharacters(text, last)) >= 0,
  (text) => {
    const end = afterMarkedNumber(text);
    const number = text.slice(text.indexOf(MARK) + MARK.length, end);
    return occurrences(text, '####') === 1 && /[0-9]/.test(number) && isBlank(text, end);
  },
);
