import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, linesOf, workFolder } from '../../helpers/cli.js';

const work = workFolder();
afterAll(() => work.remove());

/** `120w` is a wrong answer of 120 tokens, `300c` a right one of 300. */
const record = (step: number, word: string, more: object = {}): string =>
  JSON.stringify({
    problem: 'p',
    step,
    response: word.endsWith('c') ? 'The answer is \\boxed{25}.' : 'The answer is \\boxed{24}.',
    gold: '25',
    tokens: Number(word.slice(0, -1)),
    ...more,
  });
const STREAM = ['120w 80w', '400c 300c', '200w 350c', '150c 500c'];
const lines = STREAM.flatMap((words, step) => words.split(' ').map((word) => record(step, word)));
const stream = work.file('stream.jsonl', `${lines.join('\n')}\n`);

interface RewardField {
  readonly value: number | null;
  readonly terms: Readonly<Record<string, number | null>>;
  readonly advantage?: number | null;
}
const rewardsOf = (text: string): readonly RewardField[] =>
  linesOf(text).map((line) => line.reward as RewardField);
const rounded = (text: string): readonly number[] =>
  rewardsOf(text).map(({ value }) => Number(value?.toFixed(6)));
const WANTED = [0, 0, 1, 1, 0, 0.741181, 1.707107, 0.3];

/** The shortest right answer that a store knows of the only problem, before a step. */
async function shortest(store: string, before: number): Promise<number | null> {
  const { stdout } = await cli(['history', 'show', store, '--json', '--before', String(before)]);
  const { problems } = JSON.parse(stdout) as { problems: readonly { state: { shortest: number } }[] };
  return problems[0]?.state.shortest ?? null;
}

describe('the HAPO stream', () => {
  test('gives the rewards of the sheet', async () => {
    const run = await cli(['score', '--reward', 'hapo', stream, '--jsonl']);
    expect(run.status).toBe(0);
    expect(rounded(run.stdout)).toEqual(WANTED);
    expect(rewardsOf(run.stdout)[6]?.terms).toEqual({ correct: 1, length: Math.SQRT1_2 });
  });

  test('leaves the history Null, 300, 300, 150', async () => {
    const store = join(work.path, 'stream.db');
    expect((await cli(['score', '--reward', 'hapo', stream, '--history', store, '-q'])).status).toBe(0);
    const known = await Promise.all([1, 2, 3, 4].map((step) => shortest(store, step)));
    expect(known).toEqual([null, 300, 300, 150]);
  });

  test('in two runs, one store', async () => {
    const store = join(work.path, 'two.db');
    const first = work.file('first.jsonl', lines.slice(0, 4).join('\n'));
    const second = work.file('second.jsonl', lines.slice(4).join('\n'));
    const run = (file: string) => cli(['score', '--reward', 'hapo', file, '--history', store, '--jsonl']);
    expect([...rounded((await run(first)).stdout), ...rounded((await run(second)).stdout)]).toEqual(WANTED);
  });

  test('scored again with its store: the same bytes, and nothing counts twice', async () => {
    const store = join(work.path, 'again.db');
    const run = () => cli(['score', '--reward', 'hapo', stream, '--history', store, '--jsonl']);
    const once = await run();
    const exported = await cli(['history', 'export', store]);
    const again = await run();
    expect(again.stdout).toBe(once.stdout);
    expect(again.stderr).toContain('5 samples were learned before');
    expect((await cli(['history', 'export', store])).stdout).toBe(exported.stdout);
  });

  test('steps and groups in any order, across files, come back in input order', async () => {
    const shuffled = [6, 1, 5, 0, 3, 7, 2, 4];
    const one = work.file(
      'one.jsonl',
      shuffled
        .slice(0, 5)
        .map((i) => lines[i])
        .join('\n'),
    );
    const two = work.file(
      'two.jsonl',
      shuffled
        .slice(5)
        .map((i) => lines[i])
        .join('\n'),
    );
    const run = await cli(['score', '--reward', 'hapo', one, two, '--jsonl']);
    expect(rounded(run.stdout)).toEqual(shuffled.map((i) => WANTED[i]));
    expect(linesOf(run.stdout).map(({ tokens }) => tokens)).toEqual(
      shuffled.map((i) => JSON.parse(lines[i] as string).tokens),
    );
  });

  test('from standard input, with advantages', async () => {
    const run = await cli(
      ['score', '--reward', 'hapo', '--jsonl', '--advantage', 'grpo', '--epsilon', '1e-4', '-'],
      {
        input: lines.slice(6).join('\n'),
      },
    );
    expect(rewardsOf(run.stdout).map(({ advantage }) => advantage)).toEqual([0, 0]);
    const both = await cli(['score', '--reward', 'hapo', stream, '--jsonl', '--advantage', 'dr-grpo']);
    const [a, b] = rewardsOf(both.stdout).slice(6);
    expect(a?.advantage).toBeCloseTo((1.7071067811865475 - 0.3) / 2);
    expect(b?.advantage).toBeCloseTo((0.3 - 1.7071067811865475) / 2);
  });
});

