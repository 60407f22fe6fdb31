import { describe, expect, test } from 'vitest';
import {
  affine,
  type CheckReport,
  type Counterexample,
  centred,
  check,
  clip,
  constant,
  gate,
  greatest,
  learn,
  least,
  noMemories,
  product,
  type Registry,
  type Reward,
  ranked,
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
} from '../../../../src/rewards/index.js';
import { plainSignal } from '../made.js';

const correct = signal('correct');
const pm = signal('correct', { wrong: -1 });
const entropy = signal('entropy', { most: 1 });
const hapo = (weight: number, params = {}): Term =>
  sum({ correct: [1, correct], length: [weight, signal('hapo', params)] });

const registry: Registry = withSignals(
  standardSignals,
  plainSignal('wild', (group) => group.rollouts.map(({ facts }) => facts.modelScore ?? null)),
  {
    ...plainSignal('shared', (group) =>
      group.rollouts.map(({ facts }) => (facts.correct ? 1 : 0) - (group.referenceAccuracy ?? 0)),
    ),
    needs: () => ['correct', 'referenceAccuracy'],
    range: () => [-1, 1],
    gap: () => [1, 1],
  },
  {
    ...plainSignal('level', (group) => group.rollouts.map(() => group.step * 1e3)),
    gap: () => [0, 0],
  },
  // Missing for right answers, or for wrong ones; what there is would refute.
  plainSignal('no-right', (group) => group.rollouts.map(({ facts }) => (facts.correct ? null : 5))),
  plainSignal('no-wrong', (group) => group.rollouts.map(({ facts }) => (facts.correct ? -5 : null))),
  {
    ...plainSignal('untold', (group) => group.rollouts.map(({ facts }) => (facts.correct ? 1 : 0))),
    range: () => [0, 1],
  },
);

/** The rewards of a counterexample, scored again from what it says. */
function again(whole: Reward, { group, history, should, shouldNot }: Counterexample): (number | null)[] {
  const memories = learn(whole.term, history, noMemories, registry);
  const { rewardsG } = score(whole, group, memories, registry);
  return [rewardsG[should] ?? null, rewardsG[shouldNot] ?? null];
}

function checked(term: Term, options = {}): CheckReport {
  const whole = reward('r', term);
  const report = check(whole, registry, options);
  for (const { counterexample } of report.warnings)
    if (counterexample !== undefined) expect(again(whole, counterexample)).toEqual(counterexample.rewards);
  return report;
}

/** The next float64 up or down, for positive numbers in the middle of a binade. */
const nextUp = (x: number): number => x * (1 + 2 ** -52);
const nextDown = (x: number): number => x * (1 - 2 ** -53);

describe('HAPO: right beats wrong exactly when the weight is below 1/0.7', () => {
  const edge = 1 / 0.7;
  test.each<[number, string, string]>([
    [0, 'proved', 'proved'],
    [0.5, 'proved', 'proved'],
    [1, 'proved', 'proved'],
    [1.428, 'proved', 'proved'],
    [nextDown(edge), 'proved', 'proved'],
    [edge, 'refuted', 'proved'],
    [nextUp(edge), 'refuted', 'refuted'],
    [1.429, 'refuted', 'refuted'],
    [5, 'refuted', 'refuted'],
    [-0.49, 'proved', 'proved'],
    [-0.5, 'refuted', 'proved'],
    [-1, 'refuted', 'refuted'],
  ])('weight %d', (weight, beats, neverLess) => {
    for (const form of ['cosine', 'linear']) {
      const { dominance } = checked(hapo(weight, { form }));
      expect(dominance).toMatchObject({ beats, neverLess });
    }
  });
  test('another floor moves the edge', () => {
    expect(checked(hapo(1.99, { floor: -0.5 })).dominance?.beats).toBe('proved');
    expect(checked(hapo(2.01, { floor: -0.5 })).dominance?.beats).toBe('refuted');
  });
  test('the counterexample is a right answer beyond 1.5 times the history against a short wrong one', () => {
    const found = checked(hapo(2)).dominance?.counterexample;
    const [right, wrong] = found?.group.rollouts ?? [];
    const h = found?.history[0]?.rollouts[0]?.tokens ?? Number.NaN;
    expect(right?.facts.correct).toBe(true);
    expect(wrong?.facts.correct).toBe(false);
    expect(right?.tokens).toBeGreaterThan(1.4 * h);
    expect(wrong?.tokens).toBeLessThanOrEqual(h);
  });
});

