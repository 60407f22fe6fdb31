import { ACTIONS } from '../commands/actions.js';
import { SYMBOL_TEXT } from '../commands/printed.js';
import { lettersEnd } from './escapes.js';
import { isLetter, isSpace, type Scan } from './scan.js';

/** Words read from a braced argument: what they print, where they end, and what ended them. */
export interface Words {
  readonly value: string;
  readonly end: number;
  /** `brace`: the argument's own. `dollar`: mathematics begins after `end`. `math`: something no text can hold. */
  readonly stop: 'brace' | 'dollar' | 'math' | 'end';
}

/** Accent commands of words → the combining mark they put on the next character. */
const COMBINING: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['^', '\u0302'],
  ['"', '\u0308'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['c', '\u0327'],
]);

/** Commands that are transparent inside words: fonts and layout. */
function isTransparent(name: string): boolean {
  const action = ACTIONS.get(name);
  return action !== undefined && ['text', 'upright', 'upright-switch', 'font', 'drop'].includes(action.do);
}

const isBlank = (name: string): boolean => {
  const action = ACTIONS.get(name);
  return action !== undefined && (action.do === 'space' || action.do === 'row');
};

/** What one command prints inside words: null when it prints mathematics or nothing known. */
function printed(name: string, lettersOnly: boolean): string | null {
  const symbol = lettersOnly ? undefined : SYMBOL_TEXT.get(name);
  if (symbol !== undefined) return symbol;
  if (isBlank(name) || name === 'quad' || name === 'qquad') return ' ';
  return isTransparent(name) ? '' : null;
}

/** Letters, spaces and the punctuation of units and abbreviations. */
const isWordCharacter = (code: number): boolean =>
  isLetter(code) || isSpace(code) || code === 126 || code === 46 || code === 39 || code > 127;

/**
 * Reads words from `at` (just inside the brace) to the closing brace of the argument. Inner braces and font
 * commands are transparent; a command that prints no character stops the reading. With `lettersOnly` (a font of
 * mathematics) so does any character that is mathematics.
 */
export function readWords(scan: Scan, at: number, lettersOnly = false): Words {
  const { source } = scan;
  let value = '';
  let depth = 0;
  let pos = at;
  while (pos < source.length) {
    const code = source.charCodeAt(pos);
    if (code === 125) {
      if (depth === 0) return { value, end: pos + 1, stop: 'brace' };
      depth -= 1;
      pos += 1;
    } else if (code === 123) {
      depth += 1;
      pos += 1;
    } else if (code === 36) return { value, end: pos + 1, stop: 'dollar' };
    else if (code === 92) {
      const command = readName(scan, pos);
      if (command.name === '(') return { value, end: command.end, stop: 'dollar' };
      const mark = COMBINING.get(command.name);
      const text = mark === undefined ? printed(command.name, lettersOnly) : mark;
      if (text === null) return { value, end: pos, stop: 'math' };
      pos = command.end;
      if (mark === undefined) value += text;
      else {
        pos = scan.skipSpaces(pos);
        value += `${source[pos] ?? ''}${text}`;
        pos += 1;
      }
    } else if (lettersOnly && !isWordCharacter(code)) return { value, end: pos, stop: 'math' };
    else {
      value += code === 126 || isSpace(code) ? ' ' : source[pos];
      pos += 1;
    }
  }
  return { value, end: pos, stop: 'end' };
}

/** The command whose backslash stands at `at`: its name and where it ends. */
export function readName(scan: Scan, at: number): { readonly name: string; readonly end: number } {
  const { source } = scan;
  let begin = at + 1;
  if (scan.doubled && source.charCodeAt(begin) === 92) begin += 1;
  const end = lettersEnd(source, begin);
  if (end > begin) return { name: source.slice(begin, end), end };
  return { name: source.charAt(begin), end: Math.min(begin + 1, source.length) };
}
