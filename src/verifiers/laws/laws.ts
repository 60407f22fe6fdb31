import fc from 'fast-check';
import type { Verdict } from '../verdict.js';
import { points, spellings, texts, trees } from './arbitraries.js';
import { plainSpelling, spell } from './spelling.js';
import { evaluate, sameFraction, type Tree } from './tree.js';

/** What the laws test: a comparison of two answers given as text, with a limit on its steps. */
export type Comparer = (gold: string, given: string, maxSteps?: number) => Verdict;

/** A named property; run it with `fc.assert(law.property, { numRuns })`. */
export interface Law {
  readonly name: string;
  readonly property: fc.IProperty<never> | fc.IRawProperty<unknown>;
}

const UNIT_POINT = { x: { num: 31n, den: 7n }, y: { num: 29n, den: 11n }, a: { num: 37n, den: 13n } };

/** A tree is usable in a law of equality when no divisor is identically zero: it has a value somewhere. */
const hasValue = (tree: Tree): boolean => evaluate(tree, UNIT_POINT) !== undefined;

const plain = (tree: Tree): string => spell(tree, plainSpelling);

/** Never a witness of the opposite: equal in the law's sense, or honestly undecided for want of budget or reach. */
const notDifferent = (verdict: Verdict): boolean => verdict.kind !== 'different';

/** Every rational expression equals itself. */
export const reflexive = (compare: Comparer): Law => ({
  name: 'reflexive: a rational expression equals itself',
  property: fc.property(trees({ rationalOnly: true }).filter(hasValue), (tree) => {
    return compare(plain(tree), plain(tree)).kind === 'equal';
  }),
});

/** Nothing that has a value is different from itself, whatever it is made of. */
export const neverUnlikeItself = (compare: Comparer): Law => ({
  name: 'no expression with a value is different from itself',
  property: fc.property(trees().filter(hasValue), (tree) => notDifferent(compare(plain(tree), plain(tree)))),
});

/** `compare(a, b)` and `compare(b, a)` have the same kind. */
export const symmetric = (compare: Comparer): Law => ({
  name: 'symmetric',
  property: fc.property(trees(), trees(), (a, b) => {
    return compare(plain(a), plain(b)).kind === compare(plain(b), plain(a)).kind;
  }),
});

/** White space, sizes of brackets, fraction commands, redundant braces, order of terms: none changes equality. */
export const spellingInvariant = (compare: Comparer): Law => ({
  name: 'invariant under spelling',
  property: fc.property(trees({ rationalOnly: true }).filter(hasValue), spellings(), (tree, spelling) => {
    return compare(plain(tree), spell(tree, spelling)).kind === 'equal';
  }),
});

/** No two expressions are equal when an exact evaluation tells them apart. */
export const separated = (compare: Comparer): Law => ({
  name: 'never equal where an exact evaluation separates',
  property: fc.property(
    trees({ rationalOnly: true }),
    trees({ rationalOnly: true }),
    points(),
    (a, b, point) => {
      const [left, right] = [evaluate(a, point), evaluate(b, point)];
      if (!left || !right || sameFraction(left, right)) return true;
      return compare(plain(a), plain(b)).kind !== 'equal';
    },
  ),
});

/** A small change of value is always seen: t and t + k/10^n for k ≠ 0. */
export const seesSmallChanges = (compare: Comparer): Law => ({
  name: 'an added constant is never equal to nothing added',
  property: fc.property(trees().filter(hasValue), fc.integer({ min: 1, max: 60 }), (tree, digits) => {
    return compare(plain(tree), `${plain(tree)}+10^{-${digits}}`).kind !== 'equal';
  }),
});

/** With a larger budget an undecided verdict may become decided; a decided one stays. */
export const monotoneInBudget = (compare: Comparer): Law => ({
  name: 'monotone in the budget',
  property: fc.property(trees(), trees(), fc.boolean(), (a, b, same) => {
    const given = same ? a : b;
    let decided: Verdict['kind'] | undefined;
    for (const steps of [1, 10, 40, 160, 640, 2_560, 10_240, 200_000]) {
      const { kind } = compare(plain(a), plain(given), steps);
      if (decided !== undefined && kind !== decided) return false;
      if (kind !== 'undecided') decided = kind;
    }
    return true;
  }),
});

/** Any two texts get a verdict: no exception, no hang. */
export const total = (compare: Comparer): Law => ({
  name: 'total on arbitrary text',
  property: fc.property(texts(), texts(), (a, b) => {
    return ['equal', 'different', 'undecided'].includes(compare(a, b).kind);
  }),
});

/** All laws of a comparison. */
export const verifierLaws = (compare: Comparer): readonly Law[] => [
  reflexive(compare),
  neverUnlikeItself(compare),
  symmetric(compare),
  spellingInvariant(compare),
  separated(compare),
  seesSmallChanges(compare),
  monotoneInBudget(compare),
  total(compare),
];
