import type { Json } from '../../support/index.js';
import type { Tokenizer } from '../model/tokenizer.js';
import type { Judge, TrainingProblem } from '../problem.js';

/** Problems of one kind, self-made, with the texts that a tiny model learns them from. */
export interface Task {
  readonly name: string;
  readonly tokenizer: Tokenizer;
  readonly judge: Judge;
  /** A fixed set of problems never trained on. */
  heldOut(count: number): readonly TrainingProblem[];
  /** Problems to train on, none of them held out; the same ones come first whatever the count. */
  training(count: number): readonly TrainingProblem[];
  /** Single problems by name, for runs on one example. */
  readonly examples: Readonly<Record<string, TrainingProblem>>;
  /** An answer that is a slip away from the right one. */
  nearMiss(problem: TrainingProblem): string;
  /** What texts of that name are like: all that their distribution follows from, for the name of a base. */
  corpus(texts: string): Json;
  /** A text of the corpus of a phase. */
  document(phase: string, baseSeed: number): (step: number, place: number) => readonly number[];
}
