import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  affine,
  asProblemId,
  evaluate,
  gate,
  noMemories,
  product,
  type Rollout,
  signal,
  standardSignals,
  type Term,
} from '../../../../src/rewards/index.js';
import { type UndecidedReason, type Verdict, verify } from '../../../../src/verifiers/index.js';
import { needsOf, rangesOf, response, right, scoreOne, scores, wrong } from './scored.js';

/** A response as the verifier judges it. */
function verified(gold: string, text: string): Rollout {
  const { verdict } = verify(gold, text);
  const unusable = verdict.kind === 'undecided' && verdict.reason === 'bad-gold';
  return response({ verdict, correct: unusable ? null : verdict.kind === 'equal' }, 1, text);
}

const undecided = (reason: UndecidedReason): Verdict => ({ kind: 'undecided', reason, detail: '', steps: 0 });
const equal: Verdict = { kind: 'equal', by: 'identical', certainty: 'proved', steps: 1 };
const different: Verdict = { kind: 'different', by: 'numbers', certainty: 'proved', steps: 1 };

const value = (term: Term, rollout: Rollout) =>
  evaluate(term, { problem: asProblemId('p'), step: 0, rollouts: [rollout] }, noMemories, standardSignals)
    .scores[0];

describe('accuracy of real responses', () => {
  test.each([
    ['1/3', '\\boxed{1/3}', 1],
    ['1/2', '\\boxed{1/3}', 0],
    ['4', '<think>so \\boxed{4}', 0],
    ['4', 'no idea', 0],
    ['', '\\boxed{4}', null],
  ])('gold %j, response %j', (gold, text, wanted) =>
    expect(scoreOne('correct', {}, verified(gold, text))).toBe(wanted),
  );

  test('signed, as DAPO', () =>
    expect(
      scores('correct', { wrong: -1 }, [verified('4', '\\boxed{4}'), verified('4', '\\boxed{5}')]),
    ).toEqual([1, -1]));

  test('GSM8K pays for the form: 1, the form’s score, 0', () => {
    const term = gate(signal('correct'), {
      pass: signal('correct'),
      fail: affine(signal('format', { dialect: 'gsm8k' }), 0.1),
    });
    expect(value(term, verified('5', '#### 5'))).toBe(1);
    expect(value(term, verified('4', '#### 5'))).toBe(0.1);
    expect(value(term, verified('4', 'five'))).toBe(0);
  });

  test('EasyR1: 0.9 for right, 0.1 for the form', () => {
    const rollout = verified('4', '\\boxed{4}');
    const worth =
      0.9 * Number(scoreOne('correct', {}, rollout)) +
      0.1 * Number(scoreOne('format', { dialect: 'easyr1' }, rollout));
    expect(worth).toBeCloseTo(0.9, 12);
  });

  test('stopping properly: r·k, or k instead', () => {
    const cut: Rollout = { ...right(5), finish: 'length' };
    expect(value(product(signal('correct'), signal('stop-properly', { truncated: 0.5 })), cut)).toBe(0.5);
    const instead = gate(signal('stop-properly'), {
      pass: signal('correct'),
      fail: affine(signal('correct'), 0, -0.5),
    });
    expect(value(instead, cut)).toBe(-0.5);
    expect(value(instead, { ...cut, finish: 'stop' })).toBe(1);
  });
});

describe('correct', () => {
  test('right and wrong, missing without a verdict', () => {
    const rollouts = [right(), wrong(), response({ correct: null }), response()];
    expect(scores('correct', {}, rollouts)).toEqual([1, 0, null, null]);
    expect(scores('correct', { right: 2, wrong: -1 }, rollouts)).toEqual([2, -1, null, null]);
    expect(needsOf('correct', {})).toEqual(['correct']);
  });
  test('ranges', () =>
    expect(rangesOf('correct', { right: -2, wrong: 3 })).toEqual([
      [-2, 3],
      [-2, -2],
      [3, 3],
    ]));
});

