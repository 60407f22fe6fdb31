import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bar,
  cut,
  cutStart,
  grouped,
  pad,
  percent,
  sparkline,
  tableLines,
  visible,
  widthOf,
} from '../../../src/report/index.js';

describe('visible', () => {
  test.each([
    ['a\u001b[31mred', 'a\\x1b[31mred'],
    ['up\u202edown', 'up\\u202edown'],
    ['two\nlines', 'two⏎lines'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['whole 😀 pair', 'whole 😀 pair'],
    ['\u0007\u009b', '\\x07\\x9b'],
  ])('%j', (text, expected) => expect(visible(text)).toBe(expected));

  test('no control character survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
        expect(visible(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('widths', () => {
  test.each([
    ['abc', 3],
    ['中文', 4],
    ['e\u0301', 1],
    ['', 0],
  ])('%j takes %i columns', (text, width) => expect(widthOf(text)).toBe(width));

  test('cut and cutStart never exceed the width, and leave short texts alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        expect(widthOf(cut(text, width))).toBeLessThanOrEqual(width);
        expect(widthOf(cutStart(text, width))).toBeLessThanOrEqual(width);
        if (widthOf(text) <= width && text.length <= width) expect(cut(text, width)).toBe(text);
      }),
    );
  });

  test('cut keeps the start, cutStart the end', () => {
    expect(cut('abcdef', 4)).toBe('abc…');
    expect(cutStart('abcdef', 4)).toBe('…def');
  });

  test('pad fills by columns', () => {
    expect(pad('中', 4)).toBe('中  ');
    expect(pad('7', 3, 'right')).toBe('  7');
  });
});

test.each([
  [0, ''],
  [0.5, '██'],
  [1, '████'],
  [0.53, '██▏'],
  [2, '████'],
])('a bar of %d', (share, expected) => expect(bar(share, 4)).toBe(expected));

test('a sparkline has a column a value', () => expect(sparkline([0, 0.5, 1])).toBe('▁▅█'));

test.each([
  [0.8241, '82.4 %'],
  [1, '100.0 %'],
  [0.99999, '>99.9 %'],
  [0.00001, '<0.1 %'],
  [0, '0.0 %'],
])('percent of %d', (share, expected) => expect(percent(share)).toBe(expected));

test('whole numbers in groups', () => expect(grouped(1234567)).toBe('1 234 567'));

describe('tableLines', () => {
  const columns = [{ title: 'name' }, { title: 'n', align: 'right' as const }];

  test('columns are as wide as their cells', () => {
    expect(
      tableLines(
        columns,
        [
          ['a', '10'],
          ['longer', '7'],
        ],
        { width: 80 },
      ),
    ).toEqual(['  name     n', '  a       10', '  longer   7']);
  });

  test('the last column gives way to the width', () => {
    const [line = ''] = tableLines([{ title: '' }, { title: '' }], [['a', 'x'.repeat(100)]], { width: 30 });
    expect(widthOf(line)).toBe(30);
  });

  test('paint changes no width', () => {
    const [, line] = tableLines(
      [{ title: 'a', paint: (cell) => `<${cell}>` }, { title: 'b' }],
      [['x', 'y']],
      { width: 80 },
    );
    expect(line).toBe('  <x>  y');
  });
});
