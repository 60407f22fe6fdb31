import { FUNCTIONS, GREEK } from '../names.js';
import type { Surface } from '../surface/clean.js';
import { commandEnd, isAsciiLetter, TEXT_MACROS } from '../surface/macros.js';

/** Marks that only quantities, times, dates, bases and labels have (or have more often than mathematics). */
const MARKS: ReadonlySet<string> = new Set([...'²³:$€£¥₹₩₽¢_"″′’°º℃℉@：￥＄√×✓✗']);

/** The same by code unit; from the end of this table on, every character is one that mathematics alone seldom has. */
const IS_MARK: readonly boolean[] = Array.from({ length: 0x400 }, (_, code) =>
  MARKS.has(String.fromCharCode(code)),
);

/** Commands after which the recognisers have something to read. */
const COMMANDS: ReadonlySet<string> = new Set(
  '$ circ degree euro dollar mathbf prime % textdollar Omega mu textdegree max min triangle'.split(' '),
);

/** `2024-05-05`, `5/14/2024`. */
const NUMERIC_DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})$/;

/** `0x3F`, `0b1101`: a numeral whose prefix names its base. */
const PREFIXED = /^0[xXbBoO]/;

/** `(1 3 2)`: a permutation in cycles. */
const CYCLE = /^(?:\\?[a-z]{1,8} ?= ?)?(?:\\left)?\([1-9]\d?(?:\s|~|\\[ ,;:]|\\quad)/;

/** `B`, `(B)`, `B.`: the label of an option. */
const OPTION = /^[([]?[A-ZⒶ-Ⓙ](?:$|[).,:：\]])/;

function interestingCommand(name: string): boolean {
  return TEXT_MACROS.has(name) || COMMANDS.has(name);
}

/** End of the letters from `at`. */
function lettersEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end += 1;
  return end;
}

/**
 * False when an answer is certainly mathematics alone, so that the recognisers need not look: no word, unit,
 * text macro, label or currency. One pass over the text.
 */
export function mayHoldWords({ text, notation }: Surface): boolean {
  if (CYCLE.test(text)) return true;
  if (isDigitCode(text.charCodeAt(0)) ? NUMERIC_DATE.test(text) || PREFIXED.test(text) : OPTION.test(text))
    return true;
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code === 92) {
      const end = commandEnd(text, i);
      if (interestingCommand(text.slice(i + 1, end))) return true;
      i = end;
    } else if (isAsciiLetter(code)) {
      const end = lettersEnd(text, i);
      if (isWordLike(text.slice(i, end), notation, text, i)) return true;
      i = end;
    } else {
      if (IS_MARK[code] !== false) return true;
      // The inches of `5'10''`.
      if (code === 39 && text.startsWith("''", i) && i + 2 === text.length) return true;
      if (code === 40 && /^\([A-Za-z1]\)/.test(text.slice(i, i + 3))) return true;
      i += 1;
    }
  }
  return false;
}

/** Functions that are units or labels too. */
const DOUBLE: ReadonlySet<string> = new Set(['min', 'max', 'sec', 'deg', 'th', 'lb', 'inf']);

/** A run of letters that may be a word or unit: not a function, not one variable. */
function isWordLike(word: string, notation: Surface['notation'], text: string, at: number): boolean {
  if (word.length === 1)
    return (notation === 'plain' && at > 0 && text[at - 1] === ' ') || isBetweenDigits(word, text, at);
  return DOUBLE.has(word) || (!FUNCTIONS.has(word) && !GREEK.has(word));
}

const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;

/** The hours of `1h20m`, the days of `2d3h`. */
const isBetweenDigits = (word: string, text: string, at: number): boolean =>
  (word === 'h' || word === 'd' || word === 'm') &&
  isDigitCode(text.charCodeAt(at - 1)) &&
  isDigitCode(text.charCodeAt(at + 1));
