import type { DecoderConfig } from '../model/config.js';
import type { Tokenizer } from '../model/tokenizer.js';
import type { Judge, TrainingProblem } from '../problem.js';

/** Problems of one kind, self-made, with the tiny model that learns them. */
export interface Task {
  readonly name: string;
  readonly tokenizer: Tokenizer;
  /** The model whose base is pretrained on the task's texts. */
  readonly model: DecoderConfig;
  readonly judge: Judge;
  /** A fixed set of problems never trained on. */
  heldOut(count: number): readonly TrainingProblem[];
  /** Problems to train on: the first is the one example of one-shot runs. */
  training(count: number): readonly TrainingProblem[];
  /** A text of the corpus of a phase. */
  document(phase: string, baseSeed: number): (step: number, place: number) => readonly number[];
}
