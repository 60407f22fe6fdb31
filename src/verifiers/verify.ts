import { Budget, succeed } from '../support/index.js';
import type { Answer } from './answer.js';
import type { Context } from './context.js';
import {
  type Extraction,
  type ExtractOptions,
  extract,
  type Method,
  mentionsOperator,
  sameSpelling,
} from './extract/index.js';
import { type Gold, readGold, type UsableGold } from './gold.js';
import { compareSpelled, makeReaders, parseWithin, type Readers, type Spelled } from './judge.js';
import { type Policy, type PolicyChoice, resolvePolicy } from './policy.js';
import { repeatsProse } from './repeated-prose.js';
import { readWithUnit } from './unit-reading.js';
import {
  type Certainty,
  type Finding,
  type RuleName,
  type Span,
  undecided,
  type Verdict,
  withSteps,
} from './verdict.js';
import { wholeReply } from './whole-reading.js';

/** Options of {@link verify}. */
export interface VerifyOptions {
  /** A profile (`strict`, the default, for rewards; `lenient` for evaluation) or a profile with options changed. */
  readonly policy?: PolicyChoice;
  /** The problem's statement. With it, an answer that only restates what is asked is not paid. */
  readonly problem?: string;
  /** Steps this call may spend in place of the policy's `maxSteps`. */
  readonly maxSteps?: number;
}

/** The answer found in a response. */
export interface ExtractedAnswer {
  /** The answer's text, cleaned of markup. */
  readonly text: string;
  /** Where it stands in the response (of the last box, for a list of boxes). */
  readonly span: Span;
  readonly method: Method;
}

/** What {@link verify} says of a response. */
export interface VerifyResult {
  /** True: pay. False: do not. Null: the gold is unusable, nothing can be said of the response. */
  readonly correct: boolean | null;
  readonly verdict: Verdict;
  /** The kind of the gold's answer; null for an unusable gold. */
  readonly kind: Answer['kind'] | null;
  /** How sure the decision is; null when undecided. */
  readonly certainty: Certainty | null;
  /** The rule that decided; null when undecided. */
  readonly rule: RuleName | null;
  /** Why, in words. */
  readonly reason: string;
  /** Null when the response has no final answer. */
  readonly extracted: ExtractedAnswer | null;
  /** Steps spent in all: equal for equal inputs on any machine. */
  readonly steps: number;
}

/** Everything one call of {@link verify} worked out; `explain` shows it. */
export interface Examination {
  readonly result: VerifyResult;
  readonly golds: readonly Gold[];
  readonly extraction: Extraction;
  readonly given: Spelled | null;
  readonly context: Context;
}

/**
 * Is the final answer of `response` equal to the gold (or to one of several)? Never throws on model text, never
 * runs it, and stops after a counted number of steps.
 *
 * @example
 * verify('\\frac{1}{2}', 'So the probability is $\\boxed{0.5}$.').correct // true
 */
export function verify(
  gold: string | readonly string[],
  response: string,
  options: VerifyOptions = {},
): VerifyResult {
  return examine(gold, response, options).result;
}

/** {@link verify} with its intermediate results. */
export function examine(
  gold: string | readonly string[],
  response: string,
  options: VerifyOptions,
): Examination {
  const context = contextOf(options);
  const golds = (typeof gold === 'string' ? [gold] : gold).map((text) => readGold(text, context));
  const usable = golds.filter((each) => each.usable);
  const readers = makeReaders(context);
  const stated = extract(response, {
    policy: context.policy,
    problem: options.problem,
    expects: usable.some(({ answer }) => answer.kind === 'choice') ? 'choice' : undefined,
    read: readers.read,
    sameAnswer: readers.sameAnswer,
  } satisfies ExtractOptions);
  const extraction = wholeReply(usable, stated, response, context) ?? stated;
  const given =
    usable.length === 0 || !isAnswer(extraction, usable)
      ? null
      : parseGiven(extraction.text, readers, context);
  const finding = findingOf(golds, extraction, response, given, context);
  const steps = context.budget.spent + extraction.steps + readers.spent();
  const result = resultOf(finding, extraction, golds, context.policy, steps);
  return {
    result,
    golds,
    extraction,
    given: given?.ok === true ? { text: extraction.text, answer: given.value } : null,
    context,
  };
}

/** The answer's parse: the one extraction made already, else a new one. */
function parseGiven(text: string, readers: Readers, context: Context): ReturnType<typeof parseWithin> {
  const known = readers.known(text);
  return known === undefined ? parseWithin(text, context) : succeed(known);
}

