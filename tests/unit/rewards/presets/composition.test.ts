import { describe, expect, test } from 'vitest';
import {
  constant,
  evaluate,
  gate,
  gdpoAdvantages,
  grpoAdvantages,
  like,
  noMemories,
  product,
  registryOf,
  signal,
  standardSignals,
  sum,
  type Term,
  withSignals,
  zscored,
} from '../../../../src/rewards/index.js';
import { groupOf, plainSignal, rollout } from '../made.js';

type Numbers = readonly (number | null)[];

/** A signal that gives these numbers. */
const given = (name: string, numbers: Numbers) => plainSignal(name, () => [...numbers]);

const valuesOf = (term: Term, columns: Readonly<Record<string, Numbers>>): Numbers => {
  const signals = Object.entries(columns).map(([name, numbers]) => given(name, numbers));
  const size = Math.max(...Object.values(columns).map((numbers) => numbers.length));
  const group = groupOf(...Array.from({ length: size }, () => rollout({ correct: true })));
  return evaluate(term, group, noMemories, withSignals(standardSignals, ...signals)).scores;
};

const close = (got: Numbers, wanted: Numbers, digits = 6): void => {
  expect(got).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    if (value === null) expect(got[i]).toBeNull();
    else expect(got[i]).toBeCloseTo(value, digits);
  }
};

describe('TRL leaves out what is not applicable (nan-sum)', () => {
  const weighted = sum(
    { a: [1, signal('a')], b: [0.5, signal('b')], c: [0.2, signal('c')] },
    { missing: 'skip' },
  );

  test('weights 1, .5, .2', () => {
    const columns = { a: [1, 0, null], b: [1, 1, null], c: [null, 0.5, null] };
    close(valuesOf(weighted, columns), [1.5, 0.6, null], 12);
  });

  test('all missing has no advantage', () => {
    expect(grpoAdvantages([null, null])).toEqual([null, null]);
  });
});

describe('normalising over the group', () => {
  test('sample std, epsilon 1e-4', () => {
    close(grpoAdvantages([1, 0, 1, 0], 1e-4), [0.865875, -0.865875, 0.865875, -0.865875]);
    close(grpoAdvantages([1.5, 0.5, 1, 0], 1e-4), [1.161715, -0.387238, 0.387238, -1.161715]);
  });

  const columns = { a: [1, 1, 0, 0], b: [0, 1, 0, 1] };
  const parts = { a: signal('a'), b: signal('b') };

  test('sum then normalise', () => {
    const term = zscored(sum({ a: [1, parts.a], b: [1, parts.b] }), 'sample', 1e-4);
    close(valuesOf(term, columns), [0, 1.224595, -1.224595, 0]);
  });

  test('normalise then sum (GDPO), then over the batch', () => {
    const term = sum({
      a: [1, zscored(parts.a, 'sample', 1e-4)],
      b: [1, zscored(parts.b, 'sample', 1e-4)],
    });
    const summed = valuesOf(term, columns);
    const batch = [[columns.a, columns.b]];
    const [apart = []] = gdpoAdvantages(batch, [1, 1], { epsilon: 1e-4, overBatch: false });
    const [whole = []] = gdpoAdvantages(batch, [1, 1], { epsilon: 1e-4 });
    close(summed, apart, 12);
    close(whole, [0, 1.224658, -1.224658, 0]);
  });

  test('a skewed part tells the two apart', () => {
    const skewed = [
      [1, 1, 0, 0],
      [0, 10, 0, 0],
    ];
    const joint = grpoAdvantages([1, 11, 0, 0], 1e-4);
    const [apart = []] = gdpoAdvantages([skewed], [1, 1], { epsilon: 1e-4 });
    // Alone, the two right answers differ in b only; jointly the first falls below the mean.
    expect(joint[0]).toBeLessThan(0);
    expect(apart[0]).toBeGreaterThan(0);
  });
});

describe('weights', () => {
  test('NeMo-RL divides them by their sum', () => {
    const term = sum({ accuracy: [8, signal('a')], format: [2, signal('b')] }, { weights: 'normalised' });
    close(valuesOf(term, { a: [1], b: [0.25] }), [0.85], 12);
  });

  test('EasyR1 mixes .9 and .1', () => {
    const term = sum({ accuracy: [0.9, signal('a')], format: [0.1, signal('b')] });
    close(valuesOf(term, { a: [1], b: [0] }), [0.9], 12);
  });

  test('NeMo-RL takes an answer for right where every member does', () => {
    const term = product(gate(signal('a'), { pass: constant(1) }), gate(signal('b'), { pass: constant(1) }));
    expect(valuesOf(term, { a: [1, 1, 0], b: [1, 0, 1] })).toEqual([1, 0, 0]);
  });
});

test('presets are parts like any other', () => {
  const term = sum(
    { accuracy: [1, like('trl:accuracy').term], format: [0.5, like('trl:think-format').term] },
    { missing: 'skip' },
  );
  const group = groupOf(
    { text: '<think>a</think>4', facts: { correct: true } },
    { text: '<think>a</think>4', facts: { correct: null } },
  );
  expect(evaluate(term, group, noMemories, standardSignals).scores).toEqual([1.5, 0.5]);
});

test('a registry without the signals of a preset says which is missing', () => {
  const bare = registryOf(given('a', [1]));
  expect(() => evaluate(like('verl:geo3k').term, groupOf(rollout()), noMemories, bare)).toThrow(
    "no signal is named 'gold-usable'",
  );
});
