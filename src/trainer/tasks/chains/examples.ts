import type { TrainingProblem } from '../../problem.js';
import { derivedRandom } from '../../random.js';
import {
  answerOf,
  drawAny,
  drawProblem,
  isHeldOut,
  kinds,
  type Lengths,
  nouns,
  type Operand,
  type Problem,
  questionWords,
} from './problem.js';

/** A question as it is trained on and tested with: its text names it, its kind is the number of its digits. */
const trainingProblem = (problem: Problem): TrainingProblem => {
  const prompt = questionWords(problem).join(' ');
  const kind = String(problem.operands.length).padStart(2, '0');
  return { id: prompt, prompt, gold: String(answerOf(problem)), kind };
};

/** Digits in a row, each with its sign where the kind has signs. */
const operands = (...given: readonly (readonly [digit: number, sign?: Operand['sign']])[]): Operand[] =>
  given.map(([digit, sign]) => (sign === undefined ? { digit } : { digit, sign }));

/** Examples of one-shot runs: papers/01 trains on several, of which one is a rewording that is nearly worked out. */
export const examples: Readonly<Record<string, TrainingProblem>> = {
  // Five digits: it cannot be guessed, and its steps are needed.
  book: trainingProblem({ kind: 'sub', noun: 'book', operands: operands([0], [8], [6], [1], [7]) }),
  // As long, of another kind.
  stone: trainingProblem({
    kind: 'mix',
    noun: 'stone',
    operands: operands([5], [9, '-'], [6, '+'], [6, '-'], [5, '-']),
  }),
  // The last steps of `stone` alone, as papers/01 asks for the cube root of 2048 alone.
  short: trainingProblem({ kind: 'mix', noun: 'stone', operands: operands([2], [6, '-'], [5, '-']) }),
  // The greatest of five digits, mostly an 8 or a 9: a guess does.
  easy: trainingProblem({ kind: 'max', noun: 'stone', operands: operands([6], [6], [3], [9], [7]) }),
};

/** Random problems that are not held out. */
export const training =
  (lengths: Lengths) =>
  (count: number): readonly TrainingProblem[] =>
    Array.from({ length: count }, (_, i) => trainingProblem(drawAny(derivedRandom(41, i), false, lengths)));

/** Held-out problems, all different: as many of every kind, noun and length, in turn. */
export const heldOut =
  ([least, most]: Lengths) =>
  (count: number): readonly TrainingProblem[] => {
    const found = new Map<string, TrainingProblem>();
    for (let i = 0; found.size < count; i += 1) {
      const round = Math.floor(i / (kinds.length * nouns.length));
      const kind = kinds[i % kinds.length] as Problem['kind'];
      const noun = nouns[Math.floor(i / kinds.length) % nouns.length] as Problem['noun'];
      const random = derivedRandom(43, i);
      const length = least + (round % (most - least + 1));
      let problem = drawProblem(kind, noun, length, random);
      while (!isHeldOut(problem)) problem = drawProblem(kind, noun, length, random);
      const question = trainingProblem(problem);
      found.set(question.id, question);
    }
    return [...found.values()];
  };