describe('what is written', () => {
  test('records come back with their own text and one field more', async () => {
    const text =
      '{"b": 1.50, "problem":"p","step":1,"response":"\\boxed{25}","gold":"25","tokens":3 , "é":"\\u00e9"}';
    const run = await cli(['score', '--reward', 'hapo', work.file('text.jsonl', text), '--jsonl']);
    expect(run.stdout).toBe(`${text.slice(0, -1)},"reward":{"value":1,"terms":{"correct":1,"length":0}}}\n`);
  });
  test('a reward that was there is replaced', async () => {
    const file = work.file('old.jsonl', record(1, '5c', { reward: { old: true } }));
    const run = await cli(['score', '--reward', 'hapo', file, '--jsonl']);
    expect(linesOf(run.stdout)[0]?.reward).toEqual({ value: 1, terms: { correct: 1, length: 0 } });
  });
  test('a table: a line a step, every part, a trend', async () => {
    const run = await cli(['score', '--reward', 'hapo', stream]);
    expect(run.stdout).toMatch(/step +n +reward +std +right +flat +correct +length/);
    expect(run.stdout).toMatch(/3 +2 +1\.004 +0\.995 +100\.0 % +0 +1\.000 +0\.004/);
    expect(run.stdout).toMatch(/all +8 +0\.594/);
    expect(run.stdout).toMatch(/reward +0\.000 +1\.004 +▁█▃█/);
    expect(run.stderr).toContain('n=8 steps=4 reward=0.5935');
  });
  test('--json: one object by step; only its timing differs', async () => {
    const run = () => cli(['score', '--reward', 'hapo', stream, '--json']);
    const [a, b] = [await run(), await run()].map(({ stdout }) => ({
      ...(JSON.parse(stdout) as object),
      timing: 0,
    }));
    expect(a).toEqual(b);
    expect(a).toMatchObject({
      reward: { name: 'hapo' },
      summary: { rollouts: 8, accuracy: 0.625, rejected: 0 },
      steps: [{ step: 0, mean: 0 }, { step: 1, mean: 1 }, { step: 2 }, { step: 3, terms: { correct: 1 } }],
    });
  });
  test('-o FILE appears whole', async () => {
    const out = join(work.path, 'scored.jsonl');
    const run = await cli(['score', '--reward', 'hapo', stream, '--jsonl', '-o', out]);
    expect(run.stdout).toBe('');
    expect(rounded(readFileSync(out, 'utf8'))).toEqual(WANTED);
    expect(existsSync(`${out}.part`)).toBe(false);
  });
});

