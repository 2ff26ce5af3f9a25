import { test } from 'vitest';
import type { StoreKind } from '#tests/support/trace-stores.ts';
import { expectRobust } from './expect-robust.ts';
import { fuzzedTraces } from './sources/fuzzed-traces.ts';

const kinds: readonly StoreKind[] = ['jaegerWithSummaries', 'jaegerWithoutSummaries', 'oldJaeger', 'tempo'];

test.each(kinds)('broken answers of a store of traces (%s) break nothing else', async (kind) => {
  const source = await fuzzedTraces(kind);
  try {
    await expectRobust(kind, source);
  } finally {
    await source.stop();
  }
});
