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
  product,
  ranked,
  schedule,
  signal,
  simplify,
  sum,
  type Term,
  threshold,
  zscored,
} from '../../../src/rewards/index.js';

const correct = signal('correct', { right: 1, wrong: 0 });
const entropy = completeTerm('entropy');
const pm = signal('correct', { right: 1, wrong: -1 });

describe('is smaller', () => {
  test.each<[string, Term, Term]>([
    [
      'a sum of constants inside',
      affine(sum({ a: [2, constant(3)], b: [1, constant(4)] }), 2, 1),
      constant(21),
    ],
    ['a product of constants', product(constant(3), constant(4)), constant(12)],
    ['a gate on a constant', gate(constant(1), { pass: correct, fail: entropy }), correct],
    ['a gate on a small constant', gate(constant(0.4), { pass: correct, fail: entropy }), entropy],
    ['a gate on a constant at its edge', gate(constant(0.5), { pass: correct, fail: entropy }), correct],
    [
      'a threshold of a constant',
      sum({ a: [1, threshold(constant(3), 1)], b: [1, pm] }),
      sum({ a: [1, constant(1)], b: [1, pm] }),
    ],
    [
      'statistics of constants',
      product(centred(constant(3)), zscored(constant(2)), ranked(constant(1))),
      constant(0),
    ],
    [
      'a nested sum',
      sum({ a: [1, sum({ x: [2, correct], y: [3, entropy] })], b: [1, pm] }),
      sum({ 'a.x': [2, correct], 'a.y': [3, entropy], b: [1, pm] }),
    ],
    [
      'a weighted nested sum',
      sum({ b: [1, pm], a: [3, sum({ x: [2, correct] })] }),
      sum({ b: [1, pm], 'a.x': [6, correct] }),
    ],
    [
      'nested sums that skip',
      sum({ a: [1, sum({ x: [2, correct] }, { missing: 'skip' })] }, { missing: 'skip' }),
      sum({ 'a.x': [2, correct] }, { missing: 'skip' }),
    ],
    [
      'normalised weights',
      sum({ a: [1, correct], b: [3, entropy] }, { weights: 'normalised' }),
      sum({ a: [0.25, correct], b: [0.75, entropy] }),
    ],
    [
      'a part that adds nothing',
      sum({ a: [1, correct], b: [1, constant(0)], c: [0, constant(9)] }),
      sum({ a: [1, correct] }),
    ],
    ['a lone part inside', clip(sum({ a: [1, entropy] }), 0, 5), clip(entropy, 0, 5)],
    ['a scale in a part', sum({ a: [3, affine(correct, 5)] }), sum({ a: [15, correct] })],
    ['an empty sum', sum({}), constant(0)],
    ['a nested product', product(entropy, product(correct, pm)), product(entropy, correct, pm)],
    ['a product with 1', product(entropy, constant(1), pm), product(entropy, pm)],
    ['a product with a constant', product(entropy, constant(3)), affine(entropy, 3)],
    ['a product with a constant first', product(constant(3), entropy), affine(entropy, 3)],
    ['a product of one', product(entropy), entropy],
    ['a product of ones', product(constant(1), constant(1)), constant(1)],
    ['nested least', least(entropy, least(pm, constant(0.5))), least(entropy, pm, constant(0.5))],
    ['equal arguments', greatest(pm, entropy, pm), greatest(pm, entropy)],
    ['constants of least', least(pm, constant(0.5), constant(0.2)), least(pm, constant(0.2))],
    ['constants of greatest', greatest(pm, constant(0.5), constant(0.2)), greatest(pm, constant(0.5))],
    ['a constant that never wins', least(pm, constant(1)), pm],
    ['a constant that never wins from below', greatest(pm, constant(-1)), pm],
    ['a clip of a clip', clip(clip(entropy, 1, 4), 2, 9), clip(entropy, 2, 4)],
    ['a clip beyond a clip', clip(clip(entropy, 1, 4), 6, 9), clip(entropy, 6, 6)],
    ['a clip that never cuts', clip(pm, -1, 1), pm],
    ['scales', affine(affine(entropy, 3, 1), 5, 2), affine(entropy, 15, 7)],
    ['no scale', affine(entropy, 1, 0), entropy],
    ['scales that undo each other', affine(affine(entropy, 2), 0.5), entropy],
    ['a threshold of a threshold', threshold(threshold(entropy, 3), 1), threshold(entropy, 3)],
    [
      'a schedule of one factor',
      schedule(entropy, [
        [0, 3],
        [9, 3],
      ]),
      affine(entropy, 3),
    ],
    ['a schedule of 1', schedule(entropy, [[0, 1]]), entropy],
    ['a rank of a rank', ranked(ranked(entropy)), ranked(entropy)],
    [
      'something deep',
      gate(entropy, { pass: product(constant(2), constant(3)), fail: clip(pm, -2, 2) }),
      gate(entropy, { pass: constant(6), fail: pm }),
    ],
    [
      'scales by powers of two below a rank',
      ranked(affine(affine(entropy, 3, 1), 2)),
      ranked(affine(entropy, 6, 2)),
    ],
    [
      'a first sum below a rank',
      ranked(sum({ a: [1, sum({ x: [3, correct] })], b: [1, pm] })),
      ranked(sum({ 'a.x': [3, correct], b: [1, pm] })),
    ],
    [
      'a product that becomes a scale of a scale',
      product(affine(entropy, 3), constant(5)),
      affine(entropy, 15),
    ],
    [
      'something below something',
      product(pm, clip(affine(affine(entropy, 3, 1), 5, 2), 0, 7)),
      product(pm, clip(affine(entropy, 15, 7), 0, 7)),
    ],
    [
      'the branches of a gate',
      gate(pm, { pass: affine(affine(entropy, 3), 5), fail: affine(affine(entropy, 5), 3) }),
      gate(pm, { pass: affine(entropy, 15), fail: affine(entropy, 15) }),
    ],
    [
      'below a rank, a scale by a power of two in a part',
      ranked(sum({ a: [3, affine(entropy, -0.5)], b: [4, affine(pm, 5)], c: [1, correct] })),
      ranked(sum({ a: [-1.5, entropy], b: [20, pm], c: [1, correct] })),
    ],
    [
      'below a rank, powers of two from 2^-50 to 2^50',
      ranked(sum({ a: [3, affine(entropy, 2 ** 50)], b: [3, affine(pm, 2 ** -50)] })),
      ranked(sum({ a: [3 * 2 ** 50, entropy], b: [3 * 2 ** -50, pm] })),
    ],
    [
      'below a rank, a scale inside a scale',
      ranked(affine(affine(entropy, 4), 3, 1)),
      ranked(affine(entropy, 12, 1)),
    ],
    [
      'below a rank, the first product',
      ranked(product(product(pm, entropy), correct)),
      ranked(product(pm, entropy, correct)),
    ],
    ['a scale of a scale of 0', affine(affine(entropy, 0, 2), 3), affine(entropy, 0, 6)],
    ['scales to 1 with a shift', affine(affine(entropy, 2, 3), 0.5), affine(entropy, 1, 1.5)],
    [
      'a schedule of two knots and factor 1',
      clip(
        schedule(entropy, [
          [0, 1],
          [5, 1],
        ]),
        0,
        1,
      ),
      clip(entropy, 0, 1),
    ],
    ['a threshold at 1 of a threshold', threshold(threshold(entropy, 3), 0.01), threshold(entropy, 3)],
  ])('%s', (_, term, wanted) => expect(simplify(term)).toEqual(wanted));
});

