import { expect, test } from 'vitest';
import {
  centred,
  constant,
  gate,
  needs,
  product,
  ranked,
  signal,
  standardSignals,
  sum,
  type Term,
  zscored,
} from '../../../src/rewards/index.js';

const paths = (term: Term): Record<string, readonly string[]> =>
  Object.fromEntries(needs(term, standardSignals).map(({ need, paths }) => [need, paths]));

test.each<[string, Term, Record<string, readonly string[]>]>([
  ['nothing', constant(1), {}],
  ['a signal at the root', signal('correct'), { correct: ['term'] }],
  [
    'parts of a sum',
    sum({ a: [1, signal('correct')], b: [1, signal('hapo')] }),
    {
      correct: ['term.parts[0].term', 'term.parts[1].term'],
      tokens: ['term.parts[1].term'],
      history: ['term.parts[1].term'],
    },
  ],
  [
    'branches of a gate',
    gate(signal('correct'), { pass: signal('entropy'), fail: product(constant(1), signal('correct')) }),
    { correct: ['term.when', 'term.fail.terms[1]'], entropy: ['term.pass'] },
  ],
  [
    'operators over the group',
    sum({ a: [1, centred(ranked(signal('entropy')))], b: [1, zscored(constant(1))] }),
    {
      entropy: ['term.parts[0].term.term.term'],
      group: ['term.parts[0].term', 'term.parts[0].term.term', 'term.parts[1].term'],
    },
  ],
])('%s', (_, term, wanted) => expect(paths(term)).toEqual(wanted));
