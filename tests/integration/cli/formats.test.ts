import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, linesOf, sums, timeless, verifyOf, workFolder } from '../../helpers/cli.js';
import { root } from '../../helpers/source-files.js';

const work = workFolder();
afterAll(() => work.remove());

const rows = sums(6);
const right = [true, false, true, false, true, false];
const objects = rows.map((row) => JSON.parse(row) as { id: number; gold: string; response: string });
const cell = (text: unknown): string => `"${String(text).replaceAll('"', '""')}"`;
const csv = ['id,gold,response', ...objects.map((o) => [o.id, o.gold, o.response].map(cell).join(','))];

describe('every format gives the same verdicts', () => {
  test.each([
    { name: 'rows.jsonl', data: rows.join('\n') },
    { name: 'crlf.jsonl', data: rows.join('\r\n\r\n') },
    { name: 'mark.jsonl', data: `\ufeff${rows.join('\n')}\n` },
    { name: 'rows.jsonl.gz', data: gzipSync(rows.join('\n')) },
    {
      name: 'members.jsonl.gz',
      data: Buffer.concat([gzipSync(`${rows.slice(0, 2).join('\n')}\n`), gzipSync(rows.slice(2).join('\n'))]),
    },
    { name: 'compact.json', data: `[${rows.join(',')}]` },
    { name: 'pretty.json', data: JSON.stringify(objects, null, 2) },
    { name: 'lines.json', data: rows.join('\n') },
    { name: 'nested.json', data: JSON.stringify({ meta: 1, results: objects }) },
    { name: 'rows.csv', data: csv.join('\r\n') },
    { name: 'rows.csv.gz', data: gzipSync(csv.join('\n')) },
    { name: 'rows.tsv', data: csv.join('\n').replaceAll(',', '\t') },
    { name: 'no-extension', data: rows.join('\n') },
  ])('$name', async ({ name, data }) => {
    const run = await cli(['verify', work.file(name, data), '--jsonl']);
    const lines = linesOf(run.stdout);
    expect(lines.map((line) => verifyOf(line).correct)).toEqual(right);
    expect(lines.map((line) => String(line.id))).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(run.status).toBe(0);
  });

  test.each([
    ['verify', '--jsonl'],
    ['verify', '-', '--jsonl'],
  ])('standard input: %s %s', async (...args) => {
    for (const input of [rows.join('\n'), gzipSync(rows.join('\n')), `[${rows.join(',')}]`, csv.join('\n')]) {
      const run = await cli(args, { input });
      expect(linesOf(run.stdout).map((line) => verifyOf(line).correct)).toEqual(right);
    }
  });

  test('parquet: nested lists, conversations, compressions, row groups', async () => {
    for (const name of ['lighteval.parquet', 'trl.parquet']) {
      const run = await cli(['verify', join(root, 'fixtures/formats', name), '--jsonl']);
      expect(linesOf(run.stdout).map((line) => verifyOf(line).correct)).toEqual([true, true, false]);
      expect(run.status).toBe(0);
    }
    const piped = await cli(['verify', '--jsonl'], {
      input: readFileSync(join(root, 'fixtures/formats/trl.parquet')),
    });
    expect(linesOf(piped.stdout)).toHaveLength(3);
  });

  test('a record comes back as it was, with one field more', async () => {
    const record =
      '{"gold":"1", "response":"\\\\boxed{1}", "n":12345678901234567890, "x":1.50, "s":"\\ud800é", "__proto__":{"y":1}, "a":[ ]}';
    const run = await cli(['verify', work.file('kept.jsonl', record), '--jsonl']);
    expect(run.stdout.startsWith(`${record.slice(0, -1)},"verify":{`)).toBe(true);
    const again = await cli(['verify', work.file('again.jsonl', run.stdout), '--jsonl']);
    expect(Object.keys(linesOf(again.stdout)[0] ?? {}).filter((key) => key === 'verify')).toHaveLength(1);
    expect(verifyOf(linesOf(again.stdout)[0]).correct).toBe(true);
  });

  test('a number too long for a double stays what it was', async () => {
    const line = (gold: string): string => `{"gold":${gold},"response":"\\\\boxed{12345678901234567891}"}`;
    const file = work.file(
      'long.jsonl',
      `${line('12345678901234567891')}\n${line('12345678901234567890')}\n`,
    );
    const run = await cli(['verify', file, '--jsonl']);
    expect(linesOf(run.stdout).map((record) => verifyOf(record).correct)).toEqual([true, false]);
  });
});

