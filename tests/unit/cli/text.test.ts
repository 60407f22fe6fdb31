import { expect, test } from 'vitest';
import { goldTexts, problemText, responseTexts } from '../../../src/cli/text.js';

test.each([
  ['text', 'a', ['a']],
  ['a number', 2.5, ['2.5']],
  ['several texts', ['a', 'b'], ['a', 'b']],
  ['lists of lists, as lm-eval writes them', [['a'], ['b']], ['a', 'b']],
  [
    'a conversation: its last assistant message',
    [
      { role: 'user', content: 'q' },
      { role: 'assistant', content: 'a' },
    ],
    ['a'],
  ],
  [
    'a message in parts',
    [
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
    ],
    ['ab'],
  ],
  [
    'several conversations',
    [[{ role: 'assistant', content: 'a' }], [{ role: 'assistant', content: 'b' }]],
    ['a', 'b'],
  ],
  ['a missing sample among others', ['a', null], ['a', '']],
  ['an object with a text', { text: 'a' }, ['a']],
  ['null', null, undefined],
  ['an empty list', [], undefined],
  ['a conversation without an answer', [{ role: 'user', content: 'q' }], undefined],
])('responses of %s', (_, value, expected) => expect(responseTexts(value)).toEqual(expected));

test.each([
  ['text', '1/2', '1/2'],
  ['an integer', 5, '5'],
  ['one in a list', ['5'], '5'],
  ['several', ['5', 6], ['5', '6']],
  ['true', true, 'True'],
  ['null', null, undefined],
  ['an object', { a: 1 }, undefined],
  ['an empty list', [], undefined],
])('golds of %s', (_, value, expected) => expect(goldTexts(value)).toEqual(expected));

test.each([
  ['text', 'q', 'q'],
  [
    'a conversation',
    [
      { role: 'system', content: 's' },
      { role: 'user', content: 'q' },
    ],
    'q',
  ],
  ['a number', 5, undefined],
])('the problem of %s', (_, value, expected) => expect(problemText(value)).toEqual(expected));
