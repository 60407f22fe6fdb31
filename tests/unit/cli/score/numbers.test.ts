import { describe, expect, test } from 'vitest';
import {
  atLeastZero,
  finishWord,
  finite,
  finiteList,
  numbersByName,
  type Reader,
  share,
  truth,
  whole,
} from '../../../../src/cli/score/numbers.js';

const FAILS = Symbol('fails');

describe.each<[string, Reader<unknown>, readonly (readonly [unknown, unknown])[]]>([
  [
    'finite',
    finite,
    [
      [1.5, 1.5],
      ['0.6931471805599453', 0.6931471805599453],
      [' -2e3 ', -2000],
      [12n, 12],
      ['', FAILS],
      ['1e999', FAILS],
      ['NaN', FAILS],
      ['0x10', FAILS],
      [null, FAILS],
      [true, FAILS],
      [[1], FAILS],
      [Number.POSITIVE_INFINITY, FAILS],
    ],
  ],
  [
    'atLeastZero',
    atLeastZero,
    [
      [0, 0],
      [-0, 0],
      [0.1, 0.1],
      [-0.1, FAILS],
    ],
  ],
  [
    'whole',
    whole,
    [
      [3, 3],
      ['3', 3],
      [-0, 0],
      [3.5, FAILS],
      [-3, FAILS],
      [2 ** 53, FAILS],
    ],
  ],
  [
    'share',
    share,
    [
      [0, 0],
      [1, 1],
      [1.01, FAILS],
      [-0.01, FAILS],
      ['x', FAILS],
    ],
  ],
  [
    'finiteList',
    finiteList,
    [
      [
        [1, '2'],
        [1, 2],
      ],
      [[], []],
      [[1, null], FAILS],
      [1, FAILS],
    ],
  ],
  [
    'truth',
    truth,
    [
      [true, true],
      [0, false],
      ['1', true],
      ['False', false],
      ['yes', FAILS],
      [2, FAILS],
    ],
  ],
  [
    'finishWord',
    finishWord,
    [
      ['stop', 'stop'],
      ['eos', 'stop'],
      ['max_tokens', 'length'],
      ['abort', FAILS],
      [1, FAILS],
    ],
  ],
  [
    'numbersByName',
    numbersByName,
    [
      [
        { a: 1, b: null },
        { a: 1, b: null },
      ],
      [{ a: 'x' }, FAILS],
      [[1], FAILS],
      [1, FAILS],
    ],
  ],
])('%s', (_, read, cases) => {
  test.each(cases.map(([given, wanted]) => ({ given, wanted })))('$given', ({ given, wanted }) => {
    const outcome = read(given);
    if (wanted === FAILS) expect(outcome.ok).toBe(false);
    else expect(outcome).toEqual({ ok: true, value: wanted });
  });
});
