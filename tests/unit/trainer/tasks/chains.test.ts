import { describe, expect, test } from 'vitest';
import { boxedDigit } from '../../../../src/trainer/tasks/chains/grade.js';
import { isHeldOut } from '../../../../src/trainer/tasks/chains/problem.js';
import { chains, mixedChains } from '../../../../src/trainer/tasks/chains/task.js';

const decoded = (tokens: readonly number[]): string => chains.tokenizer.decode(tokens);

describe('problems', () => {
  test('held-out ones are of every kind, noun and length, all different, and never trained on', () => {
    const held = chains.heldOut(288);
    const cells = held.map(({ prompt, kind }) => `${prompt.split(' ').slice(1, 3).join(' ')} ${kind}`);
    const counts = [...new Set(cells)].map((cell) => cells.filter((each) => each === cell).length);
    expect(new Set(held.map(({ id }) => id)).size).toBe(288);
    expect([counts.length, Math.max(...counts)]).toEqual([144, 3]);
    const operands = (prompt: string) =>
      [...prompt.matchAll(/(\d)/g)].map(([digit]) => ({ digit: Number(digit) }));
    const outside = (prompt: string) => isHeldOut({ kind: 'sum', noun: 'coin', operands: operands(prompt) });
    expect(held.every(({ prompt }) => outside(prompt))).toBe(true);
    const trained = [...chains.training(300), ...Object.values(chains.examples)];
    expect(trained.some(({ prompt }) => outside(prompt))).toBe(false);
  });

  test('the first of a pool are the same whatever its size', () => {
    expect(chains.training(20).slice(0, 5)).toEqual(chains.training(5));
  });

  test('of mixed chains have two to ten digits', () => {
    const kinds = mixedChains.heldOut(432).map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['02', '03', '04', '05', '06', '07', '08', '09', '10']);
  });

  test.each([
    ['stone', '1'],
    ['book', '8'],
    ['short', '1'],
    ['easy', '9'],
  ])('the example %s has the answer %s', (name, gold) => {
    expect(chains.examples[name]).toMatchObject({ gold });
    expect(chains.nearMiss({ id: '', prompt: '', gold })).not.toBe(gold);
  });
});

describe('texts', () => {
  test('are a function of seed, step and place, and differ between phases', () => {
    const text = (phase: string, seed: number) => decoded(chains.document(phase, seed)(3, 4));
    expect(text('skill', 1)).toBe(text('skill', 1));
    expect(new Set([text('skill', 1), text('skill', 2), text('mess', 1), text('wordy', 1)]).size).toBe(4);
  });

  test('of skill end in the right answer, of mess often in a wrong one', () => {
    const rightShare = (phase: string): number => {
      const next = chains.document(phase, 1);
      const texts = Array.from({ length: 400 }, (_, i) => decoded(next(0, i)));
      const boxed = texts.filter((text) => /^Q [^?]*\? [^?]* box \{ \d \} <eos>$/.test(text));
      const right = boxed.filter((text) => {
        const steps = [...text.matchAll(/= (\d)/g)];
        return steps.length > 0 && steps.some(([, digit]) => Number(digit) === boxedDigit(text));
      });
      return right.length / boxed.length;
    };
    expect(rightShare('skill')).toBeGreaterThan(0.9);
    expect(rightShare('mess')).toBeLessThan(0.75);
  });

  test('of other names are refused', () => {
    expect(() => chains.document('neat', 1)).toThrow("chains has texts of skill, mess, wordy; got 'neat'");
    expect(() => chains.corpus('__proto__')).toThrow('chains has texts of');
  });
});

test.each([
  ['so box { 7 }', 7],
  ['so box { 7 } Q sum coin a 1 b 2 ? so box { 3 }', 3],
  ['ans 7', null],
  ['box { 1 2 }', null],
  ['box { }', null],
  ['', null],
])('the digit in the last box of %j is %j', (response, digit) => {
  expect(boxedDigit(response)).toBe(digit);
});
