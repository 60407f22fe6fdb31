import { describe, expect, test } from 'vitest';
import {
  englishAnchors,
  firstNoun,
  foreignAnchors,
  hintsForeign,
} from '../../../../src/verifiers/extract/anchors.js';
import { isAscii } from '../../../../src/verifiers/extract/characters.js';

describe('nouns for "answer"', () => {
  const nouns = [...englishAnchors, ...foreignAnchors].map(({ noun }) => noun);

  test.each(nouns.filter(isAscii))('the one pass finds %s where it begins', (noun) => {
    expect(firstNoun(`so the ${noun}: 7`)).toBe(7);
  });

  test.each(foreignAnchors.map(({ noun }) => noun))('%s hints at other languages', (noun) => {
    expect(hintsForeign(`so the ${noun}: 7`)).toBe(true);
  });

  test('a text without any', () => {
    expect(firstNoun('we add 3 and 4, which gives 7.')).toBe(-1);
    expect(hintsForeign('we add 3 and 4, so the answer is 7.')).toBe(false);
  });
});
