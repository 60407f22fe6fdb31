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

/** Alternatives that the words around a value leave open; the honest response says one thing, perhaps twice. */
const alternatives: readonly Row[] = [
  ['or before a box', '7', 'The answer is 8 or $\\boxed{7}$.', 'The answer is 7.0 or $\\boxed{7}$.'],
  ['or after a box', '7', 'The answer is $\\boxed{7}$ or 8.', 'The answer is $\\boxed{7}$ or $7.0$.'],
  ['or with a sum', '42', 'It is $42\\cdot 42$ or $\\boxed{42}$.', 'We add $3+4$; so $\\boxed{42}$.'],
  ['a remark after a box', '7', '$\\boxed{7}$ (or 8)', '$\\boxed{7}$; 3 would be too few.'],
  ['or in another language', '7', 'Ответ: $7$ или $8$.', 'Ответ: $7$.'],
  ['или inside a sentence', '7', 'La réponse est 7 или 8.', 'La réponse est 7.'],
  ['Japanese', '7', '答えは$8$または$7$です。', '答えは$7$です。'],
  ['Korean, a sum', '1+2i', '정답은 $3$ 또는 $1+2i$입니다.', '정답은 $1+2i$입니다.'],
  ['Chinese', '7', '答案是$7$或者$8$。', '答案是$7$。'],
  ['versus', '42', 'I think it is -42 vs. 42.', 'I think it is 42.'],
  ['or else', '7', '**Answer:** 7 or else 8', '**Answer:** 7'],
  [
    'perhaps',
    '(3,-2)',
    '{"answer": "\\{\\}, perhaps (3,-2)"}',
    '{"answer": "(3,-2)", "note": "perhaps odd"}',
  ],
  ['a list with a word after it', '7', 'The answer is 7, 8, 9입니다.', 'The answer is 7, 5 more than 2.'],
  ['bold values', '7', 'It is **8**, or perhaps **7**.', 'Of **8** cases we keep **7**.'],
  ['bold lines', '7', '**8**\n**7**', '**Final answer**\n**7**'],
  ['bullets', '7', '* 8\n* 7', 'It is simple.\n* 7'],
  ['two labels', '7', '{"answer": "7", "answer": "8"}', '{"answer": "7", "steps": "8"}'],
  ['a numbered option', '7', 'Option 1: 8\nOption 2: 7', 'In all: 7'],
  ['one case of two', '0.125', 'Answer: 0.125 if n is even, 0.124 if n is odd', 'Answer: 0.125 if you like'],
  ['dots between', '2\\pi', '\\boxed{2\\pi \\dots \\pi}', '\\boxed{2\\pi}'],
  ['a half-open interval beside', '[1,2]', '**(1,2] rather than [1,2]**', '**[1,2]**'],
  ['options joined by any or', 'E', 'E hoặc A', 'E, since A is odd'],
  ['or before a closing tag', 'x+C', '<p>The answer is x+C or else \\int x\\,dx</p>', 'The answer is x+C'],
  ['bullets under a heading', '7', '### Final Answer\n\n- 7\n- 8', '### Final Answer\n\n- 7\n- 7.0'],
  ['options listed after or', 'A', 'It equals (A) oder A, B, C', 'It equals (A)'],
  ['an option after a label', 'A', 'A: A \\text{ or } B или \\text{A}', 'A: A'],
  ['versus a letter', 'x^2-1', 'x^2-1 versus x is the answer.', 'x^2-1 is the answer.'],
  [
    'versus a Chinese numeral',
    '42',
    'We find that it equals 42 versus 四十三',
    'We find that it equals 四十二',
  ],
  [
    'a decimal without a zero',
    '42',
    'The answer is probably either .42 or 42.',
    'The answer is probably 42.',
  ],
  [
    'a unit said twice beside a box',
    '92\\text{ m/s}',
    'The answer is $\\boxed{92\\text{ m/s}}$ or 92 m/s m/s.',
    'The answer is $\\boxed{92\\text{ m/s}}$ or 92 m/s.',
  ],
  [
    'fields of JSON',
    '17',
    '{"why": "the answer is 17", "answer": "18"}',
    '{"why": "the answer is 18", "answer": "17"}',
  ],
  ['options of several letters', '(D)', '{"answer": "(D) veya DE"}', '{"answer": "(D) since A fails"}'],
  ['options beside a box', 'C', '\\boxed{C} or CC', '\\boxed{C} or so'],
  [
    'a price beside a box',
    '73\\text{ s}',
    'The answer is either $\\$73$ or $\\boxed{73\\text{ s}}$.',
    'It costs $\\$74$; the answer is $\\boxed{73\\text{ s}}$.',
  ],
  ['a list in code marks', '1+2i', '答えは `1+2i; 1+2\\cdot 1` です。', '答えは `1+2i` です。'],
  ['a list after words', '7', '答えは \\text{googol}, 7 \\tag{1} です。', '答えは 7 \\tag{1} です。'],
  ['Chinese numerals', '42', '**Answer:** 四十三 or else 42', '**Answer:** 四十二'],
  ['and/or', '7', '(8) and/or 7 is the answer.', 'One and/or two; 7 is the answer.'],
  ['candidates', '7', "candidates: 8'; 7 is the answer.", 'The candidate 7 is the answer.'],
  ['depends', '2\\pi', 'We get $y = __depends: 2\\pi, \\pi__$.', 'We get $y = 2\\pi$.'],
];

