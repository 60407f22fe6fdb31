import { outcomeOf, type ScorerOptions, textOf } from './outcome.js';

/** What promptfoo hands a JavaScript assertion besides the output. */
export interface PromptfooContext {
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly prompt?: unknown;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** What promptfoo takes back. */
export interface PromptfooResult {
  readonly pass: boolean;
  readonly score: number;
  readonly reason: string;
  readonly namedScores: Readonly<Record<string, number>>;
}

const GOLD_VARS: readonly string[] = ['expected', 'gold', 'answer', 'label', 'solution'];

/**
 * An assertion of `type: javascript`: `export default promptfooAssertion()` in the file it names. The gold answer is
 * `config.expected`, or the test's variable `expected`, `gold`, `answer`, `label` or `solution`. Throws where none is there.
 */
export function promptfooAssertion(
  options: ScorerOptions = {},
): (output: unknown, context?: PromptfooContext) => PromptfooResult {
  return (output, { vars = {}, config = {}, prompt } = {}) => {
    const expected = config.expected ?? vars[GOLD_VARS.find((name) => vars[name] !== undefined) ?? ''];
    if (expected === undefined)
      throw new Error(`no gold answer: give config.expected, or a variable named ${GOLD_VARS.join(', ')}`);
    const { score, reason } = outcomeOf({ output, expected, input: textOf(prompt) }, options);
    return {
      pass: score === 1,
      score: score ?? 0,
      reason,
      namedScores: { [options.name ?? 'touchstone']: score ?? 0 },
    };
  };
}
