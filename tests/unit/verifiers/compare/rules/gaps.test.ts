import { describe, expect, test } from 'vitest';
import { verdict } from './kernel.js';

describe('values in the same places', () => {
  test.each([
    ['1', '(x - abs(x))/(x - abs(x))'],
    ['1', '(x - sqrt(x^2))/(x - sqrt(x^2))'],
    ['1', '(x - abs(x))^(-1)*(x - abs(x))'],
    ['1', 'floor(x)/floor(x)'],
    ['1', 'max(x, 0)/max(x, 0)'],
    ['x', 'x*(abs(x) - x)/(abs(x) - x)'],
  ])('%s is not %s: the divisor vanishes on a region', (gold, given) =>
    expect(verdict(gold, given)).toBe('different probable'),
  );

  test.each([
    ['1', 'x/x'],
    ['1', 'abs(x)/abs(x)'],
    ['(x - abs(x))/(x - abs(x))', '(x - abs(x))/(x - abs(x))'],
    ['1/(sqrt(x) - 1)', '(sqrt(x) + 1)/(x - 1)'],
    ['1/(abs(x) - 1)', '(abs(x) + 1)/(x^2 - 1)'],
    ['1/(sqrt(x + 1) - sqrt(x))', 'sqrt(x + 1) + sqrt(x)'],
  ])('%s = %s: it vanishes at points only, or on both sides', (gold, given) =>
    expect(verdict(gold, given)).toBe('equal proved'),
  );
});
