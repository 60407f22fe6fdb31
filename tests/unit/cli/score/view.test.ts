import { describe, expect, test } from 'vitest';
import { Running, ScoreTally } from '../../../../src/cli/score/tally.js';
import { averaged, decimal, trendLine } from '../../../../src/cli/score/view.js';

test.each([
  [0, '0.000'],
  [-0, '0.000'],
  [2.78e-17, '0.000'],
  [0.5, '0.500'],
  [-1.2345, '-1.234'],
  [0.0001, '1.00e-4'],
  [1234567, '1.23e+6'],
])('%d as %s', (value, text) => expect(decimal(value)).toBe(text));

describe('trends', () => {
  test('from the least to the greatest', () => expect(trendLine([0, 5, 10], 9)).toBe('▁▅█'));
  test('a constant is flat', () => expect(trendLine([3, 3, 3], 9)).toBe('▁▁▁'));
  test('long ones are averaged down', () => {
    expect(averaged([1, 3, 5, 7, 9], 2)).toEqual([2, 7]);
    expect(
      trendLine(
        Array.from({ length: 1000 }, (_, i) => i),
        20,
      ),
    ).toHaveLength(20);
  });
});

test('running mean and sample spread', () => {
  const running = new Running();
  for (const value of [1e9 + 1, 1e9 + 2, 1e9 + 3]) running.add(value);
  expect(running.mean).toBe(1e9 + 2);
  expect(running.std).toBeCloseTo(1, 9);
  expect(new Running().std).toBe(0);
});

describe('a tally', () => {
  const row = (
    value: number | null,
    correct: boolean | null | undefined,
    terms: Record<string, number | null> = {},
  ) => ({ row: {}, correct, reward: { value, terms } }) as never;
  test('counts what is there; abstentions are in n alone', () => {
    const tally = new ScoreTally();
    tally.add([row(1, true, { a: 2 }), row(null, null, { a: null }), row(0, false, { a: 4 })]);
    expect(tally.summary()).toEqual({
      rollouts: 3,
      groups: 1,
      scored: 2,
      mean: 0.5,
      std: Math.SQRT1_2,
      accuracy: 0.5,
      flat: 0,
      terms: { a: 3 },
    });
  });
  test('a flat group is one of two and more whose rewards are all equal', () => {
    const tally = new ScoreTally();
    tally.add([row(1, true), row(1, true)]);
    tally.add([row(1, true)]);
    tally.add([row(1, true), row(0, false)]);
    expect(tally.flat).toBe(1);
  });
  test('of nothing has no mean and no accuracy', () =>
    expect(new ScoreTally().summary()).toMatchObject({ mean: null, accuracy: null, rollouts: 0 }));
});
