import { closing, isDigit, isLatin, isOneOf, isSpace, skipSpaces, trimSpaces } from './characters.js';
import type { Page } from './page.js';

/** A box in the response. Offsets are into the whole text. */
export interface Box {
  readonly start: number;
  /** Offset after the closing brace. */
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly method: 'boxed' | 'fbox';
}

/** All complete outermost boxes in order, and whether a later box was begun and never closed. */
export interface Boxes {
  readonly boxes: readonly Box[];
  readonly unterminated: number | null;
}

interface OpenBox {
  readonly start: number;
  readonly contentStart: number;
  readonly method: 'boxed' | 'fbox';
  /** Brace depth outside the box. */
  readonly depth: number;
  /** Index of the enclosing box among all boxes, or −1. */
  readonly parent: number;
  /** Offset of the content's end, or −1 while open. */
  contentEnd: number;
  /** Offset after the box. */
  end: number;
}

const macros: readonly { readonly name: string; readonly method: 'boxed' | 'fbox' }[] = [
  { name: 'boxed', method: 'boxed' },
  { name: 'fbox', method: 'fbox' },
  { name: 'framebox', method: 'fbox' },
];

/** The macro whose name stands at `at`, not followed by a further letter. */
function macroAt(text: string, at: number): (typeof macros)[number] | undefined {
  const found = macros.find(({ name }) => text.startsWith(name, at));
  return found === undefined || isLatin(text.charCodeAt(at + found.name.length)) ? undefined : found;
}

/**
 * Finds every box in one pass. Braces are counted relative to each box, so stray braces elsewhere do no harm; a box
 * never closed swallows nothing: complete boxes inside it still count.
 */
export function findBoxes(page: Page): Boxes {
  const { text, start, end } = page;
  const first = text.indexOf('box', start);
  const lost = text.indexOf('\u0008oxed', start);
  const from = Math.min(first < 0 ? end : first, lost < 0 ? end : lost);
  if (from >= end) return { boxes: [], unterminated: null };
  page.look(end - from);
  return outermost(new BoxScan(page, backslashesBefore(text, from, start)).run(), text);
}

function backslashesBefore(text: string, at: number, start: number): number {
  let i = at;
  if (text.startsWith('frame', i - 5)) i -= 5;
  else if (text[i - 1] === 'f') i -= 1;
  while (i > start && text.charCodeAt(i - 1) === 92) i -= 1;
  return Math.max(i, start);
}

/** One pass over the text with a stack of open boxes. */
class BoxScan {
  readonly #text: string;
  readonly #end: number;
  readonly #all: OpenBox[] = [];
  readonly #stack: number[] = [];
  #depth = 0;
  #at: number;

  constructor(page: Page, from: number) {
    this.#text = page.text;
    this.#end = page.end;
    this.#at = from;
  }

  run(): readonly OpenBox[] {
    while (this.#at < this.#end) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 92) this.#backslash();
      else if (code === 98 || code === 8) this.#bare(code);
      else {
        if (code === 123) this.#depth += 1;
        else if (code === 125) this.#close();
        this.#at += 1;
      }
    }
    return this.#all;
  }

  /** A run of backslashes: the macro may follow any number of them (escaped once too often); an odd run escapes a brace. */
  #backslash(): void {
    const text = this.#text;
    let after = this.#at;
    while (text.charCodeAt(after) === 92) after += 1;
    const macro = macroAt(text, after);
    if (macro !== undefined && after < this.#end)
      this.#open(this.#at, after + macro.name.length, macro.method);
    else this.#at = after + ((after - this.#at) % 2 === 1 && isOneOf('{}', text, after) ? 1 : 0);
  }

