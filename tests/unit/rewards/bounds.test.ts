import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  affine,
  bounds,
  centred,
  clip,
  constant,
  evaluate,
  gate,
  greatest,
  least,
  noMemories,
  product,
  type Range,
  ranked,
  schedule,
  signal,
  standardSignals,
  sum,
  type Term,
  threshold,
  withSignals,
  zscored,
} from '../../../src/rewards/index.js';
import { groupOf, modelScore, rollout } from './made.js';

const registry = withSignals(standardSignals, modelScore);
const correct = signal('correct');
const wide = signal('entropy', { sign: -1, most: 3 }); // [-3, 0]
const model = signal('model');
const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: MINUS_INF } = Number;

describe('ranges', () => {
  test.each<[string, Term, Range]>([
    ['constant', constant(2), [2, 2]],
    ['signal', wide, [-3, 0]],
    ['signal without a range', model, [MINUS_INF, INF]],
    ['raw sum', sum({ a: [2, wide], b: [-1, correct] }), [-7, 0]],
    ['normalised sum', sum({ a: [1, wide], b: [3, correct] }, { weights: 'normalised' }), [-0.75, 0.75]],
    [
      'sum that skips',
      sum({ a: [1, affine(correct, 1, 2)], b: [1, affine(correct, 1, -5)] }, { missing: 'skip' }),
      [-5, 3],
    ],
    ['sum that does not skip', sum({ a: [1, affine(correct, 1, 2)] }), [2, 3]],
    ['empty sum', sum({}), [0, 0]],
    ['product of signs', product(affine(correct, 3, -1), affine(correct, 3, -2)), [-4, 2]],
    ['product of negatives', product(wide, wide), [0, 9]],
    ['product with 0 times infinity', product(constant(0), model), [0, 0]],
    ['least', least(wide, affine(correct, 1, -2)), [-3, -1]],
    ['greatest', greatest(wide, affine(correct, 1, -2)), [-2, 0]],
    ['gate that may go either way', gate(correct, { pass: constant(5), fail: wide }), [-3, 5]],
    ['gate that passes', gate(correct, { pass: constant(5), fail: wide, atLeast: 0 }), [5, 5]],
    ['gate that fails', gate(correct, { pass: constant(5), fail: wide, atLeast: 2 }), [-3, 0]],
    ['gate at the upper end', gate(correct, { pass: constant(5), atLeast: 1 }), [0, 5]],
    ['clip', clip(affine(wide, 2), -4, -1), [-4, -1]],
    ['clip of the unbounded', clip(model, -1, 2), [-1, 2]],
    ['affine with a negative scale', affine(wide, -2, 1), [1, 7]],
    ['threshold that may hold', threshold(wide, -1), [0, 1]],
    ['threshold that holds', threshold(wide, -3), [1, 1]],
    ['threshold that does not', threshold(wide, 0.1), [0, 0]],
    [
      'schedule',
      schedule(wide, [
        [0, 2],
        [9, -1],
      ]),
      [-6, 3],
    ],
    ['centre', centred(wide), [-3, 3]],
    ['centre of one number', centred(constant(7)), [0, 0]],
    ['centre of the unbounded', centred(model), [MINUS_INF, INF]],
    ['rank', ranked(model), [-1, 1]],
    ['z-score', zscored(wide), [MINUS_INF, INF]],
  ])('%s', (_, term, wanted) => {
    const [low, high] = bounds(term, registry);
    expect([low + 0, high + 0]).toEqual(wanted);
  });

  test.each<[string, Term, number, Range]>([
    ['centre', centred(wide), 4, [-2.25, 2.25]],
    ['centre of one', centred(model), 1, [0, 0]],
    ['centre of z-scores', centred(zscored(wide)), 4, [-2.25, 2.25]],
    ['sample z-score', zscored(wide), 4, [-1.5, 1.5]],
    ['population z-score', zscored(wide, 'population'), 5, [-2, 2]],
  ])('%s in a group of known size', (_, term, groupSize, wanted) => {
    const [low, high] = bounds(term, registry, { groupSize });
    expect([low + 0, high + 0]).toEqual(wanted);
  });

  test('what is known of a response holds for it, and not for the others of its group', () => {
    expect(bounds(correct, registry, { correct: true })).toEqual([1, 1]);
    expect(bounds(correct, registry, { correct: false })).toEqual([0, 0]);
    expect(bounds(wide, registry, { correct: true })).toEqual([-3, 0]);
    expect(bounds(centred(correct), registry, { correct: true, groupSize: 4 })).toEqual([0, 0.75]);
    expect(bounds(centred(correct), registry, { correct: false })).toEqual([-1, 0]);
  });
});

