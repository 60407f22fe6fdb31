import { describe, expect, test } from 'vitest';
import { constants } from '../../../../src/rewards/check/constants.js';
import { facts } from '../../../../src/rewards/check/facts.js';
import { placement } from '../../../../src/rewards/check/placement.js';
import { ranges } from '../../../../src/rewards/check/ranges.js';
import { silence } from '../../../../src/rewards/check/silence.js';
import { unreached } from '../../../../src/rewards/check/unreached.js';
import {
  affine,
  type CheckOptions,
  centred,
  check,
  clip,
  constant,
  gate,
  greatest,
  least,
  product,
  type Reward,
  ranked,
  reward,
  schedule,
  signal,
  standardSignals,
  sum,
  type Term,
  threshold,
  withSignals,
  zscored,
} from '../../../../src/rewards/index.js';
import { plainSignal } from '../made.js';
import { contextOf } from './contexts.js';

const correct = signal('correct');
const pm = signal('correct', { wrong: -1 });
const entropy = signal('entropy', { most: 1 });
const registry = withSignals(
  standardSignals,
  plainSignal('open', (group) => group.rollouts.map(() => 1)),
  {
    ...plainSignal('mild', (group) =>
      group.rollouts.map(({ facts }) => (facts.correct ? 1 : facts.verdict?.kind === 'undecided' ? 0 : -1)),
    ),
    needs: () => ['correct', 'verdict'],
    range: () => [-1, 1],
  },
  {
    ...plainSignal('shy', (group) =>
      group.rollouts.map(({ facts }) =>
        facts.verdict?.kind === 'undecided' ? null : facts.correct ? 1 : -1,
      ),
    ),
    needs: () => ['correct', 'verdict'],
    range: () => [-1, 1],
  },
  {
    ...plainSignal('loud', (group) =>
      group.rollouts.map(({ facts }) => (facts.verdict?.kind === 'different' ? null : 1)),
    ),
    needs: () => ['correct', 'verdict'],
    range: () => [-1, 1],
  },
  {
    ...plainSignal('kind', (group) =>
      group.rollouts.map(({ facts }) =>
        facts.verdict?.kind === 'undecided' ? null : facts.correct ? 1 : 0.5,
      ),
    ),
    needs: () => ['correct', 'verdict'],
    range: () => [0.5, 1],
  },
);

/** "severity rule path" of every warning but the dominance rule's. */
function found(term: Term, options: CheckOptions = {}, undecided: Reward['undecided'] = 'zero'): string[] {
  const warnings = check(reward('r', term, undecided), registry, options).warnings.filter(
    ({ rule }) => rule !== 'wrong-out-earns-right',
  );
  // The rules themselves say no more than what is reported.
  const context = contextOf(term, options, registry, undecided);
  const all = [facts, ranges, unreached, constants, placement, silence].flatMap((rule) => rule(context));
  expect(all.length).toBe(warnings.length);
  expect(warnings).toEqual(expect.arrayContaining(all));
  return warnings.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
}

/** The message of the one warning of a rule. */
const message = (term: Term, rule: string, undecided: Reward['undecided'] = 'zero'): string | undefined =>
  check(reward('r', term, undecided), registry).warnings.find((one) => one.rule === rule)?.message;

describe('nothing to say of ordinary rewards', () => {
  test.each<[string, Term]>([
    ['correctness', correct],
    ['a sum', sum({ c: [1, correct], e: [0.1, entropy] })],
    ['a sum of z-scores', sum({ c: [1, centred(correct)], e: [0.1, ranked(entropy)] })],
    ['a scaled rank', affine(ranked(correct), 2)],
    ['a rank times a constant', product(ranked(correct), constant(2))],
    ['a gate', gate(correct, { pass: entropy, fail: constant(-1) })],
    ['a clip', clip(sum({ c: [1, correct], e: [1, entropy] }), 0, 1)],
    ['the least of two', least(correct, entropy)],
    [
      'a schedule',
      schedule(correct, [
        [0, 1],
        [10, 0.5],
      ]),
    ],
    ['a constant', sum({ c: [1, correct], k: [1, constant(1)] })],
  ])('%s', (_, term) => expect(found(term)).toEqual([]));
});

