/** A source rewritten for KaTeX, and the way back from its offsets. */
export interface Rewritten {
  readonly text: string;
  /** Source offset at which the rewritten character at `at` begins. */
  readonly start: (at: number) => number;
  /** Source offset at which the rewritten text before `at` ends. */
  readonly end: (at: number) => number;
}

/**
 * Builds the rewritten text from verbatim stretches and replacements, recording for each piece where it came
 * from. Work is linear: verbatim text is copied in stretches.
 */
export class Rewriter {
  readonly #source: string;
  #text = '';
  /** Source offset up to which everything is in `#text`. */
  #done = 0;
  readonly #at: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  #piece(text: string, from: number, to: number): void {
    this.#at.push(this.#text.length);
    this.#from.push(from);
    this.#to.push(to);
    this.#text += text;
  }

  /** Puts `text` in the place of source `[from, to)`; what lies before it and is not done is copied. */
  replace(text: string, from: number, to: number): void {
    if (from > this.#done) this.#piece(this.#source.slice(this.#done, from), this.#done, from);
    if (text !== '') this.#piece(text, from, to);
    this.#done = to;
  }

  /** Puts `text` in at source offset `at`, standing for nothing. */
  insert(text: string, at: number): void {
    this.replace(text, at, at);
  }

  /** The finished text with its maps. */
  finish(): Rewritten {
    const source = this.#source;
    if (this.#at.length === 0 && this.#done === 0) {
      return { text: source, start: (at) => at, end: (at) => at };
    }
    if (source.length > this.#done) this.#piece(source.slice(this.#done), this.#done, source.length);
    return mapped(this.#text, this.#at, this.#from, this.#to, source.length);
  }
}

function mapped(
  text: string,
  at: readonly number[],
  from: readonly number[],
  to: readonly number[],
  length: number,
): Rewritten {
  const pieceAt = (offset: number): number => {
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((at[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const sizeOf = (piece: number): number => (at[piece + 1] ?? text.length) - (at[piece] ?? 0);
  const isVerbatim = (piece: number): boolean => (to[piece] ?? 0) - (from[piece] ?? 0) === sizeOf(piece);
  return {
    text,
    start: (offset) => {
      if (offset >= text.length) return length;
      const piece = pieceAt(offset);
      return (from[piece] ?? 0) + (isVerbatim(piece) ? offset - (at[piece] ?? 0) : 0);
    },
    end: (offset) => {
      if (offset <= 0) return 0;
      const piece = pieceAt(offset - 1);
      return isVerbatim(piece) ? (from[piece] ?? 0) + offset - (at[piece] ?? 0) : (to[piece] ?? 0);
    },
  };
}