/** The context of one call: resolved options and a fresh counter. */
export function contextOf(options: Pick<VerifyOptions, 'policy' | 'maxSteps'>): Context {
  const policy = resolvePolicy(options.policy);
  return { policy, budget: new Budget(options.maxSteps ?? policy.maxSteps), parsed: new Map() };
}

/** A restatement of the question still answers it when the gold is spelled so, or leaves the same kind of operation undone. */
const isAnswer = (extraction: Extraction, golds: readonly UsableGold[]): boolean =>
  extraction.status === 'found' ||
  (extraction.status === 'restatement' &&
    golds.some(({ text }) => sameSpelling(text, extraction.text) || mentionsOperator(text)));

function findingOf(
  golds: readonly Gold[],
  extraction: Extraction,
  response: string,
  given: ReturnType<typeof parseWithin> | null,
  context: Context,
): Finding {
  const usable = golds.filter((each) => each.usable);
  if (usable.length === 0) {
    const first = golds.find((each) => !each.usable);
    return undecided('bad-gold', first?.detail ?? 'no gold was given');
  }
  const repeated = repeatsProse(usable, extraction, response, context);
  if (repeated !== null) return repeated;
  if (given === null) return undecided('no-answer', extraction.reason);
  if (!given.ok) return unparsed(usable, extraction, given.error);
  const plain = { text: extraction.text, answer: given.value };
  return bestOf(usable, (gold) => {
    const withUnit = readWithUnit(gold.answer, given.value, extraction, response, context);
    return compareSpelled(gold, withUnit ?? plain, context);
  });
}

/** The answer a gold states, and the prose that states it. */
const readingsOf = ({ text, answer, whole }: UsableGold): readonly Spelled[] =>
  whole === undefined ? [{ text, answer }] : [{ text, answer }, whole];

/** An answer that does not parse is the response's fault, unless it is the gold letter for letter. */
function unparsed(
  golds: readonly UsableGold[],
  extraction: Extraction,
  error: { message: string; start: number; end: number; reason: 'parse-error' | 'unsupported' | 'budget' },
): Finding {
  if (golds.some(({ text }) => text === extraction.text.trim()))
    return { kind: 'equal', by: 'same-text', certainty: 'proved' };
  const finding = undecided(error.reason, error.message);
  const at = extraction.span?.start ?? 0;
  return finding.kind === 'undecided'
    ? { ...finding, span: { start: at + error.start, end: at + error.end } }
    : finding;
}

/** Equal to any gold is equal; else undecided against any is undecided, so that a larger budget never changes a decision. */
function bestOf(golds: readonly UsableGold[], compare: (gold: Spelled) => Finding): Finding {
  let open: Finding | undefined;
  let differs: Finding | undefined;
  for (const gold of golds) {
    for (const reading of readingsOf(gold)) {
      const finding = compare(reading);
      if (finding.kind === 'equal') return finding;
      if (finding.kind === 'undecided') open ??= finding;
      else differs ??= finding;
    }
  }
  return open ?? differs ?? undecided('bad-gold', 'no gold was given');
}

function resultOf(
  finding: Finding,
  extraction: Extraction,
  golds: readonly Gold[],
  policy: Policy,
  steps: number,
): VerifyResult {
  const decided = finding.kind === 'undecided' ? null : finding;
  const usable = golds.find((each) => each.usable);
  const paid = finding.kind === 'equal' && (finding.certainty === 'proved' || !policy.provedOnly);
  const { span, method, text, status } = extraction;
  const stated = (status === 'found' || status === 'restatement') && span !== null && method !== null;
  return {
    correct: usable === undefined ? null : paid,
    verdict: withSteps(finding, steps),
    kind: usable?.usable === true ? usable.answer.kind : null,
    certainty: decided?.certainty ?? null,
    rule: decided?.by ?? null,
    reason: reasonOf(finding, policy),
    extracted: stated ? { text, span, method } : null,
    steps,
  };
}

/** The verdict in words. */
export function reasonOf(finding: Finding, policy: Policy): string {
  if (finding.kind === 'undecided') return finding.detail;
  if (finding.kind === 'equal') {
    const unpaid =
      finding.certainty === 'probable' && policy.provedOnly ? '; the policy pays only proved verdicts' : '';
    return `${finding.certainty === 'proved' ? 'equal' : 'very probably equal'} by ${finding.by}${unpaid}`;
  }
  const { witness } = finding;
  if (witness === undefined) return `different by ${finding.by}`;
  const at = Object.entries(witness.at).map(([name, value]) => `${name} = ${value}`);
  return `different by ${finding.by}: ${at.length > 0 ? `at ${at.join(', ')} ` : ''}the gold is ${witness.gold}, the answer ${witness.given}`;
}
