import { ConfigError } from '../../../support/index.js';
import type { PolicyChoice } from '../../../verifiers/index.js';
import type { HuggingFaceTokenizer } from '../../model/huggingface-tokenizer.js';
import type { TrainingProblem } from '../../problem.js';
import type { Task } from '../task.js';
import { verifierJudge } from './judge.js';
import { type PromptOptions, promptOf } from './prompt.js';
import { type Question, statementOf } from './question.js';

/** What a task of questions is made of. */
export interface QuestionsOptions {
  /** Names the task in runs. */
  readonly name: string;
  readonly tokenizer: HuggingFaceTokenizer;
  /** Problems to train on, in order. */
  readonly training: readonly Question[];
  /** Problems to measure on. None of them may be trained on. */
  readonly heldOut: readonly Question[];
  readonly prompt?: PromptOptions;
  /** How the verifier judges; default `strict`. */
  readonly policy?: PolicyChoice;
}

/**
 * Questions with gold answers for a model that is pretrained already: judged by the verifier. Throws {@link ConfigError} where
 * a held-out problem is among those to train on.
 */
export function questionsTask({
  name,
  tokenizer,
  training,
  heldOut,
  prompt = {},
  policy = 'strict',
}: QuestionsOptions): Task {
  const statements = new Map([...training, ...heldOut].map((one) => [one.id, statementOf(one)]));
  const trained = new Set(training.map(({ id }) => id));
  const both = heldOut.find(({ id }) => trained.has(id));
  if (both !== undefined)
    throw new ConfigError(`'${both.id.slice(0, 80)}' is held out and trained on`, 'heldOut');
  const toProblem = (one: Question): TrainingProblem => ({
    id: one.id,
    prompt: promptOf(one, tokenizer, prompt),
    gold: one.answer,
  });
  const problems = training.map(toProblem);
  const measured = heldOut.map(toProblem);
  return {
    name,
    tokenizer,
    judge: verifierJudge((id) => statements.get(id), policy),
    heldOut: (count) => measured.slice(0, count),
    training: (count) => problems.slice(0, count),
    examples: Object.fromEntries(problems.map((problem) => [problem.id, problem])),
    nearMiss: ({ gold }) => nextNumber(gold),
    corpus: () => null,
    document: () => {
      throw new ConfigError(`${name} has no texts to pretrain on: its model comes from a folder`, 'base');
    },
  };
}

/** A number whose last digit is one greater: 12.8 → 12.9, 9 → 10. Throws {@link ConfigError} for an answer that is no decimal. */
function nextNumber(gold: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(gold.trim()) ?? [];
  if (whole === '')
    throw new ConfigError(`'${gold}' is no decimal number: it has no answer a slip away`, 'label');
  const scaled = String(BigInt(whole + fraction) + 1n).padStart(fraction.length + 1, '0');
  const point = scaled.length - fraction.length;
  return `${sign}${scaled.slice(0, point)}${fraction === '' ? '' : `.${scaled.slice(point)}`}`;
}
