import type { Policy } from '../policy.js';
import type { Span } from '../verdict.js';

/**
 * How a response may state its final answer, strongest statements first. docs/extraction.md explains each with
 * accepted and refused examples.
 */
export type Method =
  | 'boxed' // \boxed{…}, \boxed 7
  | 'fbox' // \fbox{…}, \framebox{…}
  | 'answer-tag' // <answer>…</answer>
  | 'hashes' // #### 42
  | 'answer-line' // "Answer: 42" opening a line or a sentence, "A: 42" opening a line
  | 'heading' // "### Final Answer", then the answer
  | 'answer-phrase' // "the answer is 42", "42 is the answer"
  | 'code-fence' // a closing code fence that holds just the value
  | 'bold' // a closing **42**
  | 'choice' // an option letter given alone or chosen in a sentence
  | 'sentence' // a closing sentence that states the result
  | 'bare' // the response is the answer
  | 'last-expression' // option `lastExpression` only
  | 'bare-words'; // the response is a few words, such as a name

/**
 * The statements that claim to be the final answer. All are collected; the last one counts, and an earlier one
 * that says something else must have been superseded, else the response hedges.
 */
export const explicitMethods: readonly Method[] = [
  'boxed',
  'fbox',
  'answer-tag',
  'hashes',
  'answer-line',
  'heading',
  'answer-phrase',
];

/** The methods for responses that make no explicit statement. */
export type ImpliedMethod = Extract<
  Method,
  'bare' | 'code-fence' | 'bold' | 'choice' | 'sentence' | 'last-expression' | 'bare-words'
>;

/** What is tried, in this order, when a response makes no explicit statement. The first that finds one wins. */
export const impliedMethods: readonly ImpliedMethod[] = [
  'bare',
  'code-fence',
  'bold',
  'choice',
  'sentence',
  'last-expression',
  'bare-words',
];

/**
 * `found`: one final answer. `none`: no final answer after the thinking. `several`: different final answers, none
 * withdrawn. `restatement`: the answer only repeats what the problem asks for.
 */
export type ExtractionStatus = 'found' | 'none' | 'several' | 'restatement';

/** One statement of an answer inside a response. */
export interface Claim {
  readonly method: Method;
  /** The answer's text, cleaned of markup; several boxes that form one list are joined by commas. */
  readonly text: string;
  /** Where the answer's text stands in the response; one span a box for a list. */
  readonly spans: readonly Span[];
  /** The statement as a whole, with its marker. */
  readonly start: number;
  readonly end: number;
  /** A statement whose text is just an answer. One that had to be read out of prose never makes a hedge. */
  readonly firm: boolean;
}

/** What a response's final answer is, or why there is none. */
export interface Extraction {
  readonly status: ExtractionStatus;
  /** The answer's text; empty unless `found` or `restatement`. */
  readonly text: string;
  /** Offsets of the answer in the response (of the last box for a list of boxes). */
  readonly span: Span | null;
  /** All pieces of the answer: one for each box of a list. */
  readonly spans: readonly Span[];
  readonly method: Method | null;
  /** Why, in words. */
  readonly reason: string;
  /** The different answers of a response that hedges, in order. */
  readonly candidates: readonly string[];
  /** Work done, in units of 64 characters looked at: proportional to the response's length. */
  readonly steps: number;
}

/** What a text is when read as an answer: mathematics (or an option, yes/no …), words, or not an answer. */
export type Reading = 'mathematics' | 'words' | 'unreadable';

/** Everything extraction may know. It never sees the gold. */
export interface ExtractOptions {
  readonly policy: Policy;
  /** The problem's statement: an answer that only restates what it asks is not an answer. */
  readonly problem?: string | undefined;
  /**
   * A hint about the kind of answer that is asked for, never its value: `choice` lets an option letter be read
   * out of a sentence ("I think it's B").
   */
  readonly expects?: 'choice' | undefined;
  /** How a text reads as an answer. Without it a lexical test stands in. */
  readonly read?: ((text: string) => Reading) | undefined;
  /** Whether two differently spelled statements are the same answer. Without it only spellings are compared. */
  readonly sameAnswer?: ((a: string, b: string) => boolean) | undefined;
}
