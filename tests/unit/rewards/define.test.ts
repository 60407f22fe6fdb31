import { describe, expect, test } from 'vitest';
import {
  asProblemId,
  bounds,
  defineGroupSignal,
  defineSignal,
  evaluate,
  type Facts,
  type Group,
  gatherFacts,
  needs,
  noMemories,
  product,
  registryOf,
  signal,
  type Term,
} from '../../../src/rewards/index.js';
import { groupOf, rollout } from './made.js';

const brevity = defineSignal({
  name: 'brevity',
  summary: '1 for an empty text, 0 for one of `most` characters or more',
  parameters: {
    most: { kind: 'number', default: 4, min: 1, what: 'characters worth nothing' },
    form: { kind: 'choice', default: 'linear', choices: ['linear', 'step'], what: 'how it falls' },
    negate: { kind: 'boolean', default: false, what: 'charge it' },
    mark: { kind: 'text', default: '.', what: 'not counted' },
  },
  needs: ({ form }) => (form === 'step' ? ['tokens'] : []),
  range: ({ negate }) => (negate ? [-1, 0] : [0, 1]),
  rangeWhen: ({ most }, correct) => (correct ? [0, 1] : [0, 1 / most]),
  gap: ({ most }) => [0, most],
  score: ({ text }, { most, form, negate, mark }) => {
    const length = text.replaceAll(mark, '').length;
    const worth = form === 'step' ? Number(length < most) : Math.max(0, 1 - length / most);
    return negate ? -worth : worth;
  },
});
const registry = registryOf(brevity);
const texts = (...all: readonly string[]): Group => groupOf(...all.map((text) => ({ text, facts: {} })));
const scoresOf = (term: Term, group: Group, from = registry) =>
  evaluate(term, group, noMemories, from).scores;

describe('a signal of one’s own', () => {
  test('scores rollouts one by one, its parameters typed', () => {
    expect(scoresOf(signal('brevity'), texts('', 'a.b.', 'abcdef'))).toEqual([1, 0.5, 0]);
    expect(scoresOf(signal('brevity', { form: 'step', mark: 'a' }), texts('abcd', 'bcde'))).toEqual([1, 0]);
  });

  test('has one zero', () =>
    expect(Object.is(scoresOf(signal('brevity', { negate: true }), texts('abcdef'))[0], 0)).toBe(true));

  test('says what it reads and where it lies', () => {
    expect(needs(signal('brevity', { form: 'step' }), registry)).toEqual([
      { need: 'tokens', paths: ['term'] },
    ]);
    expect(bounds(signal('brevity', { negate: true }), registry)).toEqual([-1, 0]);
    expect(bounds(signal('brevity', { most: 2 }), registry, { correct: false })).toEqual([0, 0.5]);
    expect(brevity.gap?.({ most: 3 })).toEqual([0, 3]);
    expect(brevity.source).toBe('defined by its user');
  });

  test('leaves out what it does not say', () => {
    const plain = defineSignal({
      name: 'p',
      summary: '',
      parameters: {},
      range: () => [1, 1],
      score: () => 1,
    });
    expect(plain.needs({})).toEqual([]);
    expect(Object.keys(plain)).not.toContain('rangeWhen');
    expect(Object.keys(plain)).not.toContain('gap');
    expect(Object.keys(plain)).not.toContain('gather');
  });
});

test('a group signal sees all rollouts, and needs the group', () => {
  const longest = defineGroupSignal({
    name: 'longest',
    summary: '1 for the longest text',
    source: 'here',
    parameters: {},
    needs: ['finish'],
    range: () => [0, 1],
    score: ({ rollouts }) => {
      const most = Math.max(...rollouts.map(({ text }) => text.length));
      return rollouts.map(({ text }) => Number(text.length === most));
    },
  });
  expect(scoresOf(signal('longest'), texts('a', 'abc', 'ab'), registryOf(longest))).toEqual([0, 1, 0]);
  expect(longest.needs({})).toEqual(['finish', 'group']);
  expect(longest.source).toBe('here');
});

describe('gathering facts', () => {
  const asked: string[] = [];
  const judge = (
    name: string,
    gather: (texts: readonly string[], mark: string) => Promise<readonly Facts[]>,
  ) =>
    defineSignal({
      name,
      summary: '',
      parameters: { mark: { kind: 'text', default: 'x', what: '' } },
      needs: ['extra'],
      range: () => [0, 9],
      gather: (rollouts, { mark }) => {
        asked.push(`${name} ${mark} ${rollouts.length}`);
        return gather(
          rollouts.map(({ text }) => text),
          mark,
        );
      },
      score: ({ facts }, { mark }) => facts.extra?.[mark] ?? null,
    });
  const length = judge('length', async (all, mark) =>
    all.map((text) => ({ extra: { [mark]: text.length } })),
  );
  const failing = judge('failing', () => Promise.reject(new Error('the judge is away')));
  const short = judge('short', async () => [{ correct: true }]);
  const judges = registryOf(length, failing, short, brevity);
  const twoGroups = [
    { ...texts('a', 'bb'), problem: asProblemId('one') },
    { ...texts('ccc', ''), problem: asProblemId('two') },
  ];

  test('facts are laid over those known, name by name, and scored after', async () => {
    const known = {
      ...texts('a', 'bb'),
      rollouts: [rollout({ correct: false, extra: { y: 5, x: 7 } }), rollout()],
    };
    const { groups, notes } = await gatherFacts(signal('length'), [known], judges);
    expect(notes).toEqual([]);
    expect(groups[0]?.rollouts.map(({ facts }) => facts)).toEqual([
      { correct: false, extra: { y: 5, x: 0 } },
      { extra: { x: 0 } },
    ]);
    const [first, second] = (await gatherFacts(signal('length'), twoGroups, judges)).groups;
    expect(scoresOf(signal('length'), first ?? texts(), judges)).toEqual([1, 2]);
    expect(scoresOf(signal('length'), second ?? texts(), judges)).toEqual([3, 0]);
  });

  test('each distinct signal is asked once a group', async () => {
    asked.length = 0;
    const twice = product(signal('length'), signal('length', { mark: 'x' }), signal('length', { mark: 'y' }));
    await gatherFacts(product(twice, signal('brevity')), twoGroups, judges);
    expect(asked.sort()).toEqual(['length x 2', 'length x 2', 'length y 2', 'length y 2']);
  });

  test('a gatherer that fails, or tells of too few, leaves a note and its facts missing', async () => {
    const term = product(signal('length'), signal('failing'), signal('short'));
    const { groups, notes } = await gatherFacts(term, twoGroups, judges);
    expect(notes).toEqual([
      "term.terms[1]: signal 'failing', problem 'one': the judge is away",
      "term.terms[1]: signal 'failing', problem 'two': the judge is away",
      "term.terms[2]: signal 'short', problem 'one': gathered 1 facts for 2 rollouts",
      "term.terms[2]: signal 'short', problem 'two': gathered 1 facts for 2 rollouts",
    ]);
    expect(groups[1]?.rollouts.map(({ facts }) => facts)).toEqual([{ extra: { x: 3 } }, { extra: { x: 0 } }]);
  });

  test('a judge that throws at once, and throws no error', async () => {
    const rude = registryOf(
      judge('rude', () => {
        throw 'no';
      }),
    );
    expect((await gatherFacts(signal('rude'), [texts('a')], rude)).notes).toEqual([
      "term: signal 'rude', problem 'p': no",
    ]);
  });
});
