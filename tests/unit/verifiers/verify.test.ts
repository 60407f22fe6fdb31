import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/support/index.js';
import { compare, explain, extract, parse, verify } from '../../../src/verifiers/index.js';

describe('verify', () => {
  test('says what was found where, how it was judged and what it cost', () => {
    const response = 'Half of it, so $\\boxed{0.5}$.';
    const result = verify('\\frac{1}{2}', response);
    expect(result).toMatchObject({
      correct: true,
      certainty: 'proved',
      kind: 'expression',
      extracted: { text: '0.5', method: 'boxed' },
    });
    expect(response.slice(result.extracted?.span.start, result.extracted?.span.end)).toBe('0.5');
    expect(result.verdict).toMatchObject({ kind: 'equal', by: result.rule, steps: result.steps });
    expect(result.steps).toBeGreaterThan(0);
  });

  test('a wrong answer is different, with a witness in the reason', () => {
    const result = verify('4', 'The answer is 5.');
    expect(result).toMatchObject({ correct: false, verdict: { kind: 'different' } });
    expect(result.reason).toContain('different');
  });

  test.each([
    ['no answer', '4', ''],
    ['only an opener', '4', 'Let us begin with the first case:'],
    ['an unclosed thought', '4', '<think>It is \\boxed{4}'],
    ['a hedge', '4', 'The answer is 3. The answer is 4.'],
    ['an unfinished box', '4', 'So $\\boxed{4'],
    ['candidates in one box', '4', '$\\boxed{3, 4, 5}$'],
    ['a number inside another', '4', '$\\boxed{14}$'],
  ])('%s is not paid', (_, gold, response) => expect(verify(gold, response).correct).toBe(false));

  test('the reason names a hedge', () => {
    const result = verify('4', 'The answer is 3. The answer is 4.');
    expect(result.verdict).toMatchObject({ kind: 'undecided', reason: 'no-answer' });
    expect(result.reason).toContain('3 | 4');
    expect(result.extracted).toBeNull();
  });

  test('a list of golds is met by any of them', () => {
    expect(verify(['4', '5'], 'The answer is 5.').correct).toBe(true);
    expect(verify(['4', '5'], 'The answer is 6.').correct).toBe(false);
  });

  test('an unusable gold beside a usable one is left out', () => {
    expect(verify(['', '5'], 'The answer is 5.').correct).toBe(true);
    expect(verify(['', '5'], 'The answer is 6.').correct).toBe(false);
  });
});

describe('golds', () => {
  test.each([
    ['boxed', '\\boxed{30}'],
    ['boxed in a sentence', 'Adding gives $28+2=\\boxed{30}$, as claimed.'],
    ['in dollars', '$30$'],
    ['a worked solution', 'She has 28 and gets 2 more, so 28 + 2 = 30.\n#### 30'],
    ['prose', 'After adding both, we find that the answer is $30$.'],
    ['white space around', '  30\n'],
    ['a box that lost its brace', '\\boxed{30'],
  ])('%s', (_, gold) => {
    expect(verify(gold, '\\boxed{30}').correct).toBe(true);
    expect(verify(gold, '\\boxed{28}').correct).toBe(false);
  });

  test.each([
    ['empty', ''],
    ['blank', ' \n '],
    ['no gold at all', []],
    ['broken', '\\frac{1}{'],
  ])('unusable: %s', (_, gold) => {
    const result = verify(gold, '\\boxed{30}');
    expect(result).toMatchObject({
      correct: null,
      kind: null,
      verdict: { kind: 'undecided', reason: 'bad-gold' },
    });
  });

  test('an empty answer never meets an empty gold', () => {
    expect(verify('', '\\boxed{}').correct).toBeNull();
  });
});

describe('restated questions', () => {
  const problem = 'Compute $16\\cdot 4$.';
  test('are not paid', () => {
    expect(verify('64', '$\\boxed{16\\cdot4}$', { problem })).toMatchObject({
      correct: false,
      verdict: { kind: 'undecided', reason: 'no-answer' },
    });
    expect(verify('64', '$\\boxed{64}$', { problem }).correct).toBe(true);
  });

  test('an answer spelled like the gold is never one', () => {
    expect(verify('16\\cdot 4', '$\\boxed{16 \\cdot 4}$', { problem }).correct).toBe(true);
  });

  test('without the problem nothing is restated', () => {
    expect(verify('64', '$\\boxed{16\\cdot4}$').correct).toBe(true);
  });
});

