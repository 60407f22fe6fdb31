import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxesFrom, boxSays, lastBox } from '../../../../src/rewards/text/boxes.js';
import {
  afterSpace,
  codePoints,
  isBlank,
  isWhiteSpace,
  lastCharacters,
  saysSomething,
} from '../../../../src/rewards/text/characters.js';
import { occurrences, onlyAt, onlyBlock } from '../../../../src/rewards/text/tags.js';
import { unitsOf, words } from '../../../../src/rewards/text/words.js';

// What Python's str.isspace() holds among the first 2¹⁶ characters.
const PYTHON_SPACES = [
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680],
  ...[0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a],
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
];

describe('characters', () => {
  test('white space is Python’s', () => {
    const all = Array.from({ length: 0x10000 }, (_, unit) => unit);
    expect(all.filter(isWhiteSpace)).toEqual(PYTHON_SPACES);
  });

  test.each([
    ['', 0],
    ['aé', 2],
    ['😀😀', 2],
    ['\ud83d', 1],
    ['\ude00\ud83d', 2],
    ['\ud83d\ud83d\ude00a', 3],
    ['a\ude00', 2],
    ['\ue000\udbff\udfff\ue000', 3],
  ])('%j has %d', (text, count) => {
    expect(codePoints(text)).toBe(count);
    expect([...text]).toHaveLength(count);
  });

  test.each([
    ['abc', 2, 'bc'],
    ['abc', 3, 'abc'],
    ['abc', 9, 'abc'],
    ['abc', 0, ''],
    ['a😀b', 2, '😀b'],
    ['a\ude00b', 2, '\ude00b'],
    ['😀', 1, '😀'],
    ['\ude00', 1, '\ude00'],
  ])('the end of %j, %d', (text, count, wanted) => expect(lastCharacters(text, count)).toBe(wanted));

  test('as JavaScript walks a text, whatever surrogates it holds', () => {
    const unit = fc.constantFrom(
      ...['a', '\ud7ff', '\ud800', '\udbff', '\udc00', '\udfff', '\ue000', '\uffff', '😀'],
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), fc.nat({ max: 13 }), (units, count) => {
        const text = units.join('');
        const all = [...text];
        expect(codePoints(text)).toBe(all.length);
        expect(lastCharacters(text, count)).toBe(all.slice(Math.max(0, all.length - count)).join(''));
      }),
    );
  });

  test('blank parts', () => {
    expect(isBlank('')).toBe(true);
    expect(isBlank(' \n\u3000')).toBe(true);
    expect(isBlank('a  b', 1, 3)).toBe(true);
    expect(isBlank('a  b', 1)).toBe(false);
    expect(isBlank('a  b', 1, 4)).toBe(false);
    expect(afterSpace('  a', 0)).toBe(2);
    expect(afterSpace('  ', 1)).toBe(2);
  });

  test.each([
    ['4', true],
    ['x', true],
    ['∞', true],
    ['٣', true],
    ['.,;!?-()[]{}\\ "', false],
    ['', false],
  ])('%j says something: %s', (text, wanted) => expect(saysSomething(text)).toBe(wanted));
});

describe('words and units', () => {
  test.each([
    ['  a b\n\nc\u3000', ['a', 'b', 'c']],
    ['', []],
    [' \t', []],
    ['a', ['a']],
  ])('words of %j', (text, wanted) => expect(words(text)).toEqual(wanted));

  test('characters of scripts without spaces stand alone, others in words', () => {
    const units = unitsOf('Ab中文x ไ한글 འ. 𠀀ア');
    expect(units.map(({ text, weight }) => `${text}${weight}`)).toEqual([
      ...['ab1', '中0.5', '文0.5', 'x1', 'ไ0.5', '한글1', 'འ0.5', '.1', '𠀀0.5', 'ア0.5'],
    ]);
  });
});

describe('parts', () => {
  test.each([
    ['aaaa', 'aa', 2],
    ['\n</t>\n</t>\n', '\n</t>\n', 1],
    ['abc', 'd', 0],
    ['abc', '', 0],
  ])('%j in %j', (text, part, count) => expect(occurrences(text, part)).toBe(count));

  test.each([
    ['xax', 'a', 1],
    ['aaa', 'aa', -1],
    ['a', 'b', -1],
  ])('the only place in %j of %j', (text, part, at) => expect(onlyAt(text, part)).toBe(at));

  test.each([
    ['<t>a</t>', { start: 3, end: 4 }],
    ['<t></t>', { start: 3, end: 3 }],
    ['</t><t>', null],
    ['<t>a', null],
    ['a</t>', null],
    ['<t>a</t></t>', null],
  ])('the only block of %j', (text, wanted) => expect(onlyBlock(text, 't')).toEqual(wanted));
});

describe('boxes', () => {
  const held = (text: string, from = 0) =>
    boxesFrom(text, from).map(({ start, end }) => text.slice(start, end));
  test.each([
    ['\\boxed{1} and \\boxed{\\frac{2}{3}}', ['1', '\\frac{2}{3}']],
    ['\\boxed{\\boxed{1}}', ['\\boxed{1}']],
    ['\\boxed{1}\\boxed{{\\boxed{2}}\\boxed{3}}', ['1', '{\\boxed{2}}\\boxed{3}']],
    ['\\boxed{1 \\boxed{2}', ['2']],
    ['\\boxed{\\{1\\}}', ['\\{1\\}']],
    ['\\boxed{1\\}', []],
    ['}\\boxed{1}}', ['1']],
    ['{\\boxed{1}', ['1']],
    ['\\\\boxed{1}', []],
    ['\\boxed {1}', []],
    ['\\', []],
  ])('in %j', (text, wanted) => expect(held(text)).toEqual(wanted));

  test('from an offset on', () => expect(held('\\boxed{1}\\boxed{2}', 1)).toEqual(['2']));

  test.each([
    ['4', true],
    ['\\pi', true],
    ['\\text{ }', false],
    ['\\text{no}', true],
    ['\\quad\\,', false],
    ['\\boxed{\\boxed{ }}', false],
    ['\\textit{}', true],
    ['', false],
  ])('%j says something: %s', (content, wanted) => expect(boxSays(content)).toBe(wanted));

  test.each([
    ['\\boxed{1} \\boxed{2}', '2'],
    ['\\boxed{a{b}c}', 'a{b}c'],
    ['\\boxed{}', ''],
    ['\\boxed{\\}', '\\'],
    ['\\boxed{1} \\boxedx{2}', null],
    ['\\boxed{1', null],
    ['x', null],
  ])('the last of %j', (text, wanted) => expect(lastBox(text)).toBe(wanted));
});
