import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../../src/rewards/history/index.js';
import { rewardByName, standardSignals } from '../../../src/rewards/index.js';
import { rewardBook } from '../../../src/server/book.js';
import { gather } from '../../../src/server/groups.js';
import { Scorer } from '../../../src/server/scorer.js';
import { type Item, readItem } from '../../../src/server/wire/item.js';
import type { Json } from '../../../src/support/index.js';
import { Pool } from '../../../src/verifiers/pool.js';

const item = (fields: { readonly [key: string]: Json }): Item =>
  readItem({ response: '', label: '1', correct: true, problem: 'p', ...fields }, 'items[0]');

describe('step 0 is a step, and not the absence of one', () => {
  test('in the groups of a request', () => {
    const items = [item({ step: 0 }), item({}), item({ step: 1 }), item({ step: 0 })];
    const gathered = gather(items, [null, null, null, null]);
    expect(gathered.map(({ places, stepped, group }) => [places, stepped, group.step])).toEqual([
      [[0, 3], true, 0],
      [[1], false, 0],
      [[2], true, 1],
    ]);
  });

  test('in what a history shows: step 0 sees nothing, no step sees all', async () => {
    const pool = new Pool({ workers: 1 });
    const reward = rewardByName('hapo');
    const scorer = new Scorer({
      pool,
      store: memoryStore(),
      rewards: rewardBook([reward], standardSignals),
    });
    const score = async (fields: { readonly [key: string]: Json }): Promise<number | null> => {
      const [answer] = await scorer.score([item(fields)], null, new AbortController().signal);
      return answer?.reward ?? null;
    };
    try {
      // A right answer of the length that is known already earns 1; one of half that length more.
      expect(await score({ step: 0, tokens: 400, sample: 'a' })).toBe(1);
      expect(await score({ step: 0, tokens: 200, sample: 'b' })).toBe(1);
      expect(await score({ tokens: 100, sample: 'c' })).toBeGreaterThan(1);
      expect(await score({ step: 1, tokens: 50, sample: 'd' })).toBeGreaterThan(1);
      expect(await score({ step: 0, tokens: 25, sample: 'e' })).toBe(1);
    } finally {
      await pool.close();
    }
  });
});