describe('graded', () => {
  const params = { right: 1, wrong: 0.1, unread: 0.05, silent: -0.2 };
  test.each<[Verdict, boolean | null, number | null]>([
    [equal, true, 1],
    [different, false, 0.1],
    [equal, false, 0.1],
    [undecided('parse-error'), false, 0.05],
    [undecided('unsupported'), false, 0.05],
    [undecided('budget'), false, 0.05],
    [undecided('no-answer'), false, -0.2],
    [undecided('bad-gold'), null, null],
  ])('%j', (verdict, correct, wanted) =>
    expect(scoreOne('graded', params, response({ verdict, correct }))).toBe(wanted),
  );

  test('missing facts, needs, ranges', () => {
    expect(scores('graded', params, [right(), response({ verdict: equal })])).toEqual([null, null]);
    expect(needsOf('graded', params)).toEqual(['correct', 'verdict']);
    expect(rangesOf('graded', params)).toEqual([
      [-0.2, 1],
      [1, 1],
      [-0.2, 0.1],
    ]);
  });

  test('by default it is correctness', () => {
    const all = [
      verified('4', '\\boxed{4}'),
      verified('4', '\\boxed{5}'),
      verified('4', ''),
      verified('', '4'),
    ];
    expect(scores('graded', {}, all)).toEqual(scores('correct', {}, all));
  });
});

describe('answered', () => {
  test.each<[Verdict | undefined, number | null]>([
    [equal, 1],
    [different, 1],
    [undecided('unsupported'), 1],
    [undecided('budget'), 1],
    [undecided('no-answer'), 0],
    [undecided('parse-error'), 0],
    [undecided('bad-gold'), null],
    [undecided('lost'), null],
    [undefined, null],
  ])('%j', (verdict, wanted) =>
    expect(scoreOne('answered', {}, response(verdict === undefined ? {} : { verdict }))).toBe(wanted),
  );

  test('needs and ranges', () => {
    expect(needsOf('answered', {})).toEqual(['verdict']);
    expect(rangesOf('answered', {})).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });
});

describe('stop-properly', () => {
  test.each([
    ['stop', 1, 0],
    ['length', 0, -10],
    [undefined, null, null],
  ] as const)('%s', (finish, byDefault, penalty) => {
    const rollout: Rollout = finish === undefined ? right() : { ...right(), finish };
    expect(scoreOne('stop-properly', {}, rollout)).toBe(byDefault);
    expect(scoreOne('stop-properly', { stopped: 0, truncated: -10 }, rollout)).toBe(penalty);
  });
  test('needs and range', () => {
    expect(needsOf('stop-properly', {})).toEqual(['finish']);
    expect(rangesOf('stop-properly', { stopped: 0, truncated: -10 })[0]).toEqual([-10, 0]);
  });
});

describe('fact', () => {
  const params = { name: 'passed', min: 0, max: 1 };
  test.each<[Readonly<Record<string, number | null>> | undefined, number | null]>([
    [{ passed: 0.7 }, 0.7],
    [{ passed: 3 }, 1],
    [{ passed: -3 }, 0],
    [{ passed: null }, null],
    [{ passed: Number.NaN }, null],
    [{ passed: Number.POSITIVE_INFINITY }, null],
    [{ failed: 1 }, null],
    [undefined, null],
  ])('%j', (extra, wanted) => {
    const rollout = response(extra === undefined ? {} : { extra });
    expect(scoreOne('fact', params, rollout)).toBe(wanted);
    expect(scoreOne('fact', { ...params, absent: 'zero' }, rollout)).toBe(wanted ?? 0);
  });

  test('names of the prototype are no facts', () =>
    expect(scoreOne('fact', { ...params, name: 'constructor' }, response({ extra: {} }))).toBeNull());

  test('needs and ranges', () => {
    expect(needsOf('fact', params)).toEqual(['extra']);
    expect(needsOf('fact', { ...params, absent: 'zero' })).toEqual([]);
    expect(rangesOf('fact', { ...params, min: 3, max: 2 })[0]).toEqual([2, 3]);
    expect(rangesOf('fact', { ...params, min: 2, max: 3, absent: 'zero' })[0]).toEqual([0, 3]);
    expect(() => scoreOne('fact', { name: 'passed' }, right())).toThrow('params.min must be given');
  });
});

