import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [
      'tests/e2e/**',
      'tests/live/**',
      'tests/faults/**',
      'tests/fuzz/**',
      'tests/load/**',
      'tests/bench/**',
      'node_modules/**',
    ],
    passWithNoTests: false,
    testTimeout: 30_000,
  },
});
