import { expect, test } from 'vitest';
import { compared } from '../../../../helpers/answers.js';

/** A pair of answers as text. */
export type Pair = readonly [gold: string, given: string];

/** Pairs that are equal whichever is the gold, each side equal to itself. */
export function equalPairs(pairs: readonly Pair[]): void {
  test.each(pairs)('%s = %s', (gold, given) => {
    expect(compared(gold, given)).toMatchObject({ kind: 'equal' });
    expect(compared(given, gold)).toMatchObject({ kind: 'equal' });
    expect(compared(gold, gold)).toMatchObject({ kind: 'equal' });
    expect(compared(given, given)).toMatchObject({ kind: 'equal' });
  });
}

/** Pairs that are never equal, whichever is the gold. */
export function unequalPairs(pairs: readonly Pair[]): void {
  test.each(pairs)('%s ≠ %s', (gold, given) => {
    expect(compared(gold, given).kind).not.toBe('equal');
    expect(compared(given, gold).kind).not.toBe('equal');
  });
}

/** Pairs that are proved different, whichever is the gold. */
export function differentPairs(pairs: readonly Pair[]): void {
  test.each(pairs)('%s ≠ %s, proved', (gold, given) => {
    expect(compared(gold, given)).toMatchObject({ kind: 'different', certainty: 'proved' });
    expect(compared(given, gold)).toMatchObject({ kind: 'different', certainty: 'proved' });
  });
}
