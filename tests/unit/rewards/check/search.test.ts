import { describe, expect, test } from 'vitest';
import type { Hunt } from '../../../../src/rewards/check/sampled.js';
import { search } from '../../../../src/rewards/check/search.js';
import type { CheckOptions } from '../../../../src/rewards/check/warning.js';
import {
  centred,
  constant,
  type Group,
  schedule,
  signal,
  standardSignals,
  sum,
  type Term,
  withSignals,
} from '../../../../src/rewards/index.js';
import { plainSignal } from '../made.js';
import { contextOf } from './contexts.js';

/** A search whose leads are these: by the number of the sample, from 1. */
function hunted(
  term: Term,
  leadOf: (sample: number) => number | null,
  { least, ...options }: CheckOptions & { least?: number } = {},
) {
  let samples = 0;
  const seen: Group[] = [];
  const registry = withSignals(standardSignals, {
    ...plainSignal('seen', (group) => {
      seen.push(group);
      return group.rollouts.map(() => 0);
    }),
    needs: () => [],
  });
  const hunt: Hunt = {
    correct: [true, false],
    alike: false,
    second: {},
    lead: () => {
      samples += 1;
      return leadOf(samples);
    },
  };
  const found = search(contextOf(term, options, registry), hunt, least);
  return { found, samples, seen };
}

/** A sample has 4 fields of the group and 11 of each response; a term that reads nothing leaves one value to each. */
const FIELDS = 26;
const STARTS = 12;
const SWEEPS = 4;
const seen = signal('seen');

describe('samples are counted', () => {
  test('no effort: none', () => {
    expect(hunted(seen, () => 1, { effort: 0 })).toMatchObject({ found: null, samples: 0 });
  });
  test('a start, a sweep that brings nothing, and so on from every start; then what matters is sought', () => {
    const { found, samples } = hunted(seen, () => 1);
    expect(found?.lead).toBe(1);
    expect(samples).toBe(STARTS * (1 + FIELDS) + FIELDS);
  });
  test('as long as sweeps bring something, at most four of them', () => {
    const { found, samples } = hunted(seen, (n) => 1 / n);
    expect(samples).toBe(STARTS * (1 + SWEEPS * FIELDS) + FIELDS);
    expect(found?.lead).toBe(1 / samples);
  });
  test('content with a lead below 0 at the end of a start', () => {
    expect(hunted(seen, () => -1).samples).toBe(1 + FIELDS + FIELDS);
    expect(hunted(seen, () => 0).samples).toBe(STARTS * (1 + FIELDS) + FIELDS);
  });
  test('content with the least there is', () => {
    expect(hunted(seen, () => 2, { least: 2 }).samples).toBe(1 + FIELDS + FIELDS);
    expect(hunted(seen, () => 2, { least: 1 }).samples).toBe(STARTS * (1 + FIELDS) + FIELDS);
  });
  test('samples that say nothing are no example', () => {
    expect(hunted(seen, () => null)).toMatchObject({ found: null, samples: STARTS * (1 + FIELDS) });
  });
  test('no more than the effort, and none that is not needed to simplify', () => {
    expect(hunted(seen, () => 1, { effort: 10 }).samples).toBe(10 + FIELDS);
    expect(hunted(seen, () => null, { effort: 30 }).samples).toBe(30);
    expect(hunted(seen, () => null, { effort: 1 }).samples).toBe(1);
  });
  test('the smallest lead is kept, not the last', () => {
    expect(hunted(seen, (n) => (n === 3 ? 0.25 : n > 300 ? null : 1)).found?.lead).toBe(0.25);
  });
  test('simplifying never gives the lead away', () => {
    // The last samples are those that simplify.
    const last = STARTS * (1 + FIELDS);
    expect(hunted(seen, (n) => (n > last ? 5 : 1)).found?.lead).toBe(1);
    expect(hunted(seen, (n) => (n === last + 2 ? 0.5 : n > last ? 5 : 1)).found?.lead).toBe(0.5);
    expect(hunted(seen, (n) => (n > last ? null : 1)).found?.lead).toBe(1);
  });
});

describe('what is tried', () => {
  const tried = <T>(groups: readonly Group[], read: (group: Group) => T): T[] => [
    ...new Set(groups.filter(({ rollouts }) => rollouts.length < 10).map(read)),
  ];
  const stepped = schedule(seen, [
    [-3, 1],
    [4, 1],
    [4.5, 1],
    [9, 1],
  ]);
  test.each<[CheckOptions, number[]]>([
    [{}, [0, 4, 5, 9]],
    [{ steps: 6 }, [0, 4, 5]],
    [{ steps: 5 }, [0, 4]],
    [{ steps: 1 }, [0]],
  ])('steps at the knots of a schedule, within the run: %j', (options, wanted) => {
    const { seen: groups } = hunted(stepped, () => 1, options);
    expect(tried(groups, ({ step }) => step).sort((a, b) => a - b)).toEqual(wanted);
  });
  test.each<[string, Term, number[]]>([
    ['nothing compares', seen, [2]],
    ['a statistic', centred(seen), [2, 4]],
    ['a signal that compares', sum({ a: [1, seen], b: [1, signal('kimi-length')] }), [2, 4]],
  ])('others in the group: %s', (_, term, wanted) => {
    const { seen: groups } = hunted(term, () => 1);
    expect(tried(groups, ({ rollouts }) => rollouts.length).sort((a, b) => a - b)).toEqual(wanted);
  });
  test.each<[string, Term, boolean]>([
    ['no signal reads it', seen, false],
    ['no signal at all', sum({ a: [1, seen], c: [1, constant(2)] }), false],
    ['a format', sum({ a: [1, seen], f: [1, signal('format')] }), true],
    ['text that matters to right answers only', sum({ a: [1, seen], f: [1, signal('long-block')] }), true],
  ])('texts: %s', (_, term, many) => {
    const { seen: groups } = hunted(term, () => 1);
    const texts = tried(groups, ({ rollouts }) => rollouts[0]?.text);
    expect(texts.length > 1).toBe(many);
  });
  test('the example is the plainest that shows as much', () => {
    // Whatever is tried, every sample leads by 1: all fields go back to their first values.
    const { found } = hunted(centred(sum({ a: [1, seen], t: [1, signal('length')] })), () => 1);
    const [first, second] = found?.counterexample.group.rollouts ?? [];
    expect(found?.counterexample.group.rollouts.length).toBe(2);
    expect(first).toMatchObject({ tokens: 100, finish: 'stop' });
    expect(second).toMatchObject({ tokens: 100, finish: 'stop' });
  });
});