  /** `boxed{` that lost its backslash, or whose `\b` became a backspace in JSON. */
  #bare(code: number): void {
    const text = this.#text;
    const at = this.#at;
    const name = code === 8 ? 'oxed{' : 'boxed{';
    const nameAt = code === 8 ? at + 1 : at;
    const wordBefore = at > 0 && isLatin(text.charCodeAt(at - 1));
    if (!wordBefore && text.startsWith(name, nameAt)) this.#open(at, nameAt + name.length - 1, 'boxed');
    else this.#at += 1;
  }

  #open(start: number, after: number, method: 'boxed' | 'fbox'): void {
    const text = this.#text;
    let at = skipSpaces(text, after, this.#end);
    while (method === 'fbox' && text[at] === '[') {
      const close = closing(text, at, this.#end, 64);
      if (close < 0) break;
      at = skipSpaces(text, close + 1, this.#end);
    }
    const parent = this.#stack.at(-1) ?? -1;
    if (text[at] === '{' && at < this.#end) {
      this.#stack.push(this.#all.length);
      this.#all.push({
        start,
        contentStart: at + 1,
        method,
        depth: this.#depth,
        parent,
        contentEnd: -1,
        end: -1,
      });
      this.#depth += 1;
      this.#at = at + 1;
      return;
    }
    const stop = unbracedEnd(text, at, this.#end);
    if (stop > at)
      this.#all.push({
        start,
        contentStart: at,
        method,
        depth: this.#depth,
        parent,
        contentEnd: stop,
        end: stop,
      });
    this.#at = Math.max(after, stop);
  }

  #close(): void {
    this.#depth -= 1;
    const top = this.#stack.at(-1);
    const box = top === undefined ? undefined : this.#all[top];
    if (box === undefined || box.depth !== this.#depth) return;
    this.#stack.pop();
    box.contentEnd = this.#at;
    box.end = this.#at + 1;
  }
}

/** `\\frac12`, `\\sqrt2`: arguments of one digit. */
const SHORT_ARGUMENTS = /^[-+]?\\(?:[dt]?frac\d\d|sqrt\d)$/;

/** The end of an argument written without braces: a signed numeral, one letter, or one command with its braces. */
function unbracedEnd(text: string, at: number, end: number): number {
  let i = at;
  if (text[i] === '-' || text[i] === '+') i += 1;
  if (isDigit(text.charCodeAt(i))) {
    while (
      i < end &&
      (isDigit(text.charCodeAt(i)) || (isOneOf('.,/', text, i) && isDigit(text.charCodeAt(i + 1))))
    )
      i += 1;
    return i;
  }
  if (isLatin(text.charCodeAt(i))) return isLatin(text.charCodeAt(i + 1)) ? at : i + 1;
  if (text.charCodeAt(i) !== 92 || !isLatin(text.charCodeAt(i + 1))) return at;
  i += 1;
  while (i < end && isLatin(text.charCodeAt(i))) i += 1;
  const short = SHORT_ARGUMENTS.exec(text.slice(at, Math.min(end, i + 2)));
  if (short !== null) return at + short[0].length;
  while (text[i] === '{' || text[i] === '[') {
    const close = closing(text, i, end, 128);
    if (close < 0) return at;
    i = close + 1;
  }
  return i;
}

/** Keeps the complete boxes that no complete box encloses; a box that holds nothing but a box is that inner box. */
function outermost(all: readonly OpenBox[], text: string): Boxes {
  const covered: boolean[] = [];
  const byStart = new Map<number, OpenBox>();
  const boxes: Box[] = [];
  let unterminated: number | null = null;
  for (const box of all) if (box.parent >= 0 && box.end >= 0) byStart.set(box.start, box);
  all.forEach((box, index) => {
    const parent = all[box.parent];
    covered[index] = parent !== undefined && (parent.end >= 0 || covered[box.parent] === true);
    if (box.end < 0) unterminated = box.start;
    else if (!covered[index]) {
      const inner = innermost(box, byStart, text);
      boxes.push({
        start: box.start,
        end: box.end,
        contentStart: inner.contentStart,
        contentEnd: inner.contentEnd,
        method: box.method,
      });
    }
  });
  const last = boxes.at(-1);
  if (unterminated !== null && last !== undefined && last.start > unterminated) unterminated = null;
  return { boxes, unterminated };
}

function innermost(outer: OpenBox, byStart: ReadonlyMap<number, OpenBox>, text: string): OpenBox {
  let box = outer;
  for (;;) {
    const from = skipSpaces(text, box.contentStart, box.contentEnd);
    const inner = byStart.get(from);
    if (inner === undefined || inner.end !== trimSpaces(text, box.contentEnd, from)) return box;
    box = inner;
  }
}

/** True when white space and mathematics delimiters only stand between `from` and `to`. */
export function onlyDelimiters(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 92 && isOneOf('()[],;! ', text, i + 1)) i += 1;
    else if (!isSpace(code) && !isOneOf('$*.:。：#-', text, i)) return false;
  }
  return true;
}
