import { describe, expect, test } from 'vitest';
import { judgement, profileChoices, readsOf, settingChoices } from '../../../../src/rewards/check/samples.js';
import {
  completeTerm,
  product,
  signal,
  standardSignals,
  sum,
  type Term,
} from '../../../../src/rewards/index.js';

const reads = (term: Term) => readsOf(completeTerm(term), standardSignals);
const choices = (term: Term) => profileChoices(reads(term));

describe('what a term reads', () => {
  test('needs, numbers where formulas may bend, and names', () => {
    const { needs, numbers, limits, names } = reads(
      sum({
        overlong: [1, signal('soft-overlong', { most: 4096, buffer: 1024 })],
        slope: [1, signal('fact', { name: 'judge', min: -0.25, max: 0.5 })],
      }),
    );
    expect([...needs].sort()).toEqual(['extra', 'tokens']);
    expect(numbers).toEqual(expect.arrayContaining([4096, 1024, 3072, 2, 0.5]));
    expect(numbers.every((n) => n > 0)).toBe(true);
    expect(limits).toEqual(expect.arrayContaining([-0.25, 0.5, 4096]));
    expect(names).toContain('judge');
  });
});

describe('the values to try', () => {
  test('fields that are not read keep one value', () => {
    const { text, ...others } = choices(signal('correct'));
    for (const values of Object.values(others)) expect(values.length).toBe(1);
    expect(text.length).toBeGreaterThan(10);
    expect(choices(signal('correct')).tokens).toEqual([100]);
  });
  test('lengths stand around every bend: before, at, behind, far behind', () => {
    const { tokens } = choices(signal('soft-overlong', { most: 4096, buffer: 1024 }));
    expect(tokens).toEqual(expect.arrayContaining([0, 1, 3071, 3072, 3073, 4095, 4096, 4097, 8192, 100_000]));
    expect(tokens.every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
    expect(new Set(tokens).size).toBe(tokens.length);
  });
  test('facts that are read have their ends among them', () => {
    const made = choices(
      product(
        signal('entropy', { most: 7 }),
        signal('qwen25-math'),
        signal('stop-properly'),
        signal('adaptthink'),
        signal('fact', { name: 'x', min: -3, max: 8 }),
      ),
    );
    expect(made.meanEntropy).toEqual(expect.arrayContaining([0, 7]));
    expect(made.modelScore).toEqual(expect.arrayContaining([-10_000, 0, 10_000]));
    expect(made.finish).toEqual(['stop', 'length']);
    expect(made.noThinking).toEqual([false, true]);
    expect(made.extra).toEqual(expect.arrayContaining([-3, 8]));
  });
  test('texts have formats and lengths', () => {
    const { text } = choices(signal('long-block'));
    expect(text).toEqual(expect.arrayContaining(['', '4']));
    expect(text.map((one) => one.length)).toEqual(expect.arrayContaining([100, 99, 101, 200]));
    expect(Math.max(...text.map((one) => one.length))).toBeLessThanOrEqual(20_000);
  });
  test('settings', () => {
    const plain = settingChoices(reads(signal('correct')), [], false);
    expect(plain).toEqual({ step: [0], history: [null], referenceAccuracy: [0.5], others: ['none'] });
    const hapo = settingChoices(reads(signal('hapo')), [-3, 2.5, 7], false);
    expect(hapo.step).toEqual([0, 0, 3, 7]);
    expect(hapo.history).toEqual(expect.arrayContaining([null, 100, 0, 1]));
    expect(settingChoices(reads(signal('kimi-length')), [], false).others.length).toBe(4);
    expect(settingChoices(reads(signal('correct')), [], true).others.length).toBe(4);
    expect(settingChoices(reads(signal('adaptthink')), [], false).referenceAccuracy).toEqual([0.5, 0, 1]);
  });
});

describe('a verdict agrees with what it is worth', () => {
  test.each([
    ['proved', true, { kind: 'equal', certainty: 'proved' }],
    ['probable', true, { kind: 'equal', certainty: 'probable' }],
    ['no-answer', true, { kind: 'equal', certainty: 'proved' }],
    ['proved', false, { kind: 'different', certainty: 'proved' }],
    ['probable', false, { kind: 'different', certainty: 'probable' }],
    ['no-answer', false, { kind: 'undecided', reason: 'no-answer' }],
    ['parse-error', false, { kind: 'undecided', reason: 'parse-error' }],
  ] as const)('%s, %s', (verdict, correct, wanted) => {
    expect(judgement(verdict, correct)).toMatchObject({ correct, verdict: wanted });
  });
});
