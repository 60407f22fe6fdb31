import { defineConfig } from 'vitest/config';

/** The tests that mutants are run against: the folder of unit tests that mirrors the mutated files. */
const tests = process.env.MUTATE_TESTS ?? 'tests/unit/**/*.test.ts';

export default defineConfig({
  test: {
    setupFiles: ['tests/setup.ts'],
    include: tests.split(','),
    testTimeout: 60_000,
    maxWorkers: 1,
    reporters: ['dot'],
  },
});
