import { expect, test } from 'vitest';
import type { StoreKind } from '#tests/support/trace-stores.ts';
import { expectRobust } from './expect-robust.ts';
import { startAnsweringServer } from './sources/answering-server.ts';
import { fuzzedTraces } from './sources/fuzzed-traces.ts';

/** Together they make as many as one source. */
const shares: Readonly<Record<StoreKind, number>> = {
  jaegerWithSummaries: 0.25,
  jaegerWithoutSummaries: 0.25,
  oldJaeger: 0.25,
  tempo: 0.25,
};
const kinds = Object.keys(shares).filter((kind): kind is StoreKind => kind in shares);

test('every kind of store is tried', () => expect(kinds).toHaveLength(4));

test.each(kinds)('broken answers of a store of traces (%s) break nothing else', async (kind) => {
  const source = await fuzzedTraces(kind);
  try {
    await expectRobust(kind, source, shares[kind]);
  } finally {
    await source.stop();
  }
});

test.each(kinds)('nor do they over a real connection (%s)', async (kind) => {
  const server = await startAnsweringServer();
  const source = await fuzzedTraces(kind, server.clientOf);
  try {
    await expectRobust(`${kind} over a socket`, source, shares[kind] / 20);
  } finally {
    await source.stop();
    await server.stop();
  }
});
