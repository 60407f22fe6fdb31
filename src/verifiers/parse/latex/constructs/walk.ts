import type { Budget } from '../../../../support/index.js';
import type { ParseFailure, Token } from '../../token.js';
import type { Payloads } from '../commands/markers.js';
import type { KatexLocation, KatexNode } from '../katex.js';
import type { Prepared } from '../scan/rewrite.js';
import type { Rewritten } from '../scan/rewriter.js';
import type { Template } from '../template.js';

/** Where something stands. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly spaceBefore: boolean;
  readonly wide?: true;
}

/** Where a piece stands, without the piece. */
export const placeOf = ({ start, end, spaceBefore, wide }: Place): Place =>
  wide === undefined ? { start, end, spaceBefore } : { start, end, spaceBefore, wide };

/** A symbol whose role its neighbours decide; no token list leaves here with one. */
export type Loose = Place &
  Extract<Template, { readonly kind: 'upright' | 'circle' | 'bullet' | 'void' | 'line' | 'double-bar' }>;

/** A token, or something {@link settle} still has to resolve. */
export type Piece = Token | Loose;

/** A head that stands before the construct it belongs to. */
export type Head = Extract<Template, { readonly kind: 'array-head' | 'stack-head' }>;

/** What the passes over a finished list have to look at; a list that needs nothing is not looked at. */
export const NEEDS = {
  letters: 1,
  loose: 2,
  signs: 4,
  grids: 8,
  decimals: 16,
  words: 32,
  groups: 64,
} as const;

/** The tree a KaTeX node is turned by. */
export type Construct = (walk: Walk, node: KatexNode) => void;

/** Settles a list of pieces into tokens. */
export type Settle = (walk: Walk, pieces: readonly Piece[], needs: number) => readonly Token[];

/** The state of one walk over KaTeX's tree. */
export class Walk {
  readonly text: string;
  readonly rewritten: Rewritten;
  readonly payloads: Payloads;
  readonly budget: Budget;
  readonly #visit: Construct;
  readonly #settle: Settle;
  out: Piece[] = [];
  needs = 0;
  /** Offset in the rewritten text up to which everything is read. */
  cursor = 0;
  /** Symbols that begin before this offset are already part of a numeral. */
  skipUntil = 0;
  /** End of the argument being read: no numeral reaches beyond it. */
  limit: number = Number.POSITIVE_INFINITY;
  wide = false;
  head: Head | null = null;
  failure: ParseFailure | null = null;

  constructor(prepared: Prepared, budget: Budget, visit: Construct, settle: Settle) {
    this.text = prepared.rewritten.text;
    this.rewritten = prepared.rewritten;
    this.payloads = prepared.payloads;
    this.budget = budget;
    this.#visit = visit;
    this.#settle = settle;
  }

  /** Turns one node. */
  visit(node: KatexNode): void {
    this.budget.spend();
    if (this.failure === null) this.#visit(this, node);
  }

  /** Turns nodes in order, into the current list. */
  each(nodes: readonly KatexNode[]): void {
    for (const node of nodes) this.visit(node);
  }

  /** Turns nodes into a list of their own. */
  inner(nodes: readonly KatexNode[]): readonly Token[] {
    const { out, needs, wide } = this;
    this.out = [];
    this.needs = 0;
    this.wide = false;
    this.each(nodes);
    const tokens = this.needs === 0 ? (this.out as Token[]) : this.#settle(this, this.out, this.needs);
    this.out = out;
    this.needs = needs;
    this.wide = wide;
    return tokens;
  }

  /** Contents of an argument: braces around it are not a group of their own. */
  argument(node: KatexNode): readonly Token[] {
    const { limit } = this;
    if (this.owns(node.loc)) this.limit = node.loc.end;
    const tokens = this.inner(node.type === 'ordgroup' ? node.body : [node]);
    this.limit = limit;
    if (this.owns(node.loc)) this.cursor = node.loc.end;
    return tokens;
  }

  /** True when `location` points into the text of this walk, not into one KaTeX made. */
  owns(location: KatexLocation | undefined): location is KatexLocation {
    return location !== undefined && location.lexer.input === this.text;
  }

  /** First offset after the cursor that is no blank. */
  begin(): number {
    let at = this.cursor;
    while (this.text.charCodeAt(at) <= 32) at += 1;
    return at;
  }

  /** The place of `[from, to)` of the rewritten text in the source; moves the cursor to its end. */
  place(from: number, to: number): Place {
    this.cursor = to;
    const start = this.rewritten.start(from);
    const end = this.rewritten.end(to);
    return {
      start,
      end: Math.max(end, start),
      spaceBefore: from > 0 && this.text.charCodeAt(from - 1) <= 32,
    };
  }

  /** Adds a piece, marked when a wide space stands before it. */
  push(piece: Piece): void {
    if (!this.wide) this.out.push(piece);
    else {
      this.wide = false;
      this.out.push({ ...piece, spaceBefore: true, wide: true });
    }
  }

  /** Keeps the first failure; offsets are of the rewritten text. */
  fail(message: string, from: number, to: number, reason: ParseFailure['reason'] = 'parse-error'): void {
    this.failure ??= { message, start: this.rewritten.start(from), end: this.rewritten.end(to), reason };
  }
}
