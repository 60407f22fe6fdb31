import { afterAll, describe, expect, test } from 'vitest';
import { cli, linesOf, verifyOf, workFolder } from '../../helpers/cli.js';

const work = workFolder();
afterAll(() => work.remove());

describe('touchstone verify GOLD RESPONSE', () => {
  test.each([
    { name: 'equal', args: ['\\frac{1}{2}', 'so it is $\\boxed{0.5}$'], status: 0, word: 'correct' },
    { name: 'not equal', args: ['7', 'The answer is 8'], status: 1, word: 'incorrect' },
    { name: 'negative numbers are no options', args: ['-5', '-5'], status: 0, word: 'correct' },
    { name: 'a dash and a letter is an answer', args: ['-x', '-x'], status: 0, word: 'correct' },
    { name: 'nothing answered', args: ['7', '<think>It may be 7, but'], status: 3, word: 'undecided' },
    { name: 'an empty gold', args: ['', '\\boxed{7}'], status: 2, word: 'unusable gold' },
    { name: 'after two dashes anything is an answer', args: ['--', '--5', '5'], status: 0, word: 'correct' },
  ])('$name: exit $status', async ({ args, status, word }) => {
    const run = await cli(['verify', ...args]);
    expect(run.stdout.split(':')[0]).toBe(word);
    expect(run.status).toBe(status);
  });

  test('--jsonl writes one record with every field', async () => {
    const { stdout } = await cli(['verify', '12', '\\boxed{12}', '--jsonl']);
    const [record] = linesOf(stdout);
    expect(Object.keys(verifyOf(record))).toEqual([
      'correct',
      'verdict',
      'kind',
      'certainty',
      'rule',
      'reason',
      'extracted',
      'steps',
      'ms',
    ]);
    expect(verifyOf(record)).toMatchObject({
      correct: true,
      verdict: 'equal',
      certainty: 'proved',
      extracted: '12',
    });
  });

  test('--json is one object with its version', async () => {
    const { stdout } = await cli(['verify', '12', '13', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema_version: 1,
      verify: { correct: false, verdict: 'different' },
    });
  });

  test('an option of a policy changes a verdict', async () => {
    const args = ['verify', '\\sqrt{2}', '\\boxed{1.414}'];
    expect((await cli(args)).status).toBe(1);
    expect((await cli([...args, '--rounding-either-way'])).status).toBe(0);
    expect((await cli([...args, '--policy', 'lenient'])).status).toBe(0);
    expect((await cli([...args, '--policy', 'lenient', '--no-rounding-either-way'])).status).toBe(1);
  });

  test('an argument from a file, and a pair on standard input', async () => {
    const file = work.file('response.txt', 'so $\\boxed{\\frac{3}{4}}$\n');
    expect((await cli(['verify', '3/4', `@${file}`])).status).toBe(0);
    const input = JSON.stringify({ gold: '3/4', response: '\\boxed{\\frac{3}{4}}' });
    expect((await cli(['verify', '--stdin-pair'], { input })).status).toBe(0);
    expect((await cli(['verify', '--stdin-pair'], { input: 'no' })).status).toBe(2);
  });

  test('a problem statement is taken with --problem', async () => {
    const run = await cli(['verify', '4', '\\boxed{2+2}', '--problem', 'Compute $2+2$.']);
    expect(run.status).not.toBe(0);
  });
});

describe('pair, batch or neither', () => {
  const file = work.file('one.jsonl', '{"gold":"1","response":"\\\\boxed{1}"}\n');

  test('two files are a batch', async () => {
    const run = await cli(['verify', file, file, '--jsonl']);
    expect(linesOf(run.stdout)).toHaveLength(2);
    expect(run.status).toBe(0);
  });

  test('a file and a text are refused, and --pair compares them as texts', async () => {
    const mixed = await cli(['verify', file, '5']);
    expect(mixed.status).toBe(2);
    expect(mixed.stderr).toContain('--pair');
    expect((await cli(['verify', file, file, '--pair'])).stdout).not.toBe('');
  });

  test('a file that does not exist is named', async () => {
    const run = await cli(['verify', 'missing.jsonl']);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain("no such file: 'missing.jsonl'");
  });

  test('options for files are refused for a pair', async () => {
    const run = await cli(['verify', '1', '1', '--min-accuracy', '0.5']);
    expect(run).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('usage', () => {
  test.each([
    { args: ['verfy', '1', '1'], says: 'did you mean touchstone verify?' },
    { args: ['verify', '1', '1', '--jsonn'], says: 'did you mean --jsonl?' },
    { args: ['verify', '1', '1', '--polcy', 'strict'], says: 'did you mean --policy?' },
    { args: ['verify', '1', '1', '--policy', 'lenent'], says: 'did you mean lenient?' },
    { args: ['verify', '1', '1', '--max-steps', 'many'], says: '--max-steps must be a whole number' },
    { args: ['verify', '1', '1', '--json', '--json'], says: 'given twice' },
    { args: ['answers.jsonl'], says: 'did you mean touchstone verify answers.jsonl?' },
    { args: ['completion', 'csh'], says: 'bash, zsh, fish, pwsh' },
  ])('$args', async ({ args, says }) => {
    const run = await cli(args);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(says);
    expect(run.stderr).not.toContain('    at ');
  });

  test('--help teaches: usage, examples, exit statuses; --version prints the version', async () => {
    const help = await cli(['verify', '--help']);
    for (const part of [
      'verify FILE…',
      'Examples',
      '--min-accuracy X',
      '--[no-]unit-optional',
      'Exit status',
    ]) {
      expect(help.stdout).toContain(part);
    }
    expect(help.status).toBe(0);
    expect((await cli([])).stdout).toContain('Commands');
    expect((await cli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each(['bash', 'zsh', 'fish', 'pwsh'])(
    'completion for %s names commands and options',
    async (shell) => {
      const { stdout, status } = await cli(['completion', shell]);
      for (const part of ['touchstone', 'explain', 'min-accuracy', 'no-unit-optional'])
        expect(stdout).toContain(part);
      expect(status).toBe(0);
    },
  );
});

describe('explain and doctor', () => {
  test('explain shows the extraction, both trees and the rule', async () => {
    const { stdout, status } = await cli(['explain', '5/2', 'We find $\\boxed{2.5}$.']);
    for (const part of ['Extraction', '\\boxed{2.5}', 'Gold', 'Divide', 'Answer', 'Verdict', 'equal']) {
      expect(stdout).toContain(part);
    }
    expect(status).toBe(0);
  });

  test('explain --json is data', async () => {
    const { stdout } = await cli(['explain', '5/2', 'We find $\\boxed{3}$.', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ schema_version: 1, result: { correct: false } });
  });

  test('doctor finds a working installation', async () => {
    const { stdout, status } = await cli(['doctor', '--json']);
    const { healthy, engines } = JSON.parse(stdout) as { healthy: boolean; engines: readonly object[] };
    expect(healthy).toBe(true);
    expect(engines).toContainEqual(
      expect.objectContaining({ engine: 'onnx', device: 'cpu', works: true, command: null }),
    );
    expect(status).toBe(0);
  });
});
