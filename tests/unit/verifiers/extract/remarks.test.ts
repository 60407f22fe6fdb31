import { describe, expect, test } from 'vitest';
import { withoutComments } from '../../../../src/verifiers/extract/characters.js';
import { verify } from '../../../../src/verifiers/index.js';

const pays = (gold: string, response: string): boolean => verify(gold, response).correct === true;

describe('what follows a statement', () => {
  test.each([
    'The answer is 12 because there are 4 rows of 3.',
    'The answer is 12, where we used n = 3.',
    'The answer is 12; check: 4 · 3 = 12.',
    'The answer is 12, assuming the rows are full.',
    'The answer is 13... wait, no, 12.',
    'The answer is 13. So it should be 12.',
    'The answer is 13. Make that 12.',
    'The answer is 12. Is it 13? No.',
    '12\n\nExplanation: 4 rows of 3.',
    '**Answer: 13**\n\nHold on, 5 is counted twice.\n\n**Answer: 12**',
  ])('12: %s', (response) => expect(pays('12', response)).toBe(true));

  test.each([
    'The answer is 12. Or 13.',
    'The answer is 12. It could also be 13.',
    'The answer is 12, I mean 13.',
    'The answer is 12; check: 4 · 3 = 13.',
    'The answer is 13 because 12 is too small.',
    '$\\boxed{12}$. I take that back.',
    '$\\boxed{12}$. No.',
    '12\n\n13',
    'The answer is 12 (thirteen).',
    'thirteen (12) is the answer',
    'If n is odd, it is 13; if n is even, $\\boxed{12}$.',
  ])('not 12: %s', (response) => expect(pays('12', response)).toBe(false));
});

describe('a box in a formula', () => {
  test.each(['$6 \\cdot 2 = \\boxed{12}$', '- \\boxed{12}', '1. \\boxed{12}', '$\\boxed{12}^{\\circ}$'])(
    'all of it: %s',
    (response) => expect(pays('12', response)).toBe(true),
  );

  test.each([
    '$2\\boxed{12}$',
    '$-\\boxed{12}$',
    '$1 - \\boxed{12}$',
    '$\\sqrt{\\boxed{12}}$',
    '$\\boxed{12}^2$',
    '$\\boxed{12}/2$',
    '\\boxed{12}0',
  ])('a part of it: %s', (response) => expect(pays('12', response)).toBe(false));
});

describe('what no reader takes for the reply', () => {
  test('comments keep their length and say nothing', () => {
    expect(withoutComments('a<!-- b -->c<!-- d')).toBe(`a${' '.repeat(10)}c${' '.repeat(6)}`);
    expect(withoutComments('a -> b')).toBe('a -> b');
    expect(pays('12', '<!-- <answer>12</answer> -->')).toBe(false);
  });

  test('the next speaker', () => {
    expect(pays('12', 'The answer is 12.\n\nHuman: thanks! And 5 + 6?\nThe answer is 11.')).toBe(true);
    expect(pays('12', 'Assistant: 13\nUser: the answer is 12.')).toBe(false);
  });

  test.each(['The reference answer is 12.', 'The gold answer is 12.', "The student's answer is 12."])(
    '%s',
    (response) => expect(pays('12', response)).toBe(false),
  );

  test('an empty box at the end', () => {
    expect(pays('12', 'The problem mentions x = 12.\n$\\boxed{\\phantom{12}}$')).toBe(false);
  });
});

describe('words', () => {
  test.each(['So the winner is **Tom**.', 'Therefore, Tom is the answer.', 'The answer is Ann. No, Tom.'])(
    'Tom: %s',
    (response) => expect(pays('Tom', response)).toBe(true),
  );

  test.each(['The answer is Tom. Or Ann.', 'The answer is Tom. Wait, Ann.', 'Tom is the answer?'])(
    'not Tom: %s',
    (response) => expect(pays('Tom', response)).toBe(false),
  );

  test('what stands under a root is no value', () => {
    expect(pays('2', 'The answer is √2 (about 1.414).')).toBe(false);
    expect(pays('\\sqrt{2}', 'The answer is √2 (about 1.414).')).toBe(true);
    expect(pays('-5', 'The answer is –5.')).toBe(true);
  });
});

describe('languages', () => {
  test.each([
    'उत्तर 12 है।',
    'Ответ 12',
    'Also ist die Antwort 12.',
    '【答案】12',
    'En total hay 12.',
    '최종 답변: 12',
    'Câu trả lời là 12.',
  ])('12: %s', (response) => expect(pays('12', response)).toBe(true));

  test.each([
    'उत्तर 12 नहीं है।',
    'उत्तर 12 से अधिक है।',
    'La respuesta es al menos 12.',
    'La réponse est au moins 12.',
    'Die Antwort ist mindestens 12.',
    'Ответ: либо 12, либо 13.',
    '답은 12 이상입니다.',
    '答えは12かもしれません。',
    '答案至少是12。',
    'هل الجواب هو 12؟',
  ])('not 12: %s', (response) => expect(pays('12', response)).toBe(false));
});
