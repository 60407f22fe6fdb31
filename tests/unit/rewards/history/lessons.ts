import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lesson } from '../../../../src/rewards/history/index.js';
import { asProblemId } from '../../../../src/rewards/index.js';

/** A lesson of memory `m` about problem `p`. */
export const lesson = (
  fields: Partial<Omit<Lesson, 'problem'>> & { readonly problem?: string } = {},
): Lesson => ({
  memory: 'm',
  step: 1,
  sample: 's',
  state: 1,
  ...fields,
  problem: asProblemId(fields.problem ?? 'p'),
});

/** Problem names that break stores which are not careful; all different. */
export const hostileNames: readonly string[] = [
  '__proto__',
  'constructor',
  '',
  '\0',
  'a\0b',
  'a',
  '\ud800',
  '\udc00',
  '\ufffd',
  '\u00e9',
  'e\u0301',
  'line\nbreak',
  '"',
  "' OR 1=1 --",
  '%',
  'null',
  '7',
  'A',
  ' a',
  'x'.repeat(1_000_000),
  `${'x'.repeat(999_999)}y`,
];

/** A folder for one test, and how to remove it. */
export function folder(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'touchstone-history-'));
  return { path: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
}
