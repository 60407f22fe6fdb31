import type { Message } from '../../model/chat-template.js';

/** A problem as a data set has it. */
export interface Question {
  /** Names it across steps: the `id` of its record, else its text. */
  readonly id: string;
  /** What is asked, without what prompts add to it: a text, or a conversation that ends with the question. */
  readonly problem: string | readonly Message[];
  /** The gold answer, as the verifier reads it. */
  readonly answer: string;
}

/** The last thing asked. */
export const statementOf = ({ problem }: Question): string =>
  typeof problem === 'string' ? problem : (problem.at(-1)?.content ?? '');
