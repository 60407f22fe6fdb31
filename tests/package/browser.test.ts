import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../helpers/source-files.js';

/** Bundles one built entry point for a browser, as one classic script that sets `window.touchstone`. */
async function bundle(entry: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'bundle-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir,
      minify: true,
      lib: { entry: join(root, entry), formats: ['iife'], name: 'touchstone', fileName: () => 'bundle.js' },
    },
  });
  return readFileSync(join(outDir, 'bundle.js'), 'utf8');
}

describe('touchstone/verifiers in a browser', () => {
  let script = '';
  beforeAll(async () => {
    script = await bundle('dist/verifiers/index.js');
  });

  test('needs nothing of Node', () => {
    expect(script).not.toMatch(/node:(fs|path|url|worker_threads|process|os)/);
  });

  test('verifies with only what a page has', () => {
    // A context of its own has the language and nothing else: no process, require, Buffer or fetch.
    const context = createContext({ console });
    new Script(
      `${script}\nglobalThis.result = touchstone.verify('\\\\frac{1}{2}', '\\\\boxed{0.5}');`,
    ).runInContext(context);
    expect((context as { result?: { correct: boolean } }).result?.correct).toBe(true);
  });

  test('stays small: under 1 MB minified, KaTeX included', () => {
    expect(script.length).toBeLessThan(1_000_000);
  });
});