describe('fields', () => {
  test.each([
    {
      name: 'lm-eval',
      record: {
        doc_id: 0,
        doc: { question: 'q?' },
        target: 12,
        resps: [['\\boxed{12}']],
        filtered_resps: ['12'],
        filter: 'none',
      },
    },
    {
      name: 'qwen',
      record: { idx: 0, question: 'q?', gt: '12', code: ['\\boxed{12}'], pred: ['12'], score: [true] },
    },
    {
      name: 'verl rollouts',
      record: { input: 'user\nq?', output: '\\boxed{12}', gts: '12', score: 1, step: 3 },
    },
    {
      name: 'verl data',
      record: {
        prompt: [{ role: 'user', content: 'q?' }],
        reward_model: { ground_truth: '12', style: 'rule' },
        responses: ['\\boxed{12}'],
      },
    },
    {
      name: 'verifiers',
      record: {
        example_id: 0,
        prompt: 'q?',
        completion: [{ role: 'assistant', content: '\\boxed{12}' }],
        answer: '12',
        reward: 1,
      },
    },
    {
      name: 'nemo-gym',
      record: {
        question: 'q?',
        expected_answer: '12',
        response: {
          output: [
            {
              type: 'message',
              content: [
                { type: 'output_text', text: 'so ' },
                { type: 'output_text', text: '\\boxed{12}' },
              ],
            },
          ],
        },
      },
    },
    {
      name: 'openai batch',
      record: {
        custom_id: 'a',
        answer: '12',
        response: { body: { choices: [{ message: { role: 'assistant', content: '\\boxed{12}' } }] } },
      },
    },
    {
      name: 'chat',
      record: {
        messages: [
          { role: 'user', content: 'q?' },
          { role: 'assistant', content: '\\boxed{12}' },
        ],
        answer: '12',
      },
    },
    { name: 'vllm', record: { prompt: 'q?', outputs: [{ text: '\\boxed{12}' }], answer: '12' } },
    {
      name: 'promptfoo',
      record: { response: { output: '\\boxed{12}' }, vars: { question: 'q?', answer: '12' } },
    },
    { name: 'math-verify', record: { answer: '\\boxed{12}', gold: '12' } },
    { name: 'trl', record: { prompt: 'q?', completion: '\\boxed{12}', solution: '12' } },
    { name: 'slime', record: { prompt: 'q?', response: '\\boxed{12}', label: '12' } },
    {
      name: 'generic',
      record: { question: 'q?', generated_text: '\\boxed{12}', target: '12', expected: true },
    },
  ])('$name is detected', async ({ record }) => {
    const run = await cli(['verify', '--jsonl'], { input: `${JSON.stringify(record)}\n` });
    expect(verifyOf(linesOf(run.stdout)[0])).toMatchObject({ correct: true, extracted: '12' });
    expect(run.stderr).toContain('detected ');
  });

  test.each([
    { record: { answer: '5', solution: '6' }, says: ['--response answer', '--response solution'] },
    { record: { response: 'x', label: '1', target: '2' }, says: ['--label label', '--label target'] },
    { record: { instruction: 'i', output: '5' }, says: ['--label FIELD', 'Alpaca'] },
    { record: { a: 1 }, says: ['--response FIELD'] },
  ])('$record is refused with what to do', async ({ record, says }) => {
    const run = await cli(['verify'], { input: JSON.stringify(record) });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    for (const part of says) expect(run.stderr).toContain(part);
  });

  test('named fields win, as paths', async () => {
    const input = JSON.stringify({
      response: 'no',
      label: 'no',
      a: { b: ['', '\\boxed{3}'] },
      c: [{ gold: 3 }],
    });
    const run = await cli(['verify', '--response', 'a.b[1]', '--label', 'c[-1].gold', '--jsonl'], { input });
    expect(verifyOf(linesOf(run.stdout)[0]).correct).toBe(true);
    const missing = await cli(['verify', '--response', 'a.x'], { input });
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain("no record has a field 'a.x'");
  });

  test('golds from another file', async () => {
    const golds = work.file('golds.jsonl', '{"id":0,"answer":"0"}\n{"id":1,"answer":"3"}\n');
    const outs = work.file(
      'outs.jsonl',
      '{"id":"1","response":"\\\\boxed{3}"}\n{"id":"0","response":"\\\\boxed{1}"}\n{"id":"9","response":"\\\\boxed{1}"}\n',
    );
    const run = await cli(['verify', outs, '--gold', golds, '--on', 'id', '--jsonl']);
    expect(linesOf(run.stdout).map((line) => verifyOf(line).correct)).toEqual([true, false, null]);
    expect(run.stderr).toContain('outs.jsonl:3: no gold for id = 9');
    expect(run.status).toBe(3);
  });

  test('detect tells what would be read', async () => {
    const run = await cli(['detect', join(root, 'fixtures/formats/lighteval.parquet'), '--json']);
    expect(JSON.parse(run.stdout)).toMatchObject({
      format: 'parquet',
      fields: { shape: 'lighteval details', label: 'doc.choices[doc.gold_index]' },
      first: { gold: '42' },
    });
  });
});

