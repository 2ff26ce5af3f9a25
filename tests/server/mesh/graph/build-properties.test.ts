import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph } from '#lib/contract/graph.ts';
import { graphTypes, serviceNodeModes } from '#lib/contract/graph-query.ts';
import { isUnsentEdge } from '#lib/graph/unsent-edge.ts';
import type { Sample } from '#server/metrics/query.ts';
import { expectRowsToAddUp } from '#tests/support/response-rows.ts';
import { graphOf, nobody, requests, workload } from '#tests/support/telemetry.ts';

const namespaces = ['shop', 'bank', 'mail'];
const places = namespaces.flatMap((namespace) =>
  ['a-v1', 'a-v2', 'b-v1'].map((name) => `${namespace}/${name}`),
);

/** Requests between few workloads, so that many series meet on one edge; whole counts, so that sums are exact. */
const call = fc
  .record({
    from: fc.constantFrom(...places),
    to: fc.constantFrom(...places),
    code: fc.constantFrom('200', '404', '500'),
    flags: fc.constantFrom('-', 'URX'),
    arrived: fc.boolean(),
    reporters: fc.constantFrom(
      ['source'] as const,
      ['source', 'destination'] as const,
      ['destination'] as const,
    ),
    value: fc.integer({ min: 1, max: 64 }),
  })
  .map(({ from, to, code, flags, arrived, reporters, value }): Sample[] => {
    const service = to.replace(/-v\d$/, '');
    const traffic = { from: workload(from), service, code, flags, value };
    return arrived
      ? reporters.map((reporter) => requests({ ...traffic, reporter, to: workload(to) }))
      : [requests({ ...traffic, reporter: 'source', to: { ...nobody, cluster: 'Kubernetes' } })];
  });
const calls = fc.array(call, { minLength: 1, maxLength: 30 }).map((list) => merge(list.flat()));

/** A store never answers two rows with the same labels. */
function merge(samples: readonly Sample[]): Sample[] {
  const byLabels = new Map<string, Sample>();
  for (const { labels, value } of samples) {
    const key = JSON.stringify(labels);
    byLabels.set(key, { labels, value: value + (byLabels.get(key)?.value ?? 0) });
  }
  return [...byLabels.values()];
}

function countBetween(graph: Graph, ends: { source?: string; target?: string }): number {
  return graph.edges
    .filter(({ source }) => ends.source === undefined || ends.source === source)
    .filter(({ target }) => ends.target === undefined || ends.target === target)
    .reduce((sum, { requestCount = 0 }) => sum + requestCount, 0);
}

/** What only receivers counted, though the callers report their requests to the same service, none of them sent. */
function withoutUnsent(graph: Graph): Graph {
  return { ...graph, edges: graph.edges.filter((edge) => !isUnsentEdge(edge)) };
}

test('what runs into a service is what runs out of it and what failed at it', () => {
  fc.assert(
    fc.property(calls, (rows) => {
      const graph = withoutUnsent(graphOf({ requests: rows }, { query: { serviceNodes: 'true' } }));
      const withoutServices = graphOf({ requests: rows });
      for (const { id } of graph.nodes.filter(({ kind }) => kind === 'service')) {
        const failed = countBetween(withoutServices, { target: id });
        expect(countBetween(graph, { target: id })).toBe(countBetween(graph, { source: id }) + failed);
      }
    }),
  );
});

test('every request is in the picture exactly once, by the word of one reporter', () => {
  fc.assert(
    fc.property(calls, (rows) => {
      const totals = new Map<string, { source: number; destination: number }>();
      for (const { labels, value } of rows) {
        const pair = `${labels.source_workload} ${labels.source_workload_namespace} ${labels.destination_workload} ${labels.destination_workload_namespace}`;
        const total = totals.get(pair) ?? { source: 0, destination: 0 };
        totals.set(pair, total);
        total[labels.reporter === 'source' ? 'source' : 'destination'] += value;
      }
      const expected = [...totals.values()].reduce(
        (sum, { source, destination }) => sum + (source || destination),
        0,
      );
      expect(countBetween(graphOf({ requests: rows }), {})).toBe(expected);
    }),
  );
});

test('the rows of a reporter are shares of its own requests on the edge, and add up to them', () => {
  fc.assert(
    fc.property(
      calls,
      fc.constantFrom(...graphTypes),
      fc.constantFrom(...serviceNodeModes),
      (rows, type, mode) => {
        const graph = graphOf({ requests: rows }, { query: { type, serviceNodes: mode } });
        for (const one of graph.edges) expectRowsToAddUp(one);
      },
    ),
  );
});

test('the order of series changes nothing', () => {
  fc.assert(
    fc.property(calls, fc.infiniteStream(fc.nat()), (rows, random) => {
      const shuffled = rows
        .map((row) => ({ row, order: random.next().value ?? 0 }))
        .sort((left, right) => left.order - right.order)
        .map(({ row }) => row);
      for (const type of ['versionedApp', 'app', 'workload', 'service'])
        expect(graphOf({ requests: shuffled }, { query: { type, serviceNodes: 'routed' } })).toEqual(
          graphOf({ requests: rows }, { query: { type, serviceNodes: 'routed' } }),
        );
    }),
    { numRuns: 50 },
  );
});

test('series split by a label that the graph does not show change nothing', () => {
  fc.assert(
    fc.property(calls, (rows) => {
      const split = rows.flatMap(({ labels, value }) => [
        { labels: { ...labels, pod: 'first' }, value: value / 2 },
        { labels: { ...labels, pod: 'second' }, value: value / 4 },
        { labels: { ...labels, pod: 'third' }, value: value / 4 },
      ]);
      const query = { type: 'versionedApp', serviceNodes: 'true' };
      expect(rounded(graphOf({ requests: split }, { query }))).toEqual(
        rounded(graphOf({ requests: rows }, { query })),
      );
    }),
    { numRuns: 50 },
  );
});

test('asking for namespaces together is the union of asking for each', () => {
  fc.assert(
    fc.property(calls, (rows) => {
      const edgesOf = (asked: string) =>
        graphOf({ requests: rowsTouching(rows, asked.split(',')) }, { query: { namespaces: asked } }).edges;
      const union = new Map([...edgesOf('shop'), ...edgesOf('bank')].map((edge) => [edge.id, edge]));
      const together = edgesOf('bank,shop');
      expect(together).toEqual([...union.values()].sort((left, right) => (left.id < right.id ? -1 : 1)));
    }),
    { numRuns: 50 },
  );
});

/** What a store answers when the query is narrowed to namespaces. */
function rowsTouching(rows: readonly Sample[], asked: readonly string[]): Sample[] {
  const labels = [
    'source_workload_namespace',
    'destination_workload_namespace',
    'destination_service_namespace',
  ];
  return rows.filter((row) => labels.some((label) => asked.includes(row.labels[label] ?? '')));
}

function rounded(graph: Graph): unknown {
  return JSON.parse(
    JSON.stringify(graph, (_, value) => (typeof value === 'number' ? value.toPrecision(9) : value)),
  );
}
