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
    // The names by which the pool, the proposer and doctor look for their programs, beside their own code.
    input: {
      main: join(folder, 'main.js'),
      probe: join(folder, 'doctor', 'probe.js'),
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

/** Loaded only where they are installed: native code, or tools for developers. */
const OPTIONAL = /^(?:libsql|onnxruntime-node|fast-check|@tensorflow\/|@huggingface\/)/;

/**
 * The command line with everything it needs inside, below `target` (`target/dist/cli/main.js`), for places that have
 * Node but no npm. Returns the names of the packages inside. `root` must be built; throws without a bundler.
 */
export async function bundleWhole(root, target) {
  const bundler = await import('rolldown');
  const dist = join(root, 'dist');
  rmSync(target, { recursive: true, force: true });
  const packages = new Set();
  const bundle = await bundler.rolldown({
    input: {
      main: join(dist, 'cli', 'main.js'),
      probe: join(dist, 'cli', 'doctor', 'probe.js'),
      'pool-worker': join(dist, 'verifiers', 'pool', 'pool-worker.js'),
      worker: join(dist, 'verifiers', 'propose', 'worker.js'),
    },
    platform: 'node',
    external: OPTIONAL,
    // Packages choose their code for Node by this; nothing else is known when the wheel is made.
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: (level, log, report) => {
      if (level === 'warn' && log.code !== 'EVAL') report(level, log);
    },
  });
  const { output } = await bundle.write({
    dir: join(target, 'dist', 'cli'),
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash].js',
  });
  await bundle.close();
  for (const { moduleIds = [] } of output) for (const id of moduleIds) packages.add(packageOf(id));
  packages.delete(null);
  return [...packages].sort();
}

/** The package a module belongs to, or null for our own. */
function packageOf(id) {
  const at = id.lastIndexOf(`node_modules/`);
  if (at < 0) return null;
  const [first, second] = id.slice(at + 'node_modules/'.length).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
