import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { filesBelow, root } from '../helpers/source-files.js';

/** Runs every ```js block of the README and docs as a module, and every ```console block's `$ touchstone` lines. */
interface Block {
  readonly title: string;
  readonly language: string;
  readonly code: string;
}

const run = promisify(execFile);

function blocksOf(path: string): Block[] {
  const source = readFileSync(join(root, path), 'utf8');
  return [...source.matchAll(/^```(js|console)\n([\s\S]*?)^```/gm)].map((match) => ({
    title: `${path}:${source.slice(0, match.index).split('\n').length}`,
    language: match[1] ?? '',
    code: match[2] ?? '',
  }));
}

const blocks = ['README.md', ...filesBelow('docs', '.md')].flatMap(blocksOf);

describe('examples in the documentation', () => {
  test('there are examples', () => expect(blocks.length).toBeGreaterThan(0));

  test.each(blocks.filter((b) => b.language === 'js'))('$title runs', async ({ title, code }) => {
    // The package imports itself by name, as a reader's own project would.
    const file = join(root, `.docs-${title.replaceAll(/\W/g, '-')}.mjs`);
    writeFileSync(file, code);
    try {
      const { stdout } = await run(process.execPath, [file], { cwd: root });
      for (const [, expected = ''] of code.matchAll(/\/\/ → (.*)$/gm))
        expect(stdout).toContain(expected.trim());
    } finally {
      rmSync(file);
    }
  });

  test.each(blocks.filter((b) => b.language === 'console'))(
    '$title prints what it says',
    async ({ code }) => {
      const steps = code.split(/^\$ /m).slice(1);
      for (const step of steps) {
        const [line = '', ...expected] = step.trimEnd().split('\n');
        if (!line.startsWith('touchstone')) continue;
        const command = line.replace(/^touchstone/, `node ${join(root, 'dist/cli/main.js')}`);
        const outcome = await run('sh', ['-c', `${command} 2>&1 || true`], {
          cwd: root,
          env: { ...process.env, NO_COLOR: '1' },
        });
        for (const part of expected) if (part.trim() !== '…') expect(outcome.stdout).toContain(part.trim());
      }
    },
  );
});
