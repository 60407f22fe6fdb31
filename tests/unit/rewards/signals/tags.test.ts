import { describe, expect, test } from 'vitest';
import { rangesOf, scoreText } from './scored.js';

const FULL = '<think>\na\n</think>\n<answer>\nb\n</answer>';

describe('tag-count', () => {
  test.each([
    [FULL, 1, 1],
    [FULL.replace('\n</answer>', ''), 0.75, 0.75],
    [FULL.slice(0, FULL.indexOf('<answer>')), 0.5, 0.5],
    ['', 0, 0],
    ['<think>a</think><answer>b</answer>', 0, 0],
    // Holes of the original: tags elsewhere in other spellings, and in any order.
    [`${FULL}<think>`, 0.75, 1],
    [`${FULL} </answer>`, 0.75, 1],
    ['\n</answer>\n<answer>\n</think>\n<think>\n', 0.25, 1],
    ['\n</think>\n<answer>\nx\n<think>\n\n</answer>', 0.5, 1],
    // The line feed between two tags counts for one of them only.
    ['<think>\n</think>\n</think>\n', 0.25, 0.5],
  ])('%j', (text, closed, exact) => {
    expect(scoreText('tag-count', {}, text)).toBe(closed);
    expect(scoreText('tag-count', { exact: true }, text)).toBe(exact);
  });

  test('range', () => expect(rangesOf('tag-count', {})[0]).toEqual([0, 1]));
});

describe('tag-presence', () => {
  test.each([
    ['<think>a</think><answer>b</answer>', 1, 1],
    ['<think>a</think>', 0.25, 0.25],
    ['<answer>b</answer>', 0.75, 0.75],
    ['<answer></answer>', 0, 0.75],
    ['<answer>a</answer>b</answer>', 0, 0.75],
    ['</answer><answer>', 0, 0],
    ['<answe></answer>', 0, 0],
    ['', 0, 0],
  ])('%j', (text, closed, exact) => {
    expect(scoreText('tag-presence', {}, text)).toBe(closed);
    expect(scoreText('tag-presence', { exact: true }, text)).toBe(exact);
  });

  test('tags and worths of one’s own', () => {
    const params = { thinkTag: 'plan', answerTag: 'out', think: 1, answer: -2 };
    expect(scoreText('tag-presence', params, '<plan>a</plan><out>b</out>')).toBe(-1);
    expect(scoreText('tag-presence', params, '<think>a</think><out>b</out>')).toBe(-2);
    expect(rangesOf('tag-presence', params)[0]).toEqual([-2, 1]);
  });
});

describe('reasoning-steps', () => {
  test.each([
    ['First, a. Next, b.', 2, 2],
    ['1. a\n2. b\n3. c', 3, 1],
    ['1. a\n2) b\n- c', 3, 2],
    ['Step 1: a\nStep 22: b', 2, 2],
    ['Step 1:\na\nStep ٢:\nb', 2, 2],
    ['Step : a Step x: b', 0, 0],
    ['- a\n* b', 2, 1],
    ['  - a\n\t* b', 2, 0],
    ['a\n---\nb', 0, 1],
    ['Second,x Finally,y', 2, 2],
    ['3.14 is pi', 0, 1],
    ['costs 1. and 2. and', 0, 0],
    ['so First, a', 1, 1],
    ['3.14\n2.71\n', 0, 1],
    // Empty and repeated steps are no steps.
    ['First, Second, Next, Finally, a', 1, 4],
    ['\n-\n-\n-', 0, 3],
    ['\n- a\n- a\n-  a ', 1, 3],
    ['Step 1: ... Step 2: ...', 0, 2],
    ['', 0, 0],
    ['no steps at all', 0, 0],
  ])('%j', (text, closed, exact) => {
    expect(scoreText('reasoning-steps', { enough: 100 }, text)).toBe(closed / 100);
    expect(scoreText('reasoning-steps', { enough: 100, exact: true }, text)).toBe(exact / 100);
  });

  test('in thirds, up to one', () => {
    expect(scoreText('reasoning-steps', {}, 'First, a. Next, b.')).toBeCloseTo(2 / 3, 12);
    expect(scoreText('reasoning-steps', { exact: true }, '1. a\n2. b\n3. c')).toBeCloseTo(1 / 3, 12);
    expect(scoreText('reasoning-steps', {}, '1. a\n2. b\n3. c\n4. d')).toBe(1);
    expect(rangesOf('reasoning-steps', {})[0]).toEqual([0, 1]);
  });
});
