import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../../src/trainer/model/huggingface-tokenizer.js';
import type { Sampled } from '../../../../src/trainer/policy.js';
import { promptOf, stepByStep } from '../../../../src/trainer/tasks/questions/prompt.js';
import type { Question } from '../../../../src/trainer/tasks/questions/question.js';
import { readQuestions } from '../../../../src/trainer/tasks/questions/read.js';
import { questionsTask } from '../../../../src/trainer/tasks/questions/task.js';
import { root } from '../../../helpers/source-files.js';

const scratch = mkdtempSync(join(tmpdir(), 'touchstone-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let files = 0;
const written = (content: string | Uint8Array): string => {
  files += 1;
  const path = join(scratch, `${files}.jsonl`);
  writeFileSync(path, content);
  return path;
};

describe('problems from a file', () => {
  test('fields by their usual names, ids, messages, numbers, empty lines, a mark at the start', async () => {
    const lines = [
      '\ufeff{"problem": "1 + 1?", "answer": 2}',
      '',
      '{"id": 7, "prompt": "x?", "gold": "\\\\frac{1}{2}", "level": 3}\r',
      '{"question": "y?", "label": "12.8"}',
      '{"prompt": [{"role": "system", "content": "s"}, {"role": "user", "content": "z?"}], "answer": "4"}',
    ];
    expect(await readQuestions(written(lines.join('\n')))).toEqual([
      { id: '1 + 1?', problem: '1 + 1?', answer: '2' },
      { id: '7', problem: 'x?', answer: '\\frac{1}{2}' },
      { id: 'y?', problem: 'y?', answer: '12.8' },
      {
        id: '[{"role":"system","content":"s"},{"role":"user","content":"z?"}]',
        problem: [
          { role: 'system', content: 's' },
          { role: 'user', content: 'z?' },
        ],
        answer: '4',
      },
    ]);
  });

  test('the same problem twice is one', async () => {
    const line = '{"problem": "1 + 1?", "answer": "2"}\n';
    expect(await readQuestions(written(line + line))).toHaveLength(1);
  });

  const good = '{"problem": "a", "answer": "1"}\n';
  test.each([
    ['no JSON', `${good}{"problem": x}`, ':2:13: not JSON'],
    ['a comma too many', '{"problem": "a", }', ':1:18: not JSON'],
    ['a line that is cut off', `${good}{"problem": "b", "ans`, ':2:22: not JSON'],
    ['a list', `[1]`, ':1:1: expected a JSON object'],
    ['no problem', '{"answer": "1"}', ':1:1: there is none of problem, prompt, question'],
    ['no answer', '{"problem": "a"}', ':1:1: there is none of answer, gold, label'],
    ['an empty problem', '{"answer": "1", "problem": " "}', ':1:17: problem cannot be " "'],
    ['an answer that is a list', '{"problem": "a", "answer": ["1"]}', ':1:18: answer cannot be ["1"]'],
    ['a number that was rounded', '{"problem": "a", "answer": 12345678901234567890}', ':1:18: answer cannot'],
    [
      'an answer that cannot be read',
      '{"problem": "a", "answer": "\\\\frac{1}{"}',
      ':1:18: the verifier cannot read',
    ],
    ['an id that is none', '{"id": [], "problem": "a", "answer": "1"}', ':1:2: id must be'],
    ['another answer', `${good}{"problem": "a", "answer": "2"}`, ':2:1: line 1 has the same id'],
    [
      'messages that end with an answer',
      '{"prompt": [{"role": "assistant", "content": "z"}], "answer": "4"}',
      ':1:2: prompt cannot be',
    ],
    ['nothing', '\n\n', 'has no problems'],
  ])('%s is refused by line and column', async (_, content, message) => {
    const path = written(content);
    await expect(readQuestions(path)).rejects.toThrow(message);
    await expect(readQuestions(path)).rejects.toThrow(path);
  });

  test('bytes that are no text, and no file', async () => {
    await expect(readQuestions(written(Uint8Array.of(0x7b, 0xff, 0x7d)))).rejects.toThrow('not valid UTF-8');
    await expect(readQuestions(join(scratch, 'none'))).rejects.toThrow('cannot read');
  });
});

const question: Question = { id: 'q', problem: 'What is $6 \\cdot 7$?', answer: '42' };

describe('prompts', async () => {
  const chat = await loadTokenizer(join(root, 'fixtures/models/qwen2-tiny'), 1000);
  const plain = await loadTokenizer(join(root, 'fixtures/models/llama2-tokenizer'), 1000);

  test('a chat with the suffix after one space', () => {
    expect(promptOf(question, chat)).toBe(
      `<|im_start|>system\nPlease reason step by step.<|im_end|>\n<|im_start|>user\nWhat is $6 \\cdot 7$? ${stepByStep}<|im_end|>\n<|im_start|>assistant\n`,
    );
  });

  test('another suffix, none, a system message, its own system message', () => {
    expect(promptOf(question, chat, { suffix: 'Box it.' })).toContain('7$? Box it.<|im_end|>');
    expect(promptOf(question, chat, { suffix: '' })).toContain('user\nWhat is $6 \\cdot 7$?<|im_end|>');
    expect(promptOf(question, chat, { system: 'Be brief.' })).toContain('system\nBe brief.<|im_end|>');
    const own: Question = {
      ...question,
      problem: [
        { role: 'system', content: 'Own.' },
        { role: 'user', content: 'x?' },
      ],
    };
    expect(promptOf(own, chat, { system: 'Be brief.', suffix: '' })).toContain('system\nOwn.<|im_end|>');
  });

  test('plain text begins as the tokenizer says', () => {
    expect(promptOf(question, plain, { suffix: '' })).toBe('<s>What is $6 \\cdot 7$?');
    expect(promptOf(question, chat, { suffix: '', form: 'plain' })).toBe('What is $6 \\cdot 7$?');
    expect(() => promptOf(question, plain, { form: 'chat' })).toThrow('no chat template');
  });
});

describe('the task', async () => {
  const tokenizer = await loadTokenizer(join(root, 'fixtures/models/qwen2-tiny'), 1000);
  const other: Question = { id: 'p', problem: 'Compute 2 + 2.', answer: '4' };
  const task = questionsTask({ name: 'mine', tokenizer, training: [question], heldOut: [other] });
  const [problem] = task.training(5);
  const response = (text: string): Sampled => ({
    text,
    tokens: [1, 2, 3],
    finish: 'stop',
    logProbs: new Float32Array(3),
    entropies: new Float32Array(3),
  });

  test.each([
    ['So it is \\boxed{42}.', true, true],
    ['So it is \\boxed{\\frac{84}{2}}.', true, true],
    ['So it is \\boxed{41}.', false, true],
    ['The answer is 42.', true, false],
    ['\\boxed{6 \\cdot 7}', false, true],
    ['no idea', false, false],
    ['', false, false],
  ])('judges %j', (text, correct, boxed) => {
    if (problem === undefined) throw new Error('no problem');
    const judged = task.judge(problem, response(text));
    expect(judged).toMatchObject({
      boxed,
      facts: { correct, extra: { boxed: Number(boxed), tokens: 3 } },
    });
  });

  test('held-out problems are not trained on', () => {
    expect(task.heldOut(9).map(({ id }) => id)).toEqual(['p']);
    expect(() =>
      questionsTask({ name: 'mine', tokenizer, training: [question], heldOut: [question] }),
    ).toThrow("'q' is held out and trained on");
  });

  test.each([
    ['12.8', '12.9'],
    ['9', '10'],
    ['-3', '-4'],
    ['0.99', '1.00'],
    ['0.05', '0.06'],
    ['99999999999999999999', '100000000000000000000'],
  ])('a slip away from %s is %s', (gold, near) => {
    expect(task.nearMiss({ id: 'q', prompt: '', gold })).toBe(near);
  });

  test('no slip of an answer that is no number; no texts', () => {
    expect(() => task.nearMiss({ id: 'q', prompt: '', gold: 'x^2' })).toThrow('no decimal number');
    expect(() => task.document('skill', 1)).toThrow('no texts to pretrain on');
  });
});
