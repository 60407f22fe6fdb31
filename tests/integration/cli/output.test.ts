import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, linesOf, main, sums, timeless, verifyOf, workFolder } from '../../helpers/cli.js';

/** Output that cannot be written, readers that go away, runs that are stopped. */
const work = workFolder();
afterAll(() => work.remove());

const many = work.file('many.jsonl', sums(30_000).join('\n'));
const few = work.file('few.jsonl', sums(20).join('\n'));

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [main, 'verify', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    let stderr = '';
    child.stderr?.on('data', (part: Buffer) => {
      stderr += part.toString();
    });
    child.on('close', (status) => resolve({ status, stderr }));
  });

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  test.each([['--jsonl'], ['--json'], []])(
    '-o /dev/full %s: exit 4 with path and cause',
    async (...format) => {
      const run = await cli(['verify', few, ...format, '-o', '/dev/full']);
      expect(run.status).toBe(4);
      expect(run.stderr).toMatch(/cannot write \/dev\/full: .*ENOSPC/);
    },
  );

  test('standard output on a full disk', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${main}" verify "${few}" --jsonl > /dev/full`]);
    expect(await ended(child)).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('ENOSPC') as string,
    });
  });
});

describe('an output file', () => {
  test('appears whole, in place of the old one, and nothing else is left', async () => {
    const out = work.file('out.jsonl', 'old\n');
    const run = await cli(['verify', few, '--jsonl', '-o', out]);
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(linesOf(readFileSync(out, 'utf8'))).toHaveLength(20);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  test('in a folder that does not exist: exit 4', async () => {
    const run = await cli(['verify', few, '--jsonl', '-o', join(work.path, 'no', 'out.jsonl')]);
    expect(run.status).toBe(4);
    expect(run.stderr).toContain('ENOENT');
  });

  test('the old file stays when the input cannot be read', async () => {
    const out = work.file('kept.jsonl', 'old\n');
    const run = await cli(['verify', work.file('bad.parquet', 'PAR1'), '-o', out, '--json', '--quiet']);
    expect(run.status).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('old\n');
    const broken = await cli(['verify', few, '--gold', 'missing.jsonl', '--on', 'id', '--jsonl', '-o', out]);
    expect(broken.status).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('old\n');
    expect(existsSync(`${out}.part`)).toBe(false);
  });
});

describe('a reader that goes away', () => {
  test('ends quietly and soon', async () => {
    const begin = performance.now();
    const child = spawn('sh', ['-c', `"${process.execPath}" "${main}" verify "${many}" --jsonl | head -1`]);
    let stdout = '';
    child.stdout.on('data', (part: Buffer) => {
      stdout += part.toString();
    });
    const { stderr } = await ended(child);
    expect(linesOf(stdout)).toHaveLength(1);
    expect(stderr).not.toMatch(/EPIPE|Error|at /);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  test('a slow reader holds the input back instead of filling memory', async () => {
    const wide = work.file(
      'wide.jsonl',
      sums(200)
        .map((row) => row.replace('It is', `It is ${'long '.repeat(40_000)}`))
        .join('\n'),
    );
    const child = spawn(process.execPath, ['--max-old-space-size=96', main, 'verify', wide, '--jsonl'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await sleep(2500);
    let bytes = 0;
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(0);
    expect(bytes).toBeGreaterThan(40_000_000);
  });
});

describe('a run that is stopped', () => {
  test('SIGINT: finished records are written whole, exit 130', async () => {
    const child = start([many, '--jsonl']);
    let stdout = '';
    child.stdout?.on('data', (part: Buffer) => {
      if (stdout === '') child.kill('SIGINT');
      stdout += part.toString();
    });
    const { status, stderr } = await ended(child);
    expect(status).toBe(130);
    expect(stdout.endsWith('\n')).toBe(true);
    const lines = linesOf(stdout);
    expect(lines.length).toBeLessThan(30_000);
    expect(lines.every((line, i) => line.id === i)).toBe(true);
    expect(stderr).toContain('interrupted: n=');
  });

  test('SIGTERM: exit 143', async () => {
    const child = start([many, '--jsonl']);
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    child.stdout?.resume();
    expect((await ended(child)).status).toBe(143);
  });

  test('after SIGINT and after SIGKILL, --resume gives the bytes of an uninterrupted run', async () => {
    const whole = join(work.path, 'whole.jsonl');
    const out = join(work.path, 'resumed.jsonl');
    const reference = await cli(['verify', many, '--jsonl', '-o', whole]);
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const child = start([many, '--jsonl', '-o', out, '--resume']);
      const done = ended(child);
      while (!existsSync(`${out}.part`) || readFileSync(`${out}.part`).length < 200_000) await sleep(20);
      child.kill(signal);
      await done;
      expect(existsSync(out)).toBe(false);
    }
    const part = readFileSync(`${out}.part`);
    writeFileSync(`${out}.part`, part.subarray(0, part.length - 7));
    const resumed = await cli(['verify', many, '--jsonl', '-o', out, '--resume']);
    expect(timeless(readFileSync(out, 'utf8'))).toBe(timeless(readFileSync(whole, 'utf8')));
    const count = (text: string): string => /n=\d+ correct=\d+/.exec(text)?.[0] ?? '';
    expect(count(resumed.stderr)).toBe(count(reference.stderr));
  });
});

describe('the page people read', () => {
  test('carries accuracy, kinds, rules and wrong answers; no colour when it is not wanted', async () => {
    const { stdout, stderr } = await cli(['verify', few]);
    for (const part of ['accuracy', '50.0 %', '10 of 20', 'decided by', 'not paid: the first 5 of 10']) {
      expect(stdout).toContain(part);
    }
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toMatch(/n=20 correct=10 \(50\.0 % ±11\.2\) .* in \d/);
  });

  test('--color and the environment decide about colours', async () => {
    const colored = async (args: readonly string[], env: Record<string, string>): Promise<boolean> =>
      (await cli(['verify', few, ...args], { env })).stdout.includes('\u001b[');
    expect(await colored(['--color', 'always'], {})).toBe(true);
    expect(await colored([], { NO_COLOR: '', FORCE_COLOR: '1' })).toBe(true);
    expect(await colored([], { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
    expect(await colored(['--color', 'never'], { NO_COLOR: '', FORCE_COLOR: '1' })).toBe(false);
  });

  test('fits the width it is given', async () => {
    const { stdout } = await cli(['verify', few], { env: { COLUMNS: '60' } });
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(60);
  });

  test('--quiet leaves standard error empty', async () => {
    expect((await cli(['verify', few, '--quiet'])).stderr).toBe('');
  });

  test('--json is one object whose only changing part is its timing', async () => {
    const runs = await Promise.all([1, 2].map(() => cli(['verify', few, '--json'])));
    const [a, b] = runs.map(({ stdout }) => JSON.parse(stdout) as Record<string, unknown>);
    expect({ ...a, timing: null }).toEqual({ ...b, timing: null });
    expect(a).toMatchObject({
      schema_version: 1,
      policy: 'strict',
      complete: true,
      summary: { records: 20, correct: 10, wrong: 10, accuracy: 0.5 },
    });
  });

  test('the accuracy of no records is null, not NaN', async () => {
    const run = await cli(['verify', '--json'], { input: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ summary: { accuracy: null, interval95: null } });
    expect(verifyOf(undefined)).toEqual({});
  });
});
