import { describe, expect, test } from 'vitest';
import { isFlat } from '../../../../src/trainer/streams/flat.js';
import { promptStream, type StreamSettings } from '../../../../src/trainer/streams/index.js';
import { filled, problems, rewardsBy } from './helpers.js';

const stream = (settings: Partial<StreamSettings> = {}, count = 100, prompts = 4) =>
  promptStream({ kind: 'dynamic', ...settings } as StreamSettings, problems(count), { prompts, seed: 5 });

const informative = [0, 1];
const flat = [1, 1];

describe('a group without spread', () => {
  test.each([
    [[1, 1, 1], true],
    [[0.1, 0.1], true],
    [[1, 0.1], false],
    [[1, null, 1], true],
    [[null, null], true],
    [[], true],
    [[null, 0, 1], false],
  ])('%j: %s', (rewards, expected) => expect(isFlat(rewards)).toBe(expected));
});

describe('dynamic sampling', () => {
  test('samples rounds until the step is full, and keeps informative groups alone', async () => {
    const roll = rewardsBy((problem) => (problem % 2 === 0 ? informative : flat));
    expect(await filled(stream(), roll)).toEqual(['p0', 'p2', 'p4', 'p6']);
    expect(roll.rounds).toEqual([
      ['p0', 'p1', 'p2', 'p3'],
      ['p4', 'p5', 'p6', 'p7'],
    ]);
  });

  test('stops at the first full round; what is over is thrown away', async () => {
    const roll = rewardsBy(() => informative);
    const some = stream({ round: 6 } as Partial<StreamSettings>);
    expect(await filled(some, roll)).toEqual(['p0', 'p1', 'p2', 'p3']);
    expect(roll.rounds).toHaveLength(1);
    expect((await filled(some, roll))[0]).toBe('p6');
  });

  test('at the cap of rounds trains on what it has', async () => {
    const roll = rewardsBy((problem) => (problem === 3 ? informative : flat));
    expect(await filled(stream({ rounds: 3 } as Partial<StreamSettings>), roll)).toEqual(['p3']);
    expect(roll.rounds).toHaveLength(3);
  });

  test('without any informative group the step is empty, after ten rounds', async () => {
    const roll = rewardsBy(() => flat);
    expect(await filled(stream(), roll)).toEqual([]);
    expect(roll.rounds).toHaveLength(10);
  });

  test('restored, goes on alike', async () => {
    const roll = rewardsBy((problem) => (problem % 3 === 0 ? informative : flat));
    const [one, other] = [stream({ shuffle: true }, 11), stream({ shuffle: true }, 11)];
    for (let step = 0; step < 4; step += 1) await filled(one, roll);
    other.restore(JSON.parse(JSON.stringify(one.state())));
    expect(await filled(other, roll)).toEqual(await filled(one, roll));
  });

  test.each([{ rounds: 0 }, { round: 2.5 }, { prompts: 0 }])('sizes below 1 are refused: %j', (wrong) => {
    const prompts = 'prompts' in wrong ? wrong.prompts : 4;
    expect(() => stream(wrong as Partial<StreamSettings>, 5, prompts)).toThrow('at least 1');
  });
});
