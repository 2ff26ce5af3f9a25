import { test } from 'vitest';
import { expectRobust } from './expect-robust.ts';
import { fuzzedCluster } from './sources/fuzzed-cluster.ts';

test('broken objects, lists, watches, logs and reviews break nothing else', async () => {
  const cluster = await fuzzedCluster();
  try {
    await expectRobust('kubernetes', cluster);
  } finally {
    await cluster.stop();
  }
});
