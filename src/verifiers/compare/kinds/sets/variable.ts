import type { Answer } from '../../../answer.js';

/** What an answer says the range of: a letter, or a formula (`2x + 1 ∈ [3, 5]`); null when nothing is named. */
const ranging = (answer: Answer): string | null => ('variable' in answer ? (answer.variable ?? null) : null);

const isLetter = (name: string): boolean => /^[\p{L}_]+\w*'*$/u.test(name);

/**
 * `x ∈ [4, 6]` and `x + 3 ∈ [4, 6]` range over different things. Plain letters are interchangeable: what matters is
 * the set.
 */
export function rangesDiffer(a: Answer, b: Answer): boolean {
  const [first, second] = [ranging(a), ranging(b)];
  if (first === null || second === null || first === second) return false;
  return !isLetter(first) || !isLetter(second);
}
