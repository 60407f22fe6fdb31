import { Budget, type Outcome, withinBudget } from '../support/index.js';
import type { Answer } from './answer.js';
import { compareAnswers } from './compare/index.js';
import type { Context } from './context.js';
import { freeSymbols } from './exact/symbols.js';
import { type ExtractOptions, type Reading, sameSpelling } from './extract/index.js';
import { type ParseFailure, parseAnswer } from './parse/index.js';
import { equal, type Finding, undecided } from './verdict.js';

/** Steps one text may cost while extraction asks how it reads. Apart from the call's budget, so a long response does not eat it. */
const readSteps = 10_000;

/** Steps one comparison of two statements of the same response may cost. */
const repeatSteps = 40_000;

/** Most comparisons of statements of one response. */
const repeatLimit = 12;

/** How extraction reads texts, with the steps it spent on that. */
export interface Readers extends Pick<ExtractOptions, 'read' | 'sameAnswer'> {
  readonly spent: () => number;
  /** The answer a text was read as, when extraction read it; so that the call need not parse it twice. */
  readonly known: (text: string) => Answer | undefined;
}

/** Parses a text within the budget; a spent budget is a failure like any other. */
export function parseWithin(text: string, context: Context): Outcome<Answer, ParseFailure> {
  const outcome = withinBudget(() => parseAnswer(text, context));
  if (outcome.ok) return outcome.value;
  const error: ParseFailure = {
    message: 'the steps allowed were spent on parsing',
    start: 0,
    end: text.length,
    reason: 'budget',
  };
  return { ok: false, error };
}

/** Compares two parsed answers within the budget. */
export function compareWithin(gold: Answer, given: Answer, context: Context): Finding {
  const outcome = withinBudget(() => compareAnswers(gold, given, context));
  return outcome.ok
    ? outcome.value
    : undecided('budget', `the ${context.budget.limit} steps allowed were spent`);
}

/**
 * Compares a parsed answer with a gold, spelled texts at hand: where the comparison decides nothing, two equal
 * spellings are still the same answer (rule `same-text`).
 */
export function compareSpelled(gold: Spelled, given: Spelled, context: Context): Finding {
  const finding = compareWithin(gold.answer, given.answer, context);
  return finding.kind === 'undecided' && sameSpelling(gold.text, given.text) ? equal('same-text') : finding;
}

/** A parsed answer with its text. */
export interface Spelled {
  readonly text: string;
  readonly answer: Answer;
}

/** Readers over the parser and the comparison, for one extraction. */
export function makeReaders(shared: Omit<Context, 'budget'>): Readers {
  let spent = 0;
  let comparisons = 0;
  const within = <T>(limit: number, work: (context: Context) => T, otherwise: T): T => {
    const budget = new Budget(limit);
    const outcome = withinBudget(() => work({ ...shared, budget }));
    spent += budget.spent;
    return outcome.ok ? outcome.value : otherwise;
  };
  const answers = new Map<string, Answer>();
  const read = (text: string): Reading => {
    const outcome = within(readSteps, (context) => parseAnswer(text, context), null);
    if (outcome === null || !outcome.ok) return 'unreadable';
    answers.set(text, outcome.value);
    return outcome.value.kind === 'text' ? 'words' : 'mathematics';
  };
  const sameAnswer = (a: string, b: string): boolean => {
    comparisons += 1;
    if (comparisons > repeatLimit) return false;
    return within(repeatSteps, (context) => isSame(a, b, context), false);
  };
  return { read, sameAnswer, spent: () => spent, known: (text) => answers.get(text) };
}

/** `x > 0` and `y > 0` in one answer are two statements, whatever sets of numbers they are. */
function isAboutOthers(a: Answer, b: Answer): boolean {
  if (a.kind !== 'relation' || b.kind !== 'relation') return false;
  const [x, y] = [a.sides.flatMap(freeSymbols), b.sides.flatMap(freeSymbols)];
  return x.length > 0 && y.length > 0 && !x.some((name) => y.includes(name));
}

function isSame(a: string, b: string, context: Context): boolean {
  const first = parseAnswer(a, context);
  const second = parseAnswer(b, context);
  if (!first.ok || !second.ok || isAboutOthers(first.value, second.value)) return false;
  return compareAnswers(first.value, second.value, context).kind === 'equal';
}
