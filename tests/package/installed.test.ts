import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../helpers/source-files.js';

const work = mkdtempSync(join(tmpdir(), 'installed-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  exports: Record<string, unknown>;
  peerDependencies: Record<string, string>;
};

interface Ran {
  readonly status: number | null;
  readonly text: string;
}

/** Runs a program in a folder, away from the clone: nothing of this environment points back to it. */
function run(folder: string, command: string, args: readonly string[], input = ''): Ran {
  const { TOUCHSTONE_BIN: _, NODE_PATH: __, PYTHONPATH: ___, ...env } = process.env;
  const done = spawnSync(command, args, { cwd: folder, env, input, encoding: 'utf8', timeout: 240_000 });
  return { status: done.status, text: `${done.stdout}${done.stderr}` };
}

const emptyFolder = (name: string): string => {
  const folder = join(work, name);
  mkdirSync(folder);
  return folder;
};

/** `null`, or why something could not be tested here; said aloud, since a silent skip reads as a pass. */
const said = new Set<string>();
function notTested(what: string, why: string): void {
  if (!said.has(what)) process.stderr.write(`NOT TESTED: ${what}: ${why.trim().slice(-400)}\n`);
  said.add(what);
}

const request = `${JSON.stringify({ id: 1, items: [{ response: 'so \\boxed{0.5}', label: '1/2' }] })}\n`;

/** Packs and installs once: the install, or why there is none. */
function packed(): { readonly folder: string } | { readonly why: string } {
  const pack = run(root, 'npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', work]);
  expect(pack.status, pack.text).toBe(0);
  const [tarball = ''] = readdirSync(work).filter((name) => name.endsWith('.tgz'));
  const folder = emptyFolder('npm');
  writeFileSync(join(folder, 'package.json'), '{"name":"reader","private":true,"type":"module"}');
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--silent'];
  const install = run(folder, 'npm', ['install', ...flags, join(work, tarball), 'fast-check@4']);
  if (install.status === 0) return { folder };
  const network = /E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|TIMEDOUT|NOTCACHED|CONNRESET)|network/i;
  expect(install.text, 'npm failed for another reason than the network').toMatch(network);
  return { why: install.text };
}

describe('npm pack, installed in an empty folder', () => {
  const installed = packed();
  if ('why' in installed) notTested('the packed package', installed.why);
  const folder = 'folder' in installed ? installed.folder : work;
  const bin = join(folder, 'node_modules', '.bin', 'touchstone');

  describe.skipIf('why' in installed)('the command', () => {
    test('has the version of the manifest', () => {
      expect(run(folder, bin, ['--version']).text).toBe(`${manifest.version}\n`);
    });

    test('verifies', () => {
      const right = run(folder, bin, ['verify', '\\frac{1}{2}', 'so \\boxed{0.5}']);
      expect(right).toMatchObject({ status: 0, text: expect.stringContaining('correct') });
      expect(run(folder, bin, ['verify', '2', '\\boxed{3}']).status).toBe(1);
    });

    test('serves lines', () => {
      const served = run(folder, bin, ['serve', '--stdio'], request);
      expect(JSON.parse(served.text)).toMatchObject({ id: 1, results: [{ reward: 1, verdict: 'equal' }] });
    });

    test('finds its installation healthy', () => {
      expect(run(folder, bin, ['doctor'])).toMatchObject({ status: 0 });
    });

    test.each(Object.keys(manifest.exports).filter((name) => name !== './package.json'))(
      'imports %s',
      (name) => {
        const specifier = name.replace(/^\./, 'touchstone');
        const code = `import * as all from '${specifier}'; console.log(Object.keys(all).length > 0)`;
        expect(run(folder, process.execPath, ['--input-type=module', '-e', code]).text).toBe('true\n');
      },
    );
  });
});

const python = ['python3', 'python'].find(
  (name) =>
    run(work, name, ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))']).status === 0,
);

describe('the wheel, installed in a fresh environment', () => {
  if (python === undefined) notTested('the wheel', 'no Python >= 3.9 with venv and pip');
  const folder = emptyFolder('python');
  const inside = join(folder, 'venv', process.platform === 'win32' ? 'Scripts' : 'bin', 'python');

  const says = (code: string): Ran => run(folder, inside, ['-c', code]);

  describe.skipIf(python === undefined)('without the clone', () => {
    test('is built and installs without a download', () => {
      const built = run(root, process.execPath, [join(root, 'scripts', 'wheel.mjs'), '--out', work]);
      expect(built.status, built.text).toBe(0);
      const [wheel = ''] = readdirSync(work).filter((name) => name.endsWith('.whl'));
      expect(run(folder, python ?? '', ['-m', 'venv', 'venv']).status).toBe(0);
      const pip = [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--no-index',
        '--disable-pip-version-check',
        join(work, wheel),
      ];
      expect(run(folder, inside, pip)).toMatchObject({ status: 0 });
    });

    test('carries the command, found inside the package', () => {
      const { text } = says('from touchstone_rl._find import find_command; print(find_command()[-1])');
      expect(text).toContain(join('site-packages', 'touchstone_rl', '_js'));
    });

    test('has one version on both sides', () => {
      const code = `
import subprocess, importlib.metadata as m
from touchstone_rl._find import find_command
print(m.version("touchstone-rl"), subprocess.run([*find_command(), "--version"], capture_output=True, text=True).stdout.strip())`;
      expect(says(code).text).toBe(`${manifest.version} ${manifest.version}\n`);
    });

    test('verifies, in the pool’s workers and with LaTeX', () => {
      const code = `
import touchstone_rl
from touchstone_rl.trl import accuracy_reward
print(touchstone_rl.verify(r"\\frac{1}{2}", r"so \\boxed{0.5}").verdict)
print(accuracy_reward(completions=[r"\\boxed{\\sqrt{8}}", r"\\boxed{3}"], solution=[r"2\\sqrt{2}", "4"]))`;
      expect(says(code).text).toBe('equal\n[1, 0]\n');
    });

    test('finds its installation healthy', () => {
      const code = `
import subprocess, sys
from touchstone_rl._find import find_command
sys.exit(subprocess.run([*find_command(), "doctor"]).returncode)`;
      expect(says(code)).toMatchObject({ status: 0 });
    });
  });
});
