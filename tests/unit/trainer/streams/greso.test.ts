import { describe, expect, test } from 'vitest';
import { derivedRandom } from '../../../../src/trainer/random.js';
import { promptStream, type StreamSettings } from '../../../../src/trainer/streams/index.js';
import type { PromptStream } from '../../../../src/trainer/streams/stream.js';
import { type FakeRoll, filled, problems, rewardsBy } from './helpers.js';

const stream = (settings: Partial<StreamSettings> = {}, count = 40, prompts = 8): PromptStream =>
  promptStream({ kind: 'greso', ...settings } as StreamSettings, problems(count), { prompts, seed: 5 });

const responsesOf = (roll: FakeRoll): number => roll.rounds.flat().length;

describe('GRESO', () => {
  test('the first round, of which nothing is known, is as large as it may be; problems never seen are not skipped', async () => {
    const roll = rewardsBy(() => [0, 1]);
    expect(await filled(stream(), roll)).toHaveLength(8);
    expect(roll.rounds).toEqual([problems(12).map(({ id }) => id)]);
  });

  test('goes on in rounds until the step is full, each sized by the last', async () => {
    // Three quarters are flat: the most, 5 groups missing at 0.75 ask for more than the most, and 2 for ten problems.
    const roll = rewardsBy((problem) => (problem % 4 === 0 ? [0, 1] : [1, 1]));
    const kept = await filled(stream({}, 200), roll);
    expect(kept).toEqual(['p0', 'p4', 'p8', 'p12', 'p16', 'p20', 'p24', 'p28']);
    expect(roll.rounds.map((round) => round.length)).toEqual([12, 12, 10]);
  });

  test('a round that should fill the step is the last, even when it does not', async () => {
    const roll = rewardsBy((_, round) => (round === 1 ? [1, 1] : [0, 1]));
    const some = stream({}, 200);
    await filled(some, roll);
    // All of the last round was informative, so ten problems are asked for eight groups: none turns out informative.
    expect(await filled(some, roll)).toEqual([]);
    expect(roll.rounds.map((round) => round.length)).toEqual([12, 10]);
  });

  test('at the cap of rounds trains on what it has', async () => {
    const roll = rewardsBy(() => [0, 0]);
    expect(await filled(stream({ rounds: 3 } as Partial<StreamSettings>), roll)).toEqual([]);
    expect(roll.rounds).toHaveLength(3);
  });

  test('problems that teach nothing are seen less and less, and informative ones not', async () => {
    const roll = rewardsBy((problem) => (problem < 20 ? [1, 1] : [0, 1]));
    const some = stream();
    for (let step = 0; step < 60; step += 1) await filled(some, roll);
    const seen = roll.rounds.flat().map((id) => Number(id.slice(1)));
    const late = seen.slice(-200);
    expect(late.filter((problem) => problem < 20).length).toBeLessThan(20);
    expect(new Set(late.filter((problem) => problem >= 20)).size).toBe(20);
  });

  test('a pool that is all solved still yields a round, and the run goes on', async () => {
    const roll = rewardsBy(() => [1, 1]);
    const some = stream({}, 3, 4);
    for (let step = 0; step < 30; step += 1) expect(await filled(some, roll)).toEqual([]);
    for (const round of roll.rounds) expect(round.length).toBeGreaterThan(0);
  });

  test('restored, goes on alike', async () => {
    const rewards = (problem: number, round: number): number[] => [
      derivedRandom(1, problem, round).unit() < problem / 40 ? 1 : 0,
      derivedRandom(2, problem, round).unit() < problem / 40 ? 1 : 0,
    ];
    const through = stream({ shuffle: true });
    const roll = rewardsBy(rewards);
    for (let step = 0; step < 20; step += 1) await filled(through, roll);
    const kept = JSON.parse(JSON.stringify(through.state()));
    const resumed = stream({ shuffle: true });
    resumed.restore(kept);
    expect(resumed.state()).toEqual(kept);
    const copy = (): FakeRoll => ({ rounds: [...roll.rounds], rewards });
    const [one, other] = [copy(), copy()];
    for (let step = 0; step < 5; step += 1)
      expect(await filled(resumed, one)).toEqual(await filled(through, other));
    expect(one.rounds).toEqual(other.rounds);
  });

  // papers/03 §5: 40 % near 1, 20 % near 0, the rest between, drifting upwards.
  test('needs at least 1.3 times fewer rollouts than dynamic sampling for as many informative groups', async () => {
    const spent = async (kind: 'dynamic' | 'greso'): Promise<number> => {
      const roll = rewardsBy((problem, round) => {
        const place = problem % 10;
        const start = place < 4 ? 0.985 : place < 6 ? 0.01 : 0.15 + 0.1 * place - 0.4;
        const p = Math.min(1, start + 0.0005 * round);
        return Array.from({ length: 8 }, (_, i) => Number(derivedRandom(9, problem, round, i).unit() < p));
      });
      const some = promptStream({ kind, rounds: 100, shuffle: true }, problems(600), {
        prompts: 64,
        seed: 1,
      });
      let groups = 0;
      while (groups < 60 * 64) groups += (await filled(some, roll)).length;
      return responsesOf(roll);
    };
    expect((await spent('dynamic')) / (await spent('greso'))).toBeGreaterThan(1.3);
  });
});