describe('options', () => {
  test('an unknown profile or option is misuse', () => {
    expect(() => verify('1', '1', { policy: { maxStep: 1 } as object })).toThrow(ConfigError);
  });

  test('a spent budget is undecided, and a larger one never turns a decision round', () => {
    const pair = ['\\frac{2^{40}-1}{3}', 'The answer is $\\boxed{366503875925}$.'] as const;
    let decided: string | null = null;
    for (let maxSteps = 0; maxSteps <= 4_096; maxSteps = maxSteps * 2 + 1) {
      const { correct, verdict } = verify(...pair, { maxSteps });
      if (verdict.kind === 'undecided') expect(decided).toBeNull();
      else {
        decided ??= verdict.kind;
        expect(verdict.kind).toBe(decided);
      }
      if (verdict.kind !== 'equal') expect(correct).not.toBe(true);
    }
    expect(decided).toBe('equal');
  });

  test('lenient takes the last expression of a text without a statement', () => {
    const response =
      'We start from 12.\nThen half of that gets us 6 of them, more or less, as everyone can see';
    expect(verify('6', response).correct).toBe(false);
    expect(verify('6', response, { policy: 'lenient' }).correct).toBe(true);
  });
});

describe('the other calls', () => {
  test('compare judges two texts as they stand', () => {
    expect(compare('0.25', '\\frac{1}{4}')).toMatchObject({ kind: 'equal', certainty: 'proved' });
    expect(compare('0.25', '\\frac{1}{3}').kind).toBe('different');
    expect(compare('\\frac{1}{', '1')).toMatchObject({ kind: 'undecided', reason: 'bad-gold' });
    expect(compare('1', '\\frac{1}{')).toMatchObject({ kind: 'undecided', reason: 'parse-error' });
  });

  test('parse gives the typed answer or says where it fails', () => {
    expect(parse('\\frac{1}{4}')).toMatchObject({ ok: true, value: { kind: 'expression' } });
    expect(parse('\\frac{1}{')).toMatchObject({ ok: false });
  });

  test('extract reads with the parser', () => {
    expect(extract('So each of them pays $12.50 in total.')).toMatchObject({
      status: 'found',
      text: '$12.50',
    });
  });

  test('explain tells the same verdict as verify, with the stages', () => {
    const explanation = explain('\\frac{1}{2}', 'It is $\\boxed{0.5}$.');
    expect(explanation.result).toEqual(verify('\\frac{1}{2}', 'It is $\\boxed{0.5}$.'));
    expect(explanation.trace.map(({ stage }) => stage)).toEqual([
      'gold',
      'extract',
      'parse',
      'compare',
      'decide',
    ]);
    expect(explanation.given?.normal).toBe(explanation.golds[0]?.normal);
  });

  test('explain explains what is missing', () => {
    expect(explain('', 'x').trace.at(-1)?.what).toContain('not judged');
    expect(explain('5', '').trace.some(({ stage }) => stage === 'parse')).toBe(false);
  });
});

describe('laws of the calls', () => {
  const runs = { numRuns: Number(process.env.FC_RUNS ?? 300) };

  test('verify is total and deterministic on arbitrary strings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (gold, response) => {
        const result = verify(gold, response);
        expect(verify(gold, response)).toEqual(result);
        if (result.verdict.kind !== 'equal') expect(result.correct).not.toBe(true);
      }),
      runs,
    );
  });

  test('an integer is met by itself in every layout and by no other', () => {
    const layouts = [
      (a: string) => a,
      (a: string) => `$\\boxed{${a}}$`,
      (a: string) => `So the answer is ${a}.`,
      (a: string) => `**Answer:** ${a}`,
      (a: string) => `Adding.\n#### ${a}`,
      (a: string) => `<think>${a}</think><answer>${a}</answer>`,
      (a: string) => `Therefore, we have ${a}.`,
    ];
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.constantFrom(...layouts), (gold, given, layout) => {
        expect(verify(String(gold), layout(String(gold))).correct).toBe(true);
        expect(verify(String(gold), layout(String(given))).correct).toBe(gold === given);
      }),
      runs,
    );
  });
});
