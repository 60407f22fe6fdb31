import { describe, expect, test } from 'vitest';
import { compare, verify } from '../../src/verifiers/index.js';
import { BOMBS } from '../helpers/bombs.js';

const boxed = (answer: string): string => `The final answer is $\\boxed{${answer}}$.`;

describe.each(BOMBS)('within %d steps', (limit, bombs) => {
  test.each(bombs)('%s', (_, gold, given) => {
    const { correct, verdict } = verify(gold, boxed(given));
    expect(correct).toBe(false);
    expect(verdict.steps).toBeLessThanOrEqual(limit);
  });
});

const every = BOMBS.flatMap(([, bombs]) => bombs);

describe('as golds', () => {
  test.each(every)('%s pays nothing for 1', (_, gold, given) => {
    if (gold === '1') return;
    const { correct, verdict } = verify(given, boxed('1'));
    expect(correct).not.toBe(true);
    expect(verdict.steps).toBeLessThanOrEqual(210_000);
  });

  test.each(every)('%s is never different from itself', (_, __, given) => {
    const found = compare(given, given);
    expect(found.kind).not.toBe('different');
    expect(found.steps).toBeLessThanOrEqual(210_000);
  });
});

describe('steps grow no faster than the text', () => {
  const growing: readonly (readonly [string, (n: number) => string])[] = [
    ['braces', (n) => '{'.repeat(n)],
    ['opened boxes', (n) => '\\boxed{'.repeat(n)],
    ['empty boxes', (n) => '\\boxed{}'.repeat(n)],
    ['dollars', (n) => '$'.repeat(n)],
    ['inline delimiters', (n) => '\\( '.repeat(n)],
    ['display delimiters', (n) => '\\[ x \\] '.repeat(n)],
    ['announcements', (n) => 'the final answer is '.repeat(n)],
    ['announcements of a letter', (n) => 'Answer: A\n'.repeat(n)],
    ['bold', (n) => '**5** '.repeat(n)],
    ['stars', (n) => '*'.repeat(n)],
    ['hashes', (n) => '#### '.repeat(n)],
    ['thoughts', (n) => '<think>'.repeat(n)],
    ['closed thoughts', (n) => '<think>a</think>'.repeat(n)],
    ['answer tags', (n) => '<answer>5'.repeat(n)],
    ['brackets', (n) => '\\left(['.repeat(n)],
    ['white space', (n) => 'answer: \t\n'.repeat(n)],
    ['backslashes', (n) => '\\'.repeat(n)],
    ['options', (n) => '(A) 5 (B) 6 '.repeat(n)],
    ['withdrawals', (n) => 'Wait, the answer is 5. No, '.repeat(n)],
    ['code fences', (n) => '```\n5\n'.repeat(n)],
    ['sentences', (n) => 'Then x = 5, so y = 6. '.repeat(n)],
    ['zero-width characters', (n) => '\u200b'.repeat(n)],
  ];
  test.each(growing)('%s', (_, text) => {
    const steps = (n: number): number => verify('17', text(n)).verdict.steps;
    expect(steps(8_000)).toBeLessThanOrEqual(2.2 * steps(4_000) + 1_000);
  });
});
