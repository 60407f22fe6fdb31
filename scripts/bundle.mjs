// Bundles the command line and its worker into a few files, in place: loading some hundred modules one by one takes
// longer than the first verdict may. The library's subpaths stay as the compiler wrote them.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Bundles `dist/cli` below `root`. Without a bundler (a production install) everything stays as it is and works. */
export async function bundleCommand(root) {
  const bundler = await import('rolldown').catch(() => null);
  if (bundler === null) return;
  const folder = join(root, 'dist', 'cli');
  for (const name of readdirSync(folder)) if (name.startsWith('chunk-')) rmSync(join(folder, name));
  const bundle = await bundler.rolldown({
    input: { main: join(folder, 'main.js'), worker: join(root, 'dist', 'verifiers', 'pool', 'worker.js') },
    platform: 'node',
    // Dependencies are loaded from where they are installed.
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:/.test(id),
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
