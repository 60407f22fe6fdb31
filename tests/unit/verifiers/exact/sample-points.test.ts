import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import { breakpointSamples } from '../../../../src/verifiers/exact/breakpoints.js';
import { FloatField } from '../../../../src/verifiers/exact/float-field.js';
import { planPair, sampleMachine } from '../../../../src/verifiers/exact/pair.js';
import {
  mixedSamples,
  type Sample,
  samplePoint,
  shortDyadic,
} from '../../../../src/verifiers/exact/sample-points.js';
import { formula } from '../../../helpers/formula.js';

const values = (sample: Sample): number[] => sample.map((value) => value?.re ?? Number.NaN);

describe('samples', () => {
  test('are the same for the same index, and differ between indices', () => {
    const kinds = ['real', 'real'] as const;
    expect(samplePoint(3, kinds)).toEqual(samplePoint(3, kinds));
    expect(new Set(Array.from({ length: 24 }, (_, k) => JSON.stringify(samplePoint(k, kinds)))).size).toBe(
      24,
    );
  });

  test('respect what the symbol stands for', () => {
    for (let index = 0; index < 24; index++) {
      const [real, whole, positive, complex, bound] = samplePoint(index, [
        'real',
        'integer',
        'positive',
        'complex',
        undefined,
      ]);
      expect(Number.isInteger(real?.re)).toBe(false);
      expect(Number.isInteger(whole?.re)).toBe(true);
      expect(positive?.re).toBeGreaterThan(0);
      expect([real?.im, complex?.im === 0]).toEqual([0, false]);
      expect(bound).toBe(undefined);
    }
  });

  test('have both signs and several sizes', () => {
    const drawn = Array.from({ length: 24 }, (_, k) => values(samplePoint(k, ['real']))[0] ?? 0);
    expect(drawn.some((x) => x < 0) && drawn.some((x) => x > 0)).toBe(true);
    expect(Math.max(...drawn.map(Math.abs))).toBeGreaterThan(20);
    expect(Math.min(...drawn.map(Math.abs))).toBeLessThan(0.5);
  });

  test('are exact in few bits', () => {
    for (const x of [1 / 3, -Math.PI * 1e5, 1e-9]) {
      expect(Math.fround(shortDyadic(x))).toBe(shortDyadic(x));
      expect(Math.abs(shortDyadic(x) / x - 1)).toBeLessThan(2 ** -11);
    }
  });

  test('mixed ones lie between good ones', () => {
    const good: Sample[] = [[{ re: 4, im: 0 }], [{ re: 6, im: 0 }]];
    const mixed = mixedSamples(good, ['real']).map((sample) => values(sample)[0] ?? 0);
    expect(mixed.length).toBeGreaterThanOrEqual(12);
    expect(mixed.filter((x) => x > 4 && x < 6).length).toBeGreaterThan(8);
    expect(mixedSamples([], ['real'])).toEqual([]);
  });
});

describe('breakpoints', () => {
  const around = (a: string, b: string): readonly Sample[] => {
    const pair = planPair(formula(a), formula(b), false, new Budget(100_000));
    const kinds = [...pair.planner.symbols.keys()].map(() => 'real' as const);
    const machineFor = (sample: Sample) => sampleMachine(new FloatField(), pair, sample);
    return breakpointSamples(
      [pair.a, pair.b],
      kinds,
      [samplePoint(0, kinds), samplePoint(2, kinds)],
      machineFor,
    );
  };
  const reached = (a: string, b: string): number[] => around(a, b).map((sample) => values(sample)[0] ?? 0);

  test.each([
    ['abs(3*x-30)', 9, 11],
    ['sqrt((x-7)^2)', 6.5, 7.5],
    ['ln(x-400)', 400, 450],
    ['arcsin(x-50)', 49, 51],
    ['ln(x^2-90)', 9.48, 10.5],
    ['max(x, 1000)', 900, 1100],
  ])('%s: samples between %d and %d', (source, low, high) => {
    expect(reached(source, '0').some((x) => x > low && x < high)).toBe(true);
  });

  test('floors are looked at on integers', () => {
    expect(reached('floor(x)', '0').some(Number.isInteger)).toBe(true);
  });

  test('each symbol moves in turn', () => {
    const samples = around('abs(x-y-20)', '0').map(values);
    expect(samples.some(([x, y]) => (x ?? 0) - (y ?? 0) > 20)).toBe(true);
    expect(samples.some(([x, y]) => (x ?? 0) - (y ?? 0) < 20)).toBe(true);
  });

  test('smooth expressions have none', () => {
    expect(around('sin(x)^2 + x^3', 'e^x')).toEqual([]);
  });
});
