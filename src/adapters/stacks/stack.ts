/** A training stack and the file a user pastes to give it our rewards. */
export interface Stack {
  readonly name: string;
  /** What it plugs into there. */
  readonly summary: string;
  /** What to call the file. */
  readonly file: string;
  /** The steps of the set-up, in order; printed as comments above the text. */
  readonly setup: readonly string[];
  /** The file's text, below the set-up. */
  readonly text: string;
}

/** The file as it is printed. Every kind of file here takes `#` for a comment. */
export const printed = ({ setup, text }: Stack): string =>
  `${setup.map((line, i) => `# ${i + 1}. ${line}`).join('\n')}\n${text}`;
