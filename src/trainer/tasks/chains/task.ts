import { ConfigError, type Json } from '../../../support/index.js';
import type { Sampled } from '../../policy.js';
import type { Judged, TrainingProblem } from '../../problem.js';
import { derivedRandom } from '../../random.js';
import type { Task } from '../task.js';
import { drawDocument } from './document.js';
import { examples, heldOut, training } from './examples.js';
import { boxedDigit } from './grade.js';
import { drawAuthors, type Habits, messyHabits, type Spread, skillHabits, wordyHabits } from './habits.js';
import type { Lengths } from './problem.js';
import { chainsTokenizer } from './tokenizer.js';

/** What the texts of a phase are like. */
interface Corpus {
  readonly habits: Habits;
  /** How much authors differ. */
  readonly spread: Spread;
  /** Texts are cut off at so many tokens; those of longer chains at twice as many. */
  readonly limit: number;
}

const CORPORA: Readonly<Record<string, Corpus>> = {
  skill: { habits: skillHabits, spread: { style: 0.3, rest: 0.3 }, limit: 72 },
  mess: { habits: messyHabits, spread: { style: 0.5, rest: 0.8 }, limit: 72 },
  wordy: { habits: wordyHabits, spread: { style: 0.5, rest: 0.5 }, limit: 92 },
};

function corpusOf(task: string, [, most]: Lengths, texts: string): Corpus {
  const corpus = Object.hasOwn(CORPORA, texts) ? CORPORA[texts] : undefined;
  if (corpus !== undefined) return most <= 5 ? corpus : { ...corpus, limit: 2 * corpus.limit };
  const names = Object.keys(CORPORA).join(', ');
  throw new ConfigError(`${task} has texts of ${names}; got '${texts}'`, 'base.phases');
}

function chainsTask(name: string, lengths: Lengths): Task {
  return {
    name,
    tokenizer: chainsTokenizer,
    judge,
    heldOut: heldOut(lengths),
    training: training(lengths),
    examples,
    nearMiss: ({ gold }) => String((Number(gold) + 1) % 10),
    // Erasure point: habits are JSON by their types.
    corpus: (texts) => ({ ...corpusOf(name, lengths, texts), lengths }) as unknown as Json,
    document: (texts, baseSeed) => {
      const corpus = corpusOf(name, lengths, texts);
      const number = Object.keys(CORPORA).indexOf(texts);
      const authors = drawAuthors(corpus.habits, corpus.spread, derivedRandom(baseSeed, 1, number));
      const settings = { authors, limit: corpus.limit, lengths };
      return (step, place) => drawDocument(settings, derivedRandom(baseSeed, 2, number, step, place));
    },
  };
}

/** Fold a chain of digits modulo 10, one step at a time; answers are written `box { 7 }` (papers' toy recipe). */
export const chains: Task = chainsTask('chains', [3, 5]);

/** The same with four to nine digits, for models with more room. */
export const longChains: Task = chainsTask('long-chains', [4, 9]);

/** The same with two to ten digits: right answers of widely different lengths. */
export const mixedChains: Task = chainsTask('mixed-chains', [2, 10]);

/** Grades the response alone, by its last box. */
function judge({ gold }: TrainingProblem, { text, tokens }: Sampled): Judged {
  const digit = boxedDigit(text);
  return {
    facts: {
      correct: digit !== null && String(digit) === gold,
      extra: { boxed: Number(digit !== null), tokens: tokens.length },
    },
    boxed: digit !== null,
  };
}
