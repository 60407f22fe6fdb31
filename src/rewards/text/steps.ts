import { isWhiteSpace, saysSomething } from './characters.js';
import { words } from './words.js';

/** Words that open a step of reasoning. */
const OPENERS = ['First,', 'Second,', 'Next,', 'Finally,'] as const;

/** The first offset at or after `from` that is no decimal digit of any script. */
function afterDigits(text: string, from: number): number {
  let at = from;
  for (;;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!/\p{Nd}/u.test(character)) return at;
    at += character.length;
  }
}

/**
 * Where a number that starts at `from` and is followed by `sign` ends, sign included; −1 when none stands
 * there.
 */
function afterNumber(text: string, from: number, sign: string): number {
  const end = afterDigits(text, from);
  return end > from && text.startsWith(sign, end) ? end + sign.length : -1;
}

/** The end of a `Step 3:` or an opener such as `First,` at an offset, −1 when none stands there. */
function afterPhrase(text: string, at: number): number {
  if (text.startsWith('Step ', at)) return afterNumber(text, at + 5, ':');
  const opener = OPENERS.find((word) => text.startsWith(word, at));
  return opener === undefined ? -1 : at + opener.length;
}

/**
 * Matches of open-r1's pattern `Step \d+:|^\d+\.|\n-|\n\*|First,|Second,|Next,|Finally,`, in which `^` is
 * only the start of the text: a numbered list counts once, and a rule of hyphens or an empty bullet counts as
 * a step.
 */
export function countMarkers(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const end = afterMarker(text, at);
    if (end > at) count += 1;
    at = Math.max(end, at + 1);
  }
  return count;
}

function afterMarker(text: string, at: number): number {
  if (text[at] === '\n') return text[at + 1] === '-' || text[at + 1] === '*' ? at + 2 : -1;
  const phrase = afterPhrase(text, at);
  return phrase < 0 && at === 0 ? afterNumber(text, 0, '.') : phrase;
}

/**
 * How many different steps a text has: what follows each `Step n:`, opener, numbered item or bullet (at the
 * start of any line, indented or not) up to the next, when it says something that no step before it said.
 * Repeating or leaving a step empty earns nothing. One pass.
 */
export function countSteps(text: string): number {
  const said = new Set<string>();
  const say = (from: number, to: number): void => {
    const step = text.slice(from, to);
    if (saysSomething(step)) said.add(words(step).join(' '));
  };
  let open = -1;
  let lineStart = true;
  for (let at = 0; at < text.length; ) {
    const item = lineStart ? afterItem(text, at) : -1;
    const end = item < 0 ? afterPhrase(text, at) : item;
    if (end > at) {
      if (open >= 0) say(open, at);
      open = end;
    }
    lineStart = text[at] === '\n' || (lineStart && isWhiteSpace(text.charCodeAt(at)));
    at = Math.max(end, at + 1);
  }
  if (open >= 0) say(open, text.length);
  return said.size;
}

/**
 * The end of `3. `, `3) `, `- ` or `* ` at an offset, the white space left out; −1 when none stands there.
 */
function afterItem(text: string, at: number): number {
  const bullet = text[at] === '-' || text[at] === '*' ? at + 1 : -1;
  const end = Math.max(bullet, afterNumber(text, at, '.'), afterNumber(text, at, ')'));
  return end >= 0 && isWhiteSpace(text.charCodeAt(end)) ? end : -1;
}
