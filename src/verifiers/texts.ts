import type { Outcome } from '../support/index.js';
import type { Answer } from './answer.js';
import { type Extraction, extract as extractFinal } from './extract/index.js';
import { compareSpelled, makeReaders, parseWithin } from './judge.js';
import type { ParseFailure } from './parse/index.js';
import { type PolicyChoice, resolvePolicy } from './policy.js';
import { undecided, type Verdict, withSteps } from './verdict.js';
import { contextOf, type VerifyOptions } from './verify.js';

/** Options of {@link extract}. */
export interface ExtractChoice {
  readonly policy?: PolicyChoice;
  /** The problem's statement: an answer that only restates what it asks has the status `restatement`. */
  readonly problem?: string;
  /** The kind of answer asked for, never its value: `choice` lets an option letter be read out of a sentence. */
  readonly expects?: 'choice';
}

/** Options of {@link compare} and {@link parse}. */
export type TextOptions = Pick<VerifyOptions, 'policy' | 'maxSteps'>;

/**
 * The final answer of a response with its span, by the contract of docs/extraction.md.
 *
 * @example
 * extract('Adding up, the answer is **12**.').text // '12'
 */
export function extract(response: string, options: ExtractChoice = {}): Extraction {
  const policy = resolvePolicy(options.policy);
  const readers = makeReaders({ policy, parsed: new Map() });
  const { problem, expects } = options;
  const extraction = extractFinal(response, {
    policy,
    problem,
    expects,
    read: readers.read,
    sameAnswer: readers.sameAnswer,
  });
  return { ...extraction, steps: extraction.steps + readers.spent() };
}

/** Parses one answer text, all of it or nothing. */
export function parse(text: string, options: TextOptions = {}): Outcome<Answer, ParseFailure> {
  return parseWithin(text, contextOf(options));
}

/**
 * Compares two answer texts as they stand, without extraction.
 *
 * @example
 * compare('x^2-1', '(x-1)(x+1)').kind // 'equal'
 */
export function compare(gold: string, given: string, options: TextOptions = {}): Verdict {
  const context = contextOf(options);
  const first = parseWithin(gold, context);
  if (!first.ok)
    return withSteps(
      undecided('bad-gold', `the gold cannot be read: ${first.error.message}`),
      context.budget.spent,
    );
  const second = parseWithin(given, context);
  if (!second.ok) {
    const { reason, message, start, end } = second.error;
    return { kind: 'undecided', reason, detail: message, span: { start, end }, steps: context.budget.spent };
  }
  const finding = compareSpelled(
    { text: gold, answer: first.value },
    { text: given, answer: second.value },
    context,
  );
  return withSteps(finding, context.budget.spent);
}
