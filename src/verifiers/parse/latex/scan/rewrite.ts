import { fail, type Outcome, succeed } from '../../../../support/index.js';
import type { ParseFailure } from '../../token.js';
import { CHARACTER_MARKERS, MARK, type Payloads } from '../commands/markers.js';
import { character } from './characters.js';
import { command } from './command.js';
import { mathRoles } from './dollars.js';
import { closerOf } from './environments.js';
import { isDoubled, lettersEnd, lostCommand } from './escapes.js';
import { mathClose, mathOpen } from './math.js';
import type { Rewritten } from './rewriter.js';
import { isLetter, isSpace, Scan } from './scan.js';
import { script } from './scripts.js';
import { putWords, resumeWords } from './text.js';

/** What KaTeX gets, how to get back to the source, and the symbols made for this source. */
export interface Prepared {
  readonly rewritten: Rewritten;
  readonly payloads: Payloads;
}

function closeBrace(scan: Scan): void {
  let index = scan.frames.length - 1;
  while (index >= 0 && scan.frames[index]?.kind !== 'brace' && scan.frames[index]?.kind !== 'environment')
    index -= 1;
  if (scan.frames[index]?.kind !== 'brace') {
    // A brace nothing opened prints nothing.
    scan.put('', scan.pos + 1);
    return;
  }
  let closers = '';
  while (scan.frames.length > index) closers += closerOf(scan);
  if (closers === '}') scan.pos += 1;
  else scan.put(closers, scan.pos + 1);
}

/** A parenthesis or bracket inside an argument that one delimits. */
function delimited(scan: Scan, change: 1 | -1): void {
  const frame = scan.top;
  if (frame === undefined) return;
  frame.depth += change;
  scan.pos += 1;
  if (frame.depth > 0) return;
  if (frame.kind === 'option') {
    scan.frames.pop();
    scan.put('', scan.pos);
    frame.after?.(scan);
  } else scan.put(closerOf(scan), scan.pos);
}

function dollar(scan: Scan): void {
  const end = scan.pos + (scan.code(scan.pos + 1) === 36 ? 2 : 1);
  const role = scan.roles.get(scan.pos);
  if (scan.top?.kind === 'words') resumeWordsAt(scan);
  else if (role === 'open') mathOpen(scan, end);
  else if (role === 'close') mathClose(scan, end);
  else if (role === 'currency') scan.put(CHARACTER_MARKERS.get('$') ?? '', scan.pos + 1);
  else scan.put('', scan.pos + 1);
}

function resumeWordsAt(scan: Scan): void {
  const after = scan.pos + 1;
  scan.put('', after);
  resumeWords(scan, after);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&le;', '≤'],
  ['&ge;', '≥'],
  ['&ne;', '≠'],
  ['&amp;', '&'],
  ['&nbsp;', ' '],
  ['&times;', '×'],
]);

/** `&` separates cells inside a grid, is a character entity's first letter, or else an alignment mark. */
function ampersand(scan: Scan): void {
  const ahead = scan.source.slice(scan.pos, scan.pos + 7);
  const entity = ahead.slice(0, ahead.indexOf(';') + 1);
  const meant = ENTITIES.get(entity);
  if (meant !== undefined) scan.put(CHARACTER_MARKERS.get(meant) ?? meant, scan.pos + entity.length);
  else if (scan.top?.kind === 'environment') scan.pos += 1;
  else scan.put(' ', scan.pos + 1);
}

/** Words outside delimited mathematics: runs of letters, with the spaces between words. */
function outsideWords(scan: Scan): void {
  const { source } = scan;
  let end = lettersEnd(source, scan.pos);
  if (end - scan.pos < 2) {
    scan.pos = end;
    return;
  }
  for (let next = scan.skipSpaces(end); isLetter(source.charCodeAt(next)); next = scan.skipSpaces(end)) {
    end = lettersEnd(source, next);
  }
  putWords(scan, source.slice(scan.pos, end), end);
}

function control(scan: Scan): void {
  const lost = lostCommand(scan.source, scan.pos);
  if (lost !== null) command(scan, { name: lost, end: scan.pos + lost.length });
  else if (isSpace(scan.code(scan.pos))) scan.pos += 1;
  else scan.put(' ', scan.pos + 1);
}

const one = (marker: string | undefined) => (scan: Scan) => scan.put(marker ?? '', scan.pos + 1);

/** A bracket that may end or nest in an argument delimited by its kind. */
const bracket = (kind: 'parenthesis' | 'option', change: 1 | -1) => (scan: Scan) => {
  if (scan.top?.kind === kind) delimited(scan, change);
  else scan.pos += 1;
};

function openBrace(scan: Scan): void {
  scan.push('brace');
  scan.pos += 1;
}

/** Characters with a meaning of their own → what is done at them. */
const SPECIAL: ReadonlyMap<string, (scan: Scan) => void> = new Map<string, (scan: Scan) => void>([
  ['\\', (scan) => command(scan)],
  ['{', openBrace],
  ['}', closeBrace],
  ['^', script],
  ['_', script],
  ['$', dollar],
  ['%', one(MARK.percent)],
  ["'", one(MARK.prime)],
  ['&', ampersand],
  ['~', one(' ')],
  ['"', one(CHARACTER_MARKERS.get('"'))],
  ['#', one(CHARACTER_MARKERS.get('#'))],
  ['@', one(CHARACTER_MARKERS.get('@'))],
  ['(', bracket('parenthesis', 1)],
  [')', bracket('parenthesis', -1)],
  ['[', bracket('option', 1)],
  [']', bracket('option', -1)],
]);

/** The same by code unit, for the loop over the source. */
const HANDLER: readonly (((scan: Scan) => void) | undefined)[] = Array.from({ length: 127 }, (_, code) =>
  SPECIAL.get(String.fromCharCode(code)),
);

function step(scan: Scan): void {
  const code = scan.code(scan.pos);
  if (code > 127) character(scan);
  else if (isLetter(code)) {
    if (scan.outside && scan.frames.length === 0) outsideWords(scan);
    else scan.pos += 1;
  } else if (code < 32 || code === 127) control(scan);
  else {
    const handler = HANDLER[code];
    if (handler === undefined) scan.pos += 1;
    else handler(scan);
  }
}

/**
 * Rewrites a source, in one linear pass, into what KaTeX is to see: structure (groups, scripts, fractions, roots,
 * accents, grids), letters, digits, and one private-use character for every other symbol or run of words.
 * Missing braces are closed, wrappers and layout go, one escaping too many is undone.
 */
export function rewrite(source: string): Outcome<Prepared, ParseFailure> {
  const scan = new Scan(source, mathRoles(source), isDoubled(source));
  while (scan.pos < source.length && scan.failure === null) step(scan);
  if (scan.failure !== null) return fail(scan.failure);
  while (scan.frames.length > 0) scan.put(closerOf(scan), source.length);
  return succeed({ rewritten: scan.out.finish(), payloads: scan.payloads });
}