describe('proved', () => {
  test.each<[string, Term]>([
    ['correctness', correct],
    ['a bonus below the prize', sum({ c: [1, correct], e: [0.99, entropy] })],
    [
      'a bonus that is paid to right answers only',
      gate(correct, { pass: sum({ a: [1, pm], e: [9, entropy] }) }),
    ],
    ['affine with a falling scale of a penalty', affine(signal('correct', { right: 0, wrong: 1 }), -1)],
    ['centred', centred(hapo(1))],
    ['z-scored', zscored(hapo(1))],
    ['ranked', ranked(hapo(1))],
    [
      'ranked z-score under a schedule',
      schedule(ranked(zscored(correct)), [
        [0, 1],
        [9, 2],
      ]),
    ],
    [
      'normalised sum of z-scores',
      sum({ a: [1, zscored(correct)], b: [3, ranked(correct)] }, { weights: 'normalised' }),
    ],
    ['what the group shares falls out', signal('shared')],
    ['… in a sum', sum({ a: [1, signal('shared')], e: [0.5, entropy] })],
    ['… scaled', affine(signal('shared'), 3, 7)],
    ['the least of two', least(signal('shared'), affine(signal('shared'), 2))],
    ['the greatest of two', greatest(signal('shared'), affine(signal('shared'), 2))],
    ['a gate that always passes', gate(constant(1), { pass: zscored(correct) })],
    ['a gate that never passes', gate(constant(0), { pass: constant(1), fail: zscored(correct) })],
    ['a wide clip', clip(correct, -5, 5)],
    ['a threshold between', threshold(correct, 0.5)],
    ['a product', product(pm, affine(entropy, 1, 1))],
  ])('%s', (_, term) => {
    const { dominance, warnings } = checked(term);
    expect(dominance).toMatchObject({ beats: 'proved', neverLess: 'proved' });
    expect(dominance?.margin).toBeGreaterThan(0);
    expect(warnings.filter(({ rule }) => rule === 'wrong-out-earns-right')).toEqual([]);
  });
  test('with the margin that is proved', () => {
    expect(checked(sum({ c: [2, correct], e: [0.5, entropy] })).dominance?.margin).toBe(1.5);
    expect(checked(ranked(correct), { groupSize: 5 }).dominance?.margin).toBeCloseTo(0.5, 8);
  });
});

describe('refuted by a tie', () => {
  test.each<[string, Term, string]>([
    ['a constant', constant(3), 'proved'],
    ['a bonus as large as the prize', sum({ c: [1, correct], e: [1, entropy] }), 'proved'],
    ['a clip that swallows', clip(correct, 1, 2), 'proved'],
    [
      'a schedule that ends at 0',
      schedule(correct, [
        [0, 1],
        [10, 0],
      ]),
      'proved',
    ],
    ['a threshold above both', threshold(correct, 2), 'proved'],
    ['a product that may be 0', product(correct, entropy), 'proved'],
    ['the least of a prize and a bonus', least(correct, entropy), 'proved'],
    ['a model’s score where it saturates', signal('qwen25-math'), 'proved'],
  ])('%s', (_, term, neverLess) => {
    const { dominance, warnings } = checked(term);
    expect(dominance).toMatchObject({ beats: 'refuted', neverLess });
    const [right, wrong] = dominance?.counterexample?.rewards ?? [];
    expect(right).toBe(wrong);
    expect(warnings).toContainEqual(
      expect.objectContaining({ rule: 'wrong-out-earns-right', severity: 'note', path: 'term' }),
    );
  });
});

describe('refuted', () => {
  test.each<[string, Term]>([
    ['paying the wrong', signal('correct', { right: 0, wrong: 1 })],
    ['a bonus above the prize', sum({ c: [1, correct], e: [1.01, entropy] })],
    ['entropy', entropy],
    ['z-scores of different things', sum({ a: [1, zscored(correct)], b: [1, zscored(entropy)] })],
    ['a z-score in a product', product(zscored(correct), affine(entropy, -2, 1))],
    [
      'a falling schedule',
      schedule(correct, [
        [0, 1],
        [100, -0.01],
      ]),
    ],
    [
      'no bound at all',
      sum({ c: [1e6, correct], m: [1, signal('fact', { name: 'x', min: -1e9, max: 1e9 })] }),
    ],
    ['a format bonus', sum({ c: [0.5, correct], f: [1, signal('format')] })],
    ['shortness', signal('kimi-length')],
    ['a gate on entropy', gate(entropy, { pass: constant(-1), fail: correct, atLeast: 0.7 })],
  ])('%s', (_, term) => {
    const { dominance, warnings } = checked(term);
    expect(dominance).toMatchObject({ beats: 'refuted', neverLess: 'refuted' });
    const [right, wrong] = dominance?.counterexample?.rewards ?? [];
    expect(Number(right)).toBeLessThan(Number(wrong));
    expect(dominance?.counterexample?.group.rollouts.slice(0, 2).map(({ facts }) => facts.correct)).toEqual([
      true,
      false,
    ]);
    expect(warnings[0]).toMatchObject({ rule: 'wrong-out-earns-right', severity: 'warning' });
  });
  test('only within the steps of the run', () => {
    const term = schedule(correct, [
      [0, 1],
      [100, 1],
      [200, -1],
    ]);
    expect(checked(term, { steps: 300 }).dominance?.neverLess).toBe('refuted');
    expect(checked(term, { steps: 100 }).dominance?.neverLess).toBe('unknown');
  });
  test('and says so where correctness is not looked at', () => {
    const blind = 'nothing in the reward looks at correctness';
    expect(checked(entropy).warnings[0]?.message).toContain(blind);
    expect(checked(sum({ c: [1, correct], e: [3, entropy] })).warnings[0]?.message).not.toContain(blind);
  });
  test('the example shows no more than what matters', () => {
    const { group } = checked(sum({ c: [1, correct], e: [2, entropy] })).dominance?.counterexample ?? {
      group: null,
    };
    const [right, wrong] = group?.rollouts ?? [];
    expect(right?.text).toBe(wrong?.text);
    expect(right?.tokens).toBe(wrong?.tokens);
    expect(group?.rollouts.length).toBe(2);
  });
  test('in a group of the size asked for', () => {
    const { dominance } = checked(sum({ a: [1, zscored(correct)], b: [1, zscored(entropy)] }), {
      groupSize: 6,
    });
    expect(dominance?.counterexample?.group.rollouts.length).toBe(6);
  });
});

