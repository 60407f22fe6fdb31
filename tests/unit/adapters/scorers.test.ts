import { describe, expect, test } from 'vitest';
import {
  langsmithEvaluator,
  mastraSteps,
  promptfooAssertion,
  toScorer,
} from '../../../src/adapters/index.js';
import { textOf } from '../../../src/adapters/outcome.js';
import { affine, reward, signal } from '../../../src/rewards/index.js';

const RIGHT = { input: 'Half of 1?', output: 'So \\boxed{0.5}.', expected: '1/2' };

describe('toScorer', () => {
  test('a score with its reasons, under the name the host shows', async () => {
    const scorer = toScorer();
    expect(scorer.name).toBe('touchstone');
    expect(await scorer(RIGHT)).toMatchObject({
      name: 'touchstone',
      score: 1,
      metadata: { verdict: 'equal', extracted: '0.5' },
    });
    expect(await scorer({ ...RIGHT, output: '\\boxed{2}' })).toMatchObject({ score: 0 });
  });

  test('null where the expected answer is unusable', async () => {
    expect((await toScorer()({ output: '4', expected: '' })).score).toBeNull();
  });

  test('grades as a person would, unless told otherwise', async () => {
    const rounded = { output: '\\boxed{0.333}', expected: '1/3' };
    expect((await toScorer()(rounded)).score).toBe(1);
    expect((await toScorer({ policy: 'strict' })(rounded)).score).toBe(0);
  });

  test('several golds, a name, and a reward clipped to [0, 1]', async () => {
    const signed = reward('signed', affine(signal('correct'), 2, -1));
    const scorer = toScorer({ reward: signed });
    expect(scorer.name).toBe('signed');
    expect((await scorer({ output: '7', expected: ['6', '7'] })).score).toBe(1);
    expect((await scorer({ output: '8', expected: ['6', '7'] })).score).toBe(0);
    expect((await toScorer({ name: 'maths' })(RIGHT)).name).toBe('maths');
  });
});

describe('promptfooAssertion', () => {
  const assertion = promptfooAssertion();
  test.each([
    ['config', { config: { expected: '1/2' } }],
    ['a variable', { vars: { answer: '1/2' } }],
    ['config before variables', { config: { expected: '1/2' }, vars: { expected: '7' } }],
  ])('the gold from %s', (_, context) => {
    expect(assertion(RIGHT.output, context)).toMatchObject({
      pass: true,
      score: 1,
      namedScores: { touchstone: 1 },
    });
    expect(assertion('\\boxed{9}', context)).toMatchObject({ pass: false, score: 0 });
  });

  test('no gold is an error, not a 0', () => {
    expect(() => assertion(RIGHT.output, { vars: { other: 1 } })).toThrow('no gold answer');
    expect(() => assertion(RIGHT.output)).toThrow('no gold answer');
  });
});

test('langsmithEvaluator finds the text in its objects', async () => {
  const run = {
    inputs: { question: 'Half?' },
    outputs: { answer: 'It is 0.5.' },
    referenceOutputs: { answer: '1/2' },
  };
  expect(await langsmithEvaluator()(run)).toMatchObject({ key: 'touchstone', score: 1 });
});

test('mastraSteps score and explain a run', () => {
  const { config, generateScore, generateReason } = mastraSteps({ name: 'maths' });
  const run = { input: 'Half?', output: { text: '\\boxed{0.5}' }, groundTruth: '1/2' };
  expect(config).toMatchObject({ id: 'maths', name: 'maths' });
  expect(generateScore({ run })).toBe(1);
  expect(generateScore({ run: { ...run, output: '3' } })).toBe(0);
  expect(generateReason({ run })).toContain('equal');
});

test.each<readonly [unknown, string]>([
  ['a', 'a'],
  [4, '4'],

  [
    [
      { role: 'user', content: 'a' },
      { role: 'assistant', content: 'b' },
    ],
    'b',
  ],
  [{ text: 'a' }, 'a'],
  [{ content: [{ type: 'text', text: 'a' }] }, 'a'],
  [{ other: 'a' }, ''],
  [null, ''],
  [undefined, ''],
  [Object.create({ text: 'inherited' }), ''],
])('the text of %j', (value, text) => {
  expect(textOf(value)).toBe(text);
});
