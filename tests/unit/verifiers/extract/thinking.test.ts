import { describe, expect, test } from 'vitest';
import { found } from './found.js';

describe('the reply after the thinking', () => {
  test.each([
    ['<think>', '<think>so \\boxed{1}</think> \\boxed{2}', '2'],
    ['opened by the template', 'so \\boxed{1}</think>\n\\boxed{2}', '2'],
    ['<thinking>, capitals', '<Thinking>\\boxed{1}</Thinking>\\boxed{2}', '2'],
    ['[THINK]', '[THINK]\\boxed{1}[/THINK]\\boxed{2}', '2'],
    [
      'channels',
      '<|channel|>analysis<|message|>\\boxed{1}<|end|><|start|>assistant<|channel|>final<|message|>\\boxed{2}<|return|>',
      '2',
    ],
    ['two thoughts', '<think>\\boxed{1}</think>\\boxed{1}<think>no</think>\\boxed{2}', '2'],
    ['a thought at the end', '\\boxed{2}<think>that was easy</think>', '2'],
    ['a turn token', '\\boxed{2}<|im_end|>\n<|im_start|>user\nAnswer: 3', '2'],
  ])('%s', (_, response, text) => expect(found(response)).toBe(text));

  test.each([
    ['never closed', '<think>The answer is \\boxed{1}'],
    ['closed, nothing after', '<think>The answer is \\boxed{1}</think>'],
    ['an answer before a thought that never closes', '\\boxed{1} <think> let me see'],
    ['empty', ''],
    ['white space', ' \n\t '],
    ['only a turn token', '<|im_end|>'],
  ])('none: %s', (_, response) => expect(found(response)).toBe('<none>'));

  test('an answer only in the thinking is not taken from there', () => {
    expect(found('<think>\\boxed{1}</think> I give up.')).not.toContain('1');
  });
});
