import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/faults/**/*.test.ts'],
    passWithNoTests: false,
    env: { VIGLA_LOG_LEVEL: 'silent' },
    // One fault: every page while it lasts, then up to half a minute to heal, on a machine that is ten times slower.
    testTimeout: 400_000,
    // Where there is no current build, the first start makes one.
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
