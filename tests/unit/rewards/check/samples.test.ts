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

describe('the values to try, exactly', () => {
  const bends = (n: number): number[] =>
    [n, n - 1, n + 1, n / 2, 1.2 * n, 1.5 * n, 2 * n, 3 * n].map(Math.round);
  const ends = [0, 1, 10_000, 100_000];
  const distinct = (values: readonly number[]): number[] => [...new Set(values)];
  const limited = (most: number) => choices(signal('soft-overlong', { most, buffer: 0 }));

  test('numbers: parameters above 0, slopes turned round, differences', () => {
    const { numbers, limits, names } = reads(
      sum({
        a: [1, signal('fact', { name: 'x', min: 0.25, max: 8 })],
        b: [1, signal('fact', { name: 'y', min: -3, max: 1, absent: 'zero' })],
      }),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual([0.25, 1, 4, 7.75, 8]);
    expect([...limits].sort((a, b) => a - b)).toEqual([-3, 0.25, 1, 8]);
    expect([...names].sort()).toEqual(['missing', 'x', 'y', 'zero']);
  });
  test('lengths: around the plain one, around each bend, and far out', () => {
    expect(limited(1000).tokens).toEqual(distinct([...bends(100), ...bends(1000), ...ends]));
  });
  test.each([[1e7], [2e7]])('a bend at %d', (most) => {
    // Bends beyond ten million tokens are no lengths.
    const own = most > 1e7 ? [] : bends(most);
    expect(limited(most).tokens).toEqual(distinct([...bends(100), ...own, ...ends]));
  });
  test('no more than 80 lengths', () => {
    const many = sum(
      Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => [
          `p${i}`,
          [1, signal('soft-overlong', { most: 1000 * (i + 2), buffer: 10 })] as const,
        ]),
      ),
    );
    expect(choices(many).tokens.length).toBe(80);
    expect(
      settingChoices(readsOf(completeTerm(product(many, signal('hapo'))), standardSignals), [], false).history
        .length,
    ).toBe(26);
  });
  test('texts: eleven formats, then different words of up to 24 lengths', () => {
    const { text } = choices(signal('long-block'));
    const words = text.slice(11);
    expect(words.length).toBeLessThanOrEqual(24);
    expect(words[0]).toMatch(/^w0 w1 w2 w3 /);
    expect(words[0]?.length).toBe(100);
    // The last word is cut to the length.
    const whole = words[0]?.split(' ').slice(0, -1) ?? [];
    expect(whole).toEqual(whole.map((_, i) => `w${i}`));
    expect(
      text.slice(0, 11).filter((one) => one.includes('4') || one === '' || /^(x+|four.*)$/.test(one)).length,
    ).toBe(11);
  });
  test('facts: the plain value first, then the ends of what there is', () => {
    const made = profileChoices({
      needs: new Set(['entropy', 'logProbs', 'tokenIds', 'modelScore', 'stepScores', 'extra', 'verdict']),
      numbers: [7],
      limits: [-2],
      names: [],
    });
    expect(made.meanEntropy).toEqual([0.5, 0, 1, 3, 30, 7]);
    expect(made.logProbs).toEqual([[-0.5, -0.5], [0], [-20, -20]]);
    expect(made.tokenIds).toEqual([[1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 1, 1, 1, 1], []]);
    expect(made.modelScore).toEqual([0, 1, -1, 10, -10, 10_000, -10_000, -2]);
    expect(made.stepScores).toEqual([[0.5, 0.5], [1], [0], Array(20).fill(1), [1, 0], [0, 1], []]);
    expect(made.extra).toEqual([0, 1, -1, 100, -100, -2]);
    expect(made.verdict).toEqual(['proved', 'probable', 'no-answer', 'parse-error']);
    expect(made.tokens).toEqual([100]);
    expect(made.finish).toEqual(['stop']);
  });
  test('settings: the plain one first', () => {
    const hapo = settingChoices(reads(signal('hapo')), [-3, 2.5], true);
    expect(hapo.history.slice(0, 3)).toEqual([100, null, 100]);
    expect(hapo.others).toEqual(['none', 'right', 'wrong', 'both']);
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
