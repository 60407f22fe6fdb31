import { describe, expect, test } from 'vitest';
import { parsePath } from '../../../src/cli/path.js';
import { detect, shapes } from '../../../src/cli/shapes/index.js';

const fieldsOf = (records: readonly Record<string, unknown>[], choice = {}): unknown =>
  detect(records, choice, 'f', shapes).fields;

test('every path of the table can be read, and every name is its own', () => {
  for (const shape of shapes) {
    const { needs, without = [], response, label, problem, id } = shape;
    for (const path of [...needs, ...without, ...response, ...label, ...problem, ...id]) {
      expect(() => parsePath(path)).not.toThrow();
    }
  }
  expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
});

describe('bare field names', () => {
  test.each([
    { record: { response: 'r', pred: 'p', answer: 'a' }, response: 'response', label: 'answer' },
    { record: { pred: 'p', gold: 'g', source: 's' }, response: 'pred', label: 'gold' },
    { record: { output: 'r', answer: 'a', solution: 's' }, response: 'output', label: 'answer' },
    { record: { text: 'r', expected: 'g' }, response: 'text', label: 'expected' },
    { record: { response: 'r', label: 'g', target: 'g' }, response: 'response', label: 'label' },
    { record: { generation: 'r', gold: 'g', expected: true }, response: 'generation', label: 'gold' },
  ])('$record', ({ record, response, label }) => {
    expect(fieldsOf([record])).toMatchObject({ response, label });
  });

  test.each([
    { record: { response: 'r', output: 'o', gold: 'g' }, says: /--response response or --response output/ },
    { record: { response: 'r', gold: 'g', target: 't' }, says: /--label gold or --label target/ },
    { record: { answer: 'a', target: 't' }, says: /'answer' and 'target' may each be/ },
    { record: { question: 'q', answer: 'a' }, says: /--response FIELD/ },
    { record: { response: 'r' }, says: /--label FIELD/ },
  ])('$record is refused', ({ record, says }) => {
    expect(() => fieldsOf([record])).toThrow(says);
  });

  test('a choice settles what is ambiguous', () => {
    const record = { answer: 'a', solution: 's' };
    expect(fieldsOf([record], { response: 'answer', label: 'solution' })).toMatchObject({
      response: 'answer',
      label: 'solution',
    });
    expect(fieldsOf([{ response: 'r', gold: 'g', target: 't' }], { label: 'target' })).toMatchObject({
      label: 'target',
    });
  });
});

describe('the problem statement', () => {
  test.each(['problem', 'question', 'prompt'])(
    '%s is used without a flag, also beside named fields',
    (name) => {
      const record = { [name]: 'What?', pred: 'p', gold: 'g' };
      expect(fieldsOf([record])).toMatchObject({ problem: name });
      expect(fieldsOf([record], { response: 'pred', label: 'gold' })).toMatchObject({ problem: name });
    },
  );

  test('none leaves it out; a number is no statement', () => {
    const record = { problem: 'What?', pred: 'p', gold: 'g' };
    expect(fieldsOf([record], { problem: 'none' })).toMatchObject({ problem: null });
    expect(fieldsOf([{ ...record, problem: 7 }])).toMatchObject({ problem: null });
  });
});

test('a few broken records do not hide a shape', () => {
  const good = { idx: 1, gt: '1', code: ['\\boxed{1}'], question: 'q' };
  const records = [{ nothing: 1 }, ...Array.from({ length: 9 }, () => good)];
  expect(fieldsOf(records)).toMatchObject({ shape: 'Qwen2.5-Math outputs', response: 'code' });
});
