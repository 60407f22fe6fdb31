import { expectTypeOf, test } from 'vitest';
import { type Verdict, verify } from '../../src/verifiers/index.js';

test('correct is true, false or null', () => {
  expectTypeOf(verify('1', '1').correct).toEqualTypeOf<boolean | null>();
});

test('a verdict is told apart by its kind', () => {
  const kindOf = (verdict: Verdict): 'equal' | 'different' | 'undecided' => verdict.kind;
  expectTypeOf(kindOf).returns.toEqualTypeOf<'equal' | 'different' | 'undecided'>();
});

test('the type tests are seen by the compiler', () => {
  // @ts-expect-error a gold must be text
  verify(1, '1');
});
