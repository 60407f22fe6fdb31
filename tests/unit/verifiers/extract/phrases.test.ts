import { describe, expect, test } from 'vitest';
import { found, methodOf } from './found.js';

describe('statements in words', () => {
  test.each([
    ['the answer is', 'Hence the answer is 64.', '64'],
    ['a colon', 'The answer is: 64', '64'],
    ['the next line', 'The final answer is:\n\n64', '64'],
    ['display mathematics', 'The answer is\n\\[ 64 \\]', '\\[ 64 \\]'],
    ['a decimal point is no full stop', 'The answer is 6.4. Good.', '6.4'],
    ['an option', 'The correct option is **B**.', 'B'],
    ['an option with its reason', 'The answer is B. A is too small.', 'B'],
    ['Minerva', 'Final Answer: The final answer is $64$. I hope it is correct.', '$64$'],
    ['a label', '**Answer:** 64', '64'],
    ['a bold whole', '**Answer: 64**', '64'],
    ['an equals sign and an emoji', 'Answer = 64 ✅', '64'],
    ['a label without colon before mathematics', 'Answer \\( 64 \\)', '\\( 64 \\)'],
    ['A: opening a line', 'Q: how many?\nA: 64', '64'],
    ['a heading', '8*8\n\n## Final Answer\n\n64', '64'],
    ['a heading with colon', '### Answer: 64', '64'],
    ['reversed', 'Thus $x \\le 64$ is our answer.', '$x \\le 64$'],
    ['an answer to a part', 'The answer to the second question is 64.', '64'],
    ['prose after a label', 'Final Answer: The largest such number is 64.', '64'],
    ['words', 'The answer is Tuesday.', 'Tuesday'],
    ['JSON', '{"steps": "8*8", "answer": "64"}', '64'],
    ['Chinese', '所以答案是 64。', '64'],
    ['Chinese label', '答：64', '64'],
    ['French', 'La réponse est 64.', '64'],
    ['Spanish', 'La respuesta es 64.', '64'],
    ['German', 'Die Antwort lautet 64.', '64'],
    ['Russian', 'Ответ: 64.', '64'],
    ['Japanese', '答えは64です。', '64'],
    ['Korean', '정답: 64', '64'],
    ['Arabic', 'الجواب هو 64', '64'],
    ['a wrong guess is corrected', 'Answer: 60. Wait, that is wrong. Answer: 64.', '64'],
  ])('%s', (_, response, text) => expect(found(response)).toBe(text));

  test.each([
    ['denied', 'The answer is not 64.'],
    ['supposed', 'If the answer is 64, the sum would be odd.'],
    ['conditional', 'Had we added them, the answer would be 64.'],
    ['asked', 'Is the answer 64?'],
    ['announced and missing', 'The final answer is'],
    ['the quoted instruction', 'I was told to write "The answer is: [answer]".'],
  ])('states nothing: %s', (_, response) => expect(methodOf(response) ?? 'bare-words').toBe('bare-words'));

  test('a comment in a program is no statement', () => {
    expect(found('```python\n# the answer is 5\nprint(6)\n```\nThe answer is 6.')).toBe('6');
  });

  test.each([
    ['three in a row', 'The answer is 1. The answer is 2. The answer is 3.'],
    ['labels', 'Answer: 1\nAnswer: 2'],
  ])('a hedge: %s', (_, response) => expect(found(response)).toBe('<several>'));
});
