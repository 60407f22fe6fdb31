import { asProblemId, type Reward, score } from '../rewards/index.js';
import { type PolicyChoice, type VerifyResult, verify } from '../verifiers/index.js';

/** What every scorer of this folder takes. */
export interface ScorerOptions {
  /** What reports call the scorer; default: `touchstone`, or the reward's name. */
  readonly name?: string;
  /** The verifier's policy; default: `lenient`, as a person would grade: these hosts evaluate, they do not train. */
  readonly policy?: PolicyChoice;
  /** A reward other than correctness. Evaluation hosts want numbers in [0, 1]: the reward is clipped to that. */
  readonly reward?: Reward;
}

/** A response with what it is measured against, as the hosts hand it over. */
export interface Sample {
  readonly output: unknown;
  readonly expected: unknown;
  readonly input?: unknown;
}

/** The result of one sample, before a host's own names. */
export interface Outcome {
  /** In [0, 1]; `null` where the expected answer is unusable and nothing can be said. */
  readonly score: number | null;
  readonly reason: string;
  readonly verdict: VerifyResult['verdict']['kind'];
  readonly extracted: string | null;
}

/** Scores one sample. Pure; bounded by the verifier's steps. */
export function outcomeOf({ output, expected, input }: Sample, options: ScorerOptions = {}): Outcome {
  const problem = textOf(input);
  const response = textOf(output);
  const result = verify(goldOf(expected), response, {
    policy: options.policy ?? 'lenient',
    ...(problem === '' ? {} : { problem }),
  });
  return {
    score: scoreOf(result, response, options.reward),
    reason: result.reason,
    verdict: result.verdict.kind,
    extracted: result.extracted?.text ?? null,
  };
}

function scoreOf(result: VerifyResult, text: string, reward: Reward | undefined): number | null {
  if (reward === undefined) return result.correct === null ? null : Number(result.correct);
  const facts = { correct: result.correct, verdict: result.verdict };
  const group = { problem: asProblemId(''), step: 0, rollouts: [{ text, facts }] };
  const value = score(reward, group).rewardsG[0] ?? null;
  return value === null ? null : Math.min(1, Math.max(0, value));
}

/** Hosts hand over a text, a message, or an object with one text in it. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return textOf(value.at(-1));
  if (typeof value !== 'object' || value === null) return '';
  for (const name of [
    'text',
    'output',
    'answer',
    'content',
    'completion',
    'response',
    'question',
    'input',
  ] as const)
    if (Object.hasOwn(value, name)) return textOf((value as Readonly<Record<string, unknown>>)[name]);
  return '';
}

/** A gold answer, or several acceptable ones. */
const goldOf = (expected: unknown): string | readonly string[] =>
  Array.isArray(expected) ? expected.map(textOf) : textOf(expected);
