import { describe, expect, test } from 'vitest';
import { describeScoreFields, scoreFields } from '../../../../src/cli/score/fields.js';

const fields = (record: object, chosen: Record<string, string> = {}): string =>
  describeScoreFields(scoreFields([record as Record<string, unknown>], new Map(Object.entries(chosen)), 'f'));

const full = { problem: 'p', step: 1, response: 'r', gold: '1', prompt: 'What?', tokens: 3, finish: 'stop' };

describe('fields of rollouts', () => {
  test.each<[string, object, Record<string, string>, string]>([
    [
      'the documented record',
      full,
      {},
      'detected records: response=response, label=gold, prompt=prompt, problem=problem, step=step, tokens=tokens, finish=finish',
    ],
    [
      'verl dumps: the prompt names the problem',
      { input: 'What?', output: 'r', gts: '1', score: 1, step: 4 },
      {},
      'detected verl rollouts: response=output, label=gts, prompt=input, problem=input, step=step',
    ],
    [
      'TRL completions',
      { prompt: 'What?', completion: 'r', solution: '1', completion_length: 4, global_step: 2 },
      {},
      'detected TRL completions: response=completion, label=solution, prompt=prompt, problem=prompt, step=global_step, tokens=completion_length',
    ],
    [
      'an id of its own comes before the prompt',
      { problem_id: 7, prompt: 'What?', response: 'r', gold: '1' },
      {},
      'detected records: response=response, label=gold, prompt=prompt, problem=problem_id',
    ],
    [
      'no golds',
      { problem: 'p', response: 'r', entropy: 1 },
      {},
      'detected records: response=response, problem=problem, entropy=entropy',
    ],
    [
      'chosen fields',
      { ...full, a: { b: 4 }, uid: 'u' },
      { tokens: 'a.b', problem: 'uid', prompt: 'none' },
      'detected records: response=response, label=gold, problem=uid, step=step, tokens=a.b, finish=finish',
    ],
    [
      'what verify wrote',
      { ...full, verify: { correct: true } },
      {},
      'detected records: response=response, label=gold, prompt=prompt, problem=problem, step=step, correct=verify.correct, tokens=tokens, finish=finish',
    ],
  ])('%s', (_, record, chosen, wanted) => expect(fields(record, chosen)).toBe(wanted));

  test.each<[string, object, Record<string, string>, string]>([
    ['no response', { problem: 'p', gold: '1' }, {}, 'found no field that holds the model'],
    [
      'no problem',
      { response: 'r', gold: '1', id: 3 },
      {},
      'name it with --problem FIELD. Fields: response, gold, id',
    ],
    ['a field that is not there', full, { entropy: 'h' }, "no record has a field 'h' (--entropy)"],
    ['a label that is not there', full, { label: 'h' }, "no record has a field 'h' (--label)"],
  ])('%s is refused', (_, record, chosen, message) => expect(() => fields(record, chosen)).toThrow(message));

  test('two golds: the reason is kept for a reward that needs one', () => {
    const { gold, noGold } = scoreFields([{ ...full, target: '2' }], new Map(), 'f');
    expect(gold).toBeNull();
    expect(noGold).toContain('choose with --label gold or --label target');
  });
});
