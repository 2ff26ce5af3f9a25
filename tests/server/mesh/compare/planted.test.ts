import { beforeAll, describe, expect, test } from 'vitest';
import { type GraphComparison, graphComparisonSchema } from '#lib/contract/compare-graph.ts';
import {
  comparedObjectSchema,
  type ObjectComparison,
  objectComparisonSchema,
} from '#lib/contract/compare-objects.ts';
import { comparedProxySchema, proxyComparisonSchema } from '#lib/contract/compare-proxies.ts';
import type { CompareChange } from '#lib/contract/compare-sides.ts';
import type { Sources } from '#server/sources/interface.ts';
import { askComparison } from '#tests/support/ask-comparison.ts';
import { plantedBefore } from '#tests/support/compare/planted-before.ts';
import { demoSources, opened, snapshotOf } from '#tests/support/demo-snapshot.ts';

let sides: { before: Sources; after: Sources };
const askMs = 120_000;

beforeAll(async () => {
  const bytes = await snapshotOf(demoSources(), 'range=15m&logs=none');
  sides = { before: opened(plantedBefore(bytes)), after: opened(bytes) };
}, 240_000);

/** What was planted against what is told: both must be the same list. */
function expectExactly(what: string, found: readonly string[], planted: readonly string[]): void {
  const missing = planted.filter((one) => !found.includes(one));
  const extra = found.filter((one) => !planted.includes(one));
  console.log(
    `${what}: ${planted.length} planted, ${found.length} found, ${missing.length} missing, ${extra.length} extra`,
  );
  expect({ missing, extra }).toEqual({ missing: [], extra: [] });
}

const graph = { address: '/api/compare/graph?type=workload&latency=true', schema: graphComparisonSchema };
const objects = { address: '/api/compare/objects', schema: objectComparisonSchema };

function toldOfGraph({ differences }: GraphComparison): string[] {
  return differences.map(({ subject, change, title, aspects }) =>
    [subject, change, title, ...aspects].join(' '),
  );
}

function toldOfObjects({ differences }: ObjectComparison): string[] {
  return differences.map(({ object: { kind, namespace, name }, change, paths }) =>
    [change, kind, namespace, name, ...paths].join(' '),
  );
}

const plantedTraffic = [
  'edge changed storefront-v1 → wordpress-v1 rate',
  'edge changed storefront-v1 → checkout health errors responses',
  // What the failing edge did to both of its ends.
  'node changed storefront-v1 health',
  'node changed checkout health',
  'edge changed storefront-istio → storefront-v1 latency',
  'edge changed storefront-istio → storefront-v2 mtls',
  'edge changed wordpress-v1 → redis (tcp) throughput',
  'edge removed crawler → wordpress-v1',
  'edge added wordpress-v1 → reports',
  'node removed gone-1',
];

const plantedObjects = [
  'added AuthorizationPolicy bookinfo ratings-audit',
  'added ConfigMap shop istio-ca-crl',
  'removed AuthorizationPolicy bookinfo old-viewer',
  'changed AuthorizationPolicy bookinfo reviews-viewer spec.action',
  'changed Deployment shop checkout spec.revisionHistoryLimit',
  'changed Namespace  legacy metadata.labels.team',
  'statusOnly Deployment bookinfo details-v1 status.observedGeneration',
  'added Pod bookinfo reviews-v3-rmwljp4qzb-dj46d',
  'removed Pod bookinfo reviews-v3-rmwljp4qzb-old01',
  'removed Pod broken gone-1',
];

