import { describe, expect, test } from 'vitest';
import { parsePath, readPath } from '../../../src/cli/path.js';

const record = {
  resps: [['first', 'second']],
  doc: { choices: ['a', 'b'], gold_index: 1, gold_indices: [0, 1], answer: 7 },
  messages: [
    { role: 'user', content: 'q' },
    { role: 'assistant', content: 'draft' },
    { role: 'assistant', content: 'final' },
  ],
  nodes: [{ message: { role: 'assistant', content: 'deep' } }],
  outputs: [{ text: 'x' }, { other: 1 }, { text: 'y' }],
  parts: [{ text: 'he' }, { image: 1 }, { text: 'llo' }],
  'odd.key': { '[x]': 3 },
  'doc.answer': undefined,
};

describe('readPath', () => {
  test.each([
    ['resps[0][1]', 'second'],
    ['resps[0][-1]', 'second'],
    ['doc.answer', 7],
    ['doc.choices[doc.gold_index]', 'b'],
    ['doc.choices[doc.gold_indices]', ['a', 'b']],
    ['messages[role=assistant].content', 'final'],
    ['nodes[message.role=assistant].message.content', 'deep'],
    ['outputs[].text', ['x', undefined, 'y']],
    ['parts[+].text', 'hello'],
    ['["odd.key"]["[x]"]', 3],
    ['odd.key', { '[x]': 3 }],
    ['resps[9][0]', undefined],
    ['doc.missing.deeper', undefined],
    ['doc[0]', undefined],
    ['messages[role=system].content', undefined],
    ['toString', undefined],
    ['constructor.name', undefined],
    ['__proto__', undefined],
  ])('%s', (path, expected) => {
    expect(readPath(record, parsePath(path))).toEqual(expected);
  });

  test.each([
    ['null', null],
    ['a number', 5],
    ['text', 'abc'],
    ['nothing', undefined],
  ])('of %s is nothing', (_, value) => {
    expect(readPath(value, parsePath('a.b'))).toBeUndefined();
  });
});

test.each(['', '.', 'a..b', 'a.', '[', 'a[0', 'a]', '["x]'])('%j is refused with its position', (path) => {
  expect(() => parsePath(path)).toThrow(/field path/);
});
