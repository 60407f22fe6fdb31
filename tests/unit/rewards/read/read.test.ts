import { describe, expect, test } from 'vitest';
import {
  affine,
  centred,
  clip,
  completeTerm,
  constant,
  gate,
  greatest,
  least,
  like,
  product,
  ranked,
  readReward,
  recipe,
  reward,
  schedule,
  signal,
  sum,
  type Term,
  threshold,
  zscored,
} from '../../../../src/rewards/index.js';
import { ConfigError } from '../../../../src/support/index.js';

const full = signal('correct', { right: 1, wrong: 0 });

/** What reading a term throws, as [path, message]. */
function fault(term: unknown): readonly [string, string] {
  try {
    completeTerm(term);
  } catch (error) {
    if (error instanceof ConfigError) return [error.path, error.message];
    throw error;
  }
  return ['', 'was read'];
}

describe('what builders make is read back as it is', () => {
  test.each<[string, Term]>([
    ['const', constant(2)],
    ['signal', full],
    ['sum', sum({ a: [1, full], b: [-2, constant(0)] })],
    ['normalised sum', sum({ a: [1, full] }, { weights: 'normalised', missing: 'skip' })],
    ['empty sum', sum({})],
    ['product', product(full, constant(2))],
    ['min', least(full)],
    ['max', greatest(full, full)],
    ['gate', gate(full, { pass: constant(1), fail: constant(2), atLeast: -1 })],
    ['clip', clip(full, -1, 1)],
    ['clip to a point', clip(full, 1, 1)],
    ['affine', affine(full, 2, 3)],
    ['threshold', threshold(full, 0.5)],
    [
      'schedule',
      schedule(full, [
        [0, 1],
        [5, -2],
      ]),
    ],
    ['centre', centred(full)],
    ['zscore', zscored(full, 'population', 0)],
    ['rank', ranked(full)],
  ])('%s', (_, term) => {
    expect(completeTerm(term)).toEqual(term);
    const whole = reward('r', term, 'abstain');
    expect(readReward(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });
});

describe('defaults and shorthands', () => {
  test.each<[string, unknown, Term]>([
    ['a number is a constant', 3, constant(3)],
    ['minus zero is zero', -0, { op: 'const', value: 0 }],
    ['a text is a signal', 'correct', full],
    ['a signal without parameters', { op: 'signal', name: 'correct' }, full],
    ['a part without a weight', { op: 'sum', parts: [{ name: 'a', term: 1 }] }, sum({ a: [1, constant(1)] })],
    [
      'an unquoted null',
      { op: 'sum', missing: null, parts: [{ name: 'a', term: 1 }] },
      sum({ a: [1, constant(1)] }),
    ],
    ['a gate', { op: 'gate', when: 'correct', pass: 2 }, gate(full, { pass: constant(2) })],
    ['affine', { op: 'affine', term: 1 }, affine(constant(1), 1, 0)],
    ['zscore', { op: 'zscore', term: 1 }, zscored(constant(1), 'sample', 1e-6)],
    ['a field that is undefined', { op: 'affine', shift: undefined, term: 1 }, affine(constant(1), 1, 0)],
    [
      'an object without a prototype',
      Object.assign(Object.create(null), { op: 'const', value: 1 }),
      constant(1),
    ],
  ])('%s', (_, given, wanted) => expect(completeTerm(given)).toStrictEqual(wanted));
  test('of a reward', () =>
    expect(readReward({ version: 1, name: 'r', term: 1 })).toEqual(reward('r', constant(1), 'zero')));
});

describe('presets and recipes by name', () => {
  test.each<[unknown, Term]>([
    [{ op: 'recipe', name: 'hapo' }, recipe('hapo').term],
    [{ op: 'recipe', name: 'hapo', params: { w: 0.5 } }, recipe('hapo', { w: 0.5 }).term],
    [{ op: 'like', name: 'trl:accuracy' }, like('trl:accuracy').term],
  ])('%j', (given, wanted) => {
    expect(completeTerm(given)).toEqual(completeTerm(wanted));
    expect(completeTerm({ op: 'affine', term: given })).toEqual(completeTerm(affine(wanted, 1)));
  });
  test.each<[unknown, string, string]>([
    [{ op: 'recipe', name: 'hapoo' }, 'term.name', "no recipe is named 'hapoo' (did you mean 'hapo'?)"],
    [{ op: 'recipe' }, 'term.name', 'must be a text'],
    [{ op: 'recipe', name: 'hapo', params: [] }, 'term.params', 'an object of parameters'],
    [{ op: 'recipe', name: 'hapo', params: { w: 'much' } }, 'term.params.w', "got 'much'"],
    [{ op: 'recipe', name: 'hapo', params: { u: 1 } }, 'term.params', "no parameter 'u'"],
    [{ op: 'recipe', name: 'hapo', weight: 1 }, 'term', "no field 'weight'"],
    [{ op: 'like', name: 'trl:cosin' }, 'term.name', "did you mean 'trl:cosine'"],
  ])('refuses %j', (given, path, message) => {
    const [gotPath, gotMessage] = fault(given);
    expect(gotMessage).toContain(message);
    expect(gotPath).toBe(path);
  });
});

describe('every fault carries the path into the term', () => {
  const one = { op: 'const', value: 1 };
  test.each<[string, unknown, string, string]>([
    ['no term', undefined, 'term', 'must be a term'],
    ['null', null, 'term', 'got null'],
    ['a list', [1], 'term', 'got a list of 1'],
    ['an instance of a class', new Date(0), 'term', 'must be a term'],
    ['no operator', { value: 1 }, 'term.op', 'no operator is undefined; there are: const, signal'],
    ['near operator', { op: 'sun' }, 'term.op', "'sun' (did you mean 'sum'?)"],
    ['inherited operator', { op: 'constructor' }, 'term.op', "no operator is 'constructor'; there"],
    ['prototype as operator', { op: '__proto__' }, 'term.op', "no operator is '__proto__'; there"],
    [
      'unknown field',
      { op: 'rank', term: one, trem: one },
      'term',
      "has no field 'trem' (did you mean 'term'?)",
    ],
    [
      'prototype as field',
      JSON.parse('{"op":"const","value":1,"__proto__":{}}'),
      'term',
      "field '__proto__'",
    ],
    ['NaN', { op: 'const', value: Number.NaN }, 'term.value', 'must be a finite number; got NaN'],
    ['infinity', { op: 'const', value: 1 / 0 }, 'term.value', 'got Infinity'],
    ['bare NaN', Number.NaN, 'term', 'must be a finite number'],
    ['number as text', { op: 'const', value: '1' }, 'term.value', "got '1'"],
    ['no signal', { op: 'signal', name: 'corect' }, 'term', "named 'corect' (did you mean 'correct'?)"],
    ['signal without a name', { op: 'signal' }, 'term.name', 'must be a text'],
    ['empty name', { op: 'signal', name: '' }, 'term.name', 'must be a text'],
    ['parameters as list', { op: 'signal', name: 'correct', params: [] }, 'term.params', 'got a list of 0'],
    [
      'unknown parameter',
      { op: 'signal', name: 'correct', params: { rihgt: 1 } },
      'term.params',
      "no parameter 'rihgt' (did you mean 'right'?)",
    ],
    [
      'parameter of a wrong type',
      { op: 'signal', name: 'correct', params: { right: Object.create(null) } },
      'term.params.right',
      'got an object',
    ],
    ['weights', { op: 'sum', weights: 'mean', parts: [] }, 'term.weights', 'one of raw, normalised'],
    ['missing', { op: 'sum', missing: 'zero', parts: [] }, 'term.missing', 'one of null, skip'],
    ['no parts', { op: 'sum' }, 'term.parts', 'must be a list'],
    ['part', { op: 'sum', parts: [1] }, 'term.parts[0]', 'must be a part'],
    [
      'weight',
      { op: 'sum', parts: [{ name: 'a', weight: null, term: one }] },
      'term.parts[0].weight',
      'got null',
    ],
    ['part without term', { op: 'sum', parts: [{ name: 'a' }] }, 'term.parts[0].term', 'got undefined'],
    [
      'two parts of one name',
      {
        op: 'sum',
        parts: [
          { name: 'a', term: 1 },
          { name: 'a', term: 1 },
        ],
      },
      'term.parts[1].name',
      'a name of its own',
    ],
    [
      'normalised negative',
      {
        op: 'sum',
        weights: 'normalised',
        parts: [
          { name: 'a', weight: 2, term: 1 },
          { name: 'b', weight: -1, term: 1 },
        ],
      },
      'term',
      'normalised weights must be ≥ 0 with a positive, finite sum; got 2, -1',
    ],
    [
      'normalised zeros',
      { op: 'sum', weights: 'normalised', parts: [{ name: 'a', weight: 0, term: 1 }] },
      'term',
      'got 0',
    ],
    [
      'normalised beyond float64',
      {
        op: 'sum',
        weights: 'normalised',
        parts: [
          { name: 'a', weight: 1e308, term: 1 },
          { name: 'b', weight: 1e308, term: 1 },
        ],
      },
      'term',
      'finite sum',
    ],
    ['normalised nothing', { op: 'sum', weights: 'normalised', parts: [] }, 'term', 'got none'],
    ['no terms', { op: 'min', terms: [] }, 'term.terms', 'at least one term'],
    ['deep', { op: 'max', terms: [one, { op: 'product', terms: [[]] }] }, 'term.terms[1].terms[0]', 'a list'],
    ['gate condition', { op: 'gate', pass: one }, 'term.when', 'got undefined'],
    ['gate branch', { op: 'gate', when: one, pass: one, fail: null }, 'term.fail', 'got null'],
    ['gate edge', { op: 'gate', when: one, pass: one, atLeast: 'half' }, 'term.atLeast', "got 'half'"],
    ['clip turned round', { op: 'clip', min: 1, max: 0, term: one }, 'term.max', 'at least min, which is 1'],
    ['clip without max', { op: 'clip', min: 1, term: one }, 'term.max', 'got undefined'],
    ['scale', { op: 'affine', scale: 1 / 0, term: one }, 'term.scale', 'got Infinity'],
    ['threshold', { op: 'threshold', term: one }, 'term.at', 'got undefined'],
    ['no knots', { op: 'schedule', knots: [], term: one }, 'term.knots', 'at least one knot'],
    ['knot', { op: 'schedule', knots: [[0, 1], [1]], term: one }, 'term.knots[1]', 'a pair'],
    ['knot number', { op: 'schedule', knots: [[0, Number.NaN]], term: one }, 'term.knots[0][1]', 'got NaN'],
    [
      'knots that stand still',
      {
        op: 'schedule',
        knots: [
          [3, 1],
          [3, 2],
        ],
        term: one,
      },
      'term.knots[1][0]',
      'a step after 3; got 3',
    ],
    ['negative epsilon', { op: 'zscore', epsilon: -1, term: one }, 'term.epsilon', 'at least 0'],
    ['std', { op: 'zscore', std: 'both', term: one }, 'term.std', 'sample, population'],
    ['below centre', { op: 'centre', term: { op: 'rank' } }, 'term.term.term', 'got undefined'],
  ])('%s', (_, term, path, message) => {
    const [gotPath, gotMessage] = fault(term);
    expect(gotMessage).toContain(message);
    expect(gotPath).toBe(path);
  });

  test.each<[string, unknown, string, string]>([
    ['no reward', 7, 'reward', 'got 7'],
    ['unknown field', { version: 1, name: 'a', term: 1, terms: [] }, 'reward', "did you mean 'term'"],
    ['no version', { name: 'a', term: 1 }, 'version', 'version must be 1'],
    ['another version', { version: 2, name: 'a', term: 1 }, 'version', 'got 2'],
    ['version as text', { version: '1', name: 'a', term: 1 }, 'version', "got '1'"],
    ['no name', { version: 1, term: 1 }, 'reward.name', 'must be a text'],
    [
      'policy',
      { version: 1, name: 'a', undecided: 'one', term: 1 },
      'reward.undecided',
      'zero, abstain, fail',
    ],
    ['no term', { version: 1, name: 'a' }, 'term', 'got undefined'],
  ])('of a reward: %s', (_, value, path, message) => {
    expect(() => readReward(value)).toThrow(message);
    expect(() => readReward(value)).toThrow(expect.objectContaining({ path }));
  });
});

describe('hostile sizes', () => {
  const nested = (levels: number): unknown => {
    let term: unknown = 1;
    for (let i = 1; i < levels; i += 1) term = { op: 'rank', term };
    return term;
  };
  test('200 levels are read, 201 are not, and 100,000 end in a short message', () => {
    expect(completeTerm(nested(200)).op).toBe('rank');
    expect(fault(nested(201))[1]).toContain('at most 200 levels');
    expect(fault(nested(100_000))[1].length).toBeLessThan(200);
  });
  test('a term that contains itself', () => {
    const term: { op: string; term?: unknown } = { op: 'centre' };
    term.term = term;
    expect(fault(term)[1]).toContain('at most 200 levels');
  });
  test('10,000 nodes are read and one more is not', () => {
    const wide = (n: number): unknown => ({ op: 'min', terms: Array.from({ length: n }, () => 1) });
    expect(completeTerm(wide(9_999)).op).toBe('min');
    expect(fault(wide(10_000))[1]).toContain('at most 10000 nodes');
  });
  test('a doubling term is refused before it is built', () => {
    let term: unknown = 1;
    for (let i = 0; i < 100; i += 1) term = { op: 'product', terms: [term, term] };
    expect(fault(term)[1]).toContain('at most 10000 nodes');
  });
  test('long names are cut in messages', () => {
    const [, message] = fault({ op: 'x'.repeat(100_000) });
    expect(message.length).toBeLessThan(300);
  });
  test.each([[Symbol('s')], [() => 1], [10n], [true]])('no value of JSON: %s', (value) => {
    expect(fault(value)[1]).toContain('must be a term');
  });
});
