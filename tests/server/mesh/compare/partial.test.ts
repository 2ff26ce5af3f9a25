import { beforeAll, describe, expect, test } from 'vitest';
import { graphComparisonSchema } from '#lib/contract/compare-graph.ts';
import { objectComparisonSchema } from '#lib/contract/compare-objects.ts';
import { proxyComparisonSchema } from '#lib/contract/compare-proxies.ts';
import { problemSchema } from '#lib/contract/envelope.ts';
import type { Sources } from '#server/sources/interface.ts';
import { askComparison, askRaw } from '#tests/support/ask-comparison.ts';
import { demoSources, opened, snapshotOf } from '#tests/support/demo-snapshot.ts';
import { editedSnapshot, type SnapshotEdit } from '#tests/support/edited-snapshot.ts';

let bytes: Uint8Array;
let after: Sources;
const askMs = 120_000;

beforeAll(async () => {
  bytes = await snapshotOf(demoSources(), 'range=10m&logs=none&proxies=shop/checkout-99n5fqdxdr-m2n4z');
  after = opened(bytes);
}, 240_000);

const earlier = (edit: SnapshotEdit) => opened(editedSnapshot(bytes, edit));
const graphOf = (address: string) => ({ address, schema: graphComparisonSchema });

/** A snapshot whose maker could not read the objects of a kind. */
const without = (kind: 'Pod' | 'AuthorizationPolicy'): SnapshotEdit => ({
  line: (line) => {
    if (line.part === 'objects' && line.kind === kind) return [];
    if (line.part !== 'unread') return [line];
    return [{ ...line, unread: [{ kind, reason: 'the API server said 403' }] }];
  },
});

describe('a kind that one side could not read', { timeout: askMs }, () => {
  test('is not compared, and named', async () => {
    const sides = { before: earlier(without('AuthorizationPolicy')), after };
    const { data, warnings } = await askComparison(sides, {
      address: '/api/compare/objects',
      schema: objectComparisonSchema,
    });
    expect(data.differences).toEqual([]);
    expect(data.kinds.map(({ kind }) => kind)).not.toContain('AuthorizationPolicy');
    expect(warnings.map(({ message }) => message)).toEqual([
      'AuthorizationPolicy objects could not be read when the earlier snapshot was made, so they are not compared: the API server said 403',
    ]);
    const one = await askRaw(sides, '/api/compare/objects/bookinfo/AuthorizationPolicy/reviews-viewer');
    expect(problemSchema.parse(await one.json())).toMatchObject({ status: 404, code: 'not_found' });
    const swapped = { before: sides.after, after: sides.before };
    const later = await askRaw(swapped, '/api/compare/objects/bookinfo/AuthorizationPolicy/reviews-viewer');
    expect(problemSchema.parse(await later.json())).toMatchObject({ status: 503 });
  });

  test('makes no proxy look new, and no node of the graph', async () => {
    const sides = { before: earlier(without('Pod')), after };
    const proxies = await askComparison(sides, {
      address: '/api/compare/proxies',
      schema: proxyComparisonSchema,
    });
    expect(proxies.data.proxies).toEqual([]);
    expect(proxies.warnings.map(({ message }) => message).join()).toMatch(/^Pods could not be read when/);
    const graph = await askComparison(sides, graphOf('/api/compare/graph'));
    const unlike = graph.data.differences.filter(({ aspects }) => aspects.join() !== 'health');
    expect(unlike).toEqual([]);
    expect(graph.data.edges.same).toBeGreaterThan(20);
    expect(graph.warnings.map(({ message }) => message).join()).toMatch(/One side could not read Pod:/);
  });
});

describe('a snapshot of some namespaces', { timeout: askMs }, () => {
  const ofShop: SnapshotEdit = { manifest: (manifest) => ({ ...manifest, namespaces: ['shop'] }) };

  test('is compared in those alone, both ways round', async () => {
    const some = earlier({
      ...ofShop,
      line: (line) =>
        line.part === 'objects' && line.kind === 'AuthorizationPolicy' ? [{ ...line, items: [] }] : [line],
    });
    const objects = { address: '/api/compare/objects', schema: objectComparisonSchema };
    const { data, warnings } = await askComparison({ before: some, after }, objects);
    expect(data.differences.map(({ change, object }) => `${change} ${object.namespace}`)).toEqual([
      'added shop',
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['namespaces_not_held']);
    const back = await askComparison({ before: after, after: some }, objects);
    expect(back.data.differences.map(({ change, object }) => `${change} ${object.namespace}`)).toEqual([
      'removed shop',
    ]);
  });
});

describe('a snapshot of another cluster', { timeout: askMs }, () => {
  const east: SnapshotEdit = {
    manifest: (manifest) => ({ ...manifest, cluster: 'east' }),
    line: (line) => {
      if (line.part !== 'series') return [line];
      const renamed = ([name, value]: [string, string]): [string, string] => [
        name,
        name.endsWith('_cluster') && value === 'Kubernetes' ? 'east' : value,
      ];
      return [
        {
          ...line,
          series: line.series.map((series) => ({
            ...series,
            labels: Object.fromEntries(Object.entries(series.labels).map(renamed)),
          })),
        },
      ];
    },
  };

  test('is compared by names, and named', async () => {
    const { data, warnings } = await askComparison(
      { before: earlier(east), after },
      graphOf('/api/compare/graph'),
    );
    expect(data.differences).toEqual([]);
    expect(data.edges.same).toBeGreaterThan(20);
    expect(warnings.map(({ code }) => code)).toEqual(['other_cluster']);
  });
});

test('metrics of a shorter time make both windows shorter', { timeout: askMs }, async () => {
  const { data, warnings } = await askComparison(
    { before: earlier({}), after },
    graphOf('/api/compare/graph?range=6h'),
  );
  expect(data.windowSeconds).toBe(1200);
  expect(warnings.map(({ code }) => code)).toEqual(['window_shortened']);
  expect(data.differences).toEqual([]);
});

describe('refused in words', { timeout: askMs }, () => {
  const problemOf = async (sides: { before: Sources | undefined; after: Sources }, address: string) =>
    problemSchema.parse(await (await askRaw(sides, address)).json());

  test.each(['graph', 'objects', 'proxies'])('%s without an earlier snapshot', async (what) => {
    const problem = await problemOf({ before: undefined, after }, `/api/compare/${what}`);
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    expect(problem.detail).toMatch(/--before FILE, or set VIGLA_SNAPSHOT_BEFORE/);
  });

  test.each(['graph', 'objects', 'proxies'])('%s of a namespace that neither side has', async (what) => {
    const problem = await problemOf({ before: after, after }, `/api/compare/${what}?namespaces=nowhere`);
    expect(problem).toMatchObject({ status: 400, code: 'unknown_namespace' });
  });

  test.each([
    ['/api/compare/objects/shop/Deployment/nobody', /Neither side has a Deployment nobody/],
    ['/api/compare/proxies/shop/nobody', /Neither side has a pod nobody/],
    ['/api/compare/proxies/shop/redis-tq65qd7jsg-z86c7', /The snapshot has no answers of the proxy/],
  ])('%s', async (address, words) => {
    const problem = await problemOf({ before: after, after }, address);
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    expect(problem.detail).toMatch(words);
  });
});