/** Values that the words around them deny, bound, report or strike out. */
const takenBack: readonly Row[] = [
  ['is wrong, after a box', '7', '$\\boxed{7}$ is wrong.', '$\\boxed{7}$ is what we wanted.'],
  ['is wrong, after a value', '7', 'The answer of $7$ is incorrect.', 'The answer of $7$ is exact.'],
  ['is wrong, in a tag', '7', '<answer>7 is wrong</answer>', '<answer>7</answer>'],
  ['is wrong, of an option', 'D', '\\mathbf{(D) is wrong}', '\\mathbf{(D)}'],
  ['cannot be', '7', 'It cannot be $\\boxed{7}$.', 'It must be $\\boxed{7}$.'],
  ['struck out, HTML', '7', '<s>\\boxed{7}</s>', '<del>8</del> \\boxed{7}'],
  ['struck out, Markdown', '7', '~~$\\boxed{7}$~~', '~~8~~ $\\boxed{7}$'],
  ['struck out, LaTeX', '7', '\\cancel{\\boxed{7}}', '\\cancel{8}\\ \\boxed{7}'],
  ['struck out, a sentence', '7', '<del>The answer is 7.</del>', '<b>The answer is 7.</b>'],
  ['a denial in Japanese', '7', '答えは$7$ではない。', '答えは$7$です。'],
  ['a denial in Korean', '7', '정답은 $7$이 아니다.', '정답은 $7$이다.'],
  ['a denial in Turkish', '7', 'Cevap $7$ değil.', 'Cevap: $7$'],
  ['a denial in a box', '7', '\\boxed{7不对}', '\\boxed{7}'],
  ['a denial in Polish', '7', 'Odpowiedź to nie $7$.', 'Odpowiedź to $7$.'],
  ['a bound after the value', '42', '* 42 and above', '* 42'],
  [
    'a bound before the value',
    '7',
    'So the answer must be **about under 7**.',
    'So the answer must be **about 7**.',
  ],
  ['a range', '7', ': between 0 and 7; is the answer.', '7 is the answer.'],
  ['no longer', '30^\\circ', 'The answer is no\u00a0longer 30^\\circ.', 'The answer is now 30^\\circ.'],
  ['not equal, in code', '42', 'Die Antwort lautet != 42', 'Die Antwort lautet 42'],
  ['not equal, an entity', '7', 'Answer: &ne; 7', 'Answer: &nbsp;7'],
  ['others say', '7', 'Some would say that the answer is 7.', 'I would say that the answer is 7.'],
  ['a wrong answer', '7', 'A common wrong answer is 7.', 'Not the wrong answer. It is 7.'],
  ['impossible', '7', 'It is impossible that the answer is 7.', 'Impossible? No, the answer is 7.'],
  ['a footnote', '7', 'It is no longer 7.\n\n[^1]: 7', 'It is 7.\n\n[^1]: 8'],
  [
    'a family over other numbers',
    'x=5+7k,k\\in\\mathbb{Z}',
    '정답은 x=5+7k, k \\in \\mathbb{N}입니다.',
    '정답은 x=5+7k, k \\in \\mathbb{Z}입니다.',
  ],
  [
    'a family with an error',
    'x=5+7k,k\\in\\mathbb{Z}',
    '정답은 x=5+7k, k \\in \\mathbb{Z} \\pm 1입니다.',
    '정답은 x=12+7k, k \\in \\mathbb{Z}입니다.',
  ],
  ['all except, in Korean', 'A', '- **Answer**: \\text{all except } A 또는 (A)', '- **Answer**: (A)'],
  [
    'from one family',
    'x=5+7k,k\\in\\mathbb{Z}',
    '{"answer": "<b>from x = 5+7k, k \\in \\mathbb{Z} to x = 5</b>"}',
    '{"answer": "x = 5+7k, k \\in \\mathbb{Z}"}',
  ],
  ['at least, after markup', '7', '<b>Answer:</b> at least 7', '<b>Answer:</b> 7'],
  ['at least, in brackets', '1+2i', '答えは (at least 1+2i) です。', '答えは (1+2i) です。'],
  ['an option unless', 'A', 'The answer is (A) unless n = 1, then B.', 'The answer is (A): B needs n = 1.'],
  ['an option named twice', 'A', 'A: -> \\text{A} is not the answer', 'A: B is not the answer'],
  ['only what it is not', '26', 'The answer is (not 26).', 'The answer is 26 (not 25).'],
  ['set against another value', '26', 'It is 25, not 26.', 'It is 26, not 25.'],
  ['set against itself', '26', 'The answer is 26, not 26.', '**Answer:** 26, not 25'],
];

describe.each([
  ['wrong answers that were paid', closed],
  ['alternatives left open', alternatives],
  ['values taken back', takenBack],
])('%s', (_, rows) => {
  test.each(rows)('%s', (_name, gold, attack, honest) => {
    expect(verify(gold, attack).correct).toBe(false);
    expect(verify(gold, honest).correct).toBe(true);
  });
});

test('a period ends its numeral: no group of digits is joined to it', () => {
  expect(verify('7', '\\boxed{0.\\overline{7} 7}').correct).toBe(false);
});