describe('never-counts', () => {
  test.each<[string, Term, CheckOptions, string[]]>([
    ['a weight of 0', sum({ c: [1, correct], e: [0, entropy] }), {}, ['warning never-counts term.parts[1]']],
    [
      'a gate always open',
      gate(correct, { pass: correct, fail: entropy, atLeast: 0 }),
      {},
      ['warning never-counts term.fail'],
    ],
    [
      'a gate never open',
      gate(correct, { pass: entropy, fail: correct, atLeast: 1.5 }),
      {},
      ['warning never-counts term.pass'],
    ],
    ['a gate at its edge', gate(correct, { pass: entropy, fail: correct, atLeast: 1 }), {}, []],
    [
      'a gate deep below',
      least(pm, gate(constant(1), { pass: correct })),
      {},
      ['warning never-counts term.terms[1].fail'],
    ],
    [
      'a clip that swallows from above',
      clip(correct, 2, 3),
      {},
      ['warning always-the-same term', 'warning never-counts term.term'],
    ],
    [
      'a clip that swallows from below',
      clip(correct, -3, -2),
      {},
      ['warning always-the-same term', 'warning never-counts term.term'],
    ],
    [
      'a clip at the end of the range',
      clip(correct, 1, 2),
      {},
      ['warning always-the-same term', 'warning never-counts term.term'],
    ],
    [
      'a clip at the start of the range',
      clip(correct, -1, 0),
      {},
      ['warning always-the-same term', 'warning never-counts term.term'],
    ],
    ['a clip that does nothing', clip(correct, 0, 1), {}, ['note never-counts term']],
    [
      'a clip whose floor is all there is',
      sum({ a: [1, clip(constant(0), 0, 1)], b: [1, pm] }),
      {},
      ['note never-counts term.parts[0].term', 'warning always-the-same term.parts[0].term'],
    ],
    [
      'a clip whose ceiling is all there is',
      sum({ a: [1, clip(constant(1), 0, 1)], b: [1, pm] }),
      {},
      ['note never-counts term.parts[0].term', 'warning always-the-same term.parts[0].term'],
    ],
    [
      'a loser to a constant at the start of its range',
      least(correct, constant(0)),
      {},
      ['warning always-the-same term', 'warning never-counts term.terms[0]'],
    ],
    [
      'a constant at the start of the range of the next',
      greatest(constant(0), correct),
      {},
      ['warning never-counts term.terms[0]'],
    ],
    [
      'a smaller constant before a greater one',
      greatest(constant(0), constant(0.5), correct),
      {},
      ['warning never-counts term.terms[0]'],
    ],
    [
      'a schedule that starts at 0',
      schedule(correct, [
        [0, 0],
        [5, 1],
      ]),
      {},
      [],
    ],
    ['a clip that cuts above', clip(correct, 0, 0.9), {}, []],
    ['a clip that cuts below', clip(correct, 0.1, 1), {}, []],
    ['a loser of max', greatest(correct, affine(entropy, 1, -1)), {}, ['warning never-counts term.terms[1]']],
    ['a loser of min', least(affine(entropy, 1, 1), correct), {}, ['warning never-counts term.terms[0]']],
    ['no loser where ranges overlap', greatest(correct, affine(entropy, 1, -0.9)), {}, []],
    [
      'one of two equal constants',
      greatest(constant(2), pm, constant(2)),
      {},
      [
        'warning always-the-same term',
        'warning never-counts term.terms[1]',
        'warning never-counts term.terms[2]',
      ],
    ],
    [
      'a scale of 0',
      affine(correct, 0, 3),
      {},
      ['warning always-the-same term', 'warning never-counts term.term'],
    ],
    [
      'a schedule of zeros',
      schedule(correct, [
        [0, 0],
        [5, 0],
      ]),
      {},
      ['warning always-the-same term', 'warning never-counts term.term'],
    ],
    [
      'knots before the start',
      schedule(correct, [
        [-9, 1],
        [-5, 1],
        [0, 2],
        [5, 1],
      ]),
      {},
      ['warning never-counts term.knots[0]', 'warning never-counts term.knots[1]'],
    ],
    [
      'a knot whose line reaches into the run',
      schedule(correct, [
        [-9, 1],
        [1, 2],
      ]),
      {},
      [],
    ],
    [
      'knots after the end',
      schedule(correct, [
        [0, 1],
        [99, 2],
        [100, 3],
        [101, 4],
      ]),
      { steps: 100 },
      ['warning never-counts term.knots[2]', 'warning never-counts term.knots[3]'],
    ],
    [
      'a knot after the end that bends the line',
      schedule(correct, [
        [0, 1],
        [100, 3],
      ]),
      { steps: 100 },
      ['note never-counts term.knots[1]'],
    ],
    [
      'a knot at the last step',
      schedule(correct, [
        [0, 1],
        [99, 3],
      ]),
      { steps: 100 },
      [],
    ],
  ])('%s', (_, term, options, wanted) => expect(found(term, options).sort()).toEqual([...wanted].sort()));
});

