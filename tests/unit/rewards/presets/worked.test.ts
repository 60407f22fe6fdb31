import { describe, expect, test } from 'vitest';
import {
  asProblemId,
  type Group,
  learn,
  like,
  type Memories,
  noMemories,
  type Rollout,
  score,
  standardSignals,
} from '../../../../src/rewards/index.js';
import { groupOf } from '../made.js';

type Given = Readonly<Record<string, number | string | boolean>>;

/** The numbers of a preset over one group. */
const scores = (name: string, params: Given, rollouts: readonly Rollout[], gold?: string) =>
  score(like(name, params), { ...groupOf(...rollouts), ...(gold !== undefined && { gold }) }).rewardsG;

const text = (value: string, correct?: boolean | null): Rollout => ({
  text: value,
  finish: 'stop',
  facts: correct === undefined ? {} : { correct },
});

const long = (tokens: number, correct?: boolean): Rollout => ({
  text: '',
  tokens,
  facts: correct === undefined ? {} : { correct },
});

const chars = (length: number, correct: boolean): Rollout => text('x'.repeat(length), correct);

describe('from texts', () => {
  test.each<[string, Given, string, boolean | null | undefined, number | null]>([
    ['trl:accuracy', {}, '\\boxed{\\frac13}', true, 1],
    ['trl:accuracy', {}, '\\boxed{\\frac12}', false, 0],
    ['trl:accuracy', {}, '\\boxed{2}', null, null],
    ['open-r1:accuracy', {}, '\\boxed{2}', null, null],
    ['swift:accuracy', {}, '\\boxed{2}', null, 0],
    ['trl:reasoning-accuracy', {}, '<think> a </think> \\boxed{4}', true, 1],
    ['trl:reasoning-accuracy', {}, '<think> so \\boxed{4}', true, 0],
    ['trl:reasoning-accuracy', {}, '<think> so \\boxed{4}', null, 0],
    ['trl:reasoning-accuracy', { delimiter: '</r>' }, '<r> a </r> 4', true, 1],
    ['verl:math-dapo', {}, 'Answer: 4', true, 1],
    ['verl:math-dapo', {}, 'Answer: 5', false, -1],
    ['verl:math-dapo', {}, 'Answer: 5', null, -1],
    ['slime:dapo', {}, 'Answer: 5', false, -1],
    ['nemo-rl:dapo', {}, 'Answer: 4', true, 1],
    ['verl:gsm8k', {}, '#### 5', false, 0],
    ['verl:gsm8k', { format_score: 0.1 }, '#### 5', false, 0.1],
    ['verl:gsm8k', { format_score: 0.1 }, '#### 4', true, 1],
    ['verl:gsm8k', { format_score: 0.1 }, '4', true, 0],
    ['verl:gsm8k', { format_score: 0.1 }, `#### 5${' pad'.repeat(80)}`, false, 0],
    ['skyrl:gsm8k', { format_score: 0.1 }, `#### 5${' pad'.repeat(80)}`, false, 0.1],
    ['trl:think-format', {}, '<think>a</think>b', undefined, 1],
    ['trl:think-format', {}, '<think>a<think>b</think>c', undefined, 0],
    ['trl:think-format', {}, 'a</think>b', undefined, 0],
    ['trl:think-format', {}, '\n<think>a</think>b', undefined, 0],
    ['open-r1:format', {}, '<think>\na\n</think>\n<answer>\n4\n</answer>', undefined, 1],
    ['open-r1:format', {}, '<think>a</think><answer>4</answer>', undefined, 0],
    ['open-r1:format', {}, '<think>\na\n</think>\n<answer>\n4\n</answer>\nand more', undefined, 1],
    ['swift:format', {}, '<think>a</think>\n<answer>4</answer>', undefined, 1],
    ['swift:format', {}, '<think>a</think>\n<answer>4</answer>\n', undefined, 0],
    ['roll:format', {}, '<think>a</think> <answer>4</answer>', undefined, 0],
    ['roll:format', {}, 'none', undefined, -1],
    ['nemo-rl:format', {}, '<think>a</think><answer>4</answer>', undefined, 1],
    ['nemo-rl:format', {}, '<think>a</think>4', undefined, 0.25],
    ['open-r1:tag-count', {}, '<think>\na\n</think>\n<answer>\n4\n</answer>', undefined, 1],
    ['open-r1:tag-count', {}, '<think>\na\n</think>\n<answer>\n4', undefined, 0.75],
    ['open-r1:tag-count', {}, '<think>\na\n</think>\n4', undefined, 0.5],
    ['torchforge:thinking', {}, '<think>a</think>', undefined, 1],
    ['torchforge:thinking', {}, '<think></think>', undefined, 0.2],
    ['torchforge:thinking', {}, 'none', undefined, 0],
    ['easyr1:math', {}, '\\boxed{4}', true, 0.9],
    ['easyr1:math', {}, '<think>a</think>\\boxed{4}', true, 1],
    ['nemo-rl:geo3k', {}, '\\boxed{4}', true, 0.9],
    ['nemo-rl:geo3k', {}, 'a</think>\\boxed{5}', false, 0.1],
    ['open-r1:code-format', {}, '<think>\na\n</think>\n<answer>\n```python\n1\n```\n</answer>', undefined, 1],
    ['open-r1:reasoning-steps', {}, 'First, a. Next, b.', undefined, 2 / 3],
    ['open-r1:reasoning-steps', {}, '1. a\n2. b\n3. c', undefined, 1 / 3],
    ['open-r1:repetition', {}, 'the cat sat the cat sat the cat', undefined, -0.5],
    ['roll:repetition', {}, 'the cat sat the cat sat the cat', undefined, -0.05],
    ['roll:long-block', {}, 'y'.repeat(101), undefined, -1],
    ['roll:long-block', {}, 'y'.repeat(100), undefined, 0],
    ['tinker:problem', {}, 'four', true, 0.9],
    ['tinker:problem', {}, 'four', false, -0.1],
    ['tinker:problem', {}, '\\boxed{4}', true, 1],
    ['open-instruct:reward', {}, '4', true, 10],
    ['open-instruct:reward', { apply_r1_style_format_reward: true }, '4', true, 0],
    [
      'open-instruct:reward',
      { apply_r1_style_format_reward: true, additive_format_reward: true },
      '</think><answer>4</answer>',
      true,
      11,
    ],
    ['nemo-rl:vlm', {}, '<think>a</think>4', true, 0.85],
    ['rllm:math', {}, '\\boxed{4}', true, 1],
    ['rllm:math', {}, '\\boxed{4}', false, 0],
  ])('%s %j of %j (%j) is %j', (name, params, value, correct, wanted) => {
    const [got = null] = scores(name, params, [text(value, correct)]);
    if (wanted === null) expect(got).toBeNull();
    else expect(got).toBeCloseTo(wanted, 12);
  });

  test('rllm pays a right answer more where a tool was called', () => {
    const called = (has_toolcall: number): Rollout => ({
      text: '\\boxed{4}',
      facts: { correct: true, extra: { has_toolcall } },
    });
    expect(scores('rllm:math', {}, [called(1), called(0)])).toEqual([1.5, 1]);
  });

  test('torchforge pays the number elsewhere in part', () => {
    const rollouts = [
      text('<answer>4</answer>', true),
      text('maybe 4', false),
      text('<answer>4x</answer>', false),
    ];
    expect(scores('torchforge:math', {}, rollouts, '4')).toEqual([1, 0.1, 0]);
  });

  test('tests passed, and all but one in a hundred', () => {
    const passed = (passRate: number): Rollout => ({ text: '', facts: { extra: { passRate } } });
    expect(scores('open-r1:code', {}, [passed(0.7)])).toEqual([0.7]);
    expect(scores('open-r1:binary-code', {}, [passed(0.7), passed(0.99), passed(0.991)])).toEqual([0, 0, 1]);
  });
});

