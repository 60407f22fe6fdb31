import { expect, test } from 'vitest';
import { standardSignals } from '../../src/rewards/index.js';
import { readSource } from '../helpers/source-files.js';
import { sectionOf } from './signal-section.js';

test.each([...standardSignals.values()])('docs/signals.md describes $name', (signal) => {
  expect(readSource('docs/signals.md')).toContain(sectionOf(signal));
});