describe('always-the-same', () => {
  test.each<[string, Term, string[]]>([
    ['a product with 0', product(correct, constant(0), entropy), ['warning always-the-same term']],
    ['a signal whose parameters agree', signal('correct', { right: 0 }), ['warning always-the-same term']],
    [
      'a threshold out of reach',
      sum({ a: [1, threshold(correct, 2)], b: [1, pm] }),
      ['warning always-the-same term.parts[0].term'],
    ],
    [
      'a centred constant',
      sum({ a: [1, centred(constant(3))], b: [1, pm] }),
      ['warning always-the-same term.parts[0].term'],
    ],
    ['only the outermost', affine(product(constant(0), correct), 2), ['warning always-the-same term']],
  ])('%s', (_, term, wanted) => expect(found(term)).toEqual(wanted));
});

test.each<[Term, string]>([
  [product(correct, constant(0), entropy), 'product is 0 whatever the data: nothing is learned from it'],
  [signal('correct', { right: 0 }), "signal 'correct' is 0 whatever the data: nothing is learned from it"],
])('always-the-same, in words: %#', (term, wanted) => expect(message(term, 'always-the-same')).toBe(wanted));

describe('group-statistic-inside', () => {
  const where = (term: Term): string[] =>
    found(term, { groupSize: 4 }).filter((one) => one.includes('group-statistic'));
  test.each<[string, Term, string]>([
    ['a branch', gate(correct, { pass: zscored(pm) }), 'term.pass'],
    ['a condition', gate(ranked(pm), { pass: correct }), 'term.when'],
    ['min', least(centred(pm), correct), 'term.terms[0]'],
    ['max', greatest(zscored(pm), correct), 'term.terms[0]'],
    ['a clip', clip(zscored(pm), -1, 1), 'term.term'],
    ['a threshold', threshold(ranked(pm), 0), 'term.term'],
    ['a product', product(zscored(pm), entropy), 'term.terms[0]'],
    ['another statistic', ranked(zscored(pm)), 'term.term'],
    ['a sum inside a gate', gate(correct, { pass: sum({ a: [1, zscored(pm)] }) }), 'term.pass.parts[0].term'],
  ])('%s', (_, term, path) => expect(where(term)).toEqual([`warning group-statistic-inside ${path}`]));
  test.each<[string, Term]>([
    ['a sum', sum({ a: [1, zscored(pm)] })],
    [
      'a schedule',
      schedule(zscored(pm), [
        [0, 1],
        [5, 2],
      ]),
    ],
    ['a gate below it', zscored(gate(correct, { pass: pm }))],
  ])('not in %s', (_, term) => expect(where(term)).toEqual([]));
  test.each<[Term, string]>([
    [
      gate(correct, { pass: zscored(pm) }),
      'a z-score inside gate (term): its statistics run over the whole group, not only over the rollouts that take this branch',
    ],
    [
      least(centred(pm), correct),
      'centre inside min (term): a rollout’s place in its group is compared with a number that has nothing to do with the group',
    ],
    [
      gate(ranked(pm), { pass: correct }),
      'a rank inside the condition of a gate (term): its statistics run over the whole group, not only over the rollouts that take this branch',
    ],
    [
      affine(
        gate(correct, {
          pass: schedule(ranked(pm), [
            [0, 1],
            [5, 2],
          ]),
        }),
        2,
      ),
      'a rank inside gate (term.term): its statistics run over the whole group, not only over the rollouts that take this branch',
    ],
    [
      gate(sum({ a: [1, ranked(pm)] }), { pass: correct }),
      'a rank inside the condition of a gate (term): its statistics run over the whole group, not only over the rollouts that take this branch',
    ],
  ])('in words: %#', (term, wanted) => expect(message(term, 'group-statistic-inside')).toBe(wanted));
  test('says which node is to blame', () => {
    const { warnings } = check(reward('r', gate(ranked(pm), { pass: correct })), registry);
    expect(warnings.find(({ rule }) => rule === 'group-statistic-inside')?.message).toContain(
      'a rank inside the condition of a gate (term): ',
    );
  });
});