describe('from lengths', () => {
  test.each<[string, Given, readonly Rollout[], readonly number[]]>([
    [
      'trl:cosine',
      { max_len: 100 },
      [0, 25, 50, 75, 100, 150].map((tokens) => long(tokens, true)),
      [1, 0.9268, 0.75, 0.5732, 0.5, 0.5],
    ],
    [
      'trl:cosine',
      { max_len: 100 },
      [0, 25, 50, 75, 100, 150].map((tokens) => long(tokens, false)),
      [-1, -0.9268, -0.75, -0.5732, -0.5, -0.5],
    ],
    ['open-r1:cosine', { max_len: 100 }, [chars(150, true), chars(100, false)], [0.75, -0.5]],
    ['swift:cosine', { cosine_max_len: 100 }, [long(25, true), long(25, false)], [0.9268, -0.4268]],
    [
      'trl:soft-overlong',
      { max_completion_len: 100, soft_punish_cache: 20 },
      [80, 90, 100, 130].map((tokens) => long(tokens)),
      [0, -0.5, -1, -1],
    ],
    ['verl:dapo-overlong', { max_resp_len: 100, overlong_buffer_len: 20 }, [long(130)], [-2.5]],
    ['swift:soft-overlong', { soft_max_length: 100, soft_cache_length: 20 }, [long(130)], [-2.5]],
    ['nemo-rl:overlong', { max_response_length: 100, overlong_buffer_length: 20 }, [long(130)], [-2.5]],
    ['openrlhf:overlong', { max_new_tokens: 100, overlong_buffer_len: 20 }, [long(130)], [-1]],
    [
      'open-r1:len',
      {},
      [chars(100, true), chars(200, true), chars(300, false), chars(500, false)],
      [0.5, 0.25, 0, -0.5],
    ],
    ['open-r1:len', {}, [chars(7, true), chars(7, false)], [0, 0]],
    [
      'prime-rl:linear',
      { weight: 0.1 },
      [long(100, true), long(200, true), long(300, false), long(400, false)],
      [0.9875, 0.975, -0.0375, -0.05],
    ],
    ['l1:exact', { target: 1000 }, [long(800, true), long(1200, true)], [0.94, 0.94]],
    ['l1:max', { target: 1000 }, [long(800, true)], [0.56]],
    ['open-instruct:max-length', { target: 1000 }, [long(1500)], [1 - 500 / 32768]],
    ['open-instruct:up-to-max-length', { target: 1000 }, [long(900), long(1500)], [1, 1 - 500 / 32768]],
    ['easyr1:dapo', {}, [long(18000, true)], [0.60546875]],
    ['verl:dapo', {}, [long(18000, true)], [0.60546875]],
  ])('%s %j', (name, params, rollouts, wanted) => {
    const got = scores(name, params, rollouts);
    for (const [i, value] of wanted.entries()) expect(got[i]).toBeCloseTo(value, 4);
  });

  test.each([
    ['openrlhf:stop-properly', 0.5, [0.5, 0]],
    ['openrlhf:stop-properly', -0.5, [-0.5, -0.5]],
    ['openrlhf:stop-properly', 1, [1, 0]],
    ['nemo-rl:stop-properly', 0.5, [0.5, 0]],
    ['nemo-rl:stop-properly', 0, [0, 0]],
  ])('%s with %d pays a right and a wrong answer that were cut off %j', (name, k, wanted) => {
    const ended = (finish: 'stop' | 'length', correct: boolean): Rollout => ({
      text: '',
      finish,
      facts: { correct },
    });
    const rollouts = [
      ended('length', true),
      ended('length', false),
      ended('stop', true),
      ended('stop', false),
    ];
    expect(scores(name, { stop_properly_penalty_coef: k }, rollouts)).toEqual([...wanted, 1, 0]);
  });

  test.each([
    ['verl:dapo-overlong', { max_resp_len: 100, overlong_buffer_len: 20 }, 'overlong_penalty_factor', -0.5],
    ['openrlhf:overlong', { max_new_tokens: 100, overlong_buffer_len: 20 }, 'overlong_penalty_factor', -0.5],
    [
      'nemo-rl:overlong',
      { max_response_length: 100, overlong_buffer_length: 20 },
      'overlong_buffer_penalty',
      -0.5,
    ],
  ])('%s times its factor; a factor of 1 leaves the term alone', (name, params, factor, wanted) => {
    expect(scores(name, { ...params, [factor]: 3 }, [long(90)])).toEqual([3 * wanted]);
    expect(scores(name, params, [long(90)])).toEqual([wanted]);
    expect(like(name, params).term.op).toBe('signal');
  });

  test('open-instruct replaces the score of a response cut off', () => {
    const cut: Rollout = { text: '', finish: 'length', facts: { correct: true } };
    expect(scores('open-instruct:reward', { non_stop_penalty: true }, [cut])).toEqual([-10]);
  });

  test('TRL repetition counts token ids', () => {
    const ids = (...tokenIds: number[]): Rollout => ({ text: '', facts: { tokenIds } });
    const params = { ngram_size: 2 };
    expect(scores('trl:repetition', params, [ids(1, 2, 3, 4), ids(5, 5, 5, 5, 5)])).toEqual([0, -0.75]);
  });
});

