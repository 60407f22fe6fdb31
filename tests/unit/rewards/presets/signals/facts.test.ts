import { describe, expect, test } from 'vitest';
import {
  evaluate,
  type Group,
  noMemories,
  type Scores,
  signal,
  standardSignals,
} from '../../../../../src/rewards/index.js';
import { groupOf, judged } from '../../made.js';

const valuesOf = (name: string, params: Parameters<typeof signal>[1], group: Group): Scores =>
  evaluate(signal(name, params), group, noMemories, standardSignals).scores;

test('gold-usable: 1 where a verdict is, 0 for an unreadable gold, missing before there is one', () => {
  const group = groupOf(...judged(true, false, null).rollouts, { text: '', facts: {} });
  expect(valuesOf('gold-usable', {}, group)).toEqual([1, 1, 0, null]);
});

describe('occurs', () => {
  test.each([
    [{ text: 'ab' }, 'ab ab', 1],
    [{ text: 'ab' }, 'ba', 0],
    [{ text: 'ab', least: 2 }, 'ab ab', 1],
    [{ text: 'ab', least: 3 }, 'ab ab', 0],
    [{ text: 'ab', most: 1 }, 'ab ab', 0],
    [{ text: 'ab', least: 0, most: 0 }, 'x', 1],
    [{ text: 'aa', most: 1 }, 'aaa', 1],
    [{ text: '.' }, 'x', 0],
  ])('%j in %j', (params, text, wanted) => {
    expect(valuesOf('occurs', params, groupOf({ text, facts: {} }))).toEqual([wanted]);
  });

  test('must be told what to look for', () => {
    expect(() => valuesOf('occurs', {}, groupOf({ text: '', facts: {} }))).toThrow('must be given');
  });

  test.each([{ least: 0.5 }, { most: 0.5 }])('counts in whole numbers, not %j', (params) => {
    const wrong = { text: 'x', ...params };
    expect(() => valuesOf('occurs', wrong, groupOf({ text: '', facts: {} }))).toThrow(
      'must be a whole number',
    );
  });
});

describe('gold-number', () => {
  const value = (gold: string | undefined, text: string, correct: boolean | null | undefined) => {
    const facts = correct === undefined ? {} : { correct };
    const group = { ...groupOf({ text, facts }), ...(gold !== undefined && { gold }) };
    return valuesOf('gold-number', { partial: 0.25 }, group)[0];
  };

  test.each<[string | undefined, string, boolean | null | undefined, number | null]>([
    ['4', 'anything', true, 1],
    ['4', 'maybe 4', false, 0.25],
    ['4', 'maybe 42', false, 0.25],
    ['4', 'maybe 5', false, 0],
    ['4', '<answer>4</answer>', false, 0],
    ['4', '<answer>4</answer> 4', false, 0.25],
    ['4', '<answer>4', false, 0.25],
    ['4', '4<answer>5</answer><answer>4</answer>', false, 0.25],
    ['4', 'maybe 4', null, 0.25],
    ['4.0', 'maybe 4', false, 0.25],
    ['$1,234', '1234', false, 0.25],
    ['$1,234', '1,234', false, 0],
    ['-.5', '-0.5', false, 0.25],
    ['0.00001', '1e-05', false, 0.25],
    ['1e22', '10000000000000000000000', false, 0.25],
    ['.255', '0.255', false, 0.25],
    ['12', '12', false, 0.25],
    ['1e+2', '100', false, 0.25],
    ['1E2', '100', false, 0.25],
    ['0.0001', '0.0001', false, 0.25],
    ['4', 'is 4<answer>5</answer> so', false, 0.25],
    ['x4', '4', false, null],
    ['0x10', '16', false, null],
    ['1e1x', '10', false, null],
    ['4x', '4', false, null],
    ['two', 'two', true, null],
    ['two', 'two', false, null],
    ['1e999', 'inf', true, null],
    [undefined, '4', true, null],
    ['4', '4', undefined, null],
  ])('gold %j in %j, %j: %j', (gold, text, correct, wanted) => {
    expect(value(gold, text, correct)).toBe(wanted);
  });

  test('knows its range', () => {
    const found = standardSignals.get('gold-number');
    expect(found?.range({ partial: 0.25 })).toEqual([0, 1]);
    expect(found?.rangeWhen?.({ partial: 0.25 }, false)).toEqual([0, 0.25]);
    expect(found?.rangeWhen?.({ partial: 0.25 }, true)).toEqual([1, 1]);
  });
});

test.each([
  ['gold-usable', ['correct']],
  ['occurs', []],
  ['stack-format', []],
])('%s lies in [0, 1] and needs %j', (name, wanted) => {
  const found = standardSignals.get(name);
  expect(found?.range({})).toEqual([0, 1]);
  expect(found?.needs({})).toEqual(wanted);
});

test('a verdict says that the gold could be read', () => {
  const found = standardSignals.get('gold-usable');
  expect(found?.rangeWhen?.({}, true)).toEqual([1, 1]);
  expect(found?.rangeWhen?.({}, false)).toEqual([1, 1]);
});

describe('as if', () => {
  const group = groupOf(
    { text: 'x', tokens: 0, facts: { correct: null } },
    { text: 'xxx', tokens: 100, facts: { correct: false } },
    { text: 'xxxxx', facts: {} },
  );

  test('right: every length is ranked', () => {
    expect(valuesOf('kimi-length-as-right', { unit: 'chars' }, group)).toEqual([0.5, 0, -0.5]);
  });

  test('wrong: every length is on the wrong cosine', () => {
    const scores = valuesOf('cosine-length-as-wrong', { most: 100 }, group);
    expect(scores[0]).toBe(-1);
    expect(scores[1]).toBe(-0.5);
    expect(scores[2]).toBeNull();
  });

  test('neither needs the verdict, and both keep to the range of that verdict', () => {
    const kimi = standardSignals.get('kimi-length-as-right');
    const cosine = standardSignals.get('cosine-length-as-wrong');
    expect(kimi?.needs({ unit: 'tokens' })).toEqual(['tokens', 'group']);
    expect(cosine?.needs({ unit: 'chars' })).toEqual([]);
    expect(kimi?.range({ unit: 'chars' })).toEqual([-0.5, 0.5]);
    const params = { most: 9, unit: 'chars', rightShort: 1, rightLong: 0.5, wrongShort: -1, wrongLong: -0.5 };
    expect(cosine?.range(params)).toEqual([-1, -0.5]);
    expect(cosine?.rangeWhen?.(params, true)).toEqual([-1, -0.5]);
  });
});