describe('facts', () => {
  test('correctness that a record brings is not judged again', async () => {
    const file = work.file(
      'given.jsonl',
      [record(1, '5w', { correct: true }), record(1, '5c', { correct: 0 })].join('\n'),
    );
    const run = await cli(['score', '--reward', 'one-shot-rlvr', file, '--jsonl']);
    expect(rounded(run.stdout)).toEqual([1, 0]);
  });
  test('verify --jsonl can be piped into score', async () => {
    const { stdout } = await cli(['verify', stream, '--jsonl', '--problem', 'none']);
    const run = await cli(['score', '--reward', 'hapo', '--jsonl', '-'], { input: stdout });
    expect(run.stderr).toContain('correct=verify.correct');
    expect(rounded(run.stdout)).toEqual(WANTED);
  });
  test('fields by other names, by path, and numbers of many digits', async () => {
    const rows = lines.map((line) => {
      const { problem, step, response, gold, tokens } = JSON.parse(line) as Record<string, unknown>;
      return JSON.stringify({
        uid: problem,
        global_step: step,
        output: response,
        ground_truth: gold,
        usage: { completion_tokens: tokens },
        entropy: 0.6931471805599453,
      });
    });
    const file = work.file('names.jsonl', rows.join('\n'));
    const run = await cli([
      'score',
      '--reward',
      'hapo',
      file,
      '--jsonl',
      '--problem',
      'uid',
      '--tokens',
      'usage.completion_tokens',
    ]);
    expect(rounded(run.stdout)).toEqual(WANTED);
    const entropy = await cli(['score', '--reward', 'entropy-only', file, '--jsonl', '--problem', 'uid']);
    expect(rewardsOf(entropy.stdout).every(({ value }) => value === 0.6931471805599453)).toBe(true);
  });
  test('a missing fact is an error before scoring: file, line, term, and nothing is written or learned', async () => {
    const rows = [
      ...lines.slice(0, 2),
      record(1, '5c', { tokens: undefined }),
      record(1, '6c', { tokens: null }),
    ];
    const file = work.file('missing.jsonl', rows.join('\n'));
    const store = join(work.path, 'missing.db');
    const run = await cli(['score', '--reward', 'hapo', file, '--jsonl', '--history', store]);
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(
      /missing\.jsonl:3, 4: no tokens, and term\.parts\[1\]\.term \(hapo\) needs it; name it with --tokens FIELD/,
    );
    expect(existsSync(store)).toBe(false);
  });
  test('--allow-missing scores by the policy of the reward', async () => {
    const file = work.file(
      'allowed.jsonl',
      [record(1, '5c', { tokens: undefined }), record(1, '6c')].join('\n'),
    );
    const run = await cli(['score', '--reward', 'hapo', file, '--jsonl', '--allow-missing']);
    expect(rewardsOf(run.stdout)).toEqual([
      { value: 0, terms: { correct: 1, length: null } },
      { value: 1, terms: { correct: 1, length: 0 } },
    ]);
  });
  test('no gold: an error where correctness is needed, no matter where it is not', async () => {
    const file = work.file('nogold.jsonl', record(0, '5c', { gold: undefined, entropy: 1 }));
    const run = await cli(['score', '--reward', 'hapo', file]);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(
      /nogold\.jsonl:1: no gold, and term\.parts\[0\]\.term \(correct\) and term\.parts\[1\]\.term \(hapo\) needs it/,
    );
    expect((await cli(['score', '--reward', 'entropy-only', file, '--jsonl'])).status).toBe(0);
  });
  test('a further fact is asked for by its name, in extra or in the record itself', async () => {
    const run = (more: object) =>
      cli(['score', '--reward', 'open-r1:code', work.file('code.jsonl', record(0, '5c', more)), '--jsonl']);
    const missing = await run({ extra: { other: 1 } });
    expect(missing.status).toBe(2);
    const [, name = ''] = /code\.jsonl:1: no extra\.([\w-]+), and term/.exec(missing.stderr) ?? [];
    expect(rounded((await run({ extra: { [name]: 0.25 } })).stdout)).toEqual([0.25]);
    expect(rounded((await run({ [name]: 0.25 })).stdout)).toEqual([0.25]);
  });
  test('a history needs steps', async () => {
    const file = work.file('nostep.jsonl', record(0, '5c', { step: undefined }));
    const run = await cli(['score', '--reward', 'hapo', file]);
    expect(run).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no step, and term.parts[1].term (hapo) remembers') as string,
    });
    expect((await cli(['score', '--reward', 'one-shot-rlvr', file])).status).toBe(0);
  });
});

test('a store is not made for a reward that remembers nothing', async () => {
  const store = join(work.path, 'unused.db');
  const run = await cli(['score', '--reward', 'one-shot-rlvr', stream, '--history', store]);
  expect(run).toMatchObject({ status: 0, stderr: expect.stringContaining('remembers nothing') as string });
  expect(existsSync(store)).toBe(false);
});

