import { expectTypeOf, test } from 'vitest';
import { defineGroupSignal, defineSignal, type Scores, type Signal } from '../../src/rewards/index.js';

test('a signal’s values have the types of their parameters', () => {
  const mine = defineSignal({
    name: 'mine',
    summary: '',
    parameters: {
      eta: { kind: 'number', what: '' },
      unit: { kind: 'choice', default: 'a', choices: ['a', 'b'], what: '' },
      clamp: { kind: 'boolean', default: true, what: '' },
      tag: { kind: 'text', default: '', what: '' },
    },
    range: (values) => {
      expectTypeOf(values.eta).toEqualTypeOf<number>();
      expectTypeOf(values.unit).toEqualTypeOf<'a' | 'b'>();
      return [0, values.eta];
    },
    score: (rollout, values, group) => {
      expectTypeOf(rollout.tokens).toEqualTypeOf<number | undefined>();
      expectTypeOf(values.clamp).toEqualTypeOf<boolean>();
      expectTypeOf(values.tag).toEqualTypeOf<string>();
      expectTypeOf(group.gold).toEqualTypeOf<string | undefined>();
      return values.eta;
    },
  });
  expectTypeOf(mine).toEqualTypeOf<Signal>();
});

test('arithmetic may not wait', () => {
  defineSignal({
    name: 'slow',
    summary: '',
    parameters: {},
    range: () => [0, 1],
    // @ts-expect-error a promise is no score: gather facts first
    score: async () => 1,
  });
  defineGroupSignal({
    name: 'slow-group',
    summary: '',
    parameters: {},
    range: () => [0, 1],
    // @ts-expect-error neither for a group
    score: async ({ rollouts }): Promise<Scores> => rollouts.map(() => 1),
  });
});
