import type { KatexLocation, KatexNode } from './katex.js';

/** Groups within groups that are read here; deeper ones are left to KaTeX, which knows how deep is too deep. */
const MAX_DEPTH = 60;

const BACKSLASH = 92;
const CARET = 94;
const UNDERSCORE = 95;
const BRACKET_OPEN = 91;
const BRACKET_CLOSE = 93;
const OPEN = 123;
const CLOSE = 125;

/** Stands for a character beyond the text. */
const END = -1;

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** ASCII characters that are plain symbols to KaTeX: no macro, no category of their own. */
const PLAIN: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9+\-*/=<>()[\],.:;!|?]/.test(String.fromCharCode(code)),
);

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** Marks that KaTeX joins to the character before them. */
const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f;

type Group = Extract<KatexNode, { readonly type: 'ordgroup' }>;

/** One pass over a rewritten source. Null from any method: this is for KaTeX to read. */
class Quick {
  readonly #text: string;
  readonly #lexer: KatexLocation['lexer'];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lexer = { input: text };
  }

  /** Atoms up to `end`: a closing brace or bracket, or {@link END}. */
  expression(end: number): readonly KatexNode[] | null {
    const body: KatexNode[] = [];
    for (;;) {
      const code = this.#next();
      if (code === end) return body;
      if (code === CLOSE || code === END) return null;
      const atom = this.#atom(code);
      if (atom === null) return null;
      body.push(atom);
    }
  }

  /** The character at the next place that is no blank, or {@link END}. */
  #next(): number {
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at += 1;
    return this.#at < this.#text.length ? this.#text.charCodeAt(this.#at) : END;
  }

  /** One nucleus with its scripts. */
  #atom(first: number): KatexNode | null {
    const bare = first === CARET || first === UNDERSCORE;
    const base = bare ? null : this.#nucleus(first);
    if (base === null && !bare) return null;
    let sup: KatexNode | null = null;
    let sub: KatexNode | null = null;
    for (let code = this.#next(); code === CARET || code === UNDERSCORE; code = this.#next()) {
      this.#at += 1;
      const script = this.#script();
      if (script === null || (code === CARET ? sup : sub) !== null) return null;
      if (code === CARET) sup = script;
      else sub = script;
    }
    return sup === null && sub === null ? base : { type: 'supsub', base, sup, sub };
  }

  /** The argument of `^` or `_`; a command there is left to KaTeX. */
  #script(): KatexNode | null {
    const code = this.#next();
    return code === BACKSLASH ? null : this.#nucleus(code);
  }

  #nucleus(code: number): KatexNode | null {
    if (code === OPEN) return this.#group(CLOSE);
    return code === BACKSLASH ? this.#command() : this.#symbol(code);
  }

  #location(start: number, end: number): KatexLocation {
    return { start, end, lexer: this.#lexer };
  }

  /** What stands between the brace or bracket here and `close`. */
  #group(close: number): Group | null {
    const start = this.#at;
    this.#at += 1;
    this.#depth += 1;
    const body = this.#depth > MAX_DEPTH ? null : this.expression(close);
    if (body === null) return null;
    this.#depth -= 1;
    this.#at += 1;
    return { type: 'ordgroup', body, loc: this.#location(start, this.#at) };
  }

  /** A plain character, or a pair of surrogates (the symbols that the rewriting makes). */
  #symbol(code: number): Extract<KatexNode, { readonly text: string }> | null {
    const start = this.#at;
    if (PLAIN[code] === true) this.#at += 1;
    else if (isHighSurrogate(code)) this.#at += 2;
    else return null;
    if (isCombining(this.#text.charCodeAt(this.#at))) return null;
    const text = this.#text.slice(start, this.#at);
    return { type: 'textord', text, loc: this.#location(start, this.#at) };
  }

  /** `\frac` and `\sqrt`. */
  #command(): KatexNode | null {
    const at = this.#at;
    if (this.#text.startsWith('\\frac', at)) return this.#named(5) ? this.#fraction() : null;
    if (this.#text.startsWith('\\sqrt', at)) return this.#named(5) ? this.#root() : null;
    return null;
  }

  /** Moves past a command's name, unless it goes on. */
  #named(length: number): boolean {
    this.#at += length;
    return !/[a-z@]/i.test(this.#text.charAt(this.#at));
  }

  #fraction(): KatexNode | null {
    const numer = this.#argument();
    const denom = numer === null ? null : this.#argument();
    if (numer === null || denom === null) return null;
    return { type: 'genfrac', numer, denom, hasBarLine: true, leftDelim: null, rightDelim: null };
  }

  /** An argument: a group, or one symbol, which counts as a group. */
  #argument(): Group | null {
    const code = this.#next();
    if (code === OPEN) return this.#group(CLOSE);
    const symbol = this.#symbol(code);
    return symbol?.loc === undefined ? null : { type: 'ordgroup', body: [symbol], loc: symbol.loc };
  }

  /** A root. A radicand of one symbol is that symbol, but after an index it counts as a group. */
  #root(): KatexNode | null {
    const code = this.#next();
    if (code === BRACKET_OPEN) return this.#indexed();
    const body = code === OPEN ? this.#group(CLOSE) : this.#symbol(code);
    return body === null ? null : { type: 'sqrt', body, index: null };
  }

  /** A root with its index. An index that begins with a brace is left to KaTeX, which takes braces at its ends off. */
  #indexed(): KatexNode | null {
    const open = this.#at;
    this.#at += 1;
    if (this.#next() === OPEN) return null;
    this.#at = open;
    const index = this.#group(BRACKET_CLOSE);
    const body = index === null ? null : this.#argument();
    return body === null ? null : { type: 'sqrt', body, index };
  }
}

/**
 * Reads what needs no TeX (symbols, groups, scripts, fractions, roots) into the nodes KaTeX would give, but
 * that every symbol is a `textord`; null where KaTeX has to read. Nearly all answers are read here, in a tenth of the
 * time; a test holds the two together.
 */
export const quickParse = (text: string): readonly KatexNode[] | null => new Quick(text).expression(END);
