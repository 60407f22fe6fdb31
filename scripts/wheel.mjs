// npm run wheel [-- --out DIR]
// Builds the Python wheel: the command line in one piece below python/touchstone_rl/_js (ignored by git), then the wheel
// by python/backend.py, which needs a Python >= 3.9 and nothing else. Run `npm run build` first, or `npm run wheel`, which does.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWhole } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = process.argv.indexOf('--out');
const out = resolve(at < 0 ? join(root, 'python', 'dist') : process.argv[at + 1]);
const inside = join(root, 'python', 'touchstone_rl', '_js');

const bundled = await bundleWhole(root, inside);
const { name, version, engines, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const manifest = {
  name,
  version,
  private: true,
  license,
  type: 'module',
  engines,
  bundleDependencies: bundled,
};
writeFileSync(join(inside, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
for (const file of ['LICENSE', 'NOTICE.md']) copyFileSync(join(root, file), join(inside, file));
// Minified code has lost its comments: the licences of the packages inside lie beside it.
for (const one of bundled) copyLicences(one);

mkdirSync(out, { recursive: true });
const python = ['python3', 'python'].find(
  (one) => spawnSync(one, ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0,
);
if (python === undefined) {
  console.error('no Python >= 3.9 on the PATH: the wheel is made by python/backend.py');
  process.exitCode = 2;
} else {
  const code = 'import backend, sys; print(backend.build_wheel(sys.argv[1]))';
  const run = spawnSync(python, ['-c', code, out], { cwd: join(root, 'python'), encoding: 'utf8' });
  if (run.status !== 0) {
    console.error(run.stderr);
    process.exitCode = 1;
  } else {
    console.log(join(out, run.stdout.trim()));
  }
}

function copyLicences(one) {
  const from = join(root, 'node_modules', one);
  const to = join(inside, 'licences', one.replace('/', '-'));
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from))
    if (/^(?:licen[cs]e|copying|notice)/i.test(file)) copyFileSync(join(from, file), join(to, file));
}
