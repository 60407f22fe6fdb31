import { describe, expect, test } from 'vitest';
import { verify } from '../../../../src/verifiers/index.js';

const pays = (gold: string, response: string): boolean => verify(gold, response).verdict.kind === 'equal';

describe('a value with another one beside it states neither', () => {
  test.each([
    ['7749', '정답은 = 7749; 7 7490입니다.'],
    ['7', '정답은 7; 8입니다.'],
    ['7', '정답은 “7; 8”입니다.'],
    ['7', 'Die Antwort lautet 7; 8.'],
    ['E', '정답은 : E; EA;입니다.'],
    ['42', '**Answer:** 四十三或42'],
    ['42', '答案是42或四十三。'],
    ['42', '答案是四十三或者42。'],
    ['42', '答えは42または43です。'],
    ['42', '정답은 43 또는 42입니다.'],
    ['42', '정답은 43 혹은 42입니다.'],
    ['42', 'The answer is 43还是42。'],
    ['8', '答案是$7$还是$8$。'],
    ['42', '答案是42，或者43。'],
    ['42', '答えは42か43です。'],
    ['42', '答えは43もしくは42です。'],
    ['42', '答えは43あるいは42です。'],
    ['42', 'Odpověď je 43 nebo 42.'],
    ['60\\text{ s}', '**Answer: x = 60 min或者60\\text{ s}**'],
    ['\\text{C}', 'Hence, the correct option is \\implies C, D veya \\text{C}.'],
    ['1', 'So the answer must be **x = 1 unless n = 1, then \\frac{1+\\binom{9}{9}}{1}**.'],
    [
      '\\begin{pmatrix}1&2\\end{pmatrix}',
      'Answer: \\therefore (a) \\begin{pmatrix}1&3\\end{pmatrix} (b) \\begin{pmatrix}1&2\\end{pmatrix}',
    ],
    ['50\\%', 'La réponse est 50\\text{ per mille}または50\\%\\text{ units}.'],
    ['(D)', '$(D), alternatively \\text{both D and E}$'],
  ])('%s: %s', (gold, response) => expect(pays(gold, response)).toBe(false));

  test.each([
    ['7', '정답은 7입니다.'],
    ['E', '정답은 E입니다.'],
    ['42', 'Answer: 四十二或42'],
    ['1/2', '答えは1/2または0.5です。'],
    ['42', '答案是42。'],
    ['8', '答案还是8。'],
    ['60\\text{ s}', '答案是60 s。'],
    ['4', 'The answer to part (b) is 4.'],
    ['3', 'The maximum occurs when x = 3.'],
    ['5', '答えは5個です。'],
    ['1/2', '答案是1/2，或者0.5。'],
    ['(D)', '$(D)$, alternatively known as the median'],
  ])('but %s: %s', (gold, response) => expect(pays(gold, response)).toBe(true));
});

describe('an option denied in its language, whatever macro stands around it', () => {
  test.each([
    ['A', 'A: \\underline{não é \\text{A}}'],
    ['A', "A: \\underline{n'est pas \\text{A}}"],
    ['A', 'A: \\textbf{non è \\mathbf{A}}'],
    ['A', 'A: \\emph{nie jest \\text{A}}'],
    ['A', 'A: \\color{red}{not equal to \\text{A}} ✅'],
    ['A', 'A: &ne; A'],
    ['7', 'The answer is \\underline{não é \\text{7}}.'],
  ])('%s: %s', (gold, response) => expect(pays(gold, response)).toBe(false));

  test.each([
    ['A', 'A: \\underline{\\text{A}}'],
    ['\\nu', 'The answer is $\\nu$.'],
  ])('but %s: %s', (gold, response) => expect(pays(gold, response)).toBe(true));
});