describe('unbounded', () => {
  test.each<[string, Term, CheckOptions, string[]]>([
    ['a signal', signal('open'), {}, ['warning unbounded term']],
    [
      'named where it stands',
      sum({ a: [1, affine(signal('open'), 2)] }),
      {},
      ['warning unbounded term.parts[0].term.term'],
    ],
    [
      'a clip bounds it, and it is still named',
      clip(signal('open'), 0, 1),
      {},
      ['warning unbounded term.term'],
    ],
    ['a z-score of no known size', zscored(correct), {}, ['note unbounded term']],
    ['a z-score of known size', zscored(correct), { groupSize: 4 }, []],
    ['a sum beyond float64', sum({ a: [1e308, affine(correct, 10)] }), {}, ['error unbounded term']],
    [
      'a product beyond float64',
      product(constant(1e200), affine(correct, 1e200)),
      {},
      ['error unbounded term'],
    ],
    [
      'infinity less infinity',
      sum({ a: [10, constant(1e308)], b: [-10, constant(1e308)] }),
      {},
      ['error unbounded term'],
    ],
    ['the largest that fits', affine(correct, Number.MAX_VALUE), {}, []],
  ])('%s', (_, term, options, wanted) => expect(found(term, options)).toEqual(wanted));
});

describe('facts', () => {
  const hapo = signal('hapo');
  test.each<[string, Term, CheckOptions, string[]]>([
    ['all there', hapo, { provides: ['correct', 'tokens', 'history'] }, []],
    ['nothing said', hapo, {}, []],
    [
      'one missing',
      sum({ c: [1, correct], h: [1, hapo] }),
      { provides: ['correct', 'history'] },
      ['error missing-fact term.parts[1].term'],
    ],
    [
      'one missing twice',
      sum({ a: [1, entropy], b: [1, entropy] }),
      { provides: [] },
      ['error missing-fact term.parts[0].term', 'error missing-fact term.parts[1].term'],
    ],
    ['a group', centred(correct), { provides: ['correct'] }, ['error missing-fact term']],
    ['a group by its size', centred(correct), { provides: ['correct'], groupSize: 2 }, []],
    [
      'groups of one',
      centred(correct),
      { groupSize: 1 },
      ['error group-of-one term', 'warning always-the-same term'],
    ],
    ['groups of one for a signal', signal('kimi-length'), { groupSize: 1 }, ['error group-of-one term']],
    [
      'a size is no other fact',
      hapo,
      { provides: ['correct', 'history'], groupSize: 4 },
      ['error missing-fact term'],
    ],
    ['groups of one for what does not look', correct, { groupSize: 1 }, []],
  ])('%s', (_, term, options, wanted) => expect(found(term, options)).toEqual(wanted));
});