describe('what was planted is found, and nothing else', { timeout: askMs }, () => {
  test('in the graph, heaviest first', async () => {
    const { data } = await askComparison(sides, graph);
    expectExactly('graph', toldOfGraph(data), plantedTraffic);
    const weights = data.differences.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((one, other) => other - one));
    expect(data.sides.before.atMs).toBe(data.sides.after.atMs - 3_600_000);
    const drawn = new Set([...data.graph.nodes, ...data.graph.edges].map(({ id }) => id));
    expect(data.differences.filter(({ id }) => !drawn.has(id))).toEqual([]);
  });

  test('among the objects; what controllers made stands after what somebody wrote', async () => {
    const { data } = await askComparison(sides, objects);
    expectExactly('objects', toldOfObjects(data), plantedObjects);
    expect(data.differences.map(({ madeBy }) => madeBy?.split(' ')[0] ?? '').join('')).toBe(
      'ReplicaSetReplicaSet',
    );
  });

  test('in the fields and lines of an object', async () => {
    const { data } = await askComparison(sides, {
      address: '/api/compare/objects/shop/Deployment/checkout',
      schema: comparedObjectSchema,
    });
    expect(data).toMatchObject({ change: 'changed', moreFields: 0 });
    expect(data.fields).toEqual([{ path: 'spec.revisionHistoryLimit', before: 3, after: 10 }]);
    expect(data.lines.filter(({ mark }) => mark === 'before' || mark === 'after')).toEqual([
      { mark: 'before', text: '  revisionHistoryLimit: 3' },
      { mark: 'after', text: '  revisionHistoryLimit: 10' },
    ]);
  });

  test('in the dumps; a pod that was replaced is matched by its workload', async () => {
    const { data } = await askComparison(sides, {
      address: '/api/compare/proxies',
      schema: proxyComparisonSchema,
    });
    const told = data.proxies.flatMap(({ workload, match, because, sections = [] }) => {
      const differing = sections
        .filter(({ added, removed, changed }) => added + removed + changed > 0)
        .map(({ section, added, removed, changed }) => `${section} +${added} -${removed} ~${changed}`);
      const words = [...differing, ...(because === undefined ? [] : ['not compared'])];
      return match === 'samePod' && words.length === 0 ? [] : [[workload, match, ...words].join(' ')];
    });
    expectExactly('proxies', told, [
      'productpage-v1 samePod clusters +1 -1 ~1 routes +0 -0 ~1',
      'reviews-v3 sameWorkload',
      'gone-1 onlyBefore',
      'redis samePod not compared',
    ]);
  });

  test('in the resources of a dump', async () => {
    const { data } = await askComparison(sides, {
      address: '/api/compare/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t',
      schema: comparedProxySchema,
    });
    expect(data.differences.map(({ name, change, fields }) => ({ name, change, fields }))).toEqual([
      { name: 'outbound|1||gone', change: 'removed', fields: [] },
      { name: 'outbound|9080||details.bookinfo.svc.cluster.local', change: 'added', fields: [] },
      {
        name: 'outbound|9080||ratings.bookinfo.svc.cluster.local',
        change: 'changed',
        fields: [{ path: 'connect_timeout', before: '3s', after: '10s' }],
      },
      {
        name: '9080',
        change: 'changed',
        fields: [{ path: 'max_direct_response_body_size_bytes', before: 1, after: 1_048_576 }],
      },
    ]);
  });
});

const mirrored: Record<CompareChange | 'statusOnly', string> = {
  added: 'removed',
  removed: 'added',
  changed: 'changed',
  statusOnly: 'statusOnly',
};

describe('the other way round everything is mirrored', { timeout: askMs }, () => {
  test('graph', async () => {
    const forth = (await askComparison(sides, graph)).data.differences;
    const back = await askComparison({ before: sides.after, after: sides.before }, graph);
    expect(back.warnings.map(({ code }) => code)).toEqual(['before_is_later']);
    const turned = back.data.differences.map(({ id, change, aspects, weight, before, after }) => ({
      ...{ id, aspects, weight },
      change: mirrored[change],
      ...{ before: after, after: before },
    }));
    expect(byId(turned)).toEqual(
      byId(
        forth.map(({ id, change, aspects, weight, before, after }) => ({
          ...{ id, aspects, weight, change, before, after },
        })),
      ),
    );
    console.log(`graph: ${turned.length} differences mirrored`);
  });

  test('objects', async () => {
    const forth = (await askComparison(sides, objects)).data;
    const back = (await askComparison({ before: sides.after, after: sides.before }, objects)).data;
    const turned = back.differences.map((one) => ({ ...one, change: mirrored[one.change] }));
    const inOrder = (list: readonly { change: string }[]) =>
      list
        .map((one) => JSON.stringify(one, ['object', 'change', 'paths', 'kind', 'namespace', 'name']))
        .sort();
    expect(inOrder(turned)).toEqual(inOrder(forth.differences));
    console.log(`objects: ${turned.length} differences mirrored`);
  });
});

function byId<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
