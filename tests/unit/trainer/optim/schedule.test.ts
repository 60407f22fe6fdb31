import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateFactor, type Schedule } from '../../../../src/trainer/optim/schedule.js';

const over = (schedule: Schedule, steps: number): number[] =>
  Array.from({ length: steps }, (_, step) => rateFactor(schedule, step, steps));

const near = (values: readonly number[]): unknown => values.map((value) => expect.closeTo(value, 12));

describe('a schedule', () => {
  test.each<[string, Schedule, readonly number[]]>([
    ['constant', {}, [1, 1, 1, 1]],
    ['warm-up', { warmup: 4 }, [0.25, 0.5, 0.75, 1, 1, 1]],
    ['a line down to 0 after the last step', { decay: 'linear' }, [1, 0.75, 0.5, 0.25]],
    ['a line after a warm-up', { warmup: 2, decay: 'linear' }, [0.5, 1, 1, 0.75, 0.5, 0.25]],
    ['a line to a floor', { decay: 'linear', floor: 0.2 }, [1, 0.8, 0.6, 0.4]],
    ['level first', { decay: 'linear', decayFrom: 0.5 }, [1, 1, 1, 1, 1, 0.75, 0.5, 0.25]],
    ['half a cosine', { decay: 'cosine' }, [1, (1 + Math.SQRT1_2) / 2, 0.5, (1 - Math.SQRT1_2) / 2]],
    ['a warm-up longer than the run', { warmup: 8, decay: 'cosine' }, [0.125, 0.25]],
  ])('%s', (_, schedule, expected) => expect(over(schedule, expected.length)).toEqual(near(expected)));

  test('stays in [0, 1], never falls in the warm-up and never rises after it', () => {
    const schedules = fc.record({
      warmup: fc.integer({ min: 0, max: 20 }),
      decay: fc.constantFrom('constant' as const, 'linear' as const, 'cosine' as const),
      decayFrom: fc.double({ min: 0, max: 1, noNaN: true }),
      floor: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(schedules, fc.integer({ min: 1, max: 40 }), (schedule, steps) => {
        const factors = over(schedule, steps + 3);
        for (const [step, factor] of factors.entries()) {
          expect(factor).toBeGreaterThan(-1e-12);
          expect(factor).toBeLessThanOrEqual(1);
          if (step > 0 && step < schedule.warmup) expect(factor).toBeGreaterThan(factors[step - 1] as number);
          if (step > schedule.warmup) expect(factor).toBeLessThanOrEqual(factors[step - 1] as number);
        }
      }),
    );
  });
});
