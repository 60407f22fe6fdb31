import { fold } from './characters.js';
import type { ExtractOptions, Reading } from './contract.js';
import { lexicalReading } from './reading.js';

/** Characters from the end of a response in which statements in words are looked for. Boxes, tags and `####` are found anywhere. */
export const wordsWindow = 32_768;

/** Most texts that one extraction asks the parser about. */
const readLimit = 48;

/** Longest text worth asking the parser about. */
const readLength = 2_000;

/**
 * The part of a response that may state the final answer (offsets into the whole), with the counter of the
 * work done on it. Made for one extraction and dropped with it.
 */
export class Page {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly options: ExtractOptions;
  /** Nothing in `text` is beyond ASCII. */
  readonly ascii: boolean;
  #looked = 0;
  #reads = 0;

  constructor(text: string, start: number, end: number, options: ExtractOptions, ascii: boolean) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.options = options;
    this.ascii = ascii;
  }

  /** `[start, end)` of the text in lower case with plain spaces, offsets kept. */
  folded(start: number, end: number): string {
    const part = this.text.slice(start, end);
    return this.ascii ? part.toLowerCase() : fold(part);
  }

  /** Counts `characters` as looked at. */
  look(characters: number): void {
    this.#looked += characters;
  }

  /** Work so far in units of 64 characters. */
  get steps(): number {
    return Math.ceil(this.#looked / 64);
  }

  /** Where the window for statements in words begins. */
  get wordsStart(): number {
    return Math.max(this.start, this.end - wordsWindow);
  }

  /** The same response narrowed to another region; the work is counted on the new page. */
  narrow(start: number, end: number): Page {
    return new Page(this.text, start, end, this.options, this.ascii);
  }

  /** How `text` reads as an answer. Asks the parser a bounded number of times, then falls back on the lexical test. */
  read(text: string): Reading {
    this.look(text.length);
    const quick = lexicalReading(text);
    const { read } = this.options;
    if (read === undefined || quick.sure || text.length > readLength) return quick.reading;
    this.#reads += 1;
    return this.#reads > readLimit ? quick.reading : read(text);
  }

  /** True when `text` is mathematics, an option, yes or no: an answer that needs no interpretation. */
  isAnswer(text: string): boolean {
    return this.read(text) === 'mathematics';
  }
}
