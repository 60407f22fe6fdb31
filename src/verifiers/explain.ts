import type { Answer } from './answer.js';
import type { Expr } from './expr.js';
import type { Extraction } from './extract/index.js';
import { formatExpr } from './format.js';
import type { Policy } from './policy.js';
import { examine, type VerifyOptions, type VerifyResult } from './verify.js';

/** One side of a comparison as it was read. */
export interface ExplainedSide {
  /** The text that was parsed. */
  readonly text: string;
  /** The typed answer; null when it did not parse. */
  readonly answer: Answer | null;
  /** The answer printed back in plain notation, one line; null when it did not parse. */
  readonly normal: string | null;
  /** Why it did not parse or could not be used; null when it was. */
  readonly problem: string | null;
}

/** What happened in one stage of a verification. */
export interface ExplainedStep {
  readonly stage: 'gold' | 'extract' | 'parse' | 'compare' | 'decide';
  readonly what: string;
}

/** A verdict with everything it rests on, as data. */
export interface Explanation {
  readonly result: VerifyResult;
  readonly extraction: Extraction;
  readonly golds: readonly ExplainedSide[];
  readonly given: ExplainedSide | null;
  readonly policy: Policy;
  /** The stages in order, in words. */
  readonly trace: readonly ExplainedStep[];
}

/** {@link verify} with its reasons: the extraction, both answers as parsed and printed back, and what each stage did. */
export function explain(
  gold: string | readonly string[],
  response: string,
  options: VerifyOptions = {},
): Explanation {
  const { result, golds, extraction, given, context } = examine(gold, response, options);
  const goldSides = golds.map((side): ExplainedSide => {
    if (!side.usable) return { text: side.text, answer: null, normal: null, problem: side.detail };
    return { text: side.text, answer: side.answer, normal: printAnswer(side.answer), problem: null };
  });
  const givenSide = givenSideOf(extraction, given?.answer ?? null, result);
  return {
    result,
    extraction,
    golds: goldSides,
    given: givenSide,
    policy: context.policy,
    trace: traceOf(goldSides, extraction, givenSide, result),
  };
}

function givenSideOf(
  extraction: Extraction,
  answer: Answer | null,
  result: VerifyResult,
): ExplainedSide | null {
  if (extraction.text === '') return null;
  const problem = answer === null ? result.reason : null;
  return { text: extraction.text, answer, normal: answer === null ? null : printAnswer(answer), problem };
}

function traceOf(
  golds: readonly ExplainedSide[],
  extraction: Extraction,
  given: ExplainedSide | null,
  result: VerifyResult,
): ExplainedStep[] {
  const steps: ExplainedStep[] = golds.map(({ text, answer, normal, problem }) => ({
    stage: 'gold',
    what:
      answer === null
        ? `${quote(text)} is unusable: ${problem ?? ''}`
        : `${quote(text)} is read as ${answer.kind}: ${normal ?? ''}`,
  }));
  const where = extraction.span === null ? '' : ` at ${extraction.span.start}–${extraction.span.end}`;
  steps.push({
    stage: 'extract',
    what:
      extraction.method === null
        ? extraction.reason
        : `${quote(extraction.text)}${where}, ${extraction.reason}`,
  });
  if (given !== null) {
    steps.push({
      stage: 'parse',
      what:
        given.answer === null
          ? `does not parse: ${given.problem ?? ''}`
          : `is read as ${given.answer.kind}: ${given.normal ?? ''}`,
    });
  }
  if (result.rule !== null) steps.push({ stage: 'compare', what: result.reason });
  const paid = result.correct === null ? 'not judged' : result.correct ? 'correct' : 'not correct';
  steps.push({ stage: 'decide', what: `${paid} (${result.verdict.kind}, ${result.steps} steps)` });
  return steps;
}

const quote = (text: string): string => `“${text.length > 120 ? `${text.slice(0, 117)}…` : text}”`;

/** Most characters of a printed answer. */
const printLimit = 4_000;

/** An answer printed in plain notation. Long answers are cut. */
export function printAnswer(answer: Answer): string {
  const printed = print(answer, 0);
  return printed.length > printLimit ? `${printed.slice(0, printLimit - 1)}…` : printed;
}

const isExpr = (value: object): value is Expr => 'node' in value;
const isAnswer = (value: object): value is Answer => 'kind' in value;

/** Prints any part of an answer: expressions by the kernel's printer, answers as `kind(parts)`. */
function print(value: unknown, depth: number): string {
  if (depth > 40) return '…';
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value))
    return value
      .slice(0, 200)
      .map((item) => print(item, depth + 1))
      .join(', ');
  if (isExpr(value)) return formatExpr(value);
  if (isAnswer(value) && value.kind === 'expression') return formatExpr(value.expr);
  const entries = Object.entries(value).filter(([key, part]) => key !== 'kind' && part !== undefined);
  const inside = entries.map(
    ([key, part]) =>
      `${key}: ${Array.isArray(part) ? `[${print(part, depth + 1)}]` : print(part, depth + 1)}`,
  );
  return `${isAnswer(value) ? value.kind : ''}(${inside.join('; ')})`;
}
