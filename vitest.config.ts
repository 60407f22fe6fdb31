import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
    typecheck: { tsconfig: 'tests/tsconfig.json', include: ['tests/types/**/*.test-d.ts'], enabled: true },
  },
});
