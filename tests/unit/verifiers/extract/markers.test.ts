import { describe, expect, test } from 'vitest';
import { found, methodOf } from './found.js';

describe('answer tags', () => {
  test.each([
    ['a tag', 'Adding. <answer>31</answer>', '31'],
    ['capitals', '<ANSWER> 31 </ANSWER>', '31'],
    ['a box inside', '<answer>It is \\boxed{31}.</answer>', '31'],
    ['a sentence inside', '<answer>The answer is 31.</answer>', '31'],
    ['the same twice', '<answer>31</answer> <answer>31</answer>', '31'],
    ['prose after', '<answer>31</answer> Hope this helps!', '31'],
    ['corrected', '<answer>30</answer> Wait, I forgot one. <answer>31</answer>', '31'],
    ['two different', '<answer>30</answer><answer>31</answer>', '<several>'],
    ['empty', '<answer></answer>', '<none>'],
    ['never closed', 'So <answer>31', '<none>'],
  ])('%s', (_, response, text) => expect(found(response)).toBe(text));

  test('the method is the tag even when a box inside states the answer', () => {
    expect(methodOf('<answer>\\boxed{31}</answer>')).toBe('answer-tag');
  });
});

describe('####', () => {
  test.each([
    ['a last line', '4*3 = 12\n#### 12', '12'],
    ['money and grouping', '#### $1,200', '$1,200'],
    ['on the line of the last step', 'Thus 12 apples. #### 12', '12'],
    ['words', 'so the second\n#### Tuesday', 'Tuesday'],
    ['headings of the fourth level', '#### Step 1\n3+9\n#### Step 2\nThe answer is 12.', '12'],
    ['a heading that announces', '#### Final Answer\n12', '12'],
    ['two different', '#### 12\n#### 13', '<several>'],
    ['nothing after', 'It is 12.\n####', '<none>'],
  ])('%s', (_, response, text) => expect(found(response)).toBe(text));
});
