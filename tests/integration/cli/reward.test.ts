import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, workFolder } from '../../helpers/cli.js';

const work = workFolder();
afterAll(() => work.remove());

const unsafe = work.file(
  'unsafe.yaml',
  `version: 1
name: unsafe
term:
  op: sum
  parts:
    - { name: correct, weight: 1, term: { op: signal, name: correct } }
    - { name: short, weight: 2, term: { op: signal, name: hapo, params: { floor: -1 } } }
`,
);

describe('reward check', () => {
  test('proves what is proved', async () => {
    const run = await cli(['reward', 'check', 'hapo']);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('any right answer beats any wrong one: proved, by at least 0.3');
    expect(run.stdout).toContain('no warnings');
  });
  test('shows two responses that refute it; --fail-on warning makes it fail', async () => {
    const run = await cli(['reward', 'check', unsafe]);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('refuted');
    expect(run.stdout).toContain('should earn more, and does not');
    expect(run.stdout).toMatch(/"correct":true\}/);
    expect((await cli(['reward', 'check', unsafe, '--fail-on', 'warning'])).status).toBe(1);
    expect((await cli(['reward', 'check', unsafe, 'hapo', '--fail-on', 'none'])).status).toBe(0);
  });
  test('what a run does not provide is an error', async () => {
    const run = await cli(['reward', 'check', 'hapo', '--provides', 'correct,history']);
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/error .*tokens/);
  });
  test('HAPO dominates exactly below w = 1/0.7', async () => {
    const claim = async (w: string): Promise<string> => {
      const { stdout } = await cli(['reward', 'check', 'hapo', '--params', `w=${w}`, '--json']);
      return (JSON.parse(stdout) as { dominance: { beats: string } }).dominance.beats;
    };
    expect(await claim('1.42')).toBe('proved');
    expect(await claim('1.43')).toBe('refuted');
  });
  test('a file that is no reward is named by line', async () => {
    const file = work.file(
      'broken.yaml',
      'version: 1\nname: x\nterm:\n  op: sum\n  parts:\n    - { weight: heavy }\n',
    );
    const run = await cli(['reward', 'check', file]);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/broken\.yaml:6:\d+: /);
  });
});

describe('reward list and show', () => {
  test('list names recipes, presets and signals', async () => {
    const { stdout } = await cli(['reward', 'list', '--json']);
    const all = JSON.parse(stdout) as Record<'recipes' | 'presets' | 'signals', readonly { name: string }[]>;
    const names = (kind: keyof typeof all): readonly string[] => all[kind].map(({ name }) => name);
    expect(names('recipes')).toContain('hapo');
    expect(names('presets')).toContain('trl:cosine');
    expect(names('signals')).toContain('correct');
    expect((await cli(['reward', 'list'])).stdout).toContain('trl:cosine');
  });
  test('show gives a file that scores the same', async () => {
    const { stdout } = await cli(['reward', 'show', 'hapo', '--params', 'w=0.5']);
    const file = work.file('own.yaml', stdout);
    const rollouts = 'fixtures/rollouts/hapo.jsonl';
    const own = await cli(['score', '--reward', file, rollouts, '--jsonl']);
    expect(own.status).toBe(0);
    expect(own.stdout).toBe(
      (await cli(['score', '--reward', 'hapo', '--params', 'w=0.5', rollouts, '--jsonl'])).stdout,
    );
  });
});

describe('reward explain and schema', () => {
  const rollouts = 'fixtures/rollouts/hapo.jsonl';
  test('a reward: ranges, needs, nodes', async () => {
    const { stdout } = await cli(['reward', 'explain', 'hapo']);
    expect(stdout).toContain('range [-1, 2], right answers [0.3, 2], wrong answers [-1, 0]');
    expect(stdout).toMatch(/tokens +term\.parts\[1\]\.term/);
  });
  test('rollouts: every node of every rollout, for the first groups', async () => {
    const { status, stdout } = await cli(['reward', 'explain', 'hapo', rollouts, '--limit', '5']);
    expect(status).toBe(0);
    expect(stdout.match(/^hapo: problem /gm)).toHaveLength(5);
    expect(stdout).toMatch(
      /problem 'odd-sum', step 2[\s\S]*tokens +200 +350[\s\S]*length: hapo\([^)]*\) +0 +-0\.2588/,
    );
  });
  test('with a store, which it leaves as it is', async () => {
    const store = join(work.path, 'explained.db');
    const known = work.file(
      'known.jsonl',
      '{"problem":"odd-sum","step":0,"response":"\\\\boxed{25}","gold":"25","tokens":700}',
    );
    await cli(['score', '--reward', 'hapo', known, '--history', store]);
    const before = (await cli(['history', 'export', store])).stdout;
    const { stdout } = await cli(['reward', 'explain', 'hapo', rollouts, '--history', store, '--limit', '3']);
    // 400 and 300 tokens against the 700 that the store knows.
    expect(stdout).toMatch(/problem 'odd-sum', step 1[\s\S]*length: hapo\([^)]*\) +0\.62349 +0\.781831/);
    expect((await cli(['history', 'export', store])).stdout).toBe(before);
  });
  test('the schema is JSON Schema', async () => {
    const { stdout } = await cli(['reward', 'schema']);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: expect.stringContaining('json-schema.org') as string,
    });
  });
});

test.each([
  [['reward', 'explain'], 'reward explain needs a FILE or a NAME'],
  [
    ['reward', 'explain', 'hapo', 'fixtures/rollouts/hapo.jsonl', '--history', join(work.path, 'nowhere.db')],
    'nowhere.db: no such store',
  ],
  [['reward', 'chek', 'hapo'], 'did you mean check?'],
  [['reward', 'check'], 'reward check needs a FILE or a NAME'],
  [['reward', 'show', 'hapo', 'dapo'], 'needs one FILE or NAME'],
  [['reward', 'show', unsafe, '--params', 'w=1'], 'a file has its parameters in it'],
  [['reward', 'check', 'hapo', '--group-size', '0'], '--group-size must be a whole number'],
])('%j: exit 2', async (args, message) => {
  const run = await cli(args);
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(message);
});
