import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  asProblemId,
  bounds,
  type Group,
  like,
  presetNames,
  type Rollout,
  score,
  standardSignals,
} from '../../../../src/rewards/index.js';
import { root } from '../../../helpers/source-files.js';

/** One call of a stack's own function: what went in and the numbers that came out. */
interface Row {
  readonly preset: string;
  readonly params: Readonly<Record<string, number | string | boolean>>;
  readonly gold?: string;
  readonly rollouts: readonly RowRollout[];
  readonly scores: readonly (number | null)[];
}

interface RowRollout {
  readonly text?: string;
  readonly tokens?: number;
  readonly tokenIds?: readonly number[];
  readonly finish?: 'stop' | 'length';
  readonly correct?: boolean | null;
  readonly passRate?: number;
}

const rows: readonly Row[] = readFileSync(join(root, 'fixtures/rewards/conformance.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const rolloutOf = ({ text = '', tokens, tokenIds, finish, correct, passRate }: RowRollout): Rollout => ({
  text,
  ...(tokens !== undefined && { tokens }),
  ...(finish !== undefined && { finish }),
  facts: {
    ...(correct !== undefined && { correct }),
    ...(tokenIds !== undefined && { tokenIds }),
    ...(passRate !== undefined && { extra: { passRate } }),
  },
});

const groupOf = ({ rollouts, gold }: Row): Group => ({
  problem: asProblemId('p'),
  step: 0,
  rollouts: rollouts.map(rolloutOf),
  ...(gold !== undefined && { gold }),
});

/** Their histories make them streams: see worked.test.ts. */
const ELSEWHERE = ['hapo:cosine', 'hapo:linear'];

test('every preset is compared', () => {
  const compared = new Set(rows.map(({ preset }) => preset));
  expect([...compared, ...ELSEWHERE].sort()).toEqual([...presetNames()].sort());
});

describe.each(presetNames().filter((name) => !ELSEWHERE.includes(name)))('%s', (name) => {
  const own = rows.filter(({ preset }) => preset === name);

  test('gives the numbers of the stack within 1e-12', () => {
    for (const row of own) {
      const { rewardsG } = score(like(name, row.params), groupOf(row));
      for (const [i, wanted] of row.scores.entries()) {
        const got = rewardsG[i] ?? null;
        const place = `${JSON.stringify(row.params)} ${JSON.stringify(row.rollouts[i])}`;
        if (wanted === null) expect(got, place).toBeNull();
        else expect(Math.abs((got ?? Number.NaN) - wanted), place).toBeLessThanOrEqual(1e-12);
      }
    }
  });

  test('has bounds that hold them', () => {
    for (const row of own) {
      const { term } = like(name, row.params);
      const [low, high] = bounds(term, standardSignals);
      for (const value of row.scores) {
        if (value === null) continue;
        expect(value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
      }
    }
  });
});
