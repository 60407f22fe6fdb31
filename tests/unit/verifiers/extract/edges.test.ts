import { describe, expect, test } from 'vitest';
import { standsApart } from '../../../../src/verifiers/extract/edges.js';

/** The value is what stands between the corner brackets. */
function apart(marked: string): boolean {
  const start = marked.indexOf('⌜');
  const end = marked.indexOf('⌟') - 1;
  const text = marked.replace('⌜', '').replace('⌟', '');
  return standsApart(text, { start, end }, 0, text.length);
}

describe('a value in prose is all of its mathematics or not read', () => {
  test.each([
    'we have ⌜7⌟ of them',
    'n = ⌜7⌟.',
    '⌜$7$⌟, since 8 is even',
    '⌜7⌟ (seven)',
    '⌜7⌟ - that is all',
    'so ⌜7⌟\\quad',
    '(⌜7⌟ in all)',
    'n => ⌜7⌟',
  ])('%s', (marked) => expect(apart(marked)).toBe(true));

  test.each([
    '⌜7⌟ + 1',
    '⌜$A$⌟ $+ 1$',
    '⌜7⌟\\text{ cm}',
    '⌜7⌟ (or 8)',
    '⌜7⌟(x+1)',
    '⌜[1,2]⌟ \\pm 1',
    '⌜7⌟ % 8',
    '\\text{not }⌜7⌟',
    'x \\neq ⌜7⌟ - 2',
    '> ⌜7⌟',
    '1 - ⌜7⌟',
    '2^⌜7⌟',
  ])('not %s', (marked) => expect(apart(marked)).toBe(false));
});
