import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bounds, signal, standardSignals } from '../../../../src/rewards/index.js';
import { needsOf, rangesOf, response, right, scoreOne, scores, wrong } from './scored.js';

const anyLength = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(0, 1, 2 ** 53 - 1));

describe('length', () => {
  test.each([
    ['tokens', 7],
    ['chars', 6],
    ['words', 2],
  ])('in %s', (unit, wanted) =>
    expect(scoreOne('length', { unit }, response({}, 7, ' ab\n😀 '))).toBe(wanted),
  );

  test.each([undefined, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('no length: %s', (tokens) =>
    expect(scoreOne('length', {}, response({}, tokens))).toBeNull(),
  );

  test('needs tokens for tokens only', () => {
    expect(needsOf('length', {})).toEqual(['tokens']);
    expect(needsOf('length', { unit: 'chars' })).toEqual([]);
    expect(rangesOf('length', {})[0]).toEqual([0, Number.POSITIVE_INFINITY]);
  });
});

describe('cosine-length', () => {
  // Worked numbers: m + (M − m)(1 + cos(π·L/100))/2.
  test.each([
    [0, 1, -1],
    [25, 0.926777, -0.926777],
    [50, 0.75, -0.75],
    [75, 0.573223, -0.573223],
    [100, 0.5, -0.5],
    [150, 0.5, -0.5],
    [1e6, 0.5, -0.5],
  ])('L = %d', (length, forRight, forWrong) => {
    const params = { most: 100 };
    expect(scoreOne('cosine-length', params, right(length))).toBeCloseTo(forRight, 6);
    expect(scoreOne('cosine-length', params, wrong(length))).toBeCloseTo(forWrong, 6);
  });

  test('open-r1 counts characters and climbs back', () => {
    const params = { most: 100, unit: 'chars', clamp: false };
    const at = (length: number) => scoreOne('cosine-length', params, right(undefined, 'é'.repeat(length)));
    expect(at(150)).toBeCloseTo(0.75, 12);
    expect(at(200)).toBe(1);
    expect(needsOf('cosine-length', params)).toEqual(['correct']);
  });

  test('ms-swift’s values at L = 25', () => {
    const params = { most: 100, clamp: false, wrongShort: -0.5, wrongLong: 0 };
    expect(scoreOne('cosine-length', params, right(25))).toBeCloseTo(0.926777, 6);
    expect(scoreOne('cosine-length', params, wrong(25))).toBeCloseTo(-0.426777, 6);
  });

  test('04.cosine: from 1 to 0.5 over ten', () => {
    const at = (length: number) => scoreOne('cosine-length', { most: 10 }, right(length));
    expect([at(0), at(5), at(10)].map((value) => Number(value).toFixed(12))).toEqual([
      '1.000000000000',
      '0.750000000000',
      '0.500000000000',
    ]);
  });

  test('missing without a verdict or a length', () => {
    const rollouts = [right(), response({}, 5), response({ correct: null }, 5), right(5)];
    expect(scores('cosine-length', { most: 10 }, rollouts)).toEqual([null, null, null, 0.75]);
    expect(needsOf('cosine-length', { most: 10 })).toEqual(['correct', 'tokens']);
  });

  test('ranges', () => {
    const params = { most: 5, rightShort: -2, rightLong: 3, wrongShort: 1, wrongLong: -4 };
    expect(rangesOf('cosine-length', params)).toEqual([
      [-4, 3],
      [-2, 3],
      [-4, 1],
    ]);
  });

  test('a right answer is worth less the longer it is, a wrong one more; both within their range', () => {
    fc.assert(
      fc.property(anyLength, anyLength, fc.integer({ min: 1, max: 50_000 }), (a, b, most) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)];
        const [s, l] = scores('cosine-length', { most }, [right(short), right(long)]).map(Number);
        const [ws, wl] = scores('cosine-length', { most }, [wrong(short), wrong(long)]).map(Number);
        expect(s).toBeGreaterThanOrEqual(l ?? Number.NaN);
        expect(ws).toBeLessThanOrEqual(wl ?? Number.NaN);
        expect(l).toBeGreaterThanOrEqual(0.5);
        expect(wl).toBeLessThanOrEqual(-0.5);
      }),
    );
  });

  test('the length at which it ends must be given', () =>
    expect(() => scoreOne('cosine-length', {}, right(1))).toThrow('params.most must be given'));
});

