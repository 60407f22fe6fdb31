import { FUNCTIONS } from './names.js';
import type { Surface } from './surface/clean.js';
import { argumentAt, commandEnd, isAsciiLetter, SPACE_COMMANDS, TEXT_MACROS } from './surface/macros.js';

/**
 * A piece of an answer's surface. The recognisers of words, units and labels read pieces; mathematics goes to
 * the lexers. `start`/`end` are offsets into the surface text.
 */
export interface Piece {
  readonly kind: 'word' | 'number' | 'command' | 'open' | 'close' | 'mark';
  /** Letters, digits, the command's name without its backslash, or the character. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Letters in a text macro, in plain notation, or in mathematics (where they may be variables). */
  readonly style: 'text' | 'plain' | 'math';
  /** White space stands before the piece. */
  readonly space: boolean;
  /** Brackets open around the piece. */
  readonly depth: number;
  /** Span of the text macro around the piece, with its name and braces; equal for pieces of one macro. */
  readonly macro: { readonly start: number; readonly end: number } | null;
}

type Open = { start: number; end: number; inner: number };

interface Scanner {
  readonly source: string;
  readonly pieces: Piece[];
  readonly plain: boolean;
  at: number;
  depth: number;
  space: boolean;
  /** Text macros open around `at`, with the offset of each one's closing brace. */
  readonly macros: Open[];
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
/** Letters of any script; Greek letters are mathematics and stand alone as marks. */
const isWordLetter = (c: string): boolean => {
  const code = c.charCodeAt(0);
  if (isAsciiLetter(code)) return true;
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return false;
  if (code >= 0x370 && code <= 0x3ff) return false;
  return (
    code <= 0x24f ||
    (code >= 0x400 && code <= 0x1fff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
};

function push(s: Scanner, kind: Piece['kind'], value: string, start: number, end: number): void {
  const macro = s.macros[0] ?? null;
  const style = macro !== null ? 'text' : s.plain ? 'plain' : 'math';
  s.pieces.push({
    kind,
    value,
    start,
    end,
    style,
    space: s.space,
    depth: s.depth,
    macro: macro === null ? null : { start: macro.start, end: macro.end },
  });
  s.space = false;
  s.at = end;
}

function scanCommand(s: Scanner): void {
  const start = s.at;
  const end = commandEnd(s.source, start);
  const name = s.source.slice(start + 1, end);
  if (TEXT_MACROS.has(name)) {
    const inner = argumentAt(s.source, end);
    if (inner !== null && isFunctionName(name, s.source.slice(inner.start, inner.end).trim())) {
      push(s, 'command', s.source.slice(inner.start, inner.end).trim(), start, inner.after);
      return;
    }
    if (inner !== null) {
      s.macros.push({ start, end: inner.after, inner: inner.end });
      s.at = inner.start;
      return;
    }
  }
  if (
    SPACE_COMMANDS.has(name) ||
    name === ',' ||
    name === ';' ||
    name === ':' ||
    name === ' ' ||
    name === '!'
  ) {
    if (name !== '!') s.space = true;
    s.at = end;
  } else if (name === 'left' || name === 'right' || name === 'bigl' || name === 'bigr') s.at = end;
  else if (name === '{') bracket(s, 'open', '\\{', start, end);
  else if (name === '}') bracket(s, 'close', '\\}', start, end);
  else if (name === 'begin') bracket(s, 'open', name, start, environmentEnd(s.source, end));
  else if (name === 'end') bracket(s, 'close', name, start, environmentEnd(s.source, end));
  else push(s, 'command', name, start, end);
}

/** `\operatorname{arsinh}`: a function set in upright letters, which is no word. */
const isFunctionName = (macro: string, letters: string): boolean =>
  letters === 'cis' ||
  (macro === 'operatorname' && letters !== 'min' && letters !== 'max' && FUNCTIONS.has(letters));

/** Index after the environment's name and column letters: `{array}{rr}`. */
function environmentEnd(source: string, at: number): number {
  const name = argumentAt(source, at);
  if (name === null) return at;
  const columns = argumentAt(source, name.after);
  return columns !== null && source.slice(name.start, name.end) === 'array' ? columns.after : name.after;
}

function bracket(s: Scanner, kind: 'open' | 'close', value: string, start: number, end: number): void {
  if (kind === 'close') s.depth = Math.max(0, s.depth - 1);
  push(s, kind, value, start, end);
  if (kind === 'open') s.depth += 1;
}

function runEnd(source: string, at: number, accept: (c: string) => boolean): number {
  let end = at;
  while (end < source.length && accept(source[end]!)) end += 1;
  return end;
}

/** Digits with at most one point that has a digit on one side. */
function numberEnd(source: string, at: number): number {
  const whole = runEnd(source, at, isDigit);
  if (source[whole] !== '.' || !isDigit(source[whole + 1])) return whole;
  return runEnd(source, whole + 1, isDigit);
}

function scanPiece(s: Scanner): void {
  const { source, at } = s;
  const c = source[at]!;
  const macro = s.macros[s.macros.length - 1];
  if (macro !== undefined && at === macro.inner) {
    s.macros.pop();
    s.at = macro.end;
    return;
  }
  if (c.trim() === '' || c === '~') {
    s.space = true;
    s.at += 1;
  } else if (c === '\\') scanCommand(s);
  else if (isDigit(c) || (c === '.' && isDigit(source[at + 1])))
    push(s, 'number', source.slice(at, numberEnd(source, at)), at, numberEnd(source, at));
  else if (isWordLetter(c)) {
    const end = runEnd(source, at, isWordLetter);
    push(s, 'word', source.slice(at, end), at, end);
  } else if ('([{（［｛'.includes(c)) bracket(s, 'open', c, at, at + 1);
  else if (')]}）］｝'.includes(c)) bracket(s, 'close', c, at, at + 1);
  else push(s, 'mark', c, at, at + 1);
}

/** Cuts a surface into pieces, in one pass. */
export function scan(surface: Surface): readonly Piece[] {
  const plain = surface.notation === 'plain';
  const s: Scanner = { source: surface.text, pieces: [], plain, at: 0, depth: 0, space: false, macros: [] };
  while (s.at < s.source.length) scanPiece(s);
  return s.pieces;
}

/**
 * The surface text of `pieces[from, to)`. A text macro that lies within the range as a whole keeps its name and
 * braces; of one that is cut, words go back into a macro and other pieces stand bare.
 */
export function sliceText(source: string, pieces: readonly Piece[], from: number, to: number): string {
  const runs: string[] = [];
  let i = from;
  while (i < to) {
    const macro = pieces[i]!.macro;
    let j = i + 1;
    while (j < to && sameMacro(pieces[j]!.macro, macro)) j += 1;
    runs.push(runText(source, pieces, i, j));
    i = j;
  }
  return runs.join(' ');
}

/** The text of pieces of one macro, or of none. */
function runText(source: string, pieces: readonly Piece[], from: number, to: number): string {
  const macro = pieces[from]!.macro;
  const inside = source.slice(pieces[from]!.start, pieces[to - 1]!.end);
  if (macro === null) return inside;
  const starts = from === 0 || !sameMacro(pieces[from - 1]!.macro, macro);
  const ends = to === pieces.length || !sameMacro(pieces[to]!.macro, macro);
  if (starts && ends) return source.slice(macro.start, macro.end);
  const words = pieces.slice(from, to).some((piece) => piece.kind === 'word');
  return words ? `\\text{${inside}}` : inside;
}

const sameMacro = (a: Piece['macro'], b: Piece['macro']): boolean => a === b || a?.start === b?.start;
