import type { ParseFailure } from '../../token.js';
import { Payloads } from '../commands/markers.js';
import type { Template } from '../template.js';
import { Rewriter } from './rewriter.js';

/** Nesting a source may have; KaTeX and the walk over its tree recurse to a small multiple of it. */
export const MAX_DEPTH = 200;

/** Structural commands with an argument that is not in braces; each may nest KaTeX once more. */
const MAX_BARE = 200;

/** Something opened that has to be closed. */
export interface Frame {
  /**
   * `brace`: a group of the source. `environment`: a grid. `parenthesis`: a parenthesis read as an argument.
   * `option`: the bracket of a root. `words`: mathematics inside words.
   */
  readonly kind: 'brace' | 'environment' | 'parenthesis' | 'option' | 'words';
  /** Written after the closing character. */
  readonly closer: string;
  /** Parentheses or brackets open inside a frame of theirs. */
  depth: number;
  /** Runs once the frame is closed. */
  readonly after?: (scan: Scan) => void;
}

/** What a dollar sign or another mathematics delimiter at some offset does. */
export type Role = 'open' | 'close' | 'currency';

/** The state of one pass over a source: where it is, what it has written, what is open. */
export class Scan {
  readonly source: string;
  readonly out: Rewriter;
  readonly payloads: Payloads = new Payloads();
  readonly frames: Frame[] = [];
  /** Offset → role, for sources that delimit their mathematics. */
  readonly roles: ReadonlyMap<number, Role>;
  /** Some mathematics is delimited, so that letters outside are words. */
  readonly delimited: boolean;
  /** Backslashes are doubled throughout, as after one escaping too many. */
  readonly doubled: boolean;
  pos = 0;
  /** Between delimited mathematics, where letters are words. */
  outside: boolean;
  /** The last command, and where it ended: scripts of logarithms bind differently. */
  lastCommand = '';
  lastCommandEnd = -1;
  bare = 0;
  failure: ParseFailure | null = null;

  constructor(source: string, roles: ReadonlyMap<number, Role>, doubled: boolean) {
    this.source = source;
    this.out = new Rewriter(source);
    this.roles = roles;
    this.doubled = doubled;
    this.delimited = roles.size > 0 && [...roles.values()].includes('open');
    this.outside = this.delimited;
  }

  /** Code unit at `at`, NaN past the end. */
  code(at: number): number {
    return this.source.charCodeAt(at);
  }

  /** First offset at or after `at` that is no white space. */
  skipSpaces(at: number): number {
    let next = at;
    while (isSpace(this.code(next))) next += 1;
    return next;
  }

  /** The innermost open frame. */
  get top(): Frame | undefined {
    return this.frames[this.frames.length - 1];
  }

  push(kind: Frame['kind'], closer = '', after?: (scan: Scan) => void): void {
    if (this.frames.length >= MAX_DEPTH) {
      this.fail(`nested more than ${MAX_DEPTH} levels deep`, this.pos, this.pos + 1, 'unsupported');
    }
    this.frames.push(after === undefined ? { kind, closer, depth: 0 } : { kind, closer, depth: 0, after });
  }

  /** Counts a structural command whose argument has no braces. */
  countBare(): void {
    this.bare += 1;
    if (this.bare > MAX_BARE) this.fail('nested too deeply', this.pos, this.pos + 1, 'unsupported');
  }

  /** Replaces the source from the current offset up to `end` and moves there. */
  put(text: string, end: number): void {
    this.out.replace(text, this.pos, end);
    this.pos = end;
  }

  /** Replaces the source up to `end` by one symbol made for it. */
  putTemplate(template: Template, end: number): void {
    const marker = this.payloads.add(template);
    if (marker === null) this.fail('too many words', this.pos, end, 'unsupported');
    else this.put(marker, end);
  }

  /** Keeps the first failure and ends the pass. */
  fail(message: string, start: number, end: number, reason: ParseFailure['reason'] = 'parse-error'): void {
    const { length } = this.source;
    this.failure ??= { message, start: Math.min(start, length), end: Math.min(end, length), reason };
  }
}

/** White space of TeX. */
export const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

/** ASCII digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** ASCII letter. */
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** End of the digits (with one point between digits) that begin at `at`; `at` itself when there are none. */
export function numeralEnd(source: string, at: number): number {
  let end = at;
  while (isDigit(source.charCodeAt(end))) end += 1;
  if (source.charCodeAt(end) === 46 && isDigit(source.charCodeAt(end + 1))) {
    end += 1;
    while (isDigit(source.charCodeAt(end))) end += 1;
  }
  return end;
}
