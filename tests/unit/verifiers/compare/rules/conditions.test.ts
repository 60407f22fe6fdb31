import { describe, expect, test } from 'vitest';
import { reduceConditions } from '../../../../../src/verifiers/compare/rules/conditions.js';
import type { Condition } from '../../../../../src/verifiers/exact/normal/workspace.js';

const positive = (...factors: readonly string[]): Condition => ({ negative: false, factors });
const negative = (...factors: readonly string[]): Condition => ({ negative: true, factors });

/** `x3` is the factor x − 3, `p` one without a known root. */
const rootOf = (factor: string) =>
  factor.startsWith('x') ? { symbol: 0, root: { num: BigInt(factor.slice(1)), den: 1n } } : null;

const key = (...conditions: readonly Condition[]): string | undefined =>
  reduceConditions(conditions, rootOf)?.key;

describe('sign conditions', () => {
  test('a product and one factor fix the other', () =>
    expect(key(positive('p', 'q'), positive('q'))).toBe(key(positive('p'), positive('q'))));
  test('a square asks nothing', () => expect(key(positive('p', 'p'))).toBe(key()));
  test('the order of conditions does not matter', () =>
    expect(key(negative('p', 'q'), positive('q', 'r'))).toBe(key(positive('r', 'q'), negative('q', 'p'))));
  test('contradictions leave nothing', () => {
    expect(reduceConditions([positive('p'), negative('p')])).toBeNull();
    expect(reduceConditions([negative()])).toBeNull();
  });
  test('a product alone is weaker than its factors', () =>
    expect(key(positive('p', 'q'))).not.toBe(key(positive('p'), positive('q'))));
  test('between two roots: one factor is positive, the other negative', () =>
    expect(key(negative('x3', 'x5'))).toBe(key(positive('x3'), negative('x5'))));
  test('the stronger bound makes the weaker superfluous', () => {
    expect(key(positive('x3'), positive('x5'))).toBe(key(positive('x5')));
    expect(key(negative('x3'), negative('x5'))).toBe(key(negative('x3')));
  });
  test('outside two roots is no interval', () =>
    expect(key(positive('x3', 'x5'))).not.toBe(key(positive('x3'), positive('x5'))));
});
