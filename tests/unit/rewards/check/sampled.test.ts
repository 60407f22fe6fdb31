import { describe, expect, test } from 'vitest';
import { type Hunt, measure, type Sample } from '../../../../src/rewards/check/sampled.js';
import type { Profile, Reads, Setting } from '../../../../src/rewards/check/samples.js';
import {
  constant,
  type Group,
  type Rollout,
  signal,
  standardSignals,
  type Term,
  withSignals,
} from '../../../../src/rewards/index.js';
import { plainSignal } from '../made.js';
import { contextOf } from './contexts.js';

const profile: Profile = {
  text: 'a',
  tokens: 100,
  finish: 'length',
  meanEntropy: 0.5,
  logProbs: [-1],
  tokenIds: [7],
  modelScore: 3,
  stepScores: [0.25],
  noThinking: true,
  extra: 9,
  verdict: 'proved',
};
const setting: Setting = { step: 5, history: null, referenceAccuracy: 0.25, others: 'none' };
const nothing: Reads = { needs: new Set(), numbers: [], limits: [], names: [] };
const hunt: Hunt = {
  correct: [true, false],
  alike: false,
  second: {},
  lead: (first, second) => (first ?? 10) - (second ?? 10),
};
const sample: Sample = { setting, first: profile, second: { ...profile, text: 'b', tokens: 40 } };

const measured = (
  term: Term,
  one: Partial<Sample> = {},
  options = {},
  how: Partial<Hunt> = {},
  reads = nothing,
) => measure(contextOf(term, options), reads, { ...sample, ...one }, { ...hunt, ...how });
const groupOf = (others: Setting['others'], options = {}): Group =>
  measured(constant(1), { setting: { ...setting, others } }, options).counterexample.group;
const rights = ({ rollouts }: Group) => rollouts.map(({ facts }) => facts.correct);

describe('the group of a sample', () => {
  test('has the setting, and the two responses in their order', () => {
    const { group } = measured(constant(1)).counterexample;
    expect(group).toMatchObject({ problem: 'sampled', step: 5, gold: '4', referenceAccuracy: 0.25 });
    expect(group.rollouts).toMatchObject([
      { text: 'a', tokens: 100, finish: 'length', facts: { correct: true } },
      { text: 'b', tokens: 40, finish: 'length', facts: { correct: false } },
    ]);
  });
  test('alike: the second is the first but for its changes', () => {
    const { group } = measured(constant(1), {}, {}, { alike: true, second: { tokens: 7 } }).counterexample;
    expect(group.rollouts[1]).toMatchObject({ text: 'a', tokens: 7 });
  });
  test.each<[Setting['others'], object, boolean[]]>([
    ['none', {}, []],
    ['right', {}, [true, true]],
    ['wrong', {}, [false, false]],
    ['both', {}, [true, false]],
    ['none', { groupSize: 5 }, [false, false, false]],
    ['right', { groupSize: 3 }, [true]],
    ['both', { groupSize: 5 }, [true, false, true]],
    ['both', { groupSize: 2 }, []],
    ['both', { groupSize: 1 }, []],
  ])('others %s %j', (others, options, wanted) =>
    expect(rights(groupOf(others, options))).toEqual([true, false, ...wanted]),
  );
  test('the others are like the first, each longer, and were judged', () => {
    const { rollouts } = groupOf('right', { groupSize: 4 });
    expect(rollouts.slice(2)).toMatchObject([
      { text: 'a', tokens: 150, facts: { verdict: { certainty: 'proved' } } },
      { text: 'a', tokens: 200, facts: { verdict: { certainty: 'proved' } } },
    ]);
  });
  test('what was learned before is one right answer of that length, that stopped by itself', () => {
    const { history } = measured(constant(1), { setting: { ...setting, history: 300 } }).counterexample;
    expect(history).toMatchObject([
      {
        problem: 'sampled',
        step: 0,
        gold: '4',
        rollouts: [{ tokens: 300, finish: 'stop', facts: { correct: true } }],
      },
    ]);
    expect(measured(constant(1)).counterexample.history).toEqual([]);
  });
});

describe('facts', () => {
  const factsOf = (reads: Reads): Rollout['facts'] | undefined =>
    measured(constant(1), {}, {}, {}, reads).counterexample.group.rollouts[0]?.facts;
  test('none that is not read', () =>
    expect(Object.keys(factsOf(nothing) ?? {})).toEqual(['correct', 'verdict']));
  test.each<[Parameters<Reads['needs']['has']>[0], object]>([
    ['entropy', { meanEntropy: 0.5 }],
    ['logProbs', { logProbs: [-1] }],
    ['tokenIds', { tokenIds: [7] }],
    ['modelScore', { modelScore: 3 }],
    ['stepScores', { stepScores: [0.25] }],
    ['noThinking', { noThinking: true }],
    ['extra', { extra: { x: 9, y: 9 } }],
  ])('%s', (need, wanted) => {
    const { correct, verdict, ...others } =
      factsOf({ ...nothing, needs: new Set([need]), names: ['x', 'y'] }) ?? {};
    expect([correct, verdict?.kind]).toEqual([true, 'equal']);
    expect(others).toEqual(wanted);
  });
});

describe('what is measured', () => {
  test('the lead of the first over the second, and both rewards', () => {
    const { value, counterexample } = measured(signal('correct', { right: 3, wrong: 1 }));
    expect(value).toBe(2);
    expect(counterexample).toMatchObject({ should: 0, shouldNot: 1, rewards: [3, 1] });
  });
  test('against what was learned before', () => {
    const reads: Reads = { ...nothing, needs: new Set(['correct', 'tokens', 'history']) };
    const short = { ...setting, history: 100 };
    const [fresh, known] = [setting, short].map(
      (one) =>
        measured(signal('hapo'), { setting: one, first: { ...profile, tokens: 50 } }, {}, {}, reads)
          .counterexample.rewards[0],
    );
    expect(fresh).toBe(0);
    expect(known).toBeGreaterThan(0);
  });
  test('a missing value is a reward of null under `fail`, not a misuse', () => {
    const registry = withSignals(
      standardSignals,
      plainSignal('silent', ({ rollouts }) => rollouts.map(() => null)),
    );
    const context = contextOf(signal('silent'), {}, registry, 'fail');
    expect(measure(context, nothing, sample, hunt).counterexample.rewards).toEqual([null, null]);
    const zero = contextOf(signal('silent'), {}, registry, 'zero');
    expect(measure(zero, nothing, sample, hunt).counterexample.rewards).toEqual([0, 0]);
  });
});
