// Bundles the command line and its worker, and the rewards, into a few files each, in place: loading some hundred modules
// one by one takes longer than the first verdict may. The other subpaths stay as the compiler wrote them.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const lazyKatex = '\0katex';

/**
 * KaTeX loaded when the first text needs it, which few do: the import alone takes 20 ms. A synchronous load, which
 * only Node has; so the library's own modules import KaTeX in the ordinary way.
 */
const loadKatexLate = {
  name: 'load-katex-late',
  resolveId: (id) => (id === 'katex' ? lazyKatex : null),
  load: (id) =>
    id === lazyKatex
      ? `import { createRequire } from 'node:module';
let loaded;
const katex = () => (loaded ??= createRequire(import.meta.url)('katex'));
export default {
  get __parse() { return katex().__parse; },
  get ParseError() { return katex().ParseError; },
};`
      : null,
};

/** Bundles `dist/cli` below `root`. Without a bundler (a production install) everything stays as it is and works. */
export async function bundleCommand(root) {
  const bundler = await import('rolldown').catch(() => null);
  if (bundler === null) return;
  const folder = join(root, 'dist', 'cli');
  const verifiers = join(root, 'dist', 'verifiers');
  for (const name of readdirSync(folder)) if (name.startsWith('chunk-')) rmSync(join(folder, name));
  const bundle = await bundler.rolldown({
    // The names by which the pool and the proposer look for their workers, beside their own code.
    input: {
      main: join(folder, 'main.js'),
      'pool-worker': join(verifiers, 'pool', 'pool-worker.js'),
      worker: join(verifiers, 'propose', 'worker.js'),
    },
    platform: 'node',
    // Dependencies are loaded from where they are installed.
    external: (id) =>
      id !== 'katex' &&
      id !== lazyKatex &&
      !id.startsWith('.') &&
      !id.startsWith('/') &&
      !/^[A-Za-z]:/.test(id),
    plugins: [loadKatexLate],
  });
  // Chunks lie beside main.js, so that relative URLs (package.json, the worker) mean the same as before.
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash].js',
  });
  await bundle.close();
}

/** The rewards' subpaths and what they share; errors and JSON stay in `dist/support`, one for all subpaths. */
export async function bundleRewards(root) {
  const bundler = await import('rolldown').catch(() => null);
  if (bundler === null) return;
  const folder = join(root, 'dist', 'rewards');
  for (const name of readdirSync(folder)) if (name.startsWith('chunk-')) rmSync(join(folder, name));
  const bundle = await bundler.rolldown({
    input: {
      index: join(folder, 'index.js'),
      'laws/index': join(folder, 'laws', 'index.js'),
      'history/index': join(folder, 'history', 'index.js'),
    },
    platform: 'neutral',
    external: (id) => /[\\/]support[\\/]/.test(id) || (!/^[./]/.test(id) && !/^[A-Za-z]:/.test(id)),
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash].js',
  });
  await bundle.close();
}
