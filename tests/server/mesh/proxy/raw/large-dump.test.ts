import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rawSearchJob, rawTreeJob, rawValueJob } from '#server/mesh/proxy/raw/raw-jobs.ts';
import { runJob } from '#server/workers/run-job.ts';
import { readAnswer } from '#tests/support/read-answer.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const file = 'recordings/scale/1000/envoy/scale-0.client-j2mpckxkbj-qtq7j/config_dump.json.gz';

describe.skipIf(whyNoSharedFolder !== undefined)('a dump of more than 40 MB', () => {
  const bytes = () => {
    const { configs }: { configs: unknown[] } = JSON.parse(
      new TextDecoder().decode(readAnswer(join(sharedFolder, file))),
    );
    return new TextEncoder().encode(
      JSON.stringify({ configs: Array.from({ length: 7 }, () => configs).flat() }),
    );
  };

  test('is opened entry by entry, searched and read without holding up other requests', async () => {
    const inputs = [bytes()];
    expect(inputs[0]?.length).toBeGreaterThan(40_000_000);
    let longestMs = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 5);
    const took: string[] = [];
    const timed = async <Result>(name: string, work: Promise<Result>) => {
      const started = performance.now();
      const result = await work;
      took.push(`${name} ${Math.round(performance.now() - started)} ms`);
      return result;
    };
    try {
      const root = await timed(
        'root',
        runJob(rawTreeJob, { inputs, parameters: { path: '', page: 0, reveal: false } }),
      );
      expect(root.slices[0]?.byteCount).toBeGreaterThan(40_000_000);
      const search = await timed(
        'search',
        runJob(rawSearchJob, { inputs, parameters: { text: 'service-0500' } }),
      );
      expect(search.count).toBeGreaterThan(10);
      const place = search.paths[0] ?? '';
      const revealed = await timed(
        'reveal',
        runJob(rawTreeJob, { inputs, parameters: { path: place, page: 0, reveal: true } }),
      );
      expect(revealed.slices.length).toBeGreaterThan(3);
      expect(JSON.stringify(revealed).length).toBeLessThan(500_000);
      const value = await timed('value', runJob(rawValueJob, { inputs, parameters: { path: place } }));
      expect(value.isCut).toBe(false);
    } finally {
      clearInterval(watch);
    }
    console.info(`raw: 45 MB: ${took.join(', ')}; others waited at most ${Math.round(longestMs)} ms`);
    expect(longestMs).toBeLessThan(1_000);
  }, 60_000);
});