describe('records that are none', () => {
  test('are named by file and line, and the rest goes on', async () => {
    const bad = [
      '{bad',
      '[]',
      record(2, '1c', { tokens: -5 }),
      record(2, '1c', { step: 'x' }),
      record(2, '1c', { response: undefined }),
      record(2, '1c', { finish: 'why' }),
      record(2, '1c', { problem: null }),
    ];
    const file = work.file('bad.jsonl', [...lines.slice(0, 4), ...bad, ...lines.slice(4)].join('\n'));
    const run = await cli(['score', '--reward', 'hapo', file, '--jsonl']);
    expect(run.status).toBe(3);
    expect(rounded(run.stdout)).toEqual(WANTED);
    for (const line of [5, 6, 7, 8, 9, 10, 11]) expect(run.stderr).toContain(`bad.jsonl:${line}: `);
    expect(run.stderr).toContain("'tokens' must be a whole number of at least 0; got -5");
    expect(run.stderr).toContain('rejected=7');
  });
  test('an unusable gold is missing, not wrong, and is named', async () => {
    const file = work.file('gold.jsonl', [record(1, '9c', { gold: '\\frac{' }), record(1, '8c')].join('\n'));
    const run = await cli(['score', '--reward', 'hapo', file, '--jsonl']);
    expect(run.status).toBe(3);
    expect(run.stderr).toMatch(/gold\.jsonl:1: unusable gold/);
    expect(rewardsOf(run.stdout)[0]?.terms.correct).toBeNull();
  });
  test('a file that cannot be read is named; the others are scored', async () => {
    const run = await cli(['score', '--reward', 'hapo', stream, join(work.path, 'nowhere.jsonl'), '--jsonl']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('nowhere.jsonl: no such file');
    expect(rounded(run.stdout)).toEqual(WANTED);
  });
  test('several responses in one record are refused by line', async () => {
    const file = work.file('several.jsonl', record(0, '5c', { response: ['a', 'b'] }));
    const run = await cli(['score', '--reward', 'hapo', file, '--response', 'response']);
    expect(run.stderr).toContain("several.jsonl:1: 'response' holds 2 responses");
  });
});

describe('usage', () => {
  test.each([
    [['score', stream], 'score needs a reward'],
    [['score', '--reward', 'hapoo', stream], "did you mean 'hapo'"],
    [['score', '--reward', 'none.yaml', stream], "cannot read the reward file 'none.yaml'"],
    [['score', '--reward', 'hapo', stream, '--json', '--jsonl'], 'choose --json or --jsonl'],
    [['score', '--reward', 'hapo', stream, '--epsilon', '1'], '--epsilon is for --advantage'],
    [['score', '--reward', 'hapo', stream, '--advantage', 'grop'], 'did you mean grpo'],
    [['score', '--reward', 'hapo', stream, '--params', 'w'], '--params must be NAME=VALUE'],
    [['score', '--reward', 'hapo', stream, '--params', 'nope=1'], "no parameter 'nope'"],
    [['score', '--reward', 'hapo', stream, '--tokens', 'length'], "no record has a field 'length'"],
    [['score', '--reward', 'hapo', stream, '--history', stream], 'is not a history store'],
  ])('%j: exit 2', async (args, message) => {
    const run = await cli(args);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
    expect(run.stdout).toBe('');
  });
});

test('hostile problem ids are groups of their own', async () => {
  const ids = ['__proto__', '', '\0', '\ud800', '\udfff', 'a', 'A', 'constructor', 'x'.repeat(1_000_000)];
  const rows = [0, 1].flatMap((step) =>
    ids.map((problem, i) => record(step, `${100 + i + 50 * step}c`, { problem })),
  );
  const file = work.file('hostile.jsonl', rows.join('\n'));
  const store = join(work.path, 'hostile.db');
  const run = await cli(['score', '--reward', 'hapo', file, '--history', store, '--jsonl']);
  expect(run.status).toBe(0);
  const values = rewardsOf(run.stdout).map(({ value }) => value);
  expect(values.slice(0, ids.length)).toEqual(ids.map(() => 1));
  for (const [i, value] of values.slice(ids.length).entries())
    expect(value).toBeCloseTo(1 + Math.max(-0.7, Math.cos(((Math.PI / 2) * (150 + i)) / (100 + i))));
});
