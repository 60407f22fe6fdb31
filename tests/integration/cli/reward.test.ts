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

test.each([
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
