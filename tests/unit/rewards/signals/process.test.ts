import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipSteps, deltaSteps, stepReturns } from '../../../../src/rewards/index.js';
import { needsOf, rangesOf, response, right, scoreOne, scores } from './scored.js';

const R = [0.9, 0.8, 0.95, 0.7];
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));
const of = (name: string, stepScores: readonly number[], params: Parameters<typeof scoreOne>[1] = {}) =>
  scoreOne(name, params, response({ stepScores }));

describe('worths of steps', () => {
  test('13.clip', () => {
    expect(clipSteps(R, 0.9)).toEqual(close([0, -0.1, 0, -0.2]));
    expect(clipSteps(R, 0.5)).toEqual([0, 0, 0, 0]);
  });
  test('13.delta', () => {
    expect(deltaSteps(R)).toEqual(close([0.1, -0.15, 0.95, 0]));
    expect(stepReturns(deltaSteps(R), 1, true)).toEqual(close([1.9, 1.8, 1.95, 1]));
  });
  test('13.clipdelta', () => {
    const worths = deltaSteps(clipSteps(R, 0.9));
    expect(worths).toEqual(close([0.1, -0.1, 0, 0]));
    expect(stepReturns(worths, 0.02, true)).toEqual(close([1, 0.998, 1, 1]));
  });
  test('13.K1, 13.K2', () => {
    expect(deltaSteps([0.7])).toEqual([0]);
    expect(deltaSteps([0.7, 0.4])).toEqual([0.7, 0]);
    expect(deltaSteps([])).toEqual([]);
    expect(stepReturns([], 1, true)).toEqual([]);
    expect(stepReturns([0.5], 2, false)).toEqual([1]);
  });
});

describe('signals', () => {
  const repeated = Array.from({ length: 20 }, () => 0.8);
  test.each([
    ['process-sum', repeated, {}, 16],
    ['process-clip', repeated, { eta: 0.9 }, -2],
    ['process-clip', repeated, { eta: 0.5 }, 0],
    ['process-delta', repeated, {}, 0.8],
    ['process-delta', repeated.slice(0, 2), {}, 0.8],
    ['process-delta', [0.8], {}, 0],
    ['process-clip', R, { eta: 0.9 }, -0.3],
    ['process-clip-delta', R, { eta: 0.9 }, 0],
    ['process-clip-delta', [0.7, 0.9], { eta: 0.9 }, -0.2],
    ['process-clip-delta', [0.7], { eta: 0.9 }, 0],
    ['process-sum', [], {}, 0],
    ['process-delta', [], {}, 0],
    ['process-sum', [3, -3, 0.5], {}, 1.5],
    ['process-sum', [3, -3, 0.5], { least: -2, greatest: 2 }, 0.5],
    ['process-sum', [3, -3, 0.5], { least: 2, greatest: -2 }, 0.5],
    ['process-delta', [3, 0], {}, 1],
    ['process-clip', [-3], { eta: 0.5 }, -0.5],
    ['process-clip-delta', [-3, 1], { eta: 0.5 }, -0.5],
  ])('%s of %j %j', (name, steps, params, wanted) => expect(of(name, steps, params)).toBeCloseTo(wanted, 12));

  test.each(['process-sum', 'process-clip', 'process-delta', 'process-clip-delta'])(
    '%s without its facts',
    (name) => {
      const params = name.includes('clip') ? { eta: 0.5 } : {};
      const broken = response({ stepScores: [0.5, Number.NaN] });
      expect(scores(name, params, [right(), broken])).toEqual([null, null]);
      expect(needsOf(name, params)).toEqual(['stepScores']);
    },
  );

  test('eta has no default', () =>
    expect(() => of('process-clip', R)).toThrow(/params\.eta must be given: a number .* \(score from which/));

  test('ranges', () => {
    const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    expect(rangesOf('process-sum', {})[0]).toEqual([0, high]);
    expect(rangesOf('process-sum', { least: -1 })[0]).toEqual([low, high]);
    expect(rangesOf('process-sum', { least: -1, greatest: 0 })[0]).toEqual([low, 0]);
    expect(rangesOf('process-clip', { eta: 0.5 })[0]).toEqual([low, 0]);
    expect(rangesOf('process-clip', { eta: 0 })[0]).toEqual([0, 0]);
    expect(rangesOf('process-delta', {})[0]).toEqual([0, 1]);
    expect(rangesOf('process-delta', { least: 0.2, greatest: 0.4 })[0]).toEqual([0, 0.4]);
    expect(rangesOf('process-delta', { least: -3, greatest: -2 })[0]).toEqual([-3, 0]);
    expect(rangesOf('process-clip-delta', { eta: 0.75 })[0]).toEqual([-0.75, 0]);
    expect(rangesOf('process-clip-delta', { eta: -1 })[0]).toEqual([0, 0]);
  });
});

describe('laws', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const steps = fc.array(share, { minLength: 1, maxLength: 12 });

  test('clip never pays, nor does one more step, nor a higher eta', () => {
    fc.assert(
      fc.property(steps, share, share, share, (all, more, a, b) => {
        const eta = Math.min(a, b);
        const clipped = Number(of('process-clip', all, { eta }));
        expect(clipped).toBeLessThanOrEqual(0);
        expect(of('process-clip', [...all, more], { eta })).toBeLessThanOrEqual(clipped);
        expect(of('process-clip', all, { eta: Math.max(a, b) })).toBeLessThanOrEqual(clipped);
        expect(clipped === 0).toBe(all.every((each) => each >= eta));
      }),
    );
  });

  test('delta is the first score, however often a step is repeated, and forgets the last', () => {
    fc.assert(
      fc.property(steps, fc.nat(), share, (all, pick, last) => {
        const total = Number(of('process-delta', all));
        const sum = deltaSteps(all).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(total, 10);
        expect(total).toBe(all.length > 1 ? all[0] : 0);
        const at = pick % all.length;
        const repeated = [...all.slice(0, at), Number(all[at]), ...all.slice(at)];
        if (all.length > 1) expect(of('process-delta', repeated)).toBe(total);
        if (all.length > 1) expect(of('process-delta', [...all.slice(0, -1), last])).toBe(total);
      }),
    );
  });

  test('what is to come under delta is alpha·r + verdict, for the last step the verdict alone', () => {
    fc.assert(
      fc.property(steps, share, fc.boolean(), (all, alpha, correct) => {
        const base = correct ? 1 : 0;
        const wanted = all.map((each, k) => (k === all.length - 1 ? base : alpha * each + base));
        const found = stepReturns(deltaSteps(all), alpha, correct);
        expect(found).toEqual(wanted.map((value) => expect.closeTo(value, 10)));
      }),
    );
  });
});
