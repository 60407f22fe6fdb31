import fc from 'fast-check';
import { expect, test } from 'vitest';
import { majority } from '../../../../src/verifiers/pool/vote.js';

const halves = (a: string, b: string): boolean => Number(a) === Number(b);

test.each([
  { answers: ['1', '0.5', '.5'], winner: 1 },
  { answers: ['2', '1'], winner: 0 },
  { answers: [null, '3', null], winner: 1 },
  { answers: [null, null], winner: null },
  { answers: [], winner: null },
  { answers: ['1', '2', '2.0', '1.0', '3', '1'], winner: 0 },
])('$answers', ({ answers, winner }) => expect(majority(answers, halves)).toBe(winner));

test('equal spellings vote together without being compared', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', null), { maxLength: 20 }), (answers) => {
      const winner = majority(answers, () => false);
      const votes = (text: string | null): number => answers.filter((answer) => answer === text).length;
      const best = Math.max(votes('a'), votes('b'));
      expect(winner === null ? 0 : votes(answers[winner] ?? null)).toBe(best);
    }),
  );
});
