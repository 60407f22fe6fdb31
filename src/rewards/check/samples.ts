import { completeParams, lookUp, type Registry } from '../registry.js';
import type { Facts } from '../rollout.js';
import type { Need, Params } from '../signal.js';
import type { Term } from '../term.js';
import { signalTerms } from '../traverse.js';

/** What one response of a sampled group looks like, besides being right or wrong. */
export interface Profile {
  readonly text: string;
  readonly tokens: number;
  readonly finish: 'stop' | 'length';
  readonly meanEntropy: number;
  readonly logProbs: readonly number[];
  readonly tokenIds: readonly number[];
  readonly modelScore: number;
  readonly stepScores: readonly number[];
  readonly noThinking: boolean;
  /** The value of every further fact that a signal may read. */
  readonly extra: number;
  /** The certainty of the verdict, or what kept it from being one. */
  readonly verdict: 'proved' | 'probable' | 'no-answer' | 'parse-error';
}

/** What the responses of a sampled group share. */
export interface Setting {
  readonly step: number;
  /** Length in tokens of right answers learned from before; `null` when nothing was. */
  readonly history: number | null;
  readonly referenceAccuracy: number;
  /** Responses besides the two that are compared. */
  readonly others: 'none' | 'right' | 'wrong' | 'both';
}

/** The values to try of every field, the plainest first. */
export type Choices<T> = { readonly [K in keyof T]: readonly T[K][] };

/** What a term reads, and the numbers and texts among its parameters. */
export interface Reads {
  readonly needs: ReadonlySet<Need>;
  /** Positive parameters and where formulas of them bend. */
  readonly numbers: readonly number[];
  /** Parameters as they stand, of either sign. */
  readonly limits: readonly number[];
  readonly names: readonly string[];
}

/** Collects what a term's signals read. */
export function readsOf(term: Term, registry: Registry): Reads {
  const needs = new Set<Need>();
  const numbers = new Set<number>();
  const limits = new Set<number>();
  const names = new Set<string>();
  for (const { node, path } of signalTerms(term)) {
    const signal = lookUp(registry, node.name, path);
    const params = completeParams(signal, node.params, path);
    for (const need of signal.needs(params)) needs.add(need);
    const values = numbersOf(params);
    for (const value of values) numbers.add(value);
    // Formulas bend where parameters are subtracted (a limit less a buffer) and where a slope has spent 1.
    for (const value of values) if (value < 1) numbers.add(1 / value);
    for (const a of values) for (const b of values) if (a > b) numbers.add(a - b);
    for (const value of Object.values(params)) {
      if (typeof value === 'string') names.add(value);
      if (typeof value === 'number') limits.add(value);
    }
  }
  return { needs, numbers: [...numbers], limits: [...limits], names: [...names] };
}

const numbersOf = (params: Params): readonly number[] =>
  Object.values(params).filter((value): value is number => typeof value === 'number' && value > 0);

/** Longest text that is made up for a sample, in characters. */
const LONGEST_TEXT = 20_000;

/** Values around those where a formula over lengths may bend, smallest last so that the plain one comes first. */
function lengthsAround(numbers: readonly number[], most: number): readonly number[] {
  const bends = [100, ...numbers.filter((n) => n >= 1 && n <= most)];
  const near = bends.flatMap((n) => [n, n - 1, n + 1, n / 2, 1.2 * n, 1.5 * n, 2 * n, 3 * n]);
  const whole = [...near, 0, 1, 10_000, 100_000].map(Math.round).filter((n) => n >= 0 && n <= 3 * most);
  return [...new Set(whole)].slice(0, 80);
}

/** The choices for one response. Fields the term does not read keep one value. */
export function profileChoices({ needs, numbers, limits }: Reads): Choices<Profile> {
  const when = <T>(need: Need, values: readonly T[]): readonly T[] =>
    needs.has(need) ? values : values.slice(0, 1);
  return {
    text: [
      ...FORMATS,
      ...lengthsAround(numbers, LONGEST_TEXT / 3)
        .slice(0, 24)
        .map(wordsOf),
    ],
    tokens: when('tokens', lengthsAround(numbers, 1e7)),
    finish: when('finish', ['stop', 'length']),
    meanEntropy: when('entropy', [0.5, 0, 1, 3, 30, ...numbers]),
    logProbs: when('logProbs', [[-0.5, -0.5], [0], [-20, -20]]),
    tokenIds: when('tokenIds', [[1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 1, 1, 1, 1], []]),
    modelScore: when('modelScore', [0, 1, -1, 10, -10, 10_000, -10_000, ...limits]),
    stepScores: when('stepScores', [[0.5, 0.5], [1], [0], new Array<number>(20).fill(1), [1, 0], [0, 1], []]),
    noThinking: when('noThinking', [false, true]),
    extra: when('extra', [0, 1, -1, 100, -100, ...limits]),
    verdict: when('verdict', ['proved', 'probable', 'no-answer', 'parse-error']),
  };
}

/** The choices for what a group shares. */
export function settingChoices(
  { needs, numbers }: Reads,
  knots: readonly number[],
  group: boolean,
): Choices<Setting> {
  const lengths = lengthsAround(numbers, 1e7).slice(0, 24);
  return {
    step: [0, ...knots.map((step) => Math.max(0, Math.ceil(step)))],
    history: needs.has('history') ? [100, null, ...lengths] : [null],
    referenceAccuracy: needs.has('referenceAccuracy') ? [0.5, 0, 1] : [0.5],
    others: group || needs.has('group') ? ['none', 'right', 'wrong', 'both'] : ['none'],
  };
}

/** Texts in the formats that rewards look for, and in none. */
const FORMATS: readonly string[] = [
  'The answer is \\boxed{4}.',
  '<think>Two and two.</think>\nThe answer is \\boxed{4}.',
  '<think>\nTwo and two.\n</think>\n<answer>\n\\boxed{4}\n</answer>',
  '<think>Two and two.</think><answer>4</answer>',
  'Step 1: two.\n\nStep 2: two more.\n\nStep 3: four.\n\nThe answer is \\boxed{4}.\n#### 4',
  '<think>\nTwo and two.\n</think>\n<answer>\n```python\nprint(4)\n```\n</answer>',
  '<think>Add.</think>\nAction: sum\nAction Input: 2, 2\nFinal Answer: 4',
  'four four four four four four four four four four four four',
  '4',
  '',
  'x'.repeat(300),
];

/** Different words, `length` characters in all. */
function wordsOf(length: number): string {
  const words: string[] = [];
  for (let i = 0, size = 0; size < length; i += 1) {
    words.push(`w${i}`);
    size += String(i).length + 2;
  }
  return words.join(' ').slice(0, length);
}

const right = { kind: 'equal', by: 'sampled', steps: 0 } as const;
const wrong = { kind: 'different', by: 'sampled', steps: 0 } as const;

/** The verdict a profile stands for, and what it is worth. */
export function judgement(
  verdict: Profile['verdict'],
  correct: boolean,
): Pick<Facts, 'correct'> & Pick<Required<Facts>, 'verdict'> {
  if (verdict === 'proved' || verdict === 'probable')
    return { correct, verdict: { ...(correct ? right : wrong), certainty: verdict } };
  if (correct) return { correct, verdict: { ...right, certainty: 'proved' } };
  return { correct, verdict: { kind: 'undecided', reason: verdict, detail: 'sampled', steps: 0 } };
}
