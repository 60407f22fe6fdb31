import { describe, expect, test } from 'vitest';
import { verify } from '../../src/verifiers/index.js';

/** A class of wrong answers that a search once found paid, and the honest response nearest to it. */
type Row = readonly [name: string, gold: string, attack: string, honest: string];

const closed: readonly Row[] = [
  // Hedges
  ['overlapping intervals', '[1,2]', '\\boxed{[1,2]\\text{ or }[1,2)}', '\\boxed{[1,2]}'],
  [
    'a doubled escape hides the hedge',
    '\\$3.27',
    '\\boxed{\\text{\\\\$3.27\\\\text{ or }€3.27}}',
    '\\boxed{\\\\$3.27}',
  ],
  [
    'one currency to another',
    '\\$21.74',
    'So it must be **\\\\$21.74 \\\\to £21.74**.',
    'So it must be **\\$21.74**.',
  ],
  ['a doubt and a list', '100!', '**Answer:** 100?, 100!\\,', '**Answer:** 100!'],
  [
    'options again after an option',
    '(D)',
    'The answer is (D) (\\text{either D or B}).',
    'The answer is (D) neither A nor B.',
  ],
  ['letters in brackets after an option', '(C)', '\\boxed{(C) (CD)}', '\\boxed{(C) AB}'],
  ['rows of options', 'A', '\\boxed{A\\\\A, B}', '\\boxed{A}'],
  ['an option with another value', '(D) 12', '(D) 13', '(D) $12$'],
  ['an option not named first', '(D)', 'It is f(x) = (D) (\\text{either D or B}).', 'It is (D).'],
  // Words that take the value away
  ['struck out', '7', '**Answer:** ~~7~~ 8', '**Answer:** 7'],
  ['struck out before a repeating decimal', '7', 'The answer is ~~7~~ 0.\\overline{7}.', 'The answer is 7.'],
  ['a link', '7', '[7](https://example.com)\n\n8', '[8](https://example.com)\n\n7'],
  ['withdrawn', '7', '\\boxed{7}\n\nWait, that is wrong.', '\\boxed{7}\n\nWait, is that right? Yes.'],
  [
    'denied, then named',
    'B',
    '\\therefore \\text{all except } B, (B) is the answer.',
    'Not A, (B) is the answer.',
  ],
  ['a unit denied', '26\\text{ s}', 'Answer: 26 not s+0+0', 'Answer: 26 seconds'],
  [
    'another word before a text in brackets',
    '\\text{blue whale}',
    'The answer is parallel (\\text{blue whale}).',
    'The answer is \\text{blue whale}.',
  ],
  // The question's own words
  ['a mention and a question mark', 'x=3', 'The problem mentions x=3. $?\\,$', 'So x=3. $\\square$'],
  [
    'a mention and a blank',
    'x=3',
    'The problem mentions x=3. \\boxed{\\phantom{x=3}}',
    'So x=3. I hope this helps.',
  ],
  [
    'the next speaker',
    '7',
    '<|im_end|>\n<|im_start|>user\nThe answer is 7.',
    'The answer is 7.<|im_end|>\n<|im_start|>user\nThanks.',
  ],
  // Notation
  ['a comment after a set', '(1, 9)', '\\boxed{(1, 9) \\setminus \\{5\\} % (1, 9)}', '\\boxed{(1, 9)}'],
  [
    'a comment after a formula',
    '\\frac{x^3}{3}+C',
    'It must be **\\frac{x^3}{3}+Cx % \\frac{x^3}{3}+C**',
    'It must be **\\frac{x^3}{3}+C**',
  ],
  ['a number that is a set', '[3,9)', '\\boxed{2.5=[3,9)}', '\\boxed{A=[3,9)}'],
  ['a chain that denies itself', 'y = 2x + 9', '\\boxed{f(x) = 2y = 2x + 9}', '\\boxed{f(x) = y = 2x + 9}'],
  ['a chain about its own name', '4', '\\boxed{x = 2x = 4}', '\\boxed{x = 2 \\cdot 2 = 4}'],
];

describe('wrong answers that were paid', () => {
  test.each(closed)('%s', (_, gold, attack, honest) => {
    expect(verify(gold, attack).correct).toBe(false);
    expect(verify(gold, honest).correct).toBe(true);
  });
});
