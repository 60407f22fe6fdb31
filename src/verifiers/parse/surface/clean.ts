import { repairEscapes } from '../latex/index.js';
import { dropStrayDollars, joinMathematics } from './delimiters.js';
import { argumentAt, commandEnd, SPACE_COMMANDS, TEXT_MACROS } from './macros.js';
import { fromProgram } from './program.js';
import { respell } from './respell.js';

/** An answer text without its wrapping: what the recognisers and lexers read. */
export interface Surface {
  readonly text: string;
  /** LaTeX when a command, a script brace or a mathematics delimiter occurs. */
  readonly notation: 'latex' | 'plain';
  /** True when the whole answer stood in one text macro: letters are words, not variables. */
  readonly words: boolean;
}

const INVISIBLE = /[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g;
const WIDE_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\n\r\f\v]/g;

/** One of either: most answers hold none. */
const UNUSUAL = /[\t-\r\u00a0\u00ad\u2000-\u200f\u202f\u205f-\u2064\u3000\ufeff]/;

/** Removes zero-width characters and turns every white space into a plain one. */
const plainSpaces = (source: string): string =>
  UNUSUAL.test(source) ? source.replace(INVISIBLE, '').replace(WIDE_SPACE, ' ') : source;

/** `~B`, `~(p)`: a denial, where `~B~` is a letter between no-break spaces. */
const DENIED_LETTER = /^~(?:\(\s?[A-Za-z~]|[A-Za-z](?![A-Za-z]))(?!.*~$)/;

/** Drops white space and space commands at the start. */
function trimStart(source: string): string {
  let text = source.trimStart();
  while (text.startsWith('\\') || text.startsWith('~')) {
    if (DENIED_LETTER.test(text)) return text;
    const end = text[0] === '~' ? 1 : commandEnd(text, 0);
    if (text[0] !== '~' && !isSpaceCommand(text.slice(1, end))) return text;
    text = text.slice(end).trimStart();
  }
  return text;
}

const isSpaceCommand = (name: string): boolean =>
  SPACE_COMMANDS.has(name) ||
  name === ',' ||
  name === ';' ||
  name === ':' ||
  name === '!' ||
  name === ' ' ||
  name === '\\';

/** Drops white space, a line break or a stray backslash, and one final dot, comma or semicolon at the end. */
function trimEnd(source: string): string {
  let text = source.trimEnd();
  for (;;) {
    const last = text[text.length - 1];
    const before = text[text.length - 2];
    if (last === '\\' || last === '~' || last === '^' || last === '。' || last === '．')
      text = text.slice(0, -1).trimEnd();
    else if ((last === '.' || last === ',' || last === ';') && before !== '.' && before !== '\\')
      text = text.slice(0, -1).trimEnd();
    else if ((last === ',' || last === ';' || last === '!' || last === ':') && before === '\\')
      text = text.slice(0, -2).trimEnd();
    else return trimSpaceWord(text) ?? text;
  }
}

/** Drops a final `\quad` or `\qquad`. */
function trimSpaceWord(text: string): string | null {
  if (!text.endsWith('quad')) return null;
  for (const name of ['\\quad', '\\qquad'])
    if (text.endsWith(name)) return trimEnd(text.slice(0, -name.length));
  return null;
}

/** Marks that wrap a whole answer in pairs and mean nothing. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['**', '**'],
  ['__', '__'],
  ['`', '`'],
  ['"', '"'],
  ['“', '”'],
  ["''", "''"],
  ['``', "''"],
  ['「', '」'],
];

function unwrapPair(text: string): string | null {
  for (const [open, close] of PAIRS) {
    if (text.length <= open.length + close.length || !text.startsWith(open) || !text.endsWith(close))
      continue;
    const inner = text.slice(open.length, -close.length);
    if (!inner.includes(open) && !inner.includes(close)) return inner;
  }
  return null;
}

/** Replaces every `\boxed{…}` and `\fbox{…}` by its argument. */
function unbox(source: string): string {
  if (!source.includes('box')) return source;
  let text = source;
  for (const name of ['\\boxed', '\\fbox', '\\framebox', '\\tcbox']) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const inner = argumentAt(text, at + name.length);
      if (inner === null) continue;
      text = `${text.slice(0, at)} ${text.slice(inner.start, inner.end)} ${text.slice(inner.after)}`;
      at -= 1;
    }
  }
  return text;
}

/** The argument of the one text macro that is the whole text, or null. */
function wholeTextMacro(text: string): string | null {
  if (!text.startsWith('\\')) return null;
  const end = commandEnd(text, 0);
  if (!TEXT_MACROS.has(text.slice(1, end))) return null;
  const inner = argumentAt(text, end);
  return inner !== null && inner.after === text.length ? text.slice(inner.start, inner.end) : null;
}

/** `\\mathbf{(a) 1 (b) 2}`: labelled parts set in bold, which would read as a product. */
const BOLD_PARTS = /^\\(?:mathbf|boldsymbol|bm)\s*\{(\s*\([a-z]\)[^{}]*)\}$/;

const boldParts = (text: string): string | null =>
  text.startsWith('\\') ? (BOLD_PARTS.exec(text)?.[1] ?? null) : null;

const LEADING = ['≈', '\\approx', '\\simeq', '~', '∼', '≃', '\\bullet', '•'];

/** Drops a leading `=` or approximation sign: "= 5", "≈ 17.1". */
function dropLeadingSign(text: string): string | null {
  if (text.startsWith('=') && text[1] !== '=') return text.slice(1);
  for (const sign of LEADING) if (text.startsWith(sign)) return text.slice(sign.length);
  return null;
}

/** First characters of everything that {@link peel} takes off. */
const PEELED: ReadonlySet<string> = new Set(
  [...PAIRS.map(([open]) => open), ...LEADING, '='].map((mark) => mark.charAt(0)),
);

const peel = (text: string): string | null =>
  PEELED.has(text.charAt(0)) ? (unwrapPair(text) ?? dropLeadingSign(text)) : null;

/**
 * Takes the wrapping off an answer: white space, mathematics delimiters, boxes, markdown and quotation marks, a
 * leading `=` or `≈`, a final dot or comma, one enclosing text macro. Each step shortens the text.
 */
export function cleanSurface(source: string): Surface {
  let text = trimEnd(trimStart(dropStrayDollars(unbox(plainSpaces(repairEscapes(source))))));
  text = respell(fromProgram(text), looksLatex);
  let latex = false;
  let words = false;
  for (let round = 0; round < 12; round += 1) {
    const joined = joinMathematics(text);
    if (joined !== null) latex = latex || !readsAsWords(joined);
    const inner = joined === null ? wholeTextMacro(text) : null;
    if (inner !== null) words = true;
    const next = joined ?? inner ?? boldParts(text) ?? peel(text);
    if (next === null || next === text) break;
    text = trimEnd(trimStart(next));
  }
  const commands = looksLatex(text);
  return { text, notation: latex || commands ? 'latex' : 'plain', words: words && !commands };
}

/** A whole sentence or word between dollars: no command or script, and a word too long for a product. */
const readsAsWords = (text: string): boolean =>
  !/[\\^_{}=<>]/.test(text) && /(?:^|\s)[A-Za-z]{4,}(?=[\s.,!?]|$)/.test(text);

/** A command, or a script with braces. */
export const looksLatex = (text: string): boolean =>
  text.includes('\\') || text.includes('^{') || text.includes('_{') || text.startsWith('{}');
