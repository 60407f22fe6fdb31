import { describe, expect, test } from 'vitest';
import { filesBelow, readSource } from '../../helpers/source-files.js';

/** Size budgets for code that is read: files by lines; Biome holds single functions to 60 lines. */
const FILE_P90 = 250;
const FILE_MAX = 400;

const sizes = filesBelow('src', '.ts').map((path) => ({ path, lines: readSource(path).split('\n').length }));

describe('files stay small enough to read in one go', () => {
  test('the walk sees the sources', () => expect(sizes.length).toBeGreaterThan(20));

  test('nine of ten files have at most 250 lines', () => {
    const sorted = [...sizes].sort((a, b) => a.lines - b.lines);
    expect(sorted[Math.floor(0.9 * (sorted.length - 1))]?.lines).toBeLessThanOrEqual(FILE_P90);
  });

  test('no file has more than 400 lines', () => {
    expect(sizes.filter(({ lines }) => lines > FILE_MAX)).toEqual([]);
  });

  test('no suppressed checks, nothing skipped', () => {
    const banned = /(@ts-ignore|@ts-nocheck|\bTODO\b|\bFIXME\b)/;
    const wrong = filesBelow('src', '.ts').filter((path) => banned.test(readSource(path)));
    expect(wrong).toEqual([]);
  });
});
