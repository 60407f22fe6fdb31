import { expect, test } from 'vitest';
import { Budget } from '../../../../../src/support/index.js';
import {
  CONSTANT,
  type Inequality,
  isFeasible,
} from '../../../../../src/verifiers/compare/rules/feasible.js';

const row = (terms: Readonly<Record<string, number>>): Inequality =>
  new Map(Object.entries(terms).map(([name, value]) => [name === '1' ? CONSTANT : name, BigInt(value)]));

test.each<[string, boolean, Readonly<Record<string, number>>[]]>([
  ['x > 0', true, [{ x: 1 }]],
  [
    'x > 5, x < 3',
    false,
    [
      { x: 1, 1: -5 },
      { x: -1, 1: 3 },
    ],
  ],
  [
    'x > 3, x < 3',
    false,
    [
      { x: 1, 1: -3 },
      { x: -1, 1: 3 },
    ],
  ],
  [
    'x > y, y > z, z > x',
    false,
    [
      { x: 1, y: -1 },
      { y: 1, z: -1 },
      { z: 1, x: -1 },
    ],
  ],
  [
    'x > y, y > z, x > z',
    true,
    [
      { x: 1, y: -1 },
      { y: 1, z: -1 },
      { x: 1, z: -1 },
    ],
  ],
  [
    'x + y > 4, x < 1, y < 2',
    false,
    [
      { x: 1, y: 1, 1: -4 },
      { x: -1, 1: 1 },
      { y: -1, 1: 2 },
    ],
  ],
  [
    '2x + 3y > 1, x < 1, y < 1',
    true,
    [
      { x: 2, y: 3, 1: -1 },
      { x: -1, 1: 1 },
      { y: -1, 1: 1 },
    ],
  ],
  ['0 > 0', false, [{ 1: 0 }]],
])('%s: %s', (_, expected, system) => {
  expect(isFeasible(system.map(row), new Budget(1000))).toBe(expected);
});

test('a system too large to eliminate counts as feasible', () => {
  const rows = Array.from({ length: 70 }, (_, k) => row({ x: k % 2 === 0 ? 1 : -1, 1: -1 }));
  expect(isFeasible(rows, new Budget(1000))).toBe(true);
});

test('elimination is counted', () => {
  const rows = Array.from({ length: 40 }, (_, k) => row({ x: k % 2 === 0 ? 1 : -1, [`y${k}`]: 1 }));
  expect(() => isFeasible(rows, new Budget(200))).toThrow();
});