describe('soft-overlong', () => {
  const params = { most: 100, buffer: 20 };
  test.each([
    [0, 0, 0],
    [80, 0, 0],
    [81, -0.05, -0.05],
    [90, -0.5, -0.5],
    [100, -1, -1],
    [130, -1, -2.5],
  ])('L = %d', (length, clamped, free) => {
    expect(scoreOne('soft-overlong', params, response({}, length))).toBeCloseTo(clamped, 12);
    expect(scoreOne('soft-overlong', { ...params, clamp: false }, response({}, length))).toBeCloseTo(
      free,
      12,
    );
  });

  test('EasyR1’s DAPO example: 18,000 of 20,480 with a buffer of 4,096', () =>
    expect(scoreOne('soft-overlong', { most: 20480, buffer: 4096 }, response({}, 18000))).toBe(-0.39453125));

  test.each([true, false])('without a buffer it is a step (clamp: %s)', (clamp) => {
    const step = { most: 100, buffer: 0, clamp };
    expect(scores('soft-overlong', step, [response({}, 100), response({}, 101)])).toEqual([0, -1]);
    expect(rangesOf('soft-overlong', step)[0]).toEqual([-1, 0]);
  });

  test('ranges, needs, missing lengths', () => {
    expect(rangesOf('soft-overlong', params)[0]).toEqual([-1, 0]);
    expect(rangesOf('soft-overlong', { ...params, clamp: false })[0]).toEqual([Number.NEGATIVE_INFINITY, 0]);
    expect(needsOf('soft-overlong', params)).toEqual(['tokens']);
    expect(scoreOne('soft-overlong', params, response())).toBeNull();
    expect(scoreOne('soft-overlong', { ...params, unit: 'words' }, response())).toBe(0);
  });
});

describe('kimi-length', () => {
  test('the worked group: 100, 200, 300, 500', () => {
    const group = [right(100), right(200), wrong(300), wrong(500)];
    expect(scores('kimi-length', {}, group)).toEqual([0.5, 0.25, 0, -0.5]);
  });

  test('a wrong answer never gains, equal lengths gain nothing', () => {
    expect(scores('kimi-length', {}, [wrong(100), right(200)])).toEqual([0, -0.5]);
    expect(scores('kimi-length', {}, [right(7), wrong(7)])).toEqual([0, 0]);
    expect(scores('kimi-length', {}, [right(7)])).toEqual([0]);
    expect(scores('kimi-length', {}, [])).toEqual([]);
  });

  test('who has no length or verdict is missing; lengths without a verdict still compare', () => {
    const group = [right(), right(100), response({ correct: null }, 200), right(150)];
    expect(scores('kimi-length', {}, group)).toEqual([null, 0.5, null, 0]);
  });

  test('in characters, as open-r1', () =>
    expect(scores('kimi-length', { unit: 'chars' }, [right(9, 'é😀'), right(1, 'abcd')])).toEqual([
      0.5, -0.5,
    ]));

  test('ranges and needs', () => {
    expect(rangesOf('kimi-length', {})).toEqual([
      [-0.5, 0.5],
      [-0.5, 0.5],
      [-0.5, 0],
    ]);
    expect(needsOf('kimi-length', {})).toEqual(['correct', 'tokens', 'group']);
  });

  test('scaling and shifting all lengths changes nothing', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99 }), (all, k, by) => {
        const before = scores(
          'kimi-length',
          {},
          all.map((length) => right(length)),
        );
        const after = scores(
          'kimi-length',
          {},
          all.map((length) => right(k * length + by)),
        );
        expect(after.map(Number)).toEqual(before.map((value) => expect.closeTo(Number(value), 12)));
      }),
    );
  });
});

describe('linear-length', () => {
  test('the worked group: 100 to 400, two right, weight 0.1', () => {
    const group = [right(100), right(200), wrong(300), wrong(400)];
    const found = scores('linear-length', {}, group);
    for (const [i, wanted] of [0.9875, 0.975, -0.0375, -0.05].entries())
      expect(found[i]).toBeCloseTo(wanted, 12);
  });

  test('nobody right: no penalty; empty responses: none either', () => {
    expect(scores('linear-length', { weight: 3 }, [wrong(1), wrong(9)])).toEqual([0, 0]);
    expect(scores('linear-length', {}, [right(0), wrong(0)])).toEqual([1, 0]);
  });

  test('who has no length or verdict is missing and does not count', () => {
    const group = [right(), right(50), response({}, 900), wrong(100)];
    expect(scores('linear-length', { weight: 1 }, group)).toEqual([null, 0.75, null, -0.5]);
  });

  test('ranges, needs, and the gap between right and wrong', () => {
    expect(rangesOf('linear-length', { weight: 0.4 })).toEqual([
      [-0.4, 1],
      [0.6, 1],
      [-0.4, 0],
    ]);
    expect(needsOf('linear-length', { unit: 'words' })).toEqual(['correct', 'group']);
    expect(standardSignals.get('linear-length')?.gap?.({ weight: 0.4, unit: 'tokens' })).toEqual([0.6, 1.4]);
  });
});