describe('adaptthink', () => {
  const at = (noThinking: boolean, correct: boolean, referenceAccuracy: number, delta = 0.05) =>
    scoreOne('adaptthink', { delta }, response({ noThinking, correct }), { referenceAccuracy });

  // 08.adv
  test.each([
    [true, true, 0.75, 0.3],
    [false, true, 0.75, 0.25],
    [true, false, 0.75, -0.7],
    [true, false, 0, 0.05],
    [false, true, 1, 0],
    [true, true, 1, 0.05],
  ])('no thinking %s, right %s, reference %d', (noThinking, correct, reference, wanted) =>
    expect(at(noThinking, correct, reference)).toBeCloseTo(wanted, 12),
  );

  test('missing facts and a reference that is no share', () => {
    const rollout = response({ noThinking: true, correct: true });
    expect(scoreOne('adaptthink', {}, rollout)).toBeNull();
    for (const referenceAccuracy of [-0.1, 1.1, Number.NaN])
      expect(scoreOne('adaptthink', {}, rollout, { referenceAccuracy })).toBeNull();
    expect(scoreOne('adaptthink', {}, response({ correct: true }), { referenceAccuracy: 1 })).toBeNull();
    expect(scoreOne('adaptthink', {}, response({ noThinking: true }), { referenceAccuracy: 1 })).toBeNull();
  });

  test('needs, ranges, gap', () => {
    expect(needsOf('adaptthink', {})).toEqual(['correct', 'noThinking', 'referenceAccuracy']);
    expect(rangesOf('adaptthink', { delta: 0.5 })).toEqual([
      [-1, 1.5],
      [0, 1.5],
      [-1, 0.5],
    ]);
    expect(standardSignals.get('adaptthink')?.gap?.({ delta: 0.5 })).toEqual([0.5, 1.5]);
  });

  test('not thinking is worth delta; right thinking beats wrong haste while delta < 1', () => {
    const delta = fc.double({ min: 0, max: 0.99, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(delta, share, fc.boolean(), (d, reference, correct) => {
        const gain = Number(at(true, correct, reference, d)) - Number(at(false, correct, reference, d));
        expect(gain).toBeCloseTo(d, 12);
        expect(at(false, true, reference, d)).toBeGreaterThan(Number(at(true, false, reference, d)));
      }),
    );
  });
});

describe('qwen25-math', () => {
  const at = (modelScore: number, correct: boolean, alpha = 0.5) =>
    scoreOne('qwen25-math', { alpha }, response({ modelScore, correct }));

  // 11.reward
  test.each([
    [-4, -0.8807970779778824, 0.11920292202211755],
    [0, -0.5, 0.5],
    [2, -0.2689414213699951, 0.7310585786300049],
    [10, -0.006692850924284732, 0.9933071490757153],
  ])('score %d', (modelScore, forWrong, forRight) => {
    expect(at(modelScore, false)).toBeCloseTo(forWrong, 12);
    expect(at(modelScore, true)).toBeCloseTo(forRight, 12);
  });

  test('missing facts', () => {
    const infinite = response({ correct: true, modelScore: Number.POSITIVE_INFINITY });
    expect(scores('qwen25-math', {}, [right(), response({ modelScore: 1 }), infinite])).toEqual([
      null,
      null,
      null,
    ]);
    expect(needsOf('qwen25-math', {})).toEqual(['correct', 'modelScore']);
    expect(rangesOf('qwen25-math', {})).toEqual([
      [-1, 1],
      [0, 1],
      [-1, 0],
    ]);
  });

  test('right beats wrong, one apart, rising in the score; without alpha the score says nothing', () => {
    const score = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(at(low, true)).toBeGreaterThanOrEqual(Number(at(high, false)));
        expect(Number(at(a, true)) - Number(at(a, false))).toBeCloseTo(1, 12);
        expect(at(high, true)).toBeGreaterThanOrEqual(Number(at(low, true)));
        expect([at(a, true, 0), at(a, false, 0)]).toEqual([0.5, -0.5]);
      }),
    );
    expect([at(1e300, true), at(-1e300, true), at(-1e300, false)]).toEqual([1, 0, -1]);
  });

  test('without a verdict a wrong answer may not gain by the model: wrong is never above 0', () =>
    expect(scoreOne('qwen25-math', {}, wrong())).toBeNull());
});