describe('silence-pays', () => {
  test.each<[string, Term, Reward['undecided'], string[]]>([
    ['no answer is milder than a wrong one', signal('mild'), 'zero', ['warning silence-pays term']],
    ['… turned round', affine(signal('mild'), -1), 'zero', []],
    ['an abstention spares it', signal('shy'), 'abstain', ['warning silence-pays term']],
    ['a missing value is worth more than −1', signal('shy'), 'zero', ['warning silence-pays term']],
    ['a missing value is worth no more than 0', affine(signal('shy'), 0.5, 0.5), 'zero', []],
    ['correctness', correct, 'abstain', []],
    ['graded correctness', signal('graded'), 'abstain', []],
  ])('%s', (_, term, undecided, wanted) => expect(found(term, {}, undecided)).toEqual(wanted));
  test.each<[string, Term, Reward['undecided'], string[]]>([
    ['a wrong answer that says nothing is no measure', signal('loud'), 'abstain', []],
    ['an abstention is better than any reward', signal('kind'), 'abstain', ['warning silence-pays term']],
    ['… but not a missing value worth 0', signal('kind'), 'zero', []],
  ])('%s', (_, term, undecided, wanted) => expect(found(term, {}, undecided)).toEqual(wanted));
  test('in words', () => {
    expect(message(signal('mild'), 'silence-pays')).toBe(
      'a response without an answer (no-answer) earns 0, where a wrong answer earns -1',
    );
    expect(message(signal('shy'), 'silence-pays', 'abstain')).toBe(
      'a response without an answer (no-answer) abstains, where a wrong answer earns -1',
    );
  });
  test.each<[string, CheckOptions, boolean, (samples: number) => boolean]>([
    [
      'a term that reads no verdict is asked 50 times a silence, then simplified',
      {},
      false,
      (n) => n === 2 * (50 + 26),
    ],
    ['… or less', { effort: 10 }, false, (n) => n === 2 * (10 + 26)],
    ['… and no more', { effort: 1000 }, false, (n) => n === 2 * (50 + 26)],
    ['one that reads them is asked in full', {}, true, (n) => n > 500],
    ['… or as told', { effort: 60 }, true, (n) => n === 2 * (60 + 26)],
  ])('%s', (_, options, reads, fits) => {
    let samples = 0;
    const counting = withSignals(standardSignals, {
      ...plainSignal('counted', ({ rollouts }) => {
        // Texts are compared in one large group beforehand.
        if (rollouts.length < 10) samples += 1;
        return rollouts.map(() => 0);
      }),
      needs: () => (reads ? ['correct', 'verdict'] : ['correct']),
    });
    expect(silence(contextOf(signal('counted'), options, counting))).toEqual([]);
    expect(samples).toSatisfy(fits);
  });
  test('with an example of two responses alike but for the answer', () => {
    const { warnings } = check(reward('r', signal('mild')), registry);
    const example = warnings.find(({ rule }) => rule === 'silence-pays')?.counterexample;
    const [answered, silent] = example?.group.rollouts ?? [];
    expect(answered?.facts.verdict?.kind).toBe('different');
    expect(silent?.facts.verdict?.kind).toBe('undecided');
    expect([answered?.facts.correct, silent?.facts.correct]).toEqual([false, false]);
    expect({ ...silent, facts: {} }).toEqual({ ...answered, facts: {} });
    expect(example?.rewards).toEqual([-1, 0]);
  });
});

describe('a reward that cannot be run', () => {
  test.each<[Term, string]>([
    [signal('corect'), 'term'],
    [sum({ a: [1, signal('correct', { right: 'yes' })] }), 'term.parts[0].term.params.right'],
    [{ op: 'clip', min: 0, max: Number.NaN, term: correct }, 'term.max'],
  ])('%j', (term, path) => {
    const { warnings, dominance } = check(reward('r', term), registry);
    expect(dominance).toBeNull();
    expect(warnings).toEqual([expect.objectContaining({ rule: 'invalid', severity: 'error', path })]);
  });
  test.each([[0], [1.5], [Number.NaN], [-3]])('options: %d', (n) => {
    expect(() => check(reward('r', correct), registry, { groupSize: n })).toThrow(
      'groupSize must be a whole number',
    );
    expect(() => check(reward('r', correct), registry, { steps: n })).toThrow('steps must be a whole number');
  });
});

test('errors come before warnings before notes', () => {
  const term = sum({ a: [0, zscored(correct)], b: [1, clip(entropy, 0, 1)] });
  const severities = check(reward('r', term), registry, { provides: [] }).warnings.map(
    ({ severity }) => severity,
  );
  expect(severities).toEqual([...severities].sort((a, b) => rank(a) - rank(b)));
  expect(new Set(severities)).toEqual(new Set(['error', 'warning', 'note']));
});
const rank = (severity: string): number => ['error', 'warning', 'note'].indexOf(severity);
