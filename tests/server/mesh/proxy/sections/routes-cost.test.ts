import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { largeRecordedDump } from '#tests/support/recorded-dump.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';

if (whyNoSharedFolder !== undefined) console.log(`cost of a large dump: skipped, ${whyNoSharedFolder}`);

function shortestMs(runs: number, work: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const startMs = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - startMs);
  }
  return shortest;
}

test.skipIf(whyNoSharedFolder !== undefined)(
  'the routes of 1,000 services cost a few times what parsing their dump costs, at most',
  () => {
    const bytes = largeRecordedDump();
    const parseMs = shortestMs(15, () => JSON.parse(new TextDecoder().decode(bytes)));
    const routesMs = shortestMs(15, () => routesJob.run([bytes], { nowMs: 0, shiftMs: 0 }));
    const times = routesMs / parseMs;
    console.log(`routes of 1,000 services: ${times.toFixed(1)} times the parsing of ${bytes.length} bytes`);
    // The benchmark has the goal (2); on a busy machine the ratio of the shortest runs stays well below this.
    expect(times).toBeLessThan(6);
  },
  30_000,
);
