import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cueList, endsAt, findCue, hasCue, lastCueEnd } from '../../../../src/verifiers/extract/cue-list.js';

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

  test.each([
    ['it is not', true],
    ['it is knot', false],
    ['我不是', true],
    ['不', true],
    ['x <', true],
    ['< x', false],
    ['so that ', false],
    ['', false],
  ])('%j ends in a cue: %j', (text, ends) => {
    expect(endsAt(text, text.length, cues)).toBe(ends);
  });

  test('a list finds what its cues find one by one', () => {
    const texts = fc
      .array(fc.constantFrom(...cues, ' ', 'x', '.', '7', 'é', '是'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const each = cues.map((cue) => cueList([cue]));
        const first = each.map((cue) => findCue(text, cue)).filter((at) => at >= 0);
        expect(findCue(text, cues)).toBe(first.length === 0 ? -1 : Math.min(...first));
        expect(lastCueEnd(text, cues)).toBe(Math.max(...each.map((cue) => lastCueEnd(text, cue))));
        expect(endsAt(text, text.length, cues)).toBe(each.some((cue) => endsAt(text, text.length, cue)));
      }),
    );
  });
});
