import { beforeAll, describe, expect, test } from 'vitest';
import type { Sources } from '#server/sources/interface.ts';
import { askSources } from '#tests/support/ask-sources.ts';
import { demoSources, opened, snapshotOf } from '#tests/support/demo-snapshot.ts';
import { differences } from '#tests/support/differences.ts';
import { type ExpectedDifference, snapshotSamples } from './round-trip.data.ts';

let live: Sources;
let snapshot: Sources;
let same = 0;
let different = 0;

beforeAll(async () => {
  live = demoSources();
  const started = performance.now();
  const bytes = await snapshotOf(live);
  const seconds = (performance.now() - started) / 1000;
  console.info(`a snapshot of the demo has ${bytes.length} bytes and took ${seconds.toFixed(1)} s`);
  snapshot = opened(bytes);
}, 240_000);

describe('a page of a snapshot is the page of the mesh at that time', { timeout: 120_000 }, () => {
  for (const { route, address, differs } of snapshotSamples)
    test(address, async () => {
      const was = await askSources(live, route, address);
      const is = await askSources(snapshot, route, address);
      expect(is.status).toBe(200);
      const found = differences(await is.json(), await was.json());
      const unexplained = found.filter((one) => !differs.some((reason) => explains(reason, one)));
      expect(unexplained).toEqual([]);
      const unused = differs.filter((reason) => !found.some((one) => explains(reason, one)));
      expect(unused).toEqual([]);
      if (found.length === 0) same++;
      else different++;
    });

  test('most answers do not differ at all', () => {
    console.info(
      `${same + different} answers compared: ${same} are the same, ${different} differ as expected`,
    );
    expect(same).toBeGreaterThan(different);
  });
});

type Found = ReturnType<typeof differences>[number];

function explains({ path, within }: ExpectedDifference, { path: at, ours, real }: Found): boolean {
  if (!path.test(at)) return false;
  if (within === undefined) return true;
  if (typeof ours !== 'number' || typeof real !== 'number') return false;
  return Math.abs(ours - real) <= within * Math.max(Math.abs(ours), Math.abs(real), 1e-9);
}
