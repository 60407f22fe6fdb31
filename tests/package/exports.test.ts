import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../helpers/source-files.js';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { default: string }>;
};
const subpaths = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [{ name, file: join(root, target.default) }],
);

describe('what each subpath exports', () => {
  test('the manifest lists subpaths', () => expect(subpaths.length).toBeGreaterThan(3));

  test.each(subpaths)('$name', async ({ file }) => {
    const names = Object.keys((await import(file)) as object).sort();
    expect(names.length).toBeGreaterThan(0);
    expect(names).toMatchSnapshot();
  });
});