describe('in words', () => {
  const said = (term: Term): string | undefined =>
    checked(term).warnings.find(({ rule }) => rule === 'wrong-out-earns-right')?.message;
  test.each<[string, Term, string]>([
    ['a tie', constant(3), 'a wrong answer can earn as much as a right one (3), and never more'],
    [
      'a tie where nothing is proved',
      sum({ c: [1e308, affine(correct, 10)] }),
      'a wrong answer can earn as much as a right one (0)',
    ],
    [
      'less',
      signal('correct', { right: 0, wrong: 1 }),
      'a wrong answer can out-earn a right one: 1 against 0',
    ],
    [
      'blind',
      affine(entropy, 0.5),
      'a wrong answer can out-earn a right one: 0.5 against 0; nothing in the reward looks at correctness',
    ],
  ])('%s', (_, term, wanted) => expect(said(term)).toBe(wanted));
});

describe('what is known of the group and of rounding', () => {
  test('a size bounds a z-score, to the last digit', () => {
    const term = sum({ c: [10, correct], z: [0.1, zscored(entropy)] });
    expect(checked(term, { groupSize: 4 }).dominance?.margin).toBeCloseTo(9.7, 9);
  });
  test('a gap that rounding may close proves nothing', () => {
    expect(checked(affine(signal('shared'), 1e-4)).dominance?.beats).toBe('proved');
    expect(checked(affine(signal('shared'), 1e-4, 1e6)).dominance?.beats).not.toBe('proved');
  });
  test('a signal without bounds that all share is no overflow', () => {
    expect(checked(sum({ s: [1, signal('shared')], l: [1, signal('level')] })).dominance).toMatchObject({
      beats: 'proved',
    });
  });
  test.each(['no-right', 'no-wrong'])('a reward that is missing is no sample: %s', (name) => {
    const found = check(reward('r', signal(name), 'abstain'), registry).dominance;
    expect(found).toMatchObject({ beats: 'unknown' });
  });
});

describe('neither', () => {
  test('a range that the signal does not divide is honestly unknown', () => {
    const { dominance, warnings } = checked(signal('untold'));
    expect(dominance).toMatchObject({ beats: 'unknown', neverLess: 'unknown' });
    expect(warnings).toContainEqual(
      expect.objectContaining({ severity: 'note', message: expect.stringContaining('neither') }),
    );
  });
  test('never less is proved where a tie is not found', () => {
    const { dominance, warnings } = checked(sum({ c: [1, correct], u: [1, signal('untold')] }));
    expect(dominance).toMatchObject({ beats: 'unknown', neverLess: 'proved', margin: 0 });
    expect(warnings[0]?.message).toContain('never earns less');
  });
  test('an abstention is no sample, and a missing value worth 0 is one', () => {
    expect(checked(signal('wild')).dominance).toMatchObject({ beats: 'refuted' });
    const silent = withSignals(
      standardSignals,
      plainSignal('silent', ({ rollouts }) => rollouts.map(() => null)),
    );
    for (const [policy, beats] of [
      ['zero', 'refuted'],
      ['abstain', 'unknown'],
      ['fail', 'unknown'],
    ] as const)
      expect(check(reward('r', signal('silent'), policy), silent).dominance?.beats).toBe(beats);
  });
  test('nothing is proved of arithmetic that leaves float64', () => {
    const beyond = sum({ c: [1e308, affine(correct, 10)] });
    expect(checked(beyond).dominance).toMatchObject({ beats: 'refuted', neverLess: 'unknown' });
  });
  test('no effort, no example', () => {
    expect(checked(entropy, { effort: 0 }).dominance).toMatchObject({ beats: 'unknown' });
  });
});

test('the same reward gives the same report', () => {
  const term = sum({ a: [1, zscored(correct)], b: [1, zscored(entropy)], c: [2, signal('hapo')] });
  expect(check(reward('r', term))).toEqual(check(reward('r', term)));
});
