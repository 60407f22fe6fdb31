import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type CliOptions, cli, linesOf, timeless, verifyOf, workFolder } from '../helpers/cli.js';
import { root } from '../helpers/source-files.js';

const folder = workFolder();
afterAll(() => folder.remove());

const rows = ['answers/answers.jsonl', 'responses/responses.jsonl'].flatMap((name) =>
  linesOf(readFileSync(join(root, 'fixtures', name), 'utf8')).map(
    ({ gold, given, response = given, problem }, index) =>
      JSON.stringify({ id: `${name}:${index}`, gold, response, problem }),
  ),
);
const input = folder.file('rows.jsonl', `${rows.join('\n')}\n`);

async function verified(jobs = '1', options: CliOptions = {}): Promise<string> {
  const run = await cli(['verify', input, '--jsonl', '--jobs', jobs], options);
  expect(run.stderr).not.toMatch(/at .*\.js:\d+/);
  return timeless(run.stdout);
}

const usual = await verified();

test('the usual run verifies every row', () => {
  const verdicts = linesOf(usual).map((record) => verifyOf(record).correct);
  expect(verdicts).toHaveLength(rows.length);
  expect(new Set(verdicts)).toEqual(new Set([true, false]));
});

describe('the same bytes, but for times', () => {
  test.each<[string, string, CliOptions]>([
    ['Turkish letters', '1', { env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } }],
    ['a plain locale', '1', { env: { LANG: 'C', LC_ALL: 'C' } }],
    ['another time zone', '1', { env: { TZ: 'Pacific/Apia' } }],
    ['frozen intrinsics', '1', { nodeOptions: ['--frozen-intrinsics'] }],
    ['256 MB of memory', '1', { nodeOptions: ['--max-old-space-size=256'] }],
    [
      'no code from strings, no __proto__',
      '1',
      { nodeOptions: ['--disallow-code-generation-from-strings', '--disable-proto=throw'] },
    ],
    ['no just-in-time compiler', '1', { nodeOptions: ['--jitless'] }],
    ['two workers', '2', {}],
    ['eight workers', '8', {}],
  ])('%s', async (_, jobs, options) => {
    expect(await verified(jobs, options)).toBe(usual);
  });

  test('in any order', async () => {
    const turned = folder.file('turned.jsonl', `${[...rows].reverse().join('\n')}\n`);
    const run = await cli(['verify', turned, '--jsonl', '--jobs', '2']);
    const lines = timeless(run.stdout).trimEnd().split('\n').reverse();
    expect(`${lines.join('\n')}\n`).toBe(usual);
  });
});
