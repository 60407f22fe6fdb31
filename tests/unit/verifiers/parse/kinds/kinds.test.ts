import { describe, expect, test } from 'vitest';
import { kindOf, parsed } from '../../../../helpers/answers.js';

describe('the kind of an answer', () => {
  test.each([
    ['B', 'choice'],
    ['(D)', 'choice'],
    ['\\text{(E)}', 'choice'],
    ['\\mathbf{(B)}\\ 12', 'choice'],
    ['B. 12', 'choice'],
    ['A, C', 'choice'],
    ['A and D', 'choice'],
    ['A and (C and D)', 'choice'],
    ['(A and C) and D', 'choice'],
    ['(B), 12', 'choice'],
    ['\\text{B: } 12', 'choice'],
    ['(B) point B', 'choice'],
    ['(B) all except B', 'text'],
    ['(B) all except A and B', 'text'],
    ['(E) option A, since E is wrong', 'text'],
    ['(C), which is wrong', 'list'],
    ['(I) 5 (II) 0', 'labelled'],
    ['(A) 5 (B) 0', 'labelled'],
    ['(I) 5', 'choice'],
    ['x', 'expression'],
    ['c', 'expression'],
    ['\\text{yes}', 'truth'],
    ['No.', 'truth'],
    ['True', 'truth'],
    ['是', 'truth'],
    ['no real solutions', 'nothing'],
    ['There is no solution.', 'nothing'],
    ['DNE', 'nothing'],
    ['undefined', 'nothing'],
    ['无解', 'nothing'],
    ['July 4, 1999', 'date'],
    ['the 4th of July', 'date'],
    ['1999-07-04', 'date'],
    ['Wednesday', 'date'],
    ['1999年7月4日', 'date'],
    ['7:05', 'time'],
    ['7:05 p.m.', 'time'],
    ['19:05:59', 'time'],
    ['8 am', 'time'],
    ['noon', 'time'],
    ['上午8点15分', 'time'],
    ['7:75', 'ratio'],
    ['2:3:5', 'ratio'],
    ['2 to 3', 'ratio'],
    ['1021_3', 'base-numeral'],
    ['2B_{16}', 'base-numeral'],
    ['1021 base 3', 'base-numeral'],
    ['a_1', 'expression'],
    ['9\\text{ kg}', 'quantity'],
    ['9 kg', 'quantity'],
    ['9kg', 'quantity'],
    ['9 students', 'quantity'],
    ['\\$9', 'quantity'],
    ['9 dollars', 'quantity'],
    ['9美元', 'quantity'],
    ['9\\%', 'expression'],
    ['9 percent', 'expression'],
    ['9^\\circ', 'expression'],
    ['9 degrees', 'expression'],
    ['9^\\circ\\text{C}', 'quantity'],
    ['thirty-seven', 'expression'],
    ['two thirds', 'expression'],
    ['1 in 6', 'expression'],
    ['3 out of 4', 'expression'],
    ['3 out of 2', 'text'],
    ['42 이상', 'parse-error'],
    ['42 से अधिक', 'text'],
    ['negative infinity', 'expression'],
    ['mean 5, mode 2', 'labelled'],
    ['(a) 5 (b) 2', 'labelled'],
    ['① 5 ② 2', 'labelled'],
    ['x = 5', 'relation'],
    ['5 cm and 2 cm', 'list'],
    ['3 ft by 4 ft', 'list'],
    ['hexagon', 'text'],
    ['\\text{hexagon}', 'text'],
    ['a rhombus', 'text'],
    ['南', 'text'],
    ['\\div', 'text'],
    ['', 'parse-error'],
    ['3 +', 'parse-error'],
    ['\\frac{1}{', 'parse-error'],
  ])('%j is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  test('a text longer than the policy allows is refused', () => {
    expect(kindOf('1+'.repeat(6000))).toBe('unsupported');
  });
});

describe('what is carried by a sentence is the answer', () => {
  test.each([
    ['The answer is 12.', '12'],
    ['The mode is $\\frac{2}{7}$.', '\\frac{2}{7}'],
    ['Answer: $x^2$', 'x^2'],
    ['Final answer: 8', '8'],
    ['It is Sunday.', 'Sunday'],
    ['It takes 3 hours', '3 hours'],
    ['最小值为4', '4'],
    ['答案是4', '4'],
    ['about 8.25 miles', '8.25 miles'],
  ])('%j carries %j', (sentence, value) => {
    const plain = (text: string): string =>
      JSON.stringify(parsed(text), (_key, part) => (typeof part === 'bigint' ? String(part) : part));
    expect(plain(sentence)).toBe(plain(value));
  });

  test('words keep the sentence that carries them', () => {
    expect(parsed('The winner is Clara.')).toEqual({
      kind: 'text',
      normal: 'clara',
      sentence: 'winner is clara',
    });
  });

  test.each(['The answer is not 12.', 'The answer is 12 or maybe 13.', 'It is less than 12'])(
    '%j carries nothing',
    (sentence) => {
      expect(['text', 'parse-error']).toContain(kindOf(sentence));
    },
  );
});

describe('times and dates', () => {
  test.each([
    ['12:00 am', 0],
    ['12:00 pm', 12],
    ['1:00 pm', 13],
    ['13:00', 13],
    ['1:00', 1],
    ['midnight', 0],
  ])('%j is hour %d', (text, hour) => {
    const answer = parsed(text);
    expect(answer.kind === 'time' && answer.hour).toBe(hour);
  });

  test.each(['25:00', '7:60', '13:00 pm', 'February 30', '0:5'])('%j is neither', (text) => {
    expect(['time', 'date']).not.toContain(kindOf(text));
  });
});

describe('letters that may be a unit or variables keep both readings', () => {
  test('3 m/s', () => {
    const answer = parsed('3 m/s');
    expect(answer.kind === 'quantity' && answer.algebra?.kind).toBe('expression');
  });

  test('in a text macro they are a unit alone', () => {
    const answer = parsed('3\\text{ m/s}');
    expect(answer.kind === 'quantity' && answer.algebra).toBeUndefined();
  });
});
