import { beforeAll, describe, expect, test } from 'vitest';
import { graphComparisonSchema } from '#lib/contract/compare-graph.ts';
import { objectComparisonSchema } from '#lib/contract/compare-objects.ts';
import { proxyComparisonSchema } from '#lib/contract/compare-proxies.ts';
import type { Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { askComparison } from '#tests/support/ask-comparison.ts';
import { demoSources, opened, snapshotNowMs, snapshotOf } from '#tests/support/demo-snapshot.ts';

let bytes: Uint8Array;
let before: Sources;
let after: Sources;

beforeAll(async () => {
  bytes = await snapshotOf(demoSources(), 'range=15m');
  before = opened(bytes);
  after = opened(bytes);
}, 240_000);

describe('the same snapshot twice differs in nothing', { timeout: 120_000 }, () => {
  test.each(['versionedApp', 'workload', 'app', 'service'])('graph by %s', async (type) => {
    const { data, warnings } = await askComparison(
      { before, after },
      { address: `/api/compare/graph?type=${type}&latency=true`, schema: graphComparisonSchema },
    );
    console.log(`${type}: ${data.edges.same} edges and ${data.nodes.same} nodes are the same`);
    expect(data.differences).toEqual([]);
    expect(data.edges.same).toBeGreaterThan(20);
    expect(warnings).toEqual([]);
  });

  test('objects', async () => {
    const { data } = await askComparison(
      { before, after },
      { address: '/api/compare/objects', schema: objectComparisonSchema },
    );
    const same = data.kinds.reduce((sum, kind) => sum + kind.same, 0);
    console.log(`${same} objects of ${data.kinds.length} kinds are the same`);
    expect(data.differences).toEqual([]);
    expect(same).toBeGreaterThan(200);
  });

  test('proxies', async () => {
    const { data } = await askComparison(
      { before, after },
      { address: '/api/compare/proxies', schema: proxyComparisonSchema },
    );
    const sections = data.proxies.flatMap((proxy) => proxy.sections ?? []);
    const same = sections.reduce((sum, section) => sum + section.same, 0);
    console.log(`${same} resources of ${data.proxies.length} proxies are the same`);
    expect(sections.filter(({ added, removed, changed }) => added + removed + changed > 0)).toEqual([]);
    expect(data.proxies.filter(({ match }) => match !== 'samePod')).toEqual([]);
    expect(data.proxies.filter(({ because }) => because !== undefined)).toEqual([]);
    expect(same).toBeGreaterThan(1000);
  });
});

describe('the recorded mesh two hours later, beside its snapshot', { timeout: 120_000 }, () => {
  const later = () => createRecording({ now: () => snapshotNowMs + 2 * 3_600_000 });

  test('has the same objects, although their times were moved with it', async () => {
    const { data, warnings } = await askComparison(
      { before, after: later() },
      { address: '/api/compare/objects', schema: objectComparisonSchema },
    );
    expect(data.differences).toEqual([]);
    expect(data.sides.after).toMatchObject({ mode: 'demo', atMs: snapshotNowMs + 2 * 3_600_000 });
    expect(warnings).toEqual([]);
  });

  test('has other requests, and none that chance does not explain', async () => {
    const { data } = await askComparison(
      { before, after: later() },
      { address: '/api/compare/graph?type=workload&latency=true', schema: graphComparisonSchema },
    );
    expect(data.differences).toEqual([]);
    expect(data.edges.same).toBeGreaterThan(40);
  });
});
