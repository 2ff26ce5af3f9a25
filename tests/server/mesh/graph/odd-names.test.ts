import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphSchema } from '#lib/contract/graph.ts';
import { graphTypes } from '#lib/contract/graph-query.ts';
import { decorators } from '#server/mesh/graph/decorators.ts';
import { edge, graphOf, node, type Party, seenByBoth, series, workload } from '#tests/support/telemetry.ts';

/** Names that every object of the language has as properties; Kubernetes allows the first as a name, labels allow all. */
const oddNames = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'plain'];
const oddName = fc.constantFrom(...oddNames);
const party: fc.Arbitrary<Party> = fc.record({
  cluster: fc.constant('Kubernetes'),
  namespace: oddName,
  workload: oddName,
  app: oddName,
  version: oddName,
});

test('a Service named constructor is a service like any other', () => {
  const graph = graphOf(
    {
      requests: seenByBoth({
        from: workload('shop/client-v1'),
        to: workload('shop/server-v1'),
        service: 'shop/constructor',
        value: 10,
      }),
    },
    { query: { serviceNodes: 'true' } },
  );
  expect(node(graph, 'service:shop/constructor')).toMatchObject({ kind: 'service', name: 'constructor' });
  expect(edge(graph, 'service:shop/constructor -> workload:shop/server-v1 http').requestCount).toBe(10);
});

test('names of inherited properties are names like any other, wherever they stand', () => {
  fc.assert(
    fc.property(
      party,
      party,
      oddName,
      oddName,
      fc.constantFrom(...graphTypes),
      (from, to, namespace, name, type) => {
        const call = { from, to, service: `${namespace}/${name}`, host: name, value: 10 };
        const objects = [
          { kind: 'Namespace' as const, name: namespace },
          { kind: 'Service' as const, namespace, name, labels: { app: to.app }, spec: { ports: [] } },
          {
            kind: 'Pod' as const,
            namespace: to.namespace,
            name: to.workload,
            labels: { app: to.app, version: to.version },
            spec: { containers: [{ name: 'istio-proxy' }] },
          },
        ];
        const graph = graphOf(
          {
            requests: seenByBoth({ ...call, code: name, flags: name }),
            bytesSent: [series({ ...call, reporter: 'source', labels: { response_flags: name } })],
          },
          { query: { type, serviceNodes: 'true', idle: 'true' }, objects, decorators },
        );
        expect(graphSchema.parse(graph)).toEqual(graph);
        const called = type === 'service' ? 'service' : type === 'workload' ? 'workload' : 'application';
        expect(graph.nodes.map(({ kind }) => kind)).toContain(called);
        expect(graph.edges.map(({ requestCount }) => requestCount)).toContain(10);
        expect(graph.nodes.filter(({ kind }) => kind === 'service').map((one) => one.name)).toContain(name);
      },
    ),
  );
});
