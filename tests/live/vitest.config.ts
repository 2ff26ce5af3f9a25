import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/live/**/*.test.ts'],
    passWithNoTests: false,
    env: { VIGLA_LOG_LEVEL: 'silent' },
    // Servers are started and stopped, and healing may take half a minute.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each file has servers of its own, and two cores cannot feed many of them.
    maxWorkers: 2,
  },
});
