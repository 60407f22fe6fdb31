import { expect, test } from 'vitest';
import { responseOf, withoutEndMarks } from '../../../src/server/chat-text.js';

test.each([
  ['the prompt is cut off', 'Q: 2+2? A: 4', 'Q: 2+2? A:', ' 4'],
  [
    'a prompt spelled otherwise: the last turn',
    '<|im_start|>user\nq<|im_end|>\n<|im_start|>assistant\n4<|im_end|>',
    'q',
    '4',
  ],
  ['several turns', '<|im_start|>assistant\n1<|im_end|><|im_start|>assistant\n2', undefined, '2'],
  ['Llama 3', '<|start_header_id|>assistant<|end_header_id|>\n\n7<|eot_id|>', undefined, '7'],
  ['no mark at all', 'just text', undefined, 'just text'],
  ['an empty prompt', 'text', '', 'text'],
])('%s', (_, whole, prompt, response) => {
  expect(responseOf(whole, prompt)).toBe(response);
});

test.each([
  ['4<|im_end|>\n', '4'],
  ['4</s></s> <|endoftext|>', '4'],
  ['<|im_end|>4', '<|im_end|>4'],
  ['4 </s', '4 </s'],
  ['', ''],
])('end marks after %j', (text, rest) => {
  expect(withoutEndMarks(text)).toBe(rest);
});

test('a megabyte of end marks is taken off in one pass', () => {
  expect(withoutEndMarks(`4${'</s> '.repeat(200_000)}`)).toBe('4');
});