describe('unreadable golds', () => {
  const unread = (length: number): Rollout => ({
    text: 'x'.repeat(length),
    tokens: length,
    facts: { correct: null },
  });

  test('open-r1 pays the cosine 1 and ranks lengths as if all were right', () => {
    expect(scores('open-r1:cosine', {}, [unread(9)])).toEqual([1]);
    expect(scores('open-r1:len', {}, [unread(1), unread(3), unread(5)])).toEqual([0.5, 0, -0.5]);
  });

  test('ms-swift takes every answer for wrong', () => {
    const [got] = scores('swift:cosine', { cosine_max_len: 100 }, [unread(25)]);
    expect(got).toBeCloseTo(-0.4268, 4);
  });

  test('TRL leaves the row out', () => expect(scores('trl:cosine', {}, [unread(9)])).toEqual([null]));
});

describe('HAPO, h = 1000 learnt from one right answer', () => {
  const known = (name: string, params: Given): Memories =>
    learned(like(name, params).term, [long(1000, true)]);
  const learned = (term: Parameters<typeof learn>[0], rollouts: readonly Rollout[]): Memories => {
    const group: Group = { problem: asProblemId('p'), step: 0, rollouts };
    return learn(term, [group], noMemories, standardSignals);
  };

  test.each<[string, Given, boolean, readonly number[], readonly number[]]>([
    ['hapo:cosine', {}, true, [500, 1000, 1500, 2000], [0.707107, 0, -0.7, -0.7]],
    ['hapo:cosine', {}, false, [500, 1000, 1500, 2000], [0, 0, -0.707107, -1]],
    ['hapo:linear', { tolerance: 0.2 }, true, [500, 1100, 1500, 2500], [0.5, 0, -0.3, -0.7]],
    ['hapo:linear', { tolerance: 0.2 }, false, [500, 1100, 1500, 2500], [0, 0, -0.3, -1]],
  ])('%s %j, right: %j, at %j', (name, params, correct, lengths, wanted) => {
    const group = groupOf(...lengths.map((tokens) => long(tokens, correct)));
    const { rewardsG } = score(like(name, params), group, known(name, params));
    for (const [i, value] of wanted.entries()) {
      expect(rewardsG[i]).toBeCloseTo(value + (correct ? 1 : 0), 6);
    }
  });

  test.each([
    [-1, [1, 2, 3, 1, 2, 3], -0.5],
    [-0.5, [1, 1, 1, 1, 1], -0.4],
    [0, [1, 1, 1, 1, 1], 0],
  ])('with a repetition penalty of %d: tokens %j cost %d', (rep_penalty, tokenIds, wanted) => {
    const rollouts = [{ text: '', tokens: tokenIds.length, facts: { correct: true, tokenIds } }];
    for (const name of ['hapo:cosine', 'hapo:linear'])
      expect(scores(name, { rep_penalty }, rollouts)[0]).toBeCloseTo(1 + wanted, 12);
  });

  test('without a history length is worth nothing', () => {
    expect(scores('hapo:cosine', {}, [long(5, true), long(5, false)])).toEqual([1, 0]);
  });
});
