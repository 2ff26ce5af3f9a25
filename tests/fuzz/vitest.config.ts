import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/fuzz/**/*.test.ts'],
    passWithNoTests: false,
    // What is told as an error is a defect, and its cause belongs into the output.
    env: { VIGLA_LOG_LEVEL: 'error' },
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    // A file has a source of its own, and keeps a core busy.
    maxWorkers: 2,
  },
});
