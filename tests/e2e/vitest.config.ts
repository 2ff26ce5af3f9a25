import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    passWithNoTests: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Answers take their time on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    // A browser on a busy machine: what passes only the second time is counted and named at the end.
    retry: process.env.CI === 'true' ? 1 : 0,
    // One browser at a time: timings and screenshots must not depend on another one.
    fileParallelism: false,
  },
});
