import { describe, expect, test } from 'vitest';
import {
  evaluate,
  type Group,
  noMemories,
  registryOf,
  type Signal,
  signal,
  standardSignals,
  withSignals,
} from '../../../src/rewards/index.js';
import { judged, plainSignal } from './made.js';

const group: Group = judged(true);
const knobs: Signal = {
  ...plainSignal('knobs', (_, params) => [Number(params.count) + (params.twice === true ? 10 : 0)]),
  parameters: {
    count: { kind: 'number', default: 3, min: 1, max: 5, what: '' },
    any: { kind: 'number', default: -1, what: '' },
    twice: { kind: 'boolean', default: false, what: '' },
    form: { kind: 'choice', default: 'a', choices: ['a', 'b'], what: '' },
    tag: { kind: 'text', default: 'think', what: '' },
  },
};
const registry = registryOf(knobs);
const value = (params: Parameters<typeof signal>[1]) =>
  evaluate(signal('knobs', params), group, noMemories, registry).scores[0];

describe('parameters', () => {
  test.each([
    [{}, 3],
    [{ count: 1 }, 1],
    [{ count: 5 }, 5],
    [{ twice: true }, 13],
    [{ form: 'b', any: 1e300 }, 3],
    [{ tag: 'x'.repeat(200) }, 3],
  ])('fit: %j', (params, wanted) => expect(value(params)).toBe(wanted));

  test.each([
    [{ count: 0.99 }, 'term.params.count must be a number from 1 to 5; got 0.99', 'term.params.count'],
    [{ count: 5.01 }, 'must be a number from 1 to 5', 'term.params.count'],
    [{ count: '3' }, "must be a number from 1 to 5; got '3'", 'term.params.count'],
    [{ any: Number.NaN }, 'must be a number from -1.7976931348623157e+308 to', 'term.params.any'],
    [{ any: 1 / 0 }, 'must be a number', 'term.params.any'],
    [{ twice: 1 }, 'must be true or false; got 1', 'term.params.twice'],
    [{ form: 'c' }, "must be one of a, b; got 'c'", 'term.params.form'],
    [{ form: 2 }, 'must be one of a, b; got 2', 'term.params.form'],
    [{ tag: 1 }, 'must be a text of at most 200 characters; got 1', 'term.params.tag'],
    [{ tag: 'x'.repeat(201) }, 'must be a text of at most 200 characters', 'term.params.tag'],
    [{ form: true }, 'must be one of a, b; got true', 'term.params.form'],
    [
      { speed: 1 },
      "term.params: 'knobs' has no parameter 'speed'; its parameters: count, any, twice, form, tag",
      'term.params',
    ],
    [{ constructor: 1 }, "has no parameter 'constructor'", 'term.params'],
  ])('do not fit: %j', (params, message, path) => {
    expect(() => value(params as never)).toThrow(
      expect.objectContaining({ name: 'ConfigError', path, message: expect.stringContaining(message) }),
    );
  });

  test('one without a default must be given, and a whole number be whole', () => {
    const strict = registryOf({
      ...plainSignal('strict', (_, params) => [Number(params.most)]),
      parameters: { most: { kind: 'number', min: 1, max: 9, integer: true, what: 'greatest length' } },
    });
    const worth = (params: Parameters<typeof signal>[1]) =>
      evaluate(signal('strict', params), group, noMemories, strict).scores[0];
    expect(worth({ most: 4 })).toBe(4);
    expect(() => worth({})).toThrow(
      'term.params.most must be given: a whole number from 1 to 9 (greatest length)',
    );
    expect(() => worth({ most: 4.5 })).toThrow('must be a whole number from 1 to 9; got 4.5');
    expect(() => worth({ most: 10 })).toThrow('must be a whole number from 1 to 9; got 10');
  });

  test('a signal without any says so', () => {
    const none = registryOf(plainSignal('plain', () => [1]));
    expect(() => evaluate(signal('plain', { a: 1 }), group, noMemories, none)).toThrow(
      'its parameters: none',
    );
  });
});

describe('names', () => {
  test('an unknown one lists those there are', () => {
    expect(() => evaluate(signal('hapoo'), group, noMemories, standardSignals)).toThrow(
      expect.objectContaining({
        name: 'ConfigError',
        path: 'term',
        message: `term: no signal is named 'hapoo' (did you mean 'hapo'?); there are: ${[...standardSignals.keys()].join(', ')}`,
      }),
    );
  });
  test('a later signal replaces an earlier one of its name, in a new registry', () => {
    const mine = plainSignal('correct', () => [7]);
    const changed = withSignals(standardSignals, mine);
    expect(evaluate(signal('correct'), group, noMemories, changed).scores).toEqual([7]);
    expect(evaluate(signal('correct'), group, noMemories, standardSignals).scores).toEqual([1]);
    expect([...changed.keys()]).toEqual([...standardSignals.keys()]);
  });
});
