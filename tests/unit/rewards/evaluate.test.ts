import { describe, expect, test } from 'vitest';
import {
  affine,
  centred,
  clip,
  constant,
  evaluate,
  gate,
  greatest,
  least,
  noMemories,
  product,
  ranked,
  type Scores,
  schedule,
  signal,
  standardSignals,
  sum,
  type Term,
  threshold,
  withSignals,
  zscored,
} from '../../../src/rewards/index.js';
import { groupOf, judged, modelScore, plainSignal, rollout } from './made.js';

const registry = withSignals(
  standardSignals,
  modelScore,
  plainSignal('throws', () => {
    throw new Error('no such file');
  }),
  plainSignal('throws-text', () => {
    throw 'out of memory';
  }),
  plainSignal('short', () => [1]),
  plainSignal('first', (group) => group.rollouts.map((_, i) => (i === 0 ? Number.NaN : 1))),
  plainSignal('infinite', (group) => group.rollouts.map((_, i) => (i === 1 ? 1 / 0 : null))),
);
const model = signal('model');
const correct = signal('correct');
/** Model scores 1, 2, missing, 6; right, wrong, right, no verdict. */
const group = groupOf(
  rollout({ modelScore: 1, correct: true }),
  rollout({ modelScore: 2, correct: false }),
  rollout({ correct: true }),
  rollout({ modelScore: 6, correct: null }),
);

describe('the value of every operator, missing values passing through', () => {
  test.each<[string, Term, Scores]>([
    ['constant', constant(3), [3, 3, 3, 3]],
    ['signal', model, [1, 2, null, 6]],
    ['raw sum', sum({ a: [2, model], b: [10, correct] }), [12, 4, null, null]],
    [
      'sum that skips what is missing',
      sum({ a: [2, model], b: [10, correct] }, { missing: 'skip' }),
      [12, 4, 10, 12],
    ],
    [
      'normalised sum',
      sum({ a: [1, model], b: [3, correct] }, { weights: 'normalised' }),
      [1, 0.5, null, null],
    ],
    ['all missing is missing', sum({ a: [1, model] }, { missing: 'skip' }), [1, 2, null, 6]],
    ['empty sum', sum({}), [0, 0, 0, 0]],
    ['product', product(model, constant(3), model), [3, 12, null, 108]],
    ['product of one', product(model), [1, 2, null, 6]],
    ['least', least(constant(2), model), [1, 2, null, 2]],
    ['greatest', greatest(constant(2), model), [2, 2, null, 6]],
    ['gate at its edge', gate(model, { pass: constant(1), atLeast: 2 }), [0, 1, null, 1]],
    [
      'gate whose branch is missing',
      gate(constant(1), { pass: correct, fail: constant(9) }),
      [1, 0, 1, null],
    ],
    ['clip', clip(model, 1.5, 4), [1.5, 2, null, 4]],
    ['affine', affine(model, 2, -1), [1, 3, null, 11]],
    ['threshold at its edge', threshold(model, 2), [0, 1, null, 1]],
    ['centre', centred(model), [-2, -1, null, 3]],
    ['rank', ranked(model), [-1, 0, null, 1]],
  ])('%s', (_, term, wanted) => expect(evaluate(term, group, noMemories, registry).scores).toEqual(wanted));

  test('sample and population spread differ', () => {
    const [sample, population] = (['sample', 'population'] as const).map(
      (std) => evaluate(zscored(model, std, 0), group, noMemories, registry).scores[3],
    );
    expect(sample).toBeCloseTo(3 / Math.sqrt(7), 12);
    expect(population).toBeCloseTo(3 / Math.sqrt(14 / 3), 12);
    expect(evaluate(zscored(model), group, noMemories, registry).scores[2]).toBeNull();
  });
});