describe('l1', () => {
  test.each([
    [{ form: 'exact', target: 1000 }, right(1200), 0.94],
    [{ form: 'exact', target: 1000 }, right(800), 0.94],
    [{ form: 'exact', target: 1000 }, wrong(1200), -0.06],
    [{ form: 'max', target: 1000 }, right(800), 0.56],
    [{ form: 'max', target: 1000 }, right(1000), 0.5],
    [{ form: 'max', target: 10_000 }, right(1), 1],
    [{ form: 'max', target: 0 }, right(10_000), 0],
    [{ form: 'max', target: 1000 }, wrong(1), 0],
  ])('%j', (params, rollout, wanted) => expect(scoreOne('l1', params, rollout)).toBeCloseTo(wanted, 12));

  test('a target of its own for each rollout', () => {
    const params = { targetFact: 'wanted', target: 5 };
    const group = [
      response({ correct: true, extra: { wanted: 100 } }, 200),
      response({ correct: true, extra: {} }, 200),
      response({ correct: true }, 200),
      response({ correct: true, extra: { wanted: -1 } }, 200),
      response({ correct: true, extra: { wanted: 1e300 } }, 200),
    ];
    expect(scores('l1', params, group)).toEqual([expect.closeTo(0.97, 12), null, null, null, null]);
    expect(needsOf('l1', params)).toEqual(['correct', 'tokens', 'extra']);
    expect(needsOf('l1', {})).toEqual(['correct', 'tokens']);
  });

  test('ranges', () => {
    const low = Number.NEGATIVE_INFINITY;
    expect(rangesOf('l1', {})).toEqual([
      [low, 1],
      [low, 1],
      [low, 0],
    ]);
    expect(rangesOf('l1', { form: 'max' })).toEqual([
      [0, 1],
      [0, 1],
      [0, 0],
    ]);
  });

  test('missing facts', () =>
    expect(scores('l1', {}, [right(), response({}, 5), wrong(1024)])).toEqual([null, null, 0]));
});

describe('target-length', () => {
  test.each([
    [{ target: 1000 }, 1500, 0.984741],
    [{ target: 1000 }, 500, 0.984741],
    [{ target: 1000, form: 'up-to' }, 1500, 0.984741],
    [{ target: 1000, form: 'up-to' }, 1000, 1],
    [{ target: 1000, form: 'up-to' }, 0, 1],
    [{ target: 10, scale: 10 }, 40, 0],
    [{ target: 10, scale: 10, clamp: false }, 40, -2],
  ])('%j at %d', (params, length, wanted) =>
    expect(scoreOne('target-length', params, response({}, length))).toBeCloseTo(wanted, 6),
  );

  test('ranges, needs, missing facts', () => {
    expect(rangesOf('target-length', {})[0]).toEqual([0, 1]);
    expect(rangesOf('target-length', { clamp: false })[0]).toEqual([Number.NEGATIVE_INFINITY, 1]);
    expect(needsOf('target-length', { targetFact: 'n', unit: 'words' })).toEqual(['extra']);
    expect(scoreOne('target-length', { targetFact: 'n' }, response({}, 5))).toBeNull();
    expect(scoreOne('target-length', {}, response())).toBeNull();
  });
});

describe('any length', () => {
  const NAMES: readonly [string, Record<string, number | boolean | string>][] = [
    ['cosine-length', { most: 1000 }],
    ['cosine-length', { most: 1000, clamp: false }],
    ['soft-overlong', { most: 1000, buffer: 100 }],
    ['soft-overlong', { most: 1000, buffer: 100, clamp: false }],
    ['kimi-length', {}],
    ['linear-length', {}],
    ['l1', {}],
    ['l1', { form: 'max' }],
    ['target-length', {}],
  ];
  test.each(NAMES)('%s %j stays in its range', (name, params) => {
    const rollouts = fc.array(fc.tuple(anyLength, fc.boolean()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rollouts, (all) => {
        const group = all.map(([length, correct]) => (correct ? right(length) : wrong(length)));
        for (const [i, value] of scores(name, params, group).entries()) {
          const given = { correct: all[i]?.[1] === true };
          const [low, high] = bounds(signal(name, params), standardSignals, given);
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(high);
        }
      }),
    );
  });
});
