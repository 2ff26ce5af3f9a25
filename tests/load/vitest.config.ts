import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/load/**/*.test.ts'],
    passWithNoTests: false,
    env: { VIGLA_LOG_LEVEL: 'silent' },
    // The server under load and its store need the processors for themselves.
    fileParallelism: false,
  },
});
