import { describe, expect, test } from 'vitest';
import { promptStream } from '../../../../src/trainer/streams/index.js';
import { filled, problems, rewardsBy } from './helpers.js';

const stream = (count: number, shuffle = false, prompts = 4) =>
  promptStream({ kind: 'in-turn', shuffle }, problems(count), { prompts, seed: 5 });

describe('in turn', () => {
  test('goes through the pool over and over, and keeps all', async () => {
    const some = stream(6);
    const roll = rewardsBy(() => [1, 1]);
    expect(await filled(some, roll)).toEqual(['p0', 'p1', 'p2', 'p3']);
    expect(await filled(some, roll)).toEqual(['p4', 'p5', 'p0', 'p1']);
  });

  test('one example fills a step with groups of its own', async () => {
    expect(
      await filled(
        stream(1),
        rewardsBy(() => [0]),
      ),
    ).toEqual(['p0', 'p0', 'p0', 'p0']);
  });

  test('shuffled, every epoch is another order of the whole pool', async () => {
    const some = stream(8, true, 8);
    const epochs = [
      await filled(
        some,
        rewardsBy(() => [0]),
      ),
      await filled(
        some,
        rewardsBy(() => [0]),
      ),
    ];
    for (const epoch of epochs) expect([...epoch].sort()).toEqual(problems(8).map(({ id }) => id));
    expect(epochs[0]).not.toEqual(epochs[1]);
    expect(epochs[0]).not.toEqual(problems(8).map(({ id }) => id));
  });

  test.each([false, true])('restored, goes on alike (shuffle %s)', async (shuffle) => {
    const [one, other] = [stream(7, shuffle), stream(7, shuffle)];
    const roll = rewardsBy(() => [0]);
    for (let step = 0; step < 3; step += 1) await filled(one, roll);
    other.restore(JSON.parse(JSON.stringify(one.state())));
    expect(await filled(other, roll)).toEqual(await filled(one, roll));
  });

  test('no problems are refused', () => {
    expect(() => stream(0)).toThrow('at least one problem');
  });
});