describe('a schedule is linear between its knots and constant beyond them', () => {
  const term = schedule(constant(2), [
    [10, 1],
    [20, 3],
    [40, 0],
  ]);
  test.each([
    [0, 2],
    [10, 2],
    [15, 4],
    [20, 6],
    [30, 3],
    [35, 1.5],
    [40, 0],
    [1_000, 0],
  ])('step %d', (step, wanted) => {
    const at = { ...judged(true), step };
    expect(evaluate(term, at, noMemories, registry).scores).toEqual([wanted]);
  });
  test('between the greatest of numbers it stays within them', () => {
    const wide = schedule(constant(1), [
      [0, -Number.MAX_VALUE],
      [2, Number.MAX_VALUE],
    ]);
    expect(evaluate(wide, { ...judged(true), step: 1 }, noMemories, registry).scores).toEqual([0]);
    const flat = schedule(constant(1), [
      [0, 0.1],
      [3, 0.1],
    ]);
    for (const step of [1, 2])
      expect(evaluate(flat, { ...judged(true), step }, noMemories, registry).scores).toEqual([0.1]);
  });
  test('one knot is a constant factor', () => {
    const at = { ...judged(true), step: 7 };
    expect(evaluate(schedule(constant(2), [[10, 5]]), at, noMemories, registry).scores).toEqual([10]);
  });
});

describe('a number beyond float64 is missing, with a note that names its place', () => {
  const huge = constant(1e308);
  test.each<[string, Term, string]>([
    ['sum', sum({ a: [10, huge] }), 'term: sum gave Infinity for rollout 0; scale its parts down'],
    ['product', product(huge, constant(-10)), 'term: product gave -Infinity for rollout 0'],
    ['affine', affine(huge, 10), 'term: affine gave Infinity for rollout 0'],
    ['schedule', schedule(huge, [[0, 10]]), 'term: schedule gave Infinity for rollout 0'],
    ['difference of two', sum({ a: [10, huge], b: [-10, huge] }), 'term: sum gave NaN for rollout 0'],
  ])('%s', (_, term, note) => {
    const trace = evaluate(term, judged(true), noMemories, registry);
    expect(trace.scores).toEqual([null]);
    expect(trace.note).toContain(note);
  });
  test('the other rollouts keep their numbers, and what stands above goes on without it', () => {
    const trace = evaluate(
      centred(affine(model, 1e300)),
      groupOf(rollout({ modelScore: 1e300 }), rollout({ modelScore: 1 }), rollout({ modelScore: 1 })),
      noMemories,
      registry,
    );
    expect(trace.scores).toEqual([null, 0, 0]);
    expect(trace.note).toBeUndefined();
    expect(trace.children[0]?.note).toContain('term.term: affine gave Infinity for rollout 0');
  });
});

describe('a faulty signal is missing, with a note that names its place', () => {
  test.each([
    ['throws', "term: signal 'throws' threw no such file"],
    ['throws-text', "term: signal 'throws-text' threw out of memory"],
    ['short', "term: signal 'short' gave 1 scores for 4 rollouts"],
    ['first', "term: signal 'first' gave NaN for rollout 0"],
    ['infinite', "term: signal 'infinite' gave Infinity for rollout 1"],
  ])('%s', (name, note) => {
    expect(evaluate(signal(name), group, noMemories, registry)).toEqual({
      term: signal(name),
      scores: [null, null, null, null],
      children: [],
      note,
    });
  });
  test('deep in a term', () => {
    const { children } = evaluate(
      sum({ a: [1, model], b: [1, centred(signal('throws'))] }),
      group,
      noMemories,
      registry,
    );
    expect(children[1]?.children[0]?.note).toContain('term.parts[1].term.term: ');
  });
});

describe('there is one zero', () => {
  const minus = withSignals(
    registry,
    plainSignal('minus', ({ rollouts }) => rollouts.map(() => -0)),
  );
  test.each<[string, Term]>([
    ['a signal', signal('minus')],
    ['a product', product(constant(0), constant(-1))],
    ['a schedule', schedule(constant(0), [[0, -1]])],
    ['a clip', clip({ op: 'const', value: -0 }, -1, 1)],
    ['a least', least({ op: 'const', value: -0 }, constant(3))],
  ])('%s', (_, term) => {
    const { scores } = evaluate(term, judged(true, null), noMemories, minus);
    expect(scores).toStrictEqual([0, 0]);
  });
});

test('the trace has the shape of the term', () => {
  const term = gate(correct, { pass: product(model, constant(2)), fail: constant(-1) });
  const trace = evaluate(term, group, noMemories, registry);
  expect(trace.children.map((child) => child.term)).toEqual([term.when, term.pass, term.fail]);
  expect(trace.children[1]?.children.map((child) => child.scores)).toEqual([
    [1, 2, null, 6],
    [2, 2, 2, 2],
  ]);
});