describe('several responses to a problem', () => {
  const record = {
    gold: '1/2',
    responses: ['\\boxed{0.5}', '\\boxed{3}', '\\boxed{\\frac{1}{2}}', '\\boxed{2}'],
  };

  test('avg@k, unbiased pass@k, and a majority of equal answers', async () => {
    const run = await cli(['verify', '--jsonl'], { input: JSON.stringify(record) });
    expect(verifyOf(linesOf(run.stdout)[0])).toMatchObject({
      correct: true,
      k: 4,
      avgAtK: 0.5,
      passAtK: { 1: 0.5, 4: 1 },
      majAtK: 1,
      majority: 0,
    });
    const verify = verifyOf(linesOf(run.stdout)[0]) as {
      passAtK: Record<string, number>;
      responses: { correct: boolean }[];
    };
    expect(verify.passAtK['2']).toBeCloseTo(5 / 6, 12);
    expect(verify.responses.map(({ correct }) => correct)).toEqual([true, false, true, false]);
  });

  test('the summary and the table carry the means', async () => {
    const input = `${JSON.stringify(record)}\n${JSON.stringify({ gold: '7', responses: ['\\boxed{1}', '\\boxed{1}', '\\boxed{7}', ''] })}\n`;
    const json = JSON.parse((await cli(['verify', '--json', '--k', '1,2'], { input })).stdout) as {
      atK: Record<string, unknown>;
    };
    expect(json.atK).toMatchObject({ problems: 2, avgAtK: 0.375, majAtK: 0.5 });
    expect(Object.keys(json.atK.passAtK as object)).toEqual(['1', '2']);
    const table = (await cli(['verify'], { input })).stdout;
    for (const part of ['avg@4', 'pass@2', 'maj@4']) expect(table).toContain(part);
  });
});

describe('which records', () => {
  const file = work.file('many.jsonl', sums(100).join('\n'));

  test('shards partition the records', async () => {
    const parts = await Promise.all(
      ['1/3', '2/3', '3/3'].map((shard) => cli(['verify', file, '--jsonl', '--shard', shard])),
    );
    const ids = parts.flatMap(({ stdout }) => linesOf(stdout).map(({ id }) => id as number));
    expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  test('--limit and --only', async () => {
    const run = await cli(['verify', file, '--jsonl', '--limit', '10', '--only', 'wrong']);
    expect(linesOf(run.stdout).map(({ id }) => id)).toEqual([1, 3, 5, 7, 9]);
  });

  test('repetitions for other filters are written but not counted', async () => {
    const line = (id: number, filter: string): string =>
      JSON.stringify({ doc_id: id, doc: {}, target: '1', resps: [['\\boxed{1}']], filter });
    const input = [line(0, 'strict'), line(1, 'strict'), line(0, 'flexible'), line(1, 'flexible')].join('\n');
    const run = await cli(['verify', '--jsonl'], { input });
    expect(linesOf(run.stdout)).toHaveLength(4);
    expect(run.stderr).toContain('n=2 ');
  });

  test('--min-accuracy and --fail-on decide the exit status', async () => {
    expect((await cli(['verify', file, '--min-accuracy', '0.5', '--quiet'])).status).toBe(0);
    expect((await cli(['verify', file, '--min-accuracy', '0.51'])).status).toBe(1);
    expect((await cli(['verify', file, '--fail-on', 'wrong'])).status).toBe(1);
    expect((await cli(['verify', file, '--fail-on', 'error'])).status).toBe(0);
  });

  test('any number of workers, any order of options: the same bytes but for the times', async () => {
    const runs = await Promise.all(
      ['1', '2', '8'].map((jobs) => cli(['verify', file, '--jsonl', '--jobs', jobs])),
    );
    expect(new Set(runs.map(({ stdout }) => timeless(stdout))).size).toBe(1);
    const tables = await Promise.all(['1', '8'].map((jobs) => cli(['verify', file, '--jobs', jobs])));
    expect(tables[0]?.stdout).toBe(tables[1]?.stdout);
  });
});
