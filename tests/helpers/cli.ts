import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './source-files.js';

/** The built command line. */
export const main: string = join(root, 'dist', 'cli', 'main.js');

export interface Finished {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** Given on standard input, which is closed after it; absent: standard input is empty. */
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  readonly cwd?: string;
}

/** Runs the real command line and waits for it, at most a minute. */
export function cli(args: readonly string[], options: CliOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(options.nodeOptions ?? []), main, ...args], {
      env: { ...process.env, NO_COLOR: '1', ...options.env },
      cwd: options.cwd ?? root,
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** JSON Lines of an output. */
export const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The `verify` object of an output record. */
export const verifyOf = (record: Record<string, unknown> | undefined): Record<string, unknown> =>
  (record?.verify ?? {}) as Record<string, unknown>;

/** An output without its times: what must be the same in every run. */
export const timeless = (text: string): string => text.replace(/"ms":[\d.e+-]+/g, '"ms":0');

/** A folder for one test file's inputs, and how to remove it. */
export function workFolder(): {
  readonly path: string;
  file(name: string, data: string | Buffer): string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'touchstone-'));
  return {
    path,
    file: (name, data) => {
      const full = join(path, name);
      writeFileSync(full, data);
      return full;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** `count` records whose answers are right in every second one. */
export const sums = (count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      id: i,
      gold: String(2 * i),
      response: `It is $\\boxed{${i % 2 === 0 ? 2 * i : 2 * i + 1}}$.`,
    }),
  );
