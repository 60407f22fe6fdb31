import { describe, expect, test } from 'vitest';
import { extract } from '../../../../src/verifiers/extract/index.js';
import { strict } from '../../../../src/verifiers/policy.js';
import { found, methodOf } from './found.js';

describe('boxes that state an answer', () => {
  test.each([
    ['plain', 'It follows that $\\boxed{19}$.', '19'],
    ['nested braces', '\\[\\boxed{\\frac{a_{1}}{\\sqrt{b}}}\\]', '\\frac{a_{1}}{\\sqrt{b}}'],
    ['an empty set', '$\\boxed{\\{\\}}$', '\\{\\}'],
    ['escaped braces', '$\\boxed{\\{1, 2\\}}$', '\\{1, 2\\}'],
    [
      'a row break before a brace',
      '\\boxed{\\begin{cases}a\\\\{b}\\end{cases}}',
      '\\begin{cases}a\\\\{b}\\end{cases}',
    ],
    ['space before the brace', '\\boxed  {19}', '19'],
    ['no braces, a numeral', 'So $\\boxed 19$.', '19'],
    ['no braces, a sign', '$\\boxed -3$', '-3'],
    ['no braces, a letter', '$\\boxed C$', 'C'],
    ['no braces, a command', '$\\boxed\\frac{1}{2}$', '\\frac{1}{2}'],
    ['fbox', '\\fbox{19}', '19'],
    ['framebox with options', '\\framebox[3cm][c]{19}', '19'],
    ['a box in a box', '\\boxed{ \\fbox{\\boxed{19}} }', '19'],
    ['backslash lost', 'boxed{19}', '19'],
    ['backslash doubled', '\\\\boxed{\\\\frac{1}{2}}', '\\frac{1}{2}'],
    ['backslash b read as a backspace', '\u0008oxed{19}', '19'],
    ['a mention of the format first', 'Put it in \\boxed as asked. \\boxed{19}', '19'],
    ['an empty box of the prompt first', 'I write it in \\boxed{}: \\boxed{19}', '19'],
    ['stray braces around', '} } { \\boxed{19} {', '19'],
    ['inside a box that never closes', '\\boxed{\\frac{1}{2 . Again: \\boxed{19}', '19'],
  ])('%s', (_, response, text) => expect(found(response)).toBe(text));

  test('spans point at the content', () => {
    const response = 'So $\\boxed{ 7x }$.';
    const { span } = extract(response, { policy: strict });
    expect(response.slice(span?.start, span?.end)).toBe(' 7x ');
  });
});

describe('boxes that state nothing', () => {
  test.each([
    ['empty', '$\\boxed{}$'],
    ['blank', '$\\boxed{ \\ \\text{ } }$'],
    ['a question mark', '$\\boxed{?}$'],
    ['dots', '$\\boxed{\\cdots}$'],
    ['a square', '$x+\\boxed{\\square}$'],
    ['a phantom', '$\\boxed{\\phantom{3}}$'],
    ['the instruction itself', 'I will use \\boxed{your final answer}.\n'],
    ['never closed', 'So $\\boxed{19'],
    ['never closed after a complete one', 'So $\\boxed{19}$. Neatly: $\\boxed{'],
  ])('%s', (_, response) => expect(found(response)).toBe('<none>'));

  test('a denied box is not the answer', () => {
    expect(methodOf('It is not $\\boxed{19}$.')).not.toBe('boxed');
    expect(found('It is $\\boxed{20}$, not $\\boxed{19}$.')).toBe('20');
  });

  test('a box that is only asked about is not the answer', () => {
    expect(found('Perhaps $\\boxed{19}$? No, we need $\\boxed{20}$.')).toBe('20');
  });
});
