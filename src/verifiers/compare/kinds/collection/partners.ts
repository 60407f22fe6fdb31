import type { Answer } from '../../../answer.js';
import { different } from '../../../verdict.js';
import type { Compare } from '../../table.js';
import { symbolsOf } from '../family/view.js';

/** Letters that a relation is about, or that `x ∈ [1, 2]` ranges over; none for other answers. */
function lettersOf(answer: Answer): readonly string[] {
  if (answer.kind === 'relation') return symbolsOf(answer);
  return 'variable' in answer && answer.variable !== undefined ? [answer.variable] : [];
}

/** All letters of the statements in a list or combination. */
const lettersIn = (answer: Answer): ReadonlySet<string> => {
  const parts = answer.kind === 'list' ? answer.items : answer.kind === 'logic' ? answer.parts : [answer];
  return new Set(parts.flatMap(lettersOf));
};

/** Among statements of several letters `x > 0` is another one than `y > 0`, whatever sets of numbers they are. */
export function asStatements(a: Answer, b: Answer, recurse: Compare): Compare {
  if (lettersIn(a).size < 2 && lettersIn(b).size < 2) return recurse;
  return (left, right) => {
    const [x, y] = [lettersOf(left), lettersOf(right)];
    const others = x.length > 0 && y.length > 0 && !x.some((name) => y.includes(name));
    return others ? different('variable') : recurse(left, right);
  };
}

/** Inside a set the set {1} is another element than 1. */
export const asElements =
  (recurse: Compare): Compare =>
  (a, b) =>
    (a.kind === 'set') === (b.kind === 'set') ? recurse(a, b) : different('kinds-differ');
