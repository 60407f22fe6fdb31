import { expect, test } from 'vitest';
import {
  affine,
  centred,
  clip,
  constant,
  describe as describeTerm,
  gate,
  greatest,
  product,
  ranked,
  schedule,
  signal,
  sum,
  type Term,
  threshold,
  zscored,
} from '../../../src/rewards/index.js';

test.each<[Term, string]>([
  [constant(-0), '0'],
  [signal('hapo', { floor: -0.5 }), 'hapo(floor: -0.5)'],
  [
    sum({ right: [1, signal('correct')], short: [0.5, clip(signal('hapo'), -0.7, 1)] }),
    '(1·correct + 0.5·clip(hapo, -0.7, 1))',
  ],
  [sum({ a: [3, constant(1)] }, { weights: 'normalised' }), 'mean(3·1)'],
  [product(signal('correct'), greatest(constant(1), constant(2))), 'correct · max(1, 2)'],
  [gate(signal('correct'), { pass: constant(1) }), '(correct ≥ 0.5 ? 1 : 0)'],
  [affine(signal('correct'), 2, -1), '(2·correct + -1)'],
  [zscored(ranked(constant(1))), 'zscore(rank(1))'],
  [threshold(signal('entropy'), 0.3), '[entropy ≥ 0.3]'],
  [
    schedule(centred(signal('correct')), [
      [0, 1],
      [10, 0],
    ]),
    'schedule(centre(correct); 0: 1, 10: 0)',
  ],
])('%j', (term, line) => {
  expect(describeTerm(term)).toBe(line);
});
