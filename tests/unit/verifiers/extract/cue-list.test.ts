import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cueList, findCue, hasCue, lastCueEnd } from '../../../../src/verifiers/extract/cue-list.js';

const cues = cueList(['so', 'so that', 'not', "isn't", 'así', '不', '不是', '<', '\\ne', 'donc']);

describe('cues in a text', () => {
  test.each([
    ['so it is', 0, 2],
    ['and so that is', 4, 11],
    ['also', -1, -1],
    ['solve', -1, -1],
    ['it is not so', 6, 12],
    ["it isn't 7", 3, 8],
    ['我不是', 1, 3],
    ['a<b', 1, 2],
    ['x\\ne', 1, 4],
    ['x\\neq', -1, -1],
    ['así', 0, 3],
    ['', -1, -1],
  ])('%s', (text, first, lastEnd) => {
    expect(findCue(text, cues)).toBe(first);
    expect(lastCueEnd(text, cues)).toBe(lastEnd);
    expect(hasCue(text, cues)).toBe(first >= 0);
  });

  test('a plain list finds the same as an indexed one', () => {
    const texts = fc
      .array(fc.constantFrom(...cues, ' ', 'x', '.', '7', 'é', '是'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(findCue(text, [...cues])).toBe(findCue(text, cues));
        expect(lastCueEnd(text, [...cues])).toBe(lastCueEnd(text, cues));
        const alone = cues.map((cue) => findCue(text, [cue])).filter((at) => at >= 0);
        expect(findCue(text, cues)).toBe(alone.length === 0 ? -1 : Math.min(...alone));
      }),
    );
  });
});