describe('is left as it is', () => {
  test.each<[string, Term]>([
    ['a signal', correct],
    ['a sum at the root', sum({ a: [1, correct] })],
    ['a sum of constants at the root', sum({ a: [1, constant(2)] })],
    ['a part of weight 0 that may be missing', sum({ a: [1, correct], b: [0, entropy] })],
    [
      'a constant where parts are skipped',
      sum({ a: [1, correct], b: [1, constant(0)] }, { missing: 'skip' }),
    ],
    [
      'sums of two kinds',
      sum({ a: [1, sum({ x: [1, correct], y: [1, pm] }, { missing: 'skip' })], b: [1, pm] }),
    ],
    ['names that would be one', sum({ a: [1, sum({ x: [2, correct], y: [1, pm] })], 'a.x': [1, pm] })],
    ['a product with 0, which may be missing', product(constant(0), correct, pm)],
    ['a scale of 0', affine(correct, 0, 1)],
    ['an argument that never wins but may be missing', least(pm, affine(entropy, 1, 5))],
    ['a constant that may win', least(pm, constant(0.9))],
    ['a clip that cuts', clip(pm, -1, 0.9)],
    ['a clip of a statistic, whose range is rounded', clip(centred(correct), -1, 1)],
    ['a least of a statistic', least(centred(correct), constant(1))],
    ['a gate that may go one way only, if at all', gate(correct, { pass: pm, fail: entropy, atLeast: 0 })],
    ['a threshold of a threshold out of reach', threshold(threshold(entropy, 3), 2)],
    [
      'a schedule',
      schedule(constant(2), [
        [0, 1],
        [9, 2],
      ]),
    ],
    ['scales below a rank', ranked(affine(affine(entropy, 3, 1), 5, 2))],
    ['scales below a threshold', threshold(affine(affine(entropy, 3, 1), 5), 2)],
    ['scales below a z-score', zscored(affine(affine(entropy, 3, 1), 5))],
    [
      'scales below the condition of a gate',
      gate(affine(affine(entropy, 3, 1), 5), { pass: pm, fail: constant(0) }),
    ],
    ['a second sum below a rank', ranked(sum({ b: [1, pm], a: [1, sum({ x: [2, correct], y: [1, pm] })] }))],
    ['a product of products below a rank', ranked(product(pm, product(correct, entropy)))],
    ['scales too large to be one', affine(affine(entropy, 1e200), 1e200)],
    ['scales too small to be one', affine(affine(entropy, 1e-200), 1e-200)],
    ['a product of three with a constant', product(entropy, constant(3), pm)],
    ['a product with a signal that reads nothing', product(constant(2), signal('format'), pm)],
    ['below a rank, a scale in a part', ranked(sum({ a: [3, affine(entropy, 5)], b: [1, pm] }))],
    [
      'below a rank, powers of two beyond 2^50',
      ranked(sum({ a: [3, affine(entropy, 2 ** 51)], b: [3, affine(pm, 2 ** -51)] })),
    ],
    ['below a rank, a power of two after a shift', ranked(affine(affine(entropy, 3, 1), 2, 1))],
    ['below a rank, a power of two before a shift', ranked(affine(affine(entropy, 2, 1), 3))],
    ['below a rank, the second of two products', ranked(product(pm, product(entropy, correct)))],
    [
      'below a rank, a first sum with a weight of 3',
      ranked(sum({ a: [3, sum({ x: [2, correct], y: [1, pm] })], b: [1, pm] })),
    ],
    ['a shifted scale in a part', sum({ a: [3, affine(entropy, 5, 1)], b: [1, pm] })],
    ['a clip in a part', sum({ a: [3, clip(entropy, 0, 1)], b: [1, pm] })],
    ['a part whose weight would leave float64', sum({ a: [1e200, affine(entropy, 1e200)], b: [1, pm] })],
    ['a part whose weight would vanish', sum({ a: [1e-200, affine(entropy, 1e-200)], b: [1, pm] })],
    [
      'a nested sum one of whose weights would leave float64',
      sum({ a: [1e200, sum({ x: [1e200, entropy], y: [1, pm] })], b: [1, pm] }),
    ],
    [
      'an empty sum that skips',
      sum({ a: [1, sum({}, { missing: 'skip' })], b: [1, pm] }, { missing: 'skip' }),
    ],
    ['a sum of nothing that skips', sum({}, { missing: 'skip' })],
    ['a lone part with a weight', clip(sum({ a: [2, entropy] }), 0, 5)],
    ['a clip of something like a statistic', clip(affine(centred(correct), 2), -2, 2)],
    ['a clip that cuts below', clip(pm, -0.9, 1)],
    ['a threshold of a threshold at 0', threshold(threshold(entropy, 3), 0)],
    ['a threshold of a clip', threshold(clip(entropy, 0, 9), 0.5)],
    ['a constant beyond float64', product(affine(constant(1e308), 10), pm)],
  ])('%s', (_, term) => expect(simplify(term)).toEqual(completeTerm(term)));
});

test('a term that does not fit is refused', () => {
  expect(() => simplify(signal('corect'))).toThrow("did you mean 'correct'");
});
