import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { root } from '../helpers/source-files.js';

const url = (file: string): string => pathToFileURL(join(root, 'dist', file)).href;

/** Every file a bare process loads for one import: a loader hook writes their addresses. */
function loadedBy(file: string): readonly string[] {
  const hook = `export async function load(url, context, next) { process._rawDebug(url); return next(url, context); }`;
  const code = `
    import { register } from 'node:module';
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));
    await import(${JSON.stringify(url(file))});`;
  const { stderr } = run(code);
  return stderr.split('\n').filter((line) => line.startsWith('file:'));
}

/** What a bare process writes to its standard error, and the processor time it took, in milliseconds. */
function run(code: string): { readonly stderr: string; readonly ms: number } {
  const told = `process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    process._rawDebug('cpu ' + (user + system) / 1000);
  });`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `${told}\n${code}`], {
    encoding: 'utf8',
  });
  return { stderr, ms: Number(/^cpu (.*)$/m.exec(stderr)?.[1]) };
}

describe('importing touchstone/rewards', () => {
  const files = loadedBy('rewards/index.js');

  test('loads its own files', () => {
    expect(files.length).toBeGreaterThan(1);
    expect(files.some((file) => file.endsWith('dist/rewards/index.js'))).toBe(true);
  });

  test('loads nothing of the verifier, no CAS, no engine, no YAML, no store', () => {
    const heavy =
      /katex|nerdamer|onnxruntime|tensorflow|tfjs|node_modules\/yaml|lmdb|libsql|dist\/(verifiers|trainer|cli)\//;
    expect(files.filter((file) => heavy.test(file))).toEqual([]);
  });

  test('starts within 30 ms over a bare process', () => {
    // The least processor time of several: other work on the machine only ever adds.
    const least = (code: string): number => Math.min(...Array.from({ length: 9 }, () => run(code).ms));
    expect(least(`import ${JSON.stringify(url('rewards/index.js'))}`) - least('0')).toBeLessThan(30);
  });
});
