import { describe, expect, test } from 'vitest';
import {
  affine,
  constant,
  gate,
  hashReward,
  nodes,
  reward,
  signal,
  sum,
  type Term,
} from '../../../src/rewards/index.js';

const term = sum({ a: [1, signal('correct')], b: [0.5, affine(signal('correct'), 2)] });
const idOf = (node: Term): string | undefined => nodes(node)[0]?.id;

describe('ids of nodes', () => {
  test('stand for content, wherever it stands', () => {
    const [whole, a, b, inner] = nodes(term);
    expect([whole?.path, a?.path, b?.path, inner?.path]).toEqual([
      'term',
      'term.parts[0].term',
      'term.parts[1].term',
      'term.parts[1].term.term',
    ]);
    expect(inner?.id).toBe(a?.id);
    expect(new Set([whole?.id, a?.id, b?.id]).size).toBe(3);
    expect(whole?.id).toMatch(/^[0-9a-f]{14}$/);
  });
  test('defaults spelled out or not give one id', () => {
    expect(idOf(signal('correct'))).toBe(idOf(signal('correct', { wrong: 0, right: 1 })));
    expect(idOf(signal('correct'))).not.toBe(idOf(signal('correct', { wrong: -1 })));
  });
  test('the order of fields is nothing, the order of parts is something', () => {
    expect(idOf({ value: 1, op: 'const' })).toBe(idOf(constant(1)));
    const turned = sum({ b: [0.5, affine(signal('correct'), 2)], a: [1, signal('correct')] });
    expect(idOf(turned)).not.toBe(idOf(term));
  });
  test('a term that does not fit is refused with its path', () => {
    expect(() => nodes(gate(signal('corect'), { pass: term }))).toThrow('term.when: no signal');
  });
});

describe('hash of a reward', () => {
  test.each<[string, ReturnType<typeof reward>, boolean]>([
    ['the same', reward('r', sum({ a: [1, signal('correct', { right: 1 })] })), true],
    ['another name', reward('s', sum({ a: [1, signal('correct')] })), false],
    ['another policy', reward('r', sum({ a: [1, signal('correct')] }), 'abstain'), false],
    ['another weight', reward('r', sum({ a: [1.0000000000000002, signal('correct')] })), false],
    ['another name of a part', reward('r', sum({ b: [1, signal('correct')] })), false],
  ])('%s', (_, other, same) => {
    const hash = hashReward(reward('r', sum({ a: [1, signal('correct')] })));
    expect(hashReward(other) === hash).toBe(same);
  });
  test('is the same on every machine', () => {
    expect(hashReward(reward('r', constant(1)))).toBe('04a8ff2c3421da');
  });
});
