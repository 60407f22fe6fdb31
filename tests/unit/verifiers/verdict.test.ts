import { describe, expect, test } from 'vitest';
import { allOf, different, equal, type Finding, undecided } from '../../../src/verifiers/verdict.js';

const witness = { at: { x: '2' }, gold: '4', given: '5' };

describe('findings', () => {
  test('equal is proved unless said otherwise', () => {
    expect(equal('rule')).toEqual({ kind: 'equal', by: 'rule', certainty: 'proved' });
    expect(equal('rule', 'probable')).toEqual({ kind: 'equal', by: 'rule', certainty: 'probable' });
  });
  test('different carries a witness where there is one', () => {
    expect(different('rule')).toStrictEqual({ kind: 'different', by: 'rule', certainty: 'proved' });
    expect(different('rule', 'probable', witness)).toStrictEqual({
      kind: 'different',
      by: 'rule',
      certainty: 'probable',
      witness,
    });
  });
  test('undecided says why', () => {
    expect(undecided('budget', 'spent')).toEqual({ kind: 'undecided', reason: 'budget', detail: 'spent' });
  });
});

describe('parts that must all agree', () => {
  const [yes, maybe] = [equal('part'), equal('part', 'probable')];
  const [no, likelyNot] = [different('part'), different('guess', 'probable')];
  const [open, lost] = [undecided('unsupported', 'first'), undecided('budget', 'second')];
  test.each<[string, readonly Finding[], Finding]>([
    ['nothing', [], equal('whole')],
    ['all proved', [yes, yes], equal('whole')],
    ['one probable, last', [yes, maybe], equal('whole', 'probable')],
    ['one probable, first', [maybe, yes], equal('whole', 'probable')],
    ['all probable', [maybe, maybe], equal('whole', 'probable')],
    ['one open', [yes, open, yes], open],
    ['two open: the first says why', [open, lost], open],
    ['a difference beats an open part', [open, likelyNot], likelyNot],
    ['a proved difference beats a probable one before it', [likelyNot, no], no],
    ['and one after it', [no, likelyNot], no],
    ['of two proved ones the first', [no, different('other')], no],
    ['of two probable ones the first', [likelyNot, different('other', 'probable')], likelyNot],
  ])('%s', (_, parts, expected) => expect(allOf('whole', parts)).toEqual(expected));
});
