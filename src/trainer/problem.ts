import type { Facts } from '../rewards/index.js';
import type { Sampled } from './policy.js';

/** A problem to be trained or tested on. */
export interface TrainingProblem {
  /** Names it across steps: the key of histories. */
  readonly id: string;
  /** The text the policy goes on from. */
  readonly prompt: string;
  readonly gold: string;
  /** Which sort of problem it is: evaluations tell kinds apart. */
  readonly kind?: string;
}

/** What a judge says of a response: facts for the reward, and whether it gave an answer in the form that was asked for. */
export interface Judged {
  readonly facts: Facts;
  readonly boxed: boolean;
}

/** Tells what is known of a response. Bounded and deterministic: the verifier with its policy, or a task's own rule. */
export type Judge = (problem: TrainingProblem, response: Sampled) => Judged;
