import { ACTIONS } from '../commands/actions.js';
import { SYMBOLS } from '../commands/symbols.js';
import { isLetter } from './scan.js';

/** True for the name of any command that is handled. */
export const isCommand = (name: string): boolean => ACTIONS.has(name) || SYMBOLS.has(name);

/** End of the letters that begin at `at`. */
export function lettersEnd(source: string, at: number): number {
  let end = at;
  while (isLetter(source.charCodeAt(end))) end += 1;
  return end;
}

/** After a doubled backslash these can only be escaped characters: a row break stands before no lone brace. */
const isEscapable = (character: string, paired: boolean): boolean =>
  character === '{' || character === '}' || character === '%' || (character === '$' && !paired);

/** True when the dollar signs come in pairs and may delimit mathematics. */
const isPaired = (source: string): boolean => source.split('$').length % 2 === 1;

/**
 * True when every run of backslashes has even length and some run, halved, spells a known command or escapes a
 * character while none spells an unknown one: the text was escaped once too often (`\\frac{1}{2}` from a string
 * literal). A row break `\\` before a letter that names no command keeps the text as it is.
 */
export function isDoubled(source: string): boolean {
  if (!source.includes('\\\\')) return false;
  const paired = isPaired(source);
  let found = false;
  let at = source.indexOf('\\');
  while (at >= 0) {
    let end = at;
    while (source.charCodeAt(end) === 92) end += 1;
    if ((end - at) % 2 === 1) return false;
    const wordEnd = lettersEnd(source, end);
    if (end - at === 2 && wordEnd > end) {
      if (!isCommand(source.slice(end, wordEnd))) return false;
      found ||= wordEnd - end >= 2;
    } else if (end - at === 2) found ||= isEscapable(source.charAt(end), paired);
    at = source.indexOf('\\', end);
  }
  return found;
}

/** Control characters that a string literal makes of `\f`, `\b`, `\v`, `\a`, `\t`, `\r` and `\n` → the letter lost. */
const LOST: ReadonlyMap<number, string> = new Map([
  [12, 'f'],
  [8, 'b'],
  [11, 'v'],
  [7, 'a'],
  [9, 't'],
  [13, 'r'],
  [10, 'n'],
]);

/** One of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\x07-\r]/;

/** White space that is also an escape is only taken for one before these remainders of commands. */
const REMAINDERS = new Set([
  'ext',
  'imes',
  'heta',
  'frac',
  'riangle',
  'binom',
  'extbf',
  'ight',
  'angle',
  'eq',
  'abla',
]);

/**
 * At a control character: the name of the command it is left of, or null. (`\frac` read as a string escape is a
 * form feed and `rac`.)
 */
export function lostCommand(source: string, at: number): string | null {
  const letter = LOST.get(source.charCodeAt(at));
  if (letter === undefined) return null;
  const rest = source.slice(at + 1, lettersEnd(source, at + 1));
  const space = letter === 't' || letter === 'r' || letter === 'n';
  if (rest === '' || (space && !REMAINDERS.has(rest))) return null;
  return isCommand(letter + rest) ? letter + rest : null;
}

/** Puts lost commands back: a form feed and `rac` are `\frac`, with or without a backslash before. */
function restoreCommands(source: string): string {
  if (!CONTROL.test(source)) return source;
  let text = '';
  let done = 0;
  for (let at = 0; at < source.length; at += 1) {
    if (source.charCodeAt(at) > 13) continue;
    const lost = lostCommand(source, at);
    if (lost === null) continue;
    const begin = source.charCodeAt(at - 1) === 92 && at > done ? at - 1 : at;
    text += `${source.slice(done, begin)}\\${lost.charAt(0)}`;
    done = at + 1;
  }
  return done === 0 ? source : text + source.slice(done);
}

/** `\\dfrac{1}{2} + \frac12`, `\(\\{1,2\\}\)`: a doubled backslash before a command that opens its argument or a brace, where no rows are. */
function halveStray(source: string): string {
  if (!source.includes('\\\\') || source.includes('\\begin') || source.includes('&')) return source;
  let text = '';
  let done = 0;
  let at = source.indexOf('\\\\');
  while (at >= 0) {
    const end = at + 2;
    const wordEnd = lettersEnd(source, end);
    const stray =
      wordEnd === end
        ? source.charAt(end) === '{' || source.charAt(end) === '}'
        : wordEnd - end >= 3 && source.charAt(wordEnd) === '{' && isCommand(source.slice(end, wordEnd));
    if (stray) {
      text += source.slice(done, at);
      done = at + 1;
    }
    at = source.indexOf('\\\\', end);
  }
  return text + source.slice(done);
}

/**
 * Undoes what string literals do to LaTeX: commands whose backslash and first letter became a control character,
 * and backslashes doubled throughout or before single commands. The lexer does most of it on its own; this is for
 * readers of the text before it, to whom a form feed is white space and `\\` a line break.
 */
export function repairEscapes(source: string): string {
  const restored = restoreCommands(source);
  return isDoubled(restored) ? restored.replaceAll('\\\\', '\\') : halveStray(restored);
}
