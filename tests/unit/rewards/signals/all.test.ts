import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asProblemId,
  bounds,
  evaluate,
  type Facts,
  type Group,
  learn,
  noMemories,
  type Parameter,
  type Rollout,
  signal,
  standardSignals,
} from '../../../../src/rewards/index.js';

const hostileNumber = fc.oneof(
  fc.double({ min: -50, max: 50, noNaN: true }),
  fc.constantFrom(0, -0, 1, -1, 1e308, -1e308, 5e-324, Number.NaN, Infinity, -Infinity, 2 ** 53, 1e9),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const piece = fc.constantFrom(
  ...['<think>', '</think>', '<answer>', '</answer>', '\n', ' ', 'word', 'First,', 'Step 1:', '1. ', '- '],
  ...[
    '\\boxed{',
    '{',
    '}',
    '\\',
    '#### ',
    '12',
    ',',
    '```python\n',
    '```',
    '中',
    '文',
    '😀',
    '\ud83d',
    '\u0000',
  ],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const verdict: fc.Arbitrary<Facts['verdict']> = fc.constantFrom(
  { kind: 'equal', by: 'identical', certainty: 'proved', steps: 1 } as const,
  { kind: 'different', by: 'numbers', certainty: 'probable', steps: 1 } as const,
  ...(['no-answer', 'bad-gold', 'parse-error', 'unsupported', 'budget', 'lost'] as const).map(
    (reason) => ({ kind: 'undecided', reason, detail: '', steps: 0 }) as const,
  ),
);
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    correct: fc.constantFrom(true, true, false, false, null),
    verdict: verdict as fc.Arbitrary<NonNullable<Facts['verdict']>>,
    meanEntropy: hostileNumber,
    logProbs: fc.array(hostileNumber, { maxLength: 4 }),
    tokenIds: fc.array(fc.nat({ max: 4 }), { maxLength: 12 }),
    modelScore: hostileNumber,
    stepScores: fc.array(fc.oneof(share, hostileNumber), { maxLength: 5 }),
    noThinking: fc.boolean(),
    extra: fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.option(hostileNumber), { maxKeys: 3 }),
  },
  { requiredKeys: [] },
);
const rollout: fc.Arbitrary<Rollout> = fc
  .record(
    {
      text,
      tokens: fc.oneof(fc.nat({ max: 5000 }), hostileNumber),
      finish: fc.constantFrom('stop' as const, 'length' as const),
      facts,
    },
    { requiredKeys: ['text', 'facts'] },
  )
  .map((each) => each as Rollout);
const group: fc.Arbitrary<Group> = fc
  .record(
    {
      problem: fc.constant(asProblemId('p')),
      step: fc.nat(),
      rollouts: fc.array(rollout, { maxLength: 5 }),
      gold: fc.constantFrom('12', 'x', '', '1e400'),
      referenceAccuracy: fc.oneof(share, hostileNumber),
    },
    { requiredKeys: ['problem', 'step', 'rollouts'] },
  )
  .map((each) => each as Group);

/** Any value a parameter accepts. */
function anyValue(parameter: Parameter): fc.Arbitrary<string | number | boolean> {
  switch (parameter.kind) {
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...parameter.choices);
    case 'text':
      return fc.oneof(fc.constantFrom('a', 'think', '', '__proto__', '('), fc.string({ maxLength: 5 }));
    case 'number': {
      const { min = -1e6, max = 1e6, integer = false } = parameter;
      const [low, high] = [Math.max(min, -1e6), Math.min(max, 1e6)];
      if (integer)
        return fc.oneof(
          fc.integer({ min: low, max: Math.min(high, 8) }),
          fc.integer({ min: low, max: high }),
        );
      return fc.oneof(
        fc.double({
          min: Math.max(low, Math.min(high, -2)),
          max: Math.min(high, Math.max(low, 2)),
          noNaN: true,
        }),
        fc.constantFrom(low, high),
      );
    }
  }
}
const paramsOf = (name: string) => {
  const table = standardSignals.get(name)?.parameters ?? {};
  return fc.record(
    Object.fromEntries(Object.entries(table).map(([key, parameter]) => [key, anyValue(parameter)])),
  );
};

const names = [...standardSignals.keys()];
const inside = (value: number, [low, high]: readonly [number, number]): boolean =>
  value >= low && value <= high;

describe.each(names)('%s, whatever the data and parameters', (name) => {
  test('gives a number in its range or nothing, and does not throw', () => {
    fc.assert(
      fc.property(paramsOf(name), group, group, (params, data, before) => {
        const term = signal(name, params);
        const memories = learn(term, [before], noMemories, standardSignals);
        const { scores, note } = evaluate(term, data, memories, standardSignals);
        expect(note).toBeUndefined();
        for (const [i, value] of scores.entries()) {
          if (value === null) continue;
          const correct = data.rollouts[i]?.facts.correct;
          const ranges = [{}, ...(typeof correct === 'boolean' ? [{ correct }] : [])];
          for (const given of ranges)
            expect([value, given, inside(value, bounds(term, standardSignals, given))]).toEqual([
              value,
              given,
              true,
            ]);
          expect(Object.is(value, -0)).toBe(false);
        }
      }),
    );
  });

  test('keeps right and wrong apart by the gap it states', () => {
    const gap = standardSignals.get(name)?.gap;
    if (gap === undefined) return;
    fc.assert(
      fc.property(paramsOf(name), group, (params, data) => {
        const { scores } = evaluate(signal(name, params), data, noMemories, standardSignals);
        const worths = (wanted: boolean) =>
          scores
            .filter((_, i) => data.rollouts[i]?.facts.correct === wanted)
            .filter((value) => value !== null);
        const [low, high] = gap(params);
        for (const right of worths(true))
          for (const wrong of worths(false)) {
            expect(right - wrong).toBeGreaterThanOrEqual(low - 1e-9);
            expect(right - wrong).toBeLessThanOrEqual(high + 1e-9);
          }
      }),
    );
  });

  test('the order of a group does not matter', () => {
    fc.assert(
      fc.property(paramsOf(name), group, (params, data) => {
        const of = (rollouts: readonly Rollout[]) =>
          evaluate(signal(name, params), { ...data, rollouts }, noMemories, standardSignals).scores;
        const turned = [...of([...data.rollouts].reverse())].reverse();
        for (const [i, value] of of(data.rollouts).entries()) {
          const other = turned[i] ?? null;
          if (value === null || other === null) expect(value).toBe(other);
          else expect(Math.abs(other - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
        }
      }),
    );
  });

  test('what it does not need, it does not read', () => {
    const facts = {
      correct: 'correct',
      verdict: 'verdict',
      meanEntropy: 'entropy',
      logProbs: 'logProbs',
      tokenIds: 'tokenIds',
      modelScore: 'modelScore',
      stepScores: 'stepScores',
      noThinking: 'noThinking',
    } as const;
    fc.assert(
      fc.property(paramsOf(name), group, (params, data) => {
        const needed = standardSignals.get(name)?.needs(params) ?? [];
        const bare = data.rollouts.map((each) => ({
          ...each,
          facts: Object.fromEntries(
            Object.entries(each.facts).filter(([key]) => {
              const need = Object.hasOwn(facts, key) ? facts[key as keyof typeof facts] : null;
              return need === null || needed.includes(need);
            }),
          ),
        }));
        const of = (rollouts: readonly Rollout[]) =>
          evaluate(signal(name, params), { ...data, rollouts }, noMemories, standardSignals).scores;
        expect(of(bare)).toEqual(of(data.rollouts));
      }),
    );
  });
});
