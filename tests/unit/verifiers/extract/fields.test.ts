import { expect, test } from 'vitest';
import { fieldEnd, isResultField, opensField } from '../../../../src/verifiers/extract/fields.js';

const valueAt = (text: string, at: number): string => text.slice(at, fieldEnd(text, at, text.length));

test.each([
  ['"answer": "7", "note": "8"', 11, '7'],
  ['"answer": 7, "note": 8}', 10, '7'],
  ['"answer": 1/2}', 10, '1/2'],
  ['"answer": "7" or "8"', 11, '7" or "8"'],
  ['"answer": [7, 8]}', 10, '[7, 8]}'],
  ['Answer: 7, "as before"', 8, '7, "as before"'],
])('%s', (text, at, value) => expect(valueAt(text, at)).toBe(value));

test('the field of the answer', () => {
  const text = '{"reasoning": "so the answer is 6.", "answer": 7}';
  expect(opensField(text, 33, text.indexOf('"answer"') + 1, false)).toBe(true);
  expect(opensField('the answer is 6. The answer is 7.', 16, 17, false)).toBe(false);
});

test.each([
  ['{"result"', true],
  [', "final_result"', true],
  ["'solution'", true],
  ['result', false],
  ['"a"', false],
])('%s labels a result: %s', (label, is) => expect(isResultField(label)).toBe(is));
