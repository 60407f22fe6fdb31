import { describe, expect, test } from 'vitest';
import {
  affine,
  asProblemId,
  centred,
  clip,
  constant,
  explain,
  explainNodes,
  type Group,
  gate,
  greatest,
  outline,
  product,
  reward,
  schedule,
  score,
  signal,
  standardSignals,
  sum,
  type Term,
  threshold,
  withSignals,
  zscored,
} from '../../../src/rewards/index.js';
import { groupOf, plainSignal, rollout } from './made.js';

const correct = signal('correct');
const hapo = signal('hapo', { floor: -0.5 });
const group: Group = {
  ...groupOf(
    rollout({ correct: true }, 120),
    rollout({ correct: false, meanEntropy: 1 / 3 }),
    rollout({ correct: null }),
  ),
  problem: asProblemId('a\n1'),
  step: 5,
};
const whole = reward(
  'mine',
  sum(
    {
      correct: [1, correct],
      bonus: [
        0.1,
        gate(correct, {
          pass: schedule(signal('entropy'), [
            [0, 1],
            [10, 0],
          ]),
          fail: constant(-1),
        }),
      ],
    },
    { missing: 'skip' },
  ),
);

test('a row for every node, a column for every rollout', () => {
  expect(explain(whole, score(whole, group), group)).toBe(
    [
      "mine: problem 'a�1', step 5",
      '                                   1         2   3',
      'answer                         right     wrong   –',
      'tokens                           120         –   –',
      'sum of what is there               1      -0.1   –',
      '  1 · correct: correct             1         0   –',
      '  0.1 · bonus: gate                –        -1   –',
      '    when ≥ 0.5: correct            1         0   –',
      '    then: times 0.5 at step 5      –  0.166667   –',
      '      entropy                      –  0.333333   –',
      '    else: -1                      -1        -1  -1',
      'reward (missing: zero)             1      -0.1   0',
      '',
    ].join('\n'),
  );
});

test('many rollouts stand below one another', () => {
  const wide = { ...group, rollouts: Array.from({ length: 5 }, () => rollout({ correct: true })) };
  const text = explain(whole, score(whole, wide), wide, { columns: 2 });
  const numbers = text.split('\n').filter((line) => /^ +\d( +\d)?$/.test(line));
  expect(numbers.map((line) => line.trim().split(/ +/))).toEqual([['1', '2'], ['3', '4'], ['5']]);
  expect(text.match(/^reward/gm)).toHaveLength(3);
});

test.each([[0], [-3], [Number.NaN], [1.5]])('%d columns are one', (columns) => {
  expect(explain(whole, score(whole, group), group, { columns }).match(/^reward/gm)).toHaveLength(3);
});

test('an empty group is a table without columns', () => {
  const empty = { ...group, rollouts: [] };
  expect(explain(whole, score(whole, empty), empty)).toContain('sum of what is there\n');
});

test('why values are missing stands below', () => {
  const registry = withSignals(
    standardSignals,
    plainSignal('throws', () => {
      throw new Error('no such\u001b[31m file');
    }),
  );
  const broken = reward('r', sum({ a: [1, signal('throws')], b: [1, correct] }));
  const scored = score(broken, group, new Map(), registry);
  expect(explain(broken, scored, group)).toContain(
    "\n! term.parts[0].term: signal 'throws' threw no such�[31m file\n",
  );
});

describe('what each node is called', () => {
  test.each<[Term, string]>([
    [constant(2), '2'],
    [hapo, 'hapo(floor: -0.5)'],
    [sum({}), 'sum'],
    [sum({ a: [1, correct] }, { weights: 'normalised' }), 'mean'],
    [product(correct), 'product'],
    [greatest(correct), 'max'],
    [gate(correct, { pass: correct }), 'gate'],
    [clip(correct, -1, 2), 'clip to [-1, 2]'],
    [affine(correct, 2), 'times 2'],
    [affine(correct, 2, -1), 'times 2, plus -1'],
    [threshold(correct, 0.3), '1 where ≥ 0.3'],
    [schedule(correct, [[0, 1]]), 'times 1 at step 7'],
    [centred(correct), 'centre'],
    [zscored(correct, 'population', 0), 'z-score (population, epsilon 0)'],
    [signal('fact', { name: 'x'.repeat(90), min: 0, max: 1 }), `fact(name: ${'x'.repeat(48)}…`],
  ])('%j', (term, label) => {
    const [root] = explainNodes(score(reward('r', term), group), 7);
    expect(root?.label).toBe(label);
    expect(root?.path).toBe('term');
  });
  test('places and depths', () => {
    const nodes = explainNodes(score(whole, group), 5);
    expect(nodes.map(({ path, depth }) => [path, depth])).toEqual([
      ['term', 0],
      ['term.parts[0].term', 1],
      ['term.parts[1].term', 1],
      ['term.parts[1].term.when', 2],
      ['term.parts[1].term.pass', 2],
      ['term.parts[1].term.pass.term', 3],
      ['term.parts[1].term.fail', 2],
    ]);
    const list = explainNodes(score(reward('r', product(correct, clip(correct, 0, 1))), group));
    expect(list.map(({ path }) => path)).toEqual([
      'term',
      'term.terms[0]',
      'term.terms[1]',
      'term.terms[1].term',
    ]);
  });
});

describe('outline', () => {
  test('says what is known without data', () => {
    const lines = outline(reward('mine', sum({ c: [1, correct], l: [0.5, hapo] }), 'abstain')).split('\n');
    expect(lines[0]).toBe('mine: (1·correct + 0.5·hapo(floor: -0.5))');
    expect(lines[1]).toMatch(/^hash [0-9a-f]{14}; a missing value at the root: abstain$/);
    expect(lines[2]).toBe('range [-0.5, 1.5], right answers [0.75, 1.5], wrong answers [-0.5, 0]');
    expect(lines.slice(3, 8)).toEqual([
      'reads',
      '  correct           term.parts[0].term, term.parts[1].term',
      '  tokens            term.parts[1].term',
      '  history           term.parts[1].term',
      'nodes',
    ]);
    expect(lines[8]).toMatch(/^ {2}sum +\[-0\.5, 1\.5\] {2}[0-9a-f]{14}$/);
    expect(lines[9]).toMatch(/^ {4}1 · c: correct\(right: 1, wrong: 0\) +\[0, 1\] {2}[0-9a-f]{14}$/);
  });
  test('of what reads nothing, and of what has no bound', () => {
    expect(outline(reward('r', constant(1)))).toContain('reads nothing but the text\n');
    expect(outline(reward('r', zscored(correct)))).toContain('range [−∞, ∞], right');
    expect(
      outline(
        reward(
          'r',
          schedule(constant(1), [
            [0, 1],
            [9, 2],
          ]),
        ),
      ),
    ).toContain('times 1 at step 0, 2 at step 9');
  });
  test('refuses a reward that does not fit', () => {
    expect(() => outline(reward('r', signal('corect')))).toThrow("did you mean 'correct'");
  });
});
