import type { Sampled } from '../../policy.js';
import type { Judged, TrainingProblem } from '../../problem.js';
import { derivedRandom } from '../../random.js';
import type { Task } from '../task.js';
import { drawDocument } from './document.js';
import { boxedDigit } from './grade.js';
import { type Authors, drawAuthors, type Habits, messyHabits, skillHabits, wordyHabits } from './habits.js';
import {
  answerOf,
  drawAny,
  drawProblem,
  isHeldOut,
  kinds,
  nouns,
  type Problem,
  questionWords,
} from './problem.js';
import { chainsTokenizer } from './tokenizer.js';

/** Texts are cut off at so many tokens. */
const TEXT_TOKENS: Readonly<Record<string, number>> = { skill: 72, mess: 72, wordy: 92 };

const PHASES: Readonly<Record<string, { readonly habits: Habits; readonly spread: number }>> = {
  skill: { habits: skillHabits, spread: 0.3 },
  mess: { habits: messyHabits, spread: 0.8 },
  wordy: { habits: wordyHabits, spread: 0.5 },
};

/** Fold a chain of digits modulo 10, one step at a time; answers are written `box { 7 }` (papers' toy recipe). */
export const chains: Task = {
  name: 'chains',
  tokenizer: chainsTokenizer,
  model: {
    vocabSize: chainsTokenizer.vocabSize,
    hiddenSize: 64,
    intermediateSize: 192,
    layers: 2,
    heads: 4,
    keyValueHeads: 4,
    headSize: 16,
    ropeTheta: 10_000,
    normEpsilon: 1e-6,
    attentionBias: false,
    tiedEmbeddings: false,
    maxPositions: 256,
  },
  judge,
  heldOut: (count) => evenly(count, true),
  training: (count) => [oneExample, ...drawn(count - 1)].slice(0, count),
  document: (phase, baseSeed) => {
    const { habits, spread } = PHASES[phase] ?? { habits: skillHabits, spread: 0.3 };
    const authors: Authors = drawAuthors(
      habits,
      spread,
      derivedRandom(baseSeed, 1, Object.keys(PHASES).indexOf(phase)),
    );
    const limit = TEXT_TOKENS[phase] ?? 72;
    return (step, place) => drawDocument(authors, limit, derivedRandom(baseSeed, 2, step, place));
  },
};

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

const trainingProblem = (problem: Problem): TrainingProblem => {
  const prompt = questionWords(problem).join(' ');
  return { id: prompt, prompt, gold: String(answerOf(problem)) };
};

/** Five operands: it cannot be guessed, and its steps are needed. */
const oneExample: TrainingProblem = trainingProblem({
  kind: 'mix',
  noun: 'stone',
  operands: [
    { digit: 5 },
    { digit: 9, sign: '-' },
    { digit: 6, sign: '+' },
    { digit: 6, sign: '-' },
    { digit: 5, sign: '-' },
  ],
});

const drawn = (count: number): readonly TrainingProblem[] =>
  Array.from({ length: Math.max(0, count) }, (_, i) => trainingProblem(drawAny(derivedRandom(41, i), false)));

/** The same number of problems of every kind and noun, lengths 3, 4, 5, 3, …, all different. */
function evenly(count: number, heldOut: boolean): readonly TrainingProblem[] {
  const found = new Map<string, TrainingProblem>();
  for (let i = 0; found.size < count; i += 1) {
    const cell = i % (kinds.length * nouns.length);
    const round = Math.floor(i / (kinds.length * nouns.length));
    const kind = kinds[cell % kinds.length] as Problem['kind'];
    const noun = nouns[Math.floor(cell / kinds.length)] as Problem['noun'];
    const random = derivedRandom(43, i);
    const problem = drawnUntil(() => drawProblem(kind, noun, 3 + (round % 3), random), heldOut);
    found.set(problem.id, problem);
  }
  return [...found.values()];
}

/** Draws until a problem is held out, or is not. */
function drawnUntil(next: () => Problem, heldOut: boolean): TrainingProblem {
  for (;;) {
    const problem = next();
    if (isHeldOut(problem) === heldOut) return trainingProblem(problem);
  }
}
