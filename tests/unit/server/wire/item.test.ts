import { describe, expect, test } from 'vitest';
import { Fault } from '../../../../src/server/wire/fault.js';
import { contentText, promptText, readItem } from '../../../../src/server/wire/item.js';
import type { Json } from '../../../../src/support/index.js';

const fault = (value: Json): string => {
  try {
    readItem(value, 'items[0]');
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    return (error as Fault).message;
  }
  return 'no fault';
};

describe('readItem', () => {
  test('reads every field, and the facts by their names', () => {
    const item = readItem(
      {
        response: 'so 4',
        label: ['4', 4],
        prompt: [
          { role: 'system', content: 'be brief' },
          { role: 'user', content: [{ type: 'text', text: '2+2' }, '?'] },
        ],
        problem: 17,
        group: 'g',
        step: 3,
        sample: 2,
        tokens: 5,
        finish: 'length',
        entropy: 0.5,
        modelScore: -1.5,
        stepScores: [0.1, 0.9],
        tokenIds: [1, 2],
        logProbs: [-0.5],
        noThinking: true,
        correct: false,
        extra: { judge: 0.25, late: null },
        referenceAccuracy: 0.5,
        unknown: 'ignored',
      },
      'items[0]',
    );
    expect(item).toEqual({
      response: 'so 4',
      label: ['4', '4'],
      prompt: '2+2?',
      problem: '17',
      group: 'g',
      step: 3,
      sample: '2',
      tokens: 5,
      finish: 'length',
      referenceAccuracy: 0.5,
      facts: {
        meanEntropy: 0.5,
        modelScore: -1.5,
        stepScores: [0.1, 0.9],
        tokenIds: [1, 2],
        logProbs: [-0.5],
        noThinking: true,
        correct: false,
        extra: { judge: 0.25, late: null },
      },
    });
  });

  test('what is absent or null is left out; a missing label is null', () => {
    expect(readItem({ response: '', tokens: null }, 'items[0]')).toEqual({
      response: '',
      label: null,
      facts: {},
    });
  });

  test.each<readonly [string, Json, string]>([
    ['no object', 'text', 'items[0] must be an object; got string'],
    ['no response', { label: '4' }, 'items[0].response must be a string; got undefined'],
    ['response of messages', { response: [] }, 'items[0].response must be a string; got a list'],
    ['label of an object', { response: '', label: {} }, 'items[0].label must be a string; got an object'],
    ['fractional step', { response: '', step: 1.5 }, 'items[0].step must be a whole number; got 1.5'],
    ['negative step', { response: '', step: -1 }, 'items[0].step must be at least 0; got -1'],
    ['negative tokens', { response: '', tokens: -1 }, 'items[0].tokens must be at least 0; got -1'],
    ['text tokens', { response: '', tokens: '9' }, 'items[0].tokens must be a finite number; got string'],
    ['finish', { response: '', finish: 'eos' }, 'items[0].finish must be "stop" or "length"; got "eos"'],
    [
      'scores',
      { response: '', stepScores: [1, 'x'] },
      'items[0].stepScores[1] must be a finite number; got string',
    ],
    ['truth', { response: '', noThinking: 1 }, 'items[0].noThinking must be true or false; got number'],
  ])('%s', (_, value, message) => {
    expect(fault(value)).toBe(message);
  });

  test('names of prototypes are plain data', () => {
    const hostile = JSON.parse('{"response":"","__proto__":{"tokens":9},"extra":{"__proto__":1}}') as Json;
    const item = readItem(hostile, 'items[0]');
    expect(item.tokens).toBeUndefined();
    expect(Object.keys(item.facts.extra ?? {})).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).tokens).toBeUndefined();
  });
});

test.each<readonly [string, Json, string]>([
  ['a text', 'ask', 'ask'],
  [
    'the last user',
    [
      { role: 'user', content: 'a' },
      { role: 'user', content: 'b' },
    ],
    'b',
  ],
  ['no user', [{ role: 'system', content: 's' }], 's'],
  ['nobody', [], ''],
])('a prompt of %s', (_, prompt, text) => {
  expect(promptText(prompt, 'prompt')).toBe(text);
});

test('content is a text, blocks of text, or nothing', () => {
  expect(contentText(undefined, 'p')).toBe('');
  expect(contentText('a', 'p')).toBe('a');
  expect(contentText([{ type: 'image' }, { type: 'text', text: 'b' }, 'c'], 'p')).toBe('bc');
});
