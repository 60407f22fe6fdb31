import type { Scores } from '../../../../src/rewards/index.js';
import type { TrainingProblem } from '../../../../src/trainer/problem.js';
import type { PromptStream } from '../../../../src/trainer/streams/stream.js';

/** Problems p0, p1, … */
export const problems = (count: number): readonly TrainingProblem[] =>
  Array.from({ length: count }, (_, i) => ({ id: `p${i}`, prompt: `p${i}`, gold: '' }));

/** A sampler whose rewards are a function of the problem's number and the round; it counts what it was asked for. */
export interface FakeRoll {
  readonly rounds: string[][];
  readonly rewards: (problem: number, round: number) => Scores;
}

export const rewardsBy = (rewards: FakeRoll['rewards']): FakeRoll => ({ rounds: [], rewards });

/** Fills a step; the ids it trains on. */
export async function filled(stream: PromptStream, roll: FakeRoll): Promise<readonly string[]> {
  const kept = await stream.fill((asked) => {
    roll.rounds.push(asked.map(({ id }) => id));
    const round = roll.rounds.length - 1;
    return Promise.resolve(
      asked.map((problem) => ({ problem, rewards: roll.rewards(Number(problem.id.slice(1)), round) })),
    );
  });
  return kept.map(({ problem }) => problem.id);
}
