import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldSamples } from '#server/mesh/proxy/stats/fold-samples.ts';
import { parseExposition } from '#server/mesh/proxy/stats/parse-exposition.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const proxies = join(sharedFolder, 'recordings/bookinfo/envoy');

type Quantiles = { name: string; values: { cumulative: number | null }[] };
type JsonStat = { name?: string; value?: number | string; histograms?: { computed_quantiles: Quantiles[] } };

describe.skipIf(whyNoSharedFolder !== undefined)('the recorded statistics', () => {
  test('are read, every line of all proxies and their agents', () => {
    const counted = { proxies: 0, lines: 0, samples: 0, unread: 0, stats: 0 };
    for (const folder of readdirSync(proxies)) {
      counted.proxies++;
      for (const file of ['stats_prometheus.txt', 'agent_stats_prometheus.txt']) {
        const text = readFileSync(join(proxies, folder, file), 'utf8');
        const read = parseExposition(text);
        counted.lines += text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
        counted.samples += read.samples.length;
        counted.unread += read.unread.length;
        const stats = foldSamples(read);
        counted.stats += stats.length;
        expect(stats.filter(({ type }) => type === 'unknown')).toEqual([]);
      }
    }
    console.info(
      `statistics: ${counted.samples} of ${counted.lines} lines of ${counted.proxies} proxies, ${counted.unread} unread, ${counted.stats} statistics`,
    );
    expect(counted.proxies).toBe(26);
    expect(counted).toMatchObject({ samples: counted.lines, unread: 0 });
    expect(counted.lines).toBeGreaterThan(20_000);
  });

  test("have the same values as Envoy's own JSON of the same moment, where that cannot have changed", () => {
    let same = 0;
    const missing: string[] = [];
    for (const folder of readdirSync(proxies)) {
      const text = readFileSync(join(proxies, folder, 'stats_prometheus.txt'), 'utf8');
      const values = new Map(
        foldSamples(parseExposition(text)).map(({ name, value }) => [name, value] as const),
      );
      const { stats }: { stats: JsonStat[] } = JSON.parse(
        readFileSync(join(proxies, folder, 'stats_json.json'), 'utf8'),
      );
      for (const { name, value } of stats) {
        if (name === undefined || typeof value !== 'number') continue;
        if (!/^(cluster_manager|listener_manager)\./.test(name)) continue;
        const asPrometheus = `envoy_${name.replaceAll('.', '_')}`;
        if (!values.has(asPrometheus)) missing.push(asPrometheus);
        else if (values.get(asPrometheus) === value) same++;
        else missing.push(`${folder} ${name}: ${value} is ${values.get(asPrometheus)}`);
      }
    }
    console.info(`statistics: ${same} values equal to Envoy's JSON, ${missing.length} missing or other`);
    expect(missing).toEqual([]);
    expect(same).toBeGreaterThan(400);
  });

  test('have the 99th percentiles that Envoy computes itself, to a bucket', () => {
    let compared = 0;
    for (const folder of readdirSync(proxies)) {
      const text = readFileSync(join(proxies, folder, 'stats_prometheus.txt'), 'utf8');
      const read = foldSamples(parseExposition(text));
      const { stats }: { stats: JsonStat[] } = JSON.parse(
        readFileSync(join(proxies, folder, 'stats_json.json'), 'utf8'),
      );
      const quantiles = stats.flatMap(({ histograms }) => histograms?.computed_quantiles ?? []);
      for (const { name, values } of quantiles) {
        if (!/^(cluster_manager|listener_manager|server)\./.test(name)) continue;
        const own = values[6]?.cumulative;
        const histogram = read.find((stat) => stat.name === `envoy_${name.replaceAll('.', '_')}`)?.histogram;
        if (own === undefined || own === null || histogram?.p99 === undefined) continue;
        const bounds = [0, 0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000];
        const bucketOf = (value: number) =>
          Math.max(
            0,
            bounds.findLastIndex((bound) => bound < value),
          );
        // Envoy's own bins start at the bound of a bucket, where Prometheus' buckets end.
        const apart = Math.abs(bucketOf(histogram.p99) - bucketOf(own));
        expect([folder, name, apart <= 1]).toEqual([folder, name, true]);
        compared++;
      }
    }
    console.info(`statistics: ${compared} 99th percentiles compared`);
    expect(compared).toBeGreaterThanOrEqual(26);
  });
});
