import {
  bounds,
  evaluate,
  type Facts,
  type Group,
  needs,
  noMemories,
  type Range,
  type Rollout,
  type Scores,
  signal,
  standardSignals,
} from '../../../../src/rewards/index.js';
import { groupOf } from '../made.js';

export type GivenParams = Parameters<typeof signal>[1];

/** What is known of a group besides its rollouts. */
type Known = Partial<Pick<Group, 'referenceAccuracy' | 'gold'>>;

/** The scores of a standard signal over a group. Fails when the signal threw or gave something that is no number. */
export function scores(
  name: string,
  params: GivenParams,
  rollouts: readonly Rollout[],
  known: Known = {},
): Scores {
  const group = { ...groupOf(...rollouts), ...known };
  const trace = evaluate(signal(name, params), group, noMemories, standardSignals);
  if (trace.note !== undefined) throw new Error(trace.note);
  return trace.scores;
}

/** The score of a single response. */
export const scoreOne = (name: string, params: GivenParams, rollout: Rollout, known: Known = {}) =>
  scores(name, params, [rollout], known)[0];

/** The score of a text of which nothing else is known. */
export const scoreText = (name: string, params: GivenParams, text: string) =>
  scoreOne(name, params, { text, facts: {} });

/** Ranges of a signal: over any data, of right responses, of wrong ones. */
export const rangesOf = (name: string, params: GivenParams): readonly Range[] =>
  [{}, { correct: true }, { correct: false }].map((given) =>
    bounds(signal(name, params), standardSignals, given),
  );

/** What a signal reads besides the text. */
export const needsOf = (name: string, params: GivenParams): readonly string[] =>
  needs(signal(name, params), standardSignals).map(({ need }) => need);

/** A response by its facts, length and text. */
export const response = (facts: Facts = {}, tokens?: number, text = ''): Rollout =>
  tokens === undefined ? { text, facts } : { text, tokens, facts };

/** A right response of a length. */
export const right = (tokens?: number, text = ''): Rollout => response({ correct: true }, tokens, text);

/** A wrong response of a length. */
export const wrong = (tokens?: number, text = ''): Rollout => response({ correct: false }, tokens, text);
