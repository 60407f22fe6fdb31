/**
 * Laws that any answer verifier should keep, as fast-check properties (fast-check is an optional peer):
 * `for (const law of verifierLaws(compare)) fc.assert(law.property)`.
 */
export { points, spellings, type TreeOptions, texts, trees } from './arbitraries.js';
export {
  type Comparer,
  type Law,
  monotoneInBudget,
  neverUnlikeItself,
  reflexive,
  seesSmallChanges,
  separated,
  spellingInvariant,
  symmetric,
  total,
  verifierLaws,
} from './laws.js';
export { hedgingNeverPays, independentOfOrder, layoutInvariant, type Payer, payingLaws } from './paying.js';
export { plainSpelling, type Spelling, spell } from './spelling.js';
export { evaluate, type Fraction, type Point, sameFraction, type Tree } from './tree.js';
