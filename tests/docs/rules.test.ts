import { expect, test } from 'vitest';
import { filesBelow, readSource } from '../helpers/source-files.js';

/** Rule names as the sources give them: the first argument of a finding's constructor. */
const NAMED = /\b(?:equal|different|allOf)\(\s*'([a-z][a-z0-9-]*)'/g;

test('docs/verdicts.md names every rule that can decide', () => {
  const names = new Set<string>();
  for (const path of filesBelow('src/verifiers', '.ts')) {
    for (const [, name = ''] of readSource(path).matchAll(NAMED)) names.add(name);
  }
  expect(names.size).toBeGreaterThan(40);
  const page = readSource('docs/verdicts.md');
  expect([...names].filter((name) => !page.includes(`\`${name}\``)).sort()).toEqual([]);
});

test('docs/verdicts.md names every option of a policy', async () => {
  const { strict } = await import('../../src/verifiers/index.js');
  const page = readSource('docs/verdicts.md');
  expect(Object.keys(strict).filter((key) => key !== 'name' && !page.includes(`\`${key}\``))).toEqual([]);
});
