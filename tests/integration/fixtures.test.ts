import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verify } from '../../src/verifiers/index.js';
import { root } from '../helpers/source-files.js';

interface Row {
  readonly id: string;
  readonly gold: string;
  readonly given?: string;
  readonly response?: string;
  readonly problem?: string;
  readonly expected: boolean;
  readonly why: string;
}

const read = (name: string): Row[] =>
  readFileSync(join(root, 'fixtures', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

describe.each([
  { name: 'answers/answers', policy: 'strict', least: 400 },
  { name: 'answers/kinds', policy: 'strict', least: 2000 },
  { name: 'answers/more', policy: 'strict', least: 340 },
  { name: 'answers/wide', policy: 'strict', least: 1600 },
  { name: 'answers/lenient', policy: 'lenient', least: 20 },
  { name: 'answers/kinds-lenient', policy: 'lenient', least: 20 },
  { name: 'answers/wide-lenient', policy: 'lenient', least: 25 },
  { name: 'responses/responses', policy: 'strict', least: 150 },
  { name: 'responses/more', policy: 'strict', least: 250 },
  { name: 'responses/unseen', policy: 'strict', least: 350 },
  { name: 'responses/styles', policy: 'strict', least: 2000 },
] as const)('fixtures/$name.jsonl under $policy', ({ name, policy, least }) => {
  const rows = read(name);

  test('has its rows, with distinct ids', () => {
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  test.each(rows)('$id: $why', ({ gold, given, response, problem, expected }) => {
    const result = verify(
      gold,
      given ?? response ?? '',
      problem === undefined ? { policy } : { policy, problem },
    );
    expect(result.correct === true, JSON.stringify(result.verdict)).toBe(expected);
  });
});