test('a mistake deep in a term names its place', () => {
  const broken = sum({
    a: [1, constant(1)],
    b: [1, product(gate(correct, { pass: clip(signal('nobody'), 0, 1) }))],
  });
  expect(() => bounds(broken, registry)).toThrow('term.parts[1].term.terms[0].pass.term: no signal');
  expect(() => bounds(centred(signal('nobody')), registry)).toThrow('term.term: no signal');
  expect(() => bounds(gate(signal('nobody'), { pass: broken }), registry)).toThrow('term.when: no');
});

const small = fc.integer({ min: -4, max: 4 }).map((n) => n / 2);
const { term: anyTerm } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Term[]>(constant(0), constant(1.5), correct, wide, signal('correct', { wrong: -1 })),
    fc
      .tuple(small, tie('term'), small, tie('term'), fc.constantFrom('null' as const, 'skip' as const))
      .map(([v, a, w, b, missing]) => sum({ a: [v, a], b: [w, b] }, { missing })),
    fc
      .tuple(tie('term'), tie('term'))
      .map(([a, b]) => sum({ a: [1, a], b: [2, b] }, { weights: 'normalised', missing: 'skip' })),
    fc.tuple(tie('term'), tie('term')).map(([a, b]) => product(a, b)),
    fc.tuple(tie('term'), tie('term')).map(([a, b]) => least(a, b)),
    fc.tuple(tie('term'), tie('term')).map(([a, b]) => greatest(a, b)),
    fc
      .tuple(tie('term'), tie('term'), tie('term'), small)
      .map(([when, pass, fail, atLeast]) => gate(when, { pass, fail, atLeast })),
    fc.tuple(tie('term'), small).map(([a, at]) => threshold(a, at)),
    fc.tuple(tie('term'), small, small).map(([a, scale, shift]) => affine(a, scale, shift)),
    fc.tuple(tie('term'), small, small).map(([a, p, q]) => clip(a, Math.min(p, q), Math.max(p, q))),
    fc.tuple(tie('term'), small, small).map(([a, p, q]) =>
      schedule(a, [
        [0, p],
        [10, q],
      ]),
    ),
    tie('term').map(centred),
    tie('term').map((a) => zscored(a)),
    tie('term').map((a) => zscored(a, 'population', 0)),
    tie('term').map(ranked),
  ),
}));
const anyRollout = fc
  .record({ correct: fc.constantFrom(true, false, null), meanEntropy: fc.constantFrom(0, 0.5, 2, 9) })
  .map((facts) => rollout(facts));

test('every value lies within the bounds, with and without what is known', () => {
  fc.assert(
    fc.property(
      anyTerm,
      fc.array(anyRollout, { minLength: 1, maxLength: 5 }),
      fc.nat(12),
      (term, rollouts, step) => {
        const { scores } = evaluate(term, { ...groupOf(...rollouts), step }, noMemories, registry);
        const groupSize = rollouts.length;
        for (const [i, value] of scores.entries()) {
          if (value === null) continue;
          const verdict = rollouts[i]?.facts.correct ?? null;
          const given = verdict === null ? { groupSize } : { groupSize, correct: verdict };
          for (const [low, high] of [bounds(term, registry), bounds(term, registry, given)]) {
            const slack = 1e-9 * (1 + Math.abs(value));
            expect(value).toBeGreaterThanOrEqual(low - slack);
            expect(value).toBeLessThanOrEqual(high + slack);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});
