import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOf, rangesOf, response, scoreOne, scoreText } from './scored.js';

const ofTokens = (params: Parameters<typeof scoreOne>[1], ...tokenIds: number[]) =>
  scoreOne('repetition', params, response({ tokenIds }));

describe('repetition of tokens', () => {
  test.each<[number[], number, number]>([
    [[1, 2, 3, 4], 2, 0],
    [[5, 5, 5, 5, 5], 2, -0.75],
    [[5, 5, 5, 5, 5], 1, -0.8],
    [[1, 2], 3, 0],
    [[1, 1, 1], 3, 0],
    [[], 1, 0],
    [[12, 3, 1, 23, 12, 3], 2, -0.2],
    [[1, 2, 3, 4, 5, 1, 2, 3, 4, 5], 5, -1 / 6],
  ])('%j by %d', (ids, size, wanted) => expect(ofTokens({ size }, ...ids)).toBeCloseTo(wanted, 12));

  // HAPO's own: every token in a repeated n-gram is charged.
  test.each<[number[], number, number]>([
    [[1, 2, 3, 1, 2, 3], -1, -0.5],
    [[1, 1, 1, 1, 1], -0.5, -0.4],
    [[1, 2, 3, 4, 5, 6], -1, 0],
    [[1, 2], -1, 0],
    [[], -1, 0],
    [[1, 2, 3, 9, 1, 2, 3, 9, 1, 2, 3], -1, -7 / 11],
  ])('covered %j', (ids, penalty, wanted) =>
    expect(ofTokens({ measure: 'covered', penalty }, ...ids)).toBeCloseTo(wanted, 12),
  );

  test('missing without token ids; needs, range', () => {
    expect(scoreOne('repetition', {}, response())).toBeNull();
    expect(needsOf('repetition', {})).toEqual(['tokenIds']);
    expect(needsOf('repetition', { unit: 'words' })).toEqual([]);
    expect(rangesOf('repetition', { penalty: -0.1 })[0]).toEqual([-0.1, 0]);
  });

  test('an n-gram has at least one item', () =>
    expect(() => ofTokens({ size: 0 }, 1)).toThrow('size must be a whole number from 1'));

  test('agrees with counting by hand, and stays in its range', () => {
    const few = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
    const many = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 });
    const ids = fc.oneof(few, many);
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 9 }), (all, size) => {
        const grams = all.flatMap((_, i) =>
          i + size <= all.length ? [all.slice(i, i + size).join(' ')] : [],
        );
        const wanted = grams.length === 0 ? 0 : -(1 - new Set(grams).size / grams.length);
        expect(ofTokens({ size }, ...all)).toBeCloseTo(wanted, 12);
        const covered = all.map((_, i) =>
          grams.some((gram, at) => at <= i && i < at + size && grams.indexOf(gram) < at) ? 1 : 0,
        );
        const share = all.length === 0 ? 0 : covered.reduce((a: number, b) => a + b, 0) / all.length;
        expect(ofTokens({ size, measure: 'covered' }, ...all)).toBeCloseTo(-share, 12);
      }),
    );
  });
});

describe('repetition of words', () => {
  test.each([
    ['the cat sat the cat sat the cat', 3, -0.5],
    ['The cat the CAT the cat', 2, -0.6],
    ['a\nb\u3000a\u001cb', 2, -1 / 3],
    ['', 3, 0],
    ['a b', 3, 0],
  ])('%j by %d', (text, size, wanted) =>
    expect(scoreText('repetition', { unit: 'words', size }, text)).toBeCloseTo(wanted, 12),
  );
});

describe('ngram-repetition', () => {
  test.each([
    ['the cat sat the cat sat the cat', 3, -0.5],
    // Six characters are three words: 我爱北京天安 comes back once among nine.
    ['我爱北京天安门我爱北京天安', 3, -1 / 8],
    ['我爱北京天安门', 3, 0],
    ['我爱', 1, 0],
    ['我我我', 1, -0.5],
    ['ภาษาไทยภาษาไทย', 3, -2 / 9],
    ['안녕 하세요 안녕 하세요', 2, -1 / 3],
    // A mixture: the words between count one, the characters half.
    ['用 python 写代码 用 python 写代码', 2, -2 / 7],
    ['', 3, 0],
  ])('%s by %d', (text, size, wanted) =>
    expect(scoreText('ngram-repetition', { size }, text)).toBeCloseTo(wanted, 12),
  );

  test('of words alone it is repetition by words', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'cc'), { maxLength: 20 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (each, size) => {
        const byWords = Number(scoreText('repetition', { unit: 'words', size }, each));
        expect(scoreText('ngram-repetition', { size }, each)).toBeCloseTo(byWords, 12);
      }),
    );
  });

  test('range', () => expect(rangesOf('ngram-repetition', { penalty: -2 })[0]).toEqual([-2, 0]));
});

describe('long-block', () => {
  const long = 'x'.repeat(101);
  test.each([
    ['short words only', 0, 0],
    [long.slice(1), 0, 0],
    [long, -1, -1],
    [`a ${long} b`, -1, -1],
    [`a\n${long.slice(2)}`, 0, -1],
    ['字'.repeat(101), 0, -1],
    ['😀'.repeat(100), 0, 0],
    ['😀'.repeat(101), -1, -1],
    ['', 0, 0],
  ])('%s', (text, wanted, byRoll) => {
    expect(scoreText('long-block', {}, text)).toBe(wanted);
    expect(scoreText('long-block', { separator: 'space' }, text)).toBe(byRoll);
  });

  test('limits of its own', () => {
    expect(scoreText('long-block', { most: 2, penalty: -3 }, 'abc')).toBe(-3);
    expect(rangesOf('long-block', { penalty: -3 })[0]).toEqual([-3, 0]);
  });
});
