import { beforeAll, describe, expect, test } from 'vitest';
import type { Explanation } from '#lib/contract/evidence.ts';
import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { explain } from '#server/mesh/graph/decorators/explain.ts';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { draftEdge, draftNode, draftOf, factsOf } from '#tests/support/graph-draft.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

let recorded: ObjectsSnapshot;
beforeAll(async () => {
  recorded = await recordedSnapshot();
});

const unknown = draftNode.own('unknown');
const passthrough = draftNode.own('passthrough', { name: 'PassthroughCluster' });
const blackHole = draftNode.own('blackHole', { name: 'BlackHoleCluster' });

/** The explanation of the first node, which calls or is called by the others. */
function explained(
  node: GraphNode,
  edges: readonly GraphEdge[],
  others: readonly GraphNode[],
  snapshot = recorded,
): Explanation {
  const { nodes } = explain.decorate(draftOf([node, ...others], edges), factsOf(snapshot));
  return nodes[0]?.explanation ?? { text: 'none', evidence: [] };
}

function call(source: GraphNode, target: GraphNode, ...hosts: string[]): GraphEdge {
  const responses = hosts.map((host) => ({
    code: '200',
    flags: '-',
    host,
    share: 1,
    requestsPerSecond: 1,
    reporter: 'source' as const,
  }));
  return draftEdge(source, target, { requestsPerSecond: 1, responses });
}

describe('BlackHoleCluster', () => {
  test('names the caller, the host, and the Sidecar that blocks it', () => {
    const crawler = draftNode.workload('external', 'crawler');
    const why = explained(blackHole, [call(crawler, blackHole, 'unknown.example.com:80')], [crawler]);
    expect(why.text).toBe(
      "Requests of external/crawler to unknown.example.com are blocked by the caller's own proxy: nothing that it may call has this name. The outbound traffic policy is REGISTRY_ONLY.",
    );
    expect(why.fix).toBe(
      'Register unknown.example.com: a ServiceEntry in namespace external with hosts [unknown.example.com], location MESH_EXTERNAL, resolution DNS and the ports that are called. Or allow every host: outboundTrafficPolicy.mode ALLOW_ANY.',
    );
    expect(why.evidence).toContainEqual({
      kind: 'object',
      text: 'Sidecar external/default spec.outboundTrafficPolicy.mode: REGISTRY_ONLY',
      link: '/config/external/Sidecar/default?path=spec.outboundTrafficPolicy.mode',
    });
    expect(why.command).toContain('kubectl get sidecars.networking.istio.io default -n external');
  });

  test('says so where no object blocks the caller any more', () => {
    const storefront = draftNode.workload('shop', 'storefront-v1');
    const why = explained(blackHole, [call(storefront, blackHole, 'gone.example.com')], [storefront]);
    expect(why.text).toContain('For shop/storefront-v1 no object says REGISTRY_ONLY now.');
    expect(why.fix).not.toContain('Or allow every host');
  });

  test('finds what keeps a registered host from its caller', () => {
    const alpha = draftNode.workload('shop', 'storefront-v1');
    const entry: Manifest = {
      kind: 'ServiceEntry',
      namespace: 'external',
      name: 'api',
      spec: { hosts: ['*.example.com'], exportTo: ['.'], ports: [{ number: 443, name: 'tls' }] },
    };
    const why = explained(
      blackHole,
      [call(alpha, blackHole, 'api.example.com')],
      [alpha],
      objectsSnapshot([entry]),
    );
    expect(why.fix).toBe(
      'ServiceEntry external/api has api.example.com, but is not exported to shop: add the namespace to its exportTo.',
    );
  });
});

describe('PassthroughCluster', () => {
  test('names callers and hosts, and the mesh configuration that lets them out', () => {
    const storefront = draftNode.workload('shop', 'storefront-v1');
    const details = draftNode.workload('bookinfo', 'details-v1');
    const edges = [
      call(storefront, passthrough, 'fonts.example.org'),
      call(details, passthrough, 'unknown.example.com'),
    ];
    const why = explained(passthrough, edges, [storefront, details]);
    expect(why.text).toBe(
      'bookinfo/details-v1 and shop/storefront-v1 call fonts.example.org and unknown.example.com, which no Service or ServiceEntry that they see stands for. Such traffic is passed on as it is: no route, retry or policy of the mesh applies to it. It may leave, because the outbound traffic policy is ALLOW_ANY.',
    );
    expect(why.fix).toContain('Register fonts.example.org and unknown.example.com: a ServiceEntry');
    expect(why.evidence.filter(({ kind }) => kind === 'object').map(({ text }) => text)).toEqual([
      'ConfigMap istio-system/istio mesh.outboundTrafficPolicy.mode: not set, which means ALLOW_ANY',
      'No ServiceEntry has the host fonts.example.org',
      'No ServiceEntry has the host unknown.example.com',
    ]);
    expect(why.evidence[0]?.text).toContain('destination_service_name="PassthroughCluster"');
    expect(why.command).toBe("kubectl get configmap istio -n istio-system -o jsonpath='{.data.mesh}'");
  });

  test('does not guess a policy that it cannot find', () => {
    const lone = draftNode.workload('shop', 'lone');
    const pod: Manifest = {
      kind: 'Pod',
      namespace: 'shop',
      name: 'lone',
      spec: { containers: [{ name: 'istio-proxy' }] },
    };
    const why = explained(
      passthrough,
      [call(lone, passthrough, 'a.example.com')],
      [lone],
      objectsSnapshot([pod]),
    );
    expect(why.text).toContain('For shop/lone no object was found that says so.');
    expect(why.text).not.toContain('ALLOW_ANY');
    expect(why.evidence).toContainEqual({
      kind: 'object',
      text: 'ConfigMap istio-system/istio with the mesh configuration was not found, so the mesh-wide policy is not known',
    });
  });
});

describe('unknown callers', () => {
  test('are the workloads without a sidecar, let in by the PeerAuthentication of the port', () => {
    const mysql = draftNode.workload('shop', 'mysql');
    const why = explained(
      unknown,
      [draftEdge(unknown, mysql, { protocol: 'tcp', bytesSentPerSecond: 1 })],
      [mysql],
    );
    expect(why.text).toBe(
      'These callers have no proxy of the mesh that would name them. To shop/mysql they may come from outside the cluster or from a workload without a sidecar: legacy/batch, observability/zipkin and shop/legacy-cron. Which of them it is, metrics cannot tell. shop/mysql lets them in on port 3306, because PeerAuthentication shop/mysql-port says PERMISSIVE.',
    );
    expect(why.fix).toContain('shop/legacy-cron (the pod label sidecar.istio.io/inject is false)');
    expect(why.fix).toContain('legacy/batch (namespace legacy is not injected');
    expect(why.evidence).toContainEqual({
      kind: 'object',
      text: 'PeerAuthentication shop/mysql-port spec.portLevelMtls[3306].mode: PERMISSIVE',
      link: '/config/shop/PeerAuthentication/mysql-port?path=spec.portLevelMtls%5B3306%5D.mode',
    });
    expect(why.command).toMatch(/^istioctl experimental check-inject -n legacy batch-/);
  });

  test('are found through a service node too', () => {
    const crawler = draftNode.service('external', 'crawler');
    const why = explained(unknown, [draftEdge(unknown, crawler, { requestsPerSecond: 1 })], [crawler]);
    expect(why.text).toContain(
      'external/crawler lets them in on port 8080, because PeerAuthentication istio-system/default says PERMISSIVE.',
    );
  });

  test('are nothing strange in front of a gateway', () => {
    const gateway = draftNode.workload('istio-system', 'istio-ingressgateway');
    const why = explained(unknown, [draftEdge(unknown, gateway, { requestsPerSecond: 1 })], [gateway]);
    expect(why.text).toBe(
      'These callers have no proxy of the mesh that would name them. To istio-system/istio-ingressgateway they come from outside, which is what a gateway is for.',
    );
    expect(why.fix).toBeUndefined();
  });

  test('do have a certificate where nothing but mutual TLS is let in', () => {
    const reviews = draftNode.workload('bookinfo', 'reviews-v1');
    const why = explained(unknown, [draftEdge(unknown, reviews, { requestsPerSecond: 1 })], [reviews]);
    expect(why.text).toContain(
      'bookinfo/reviews-v1 accepts mutual TLS only, so these callers do have a certificate',
    );
  });
});

test('without objects each explanation says that it does not know why', () => {
  const caller = draftNode.workload('shop', 'storefront-v1');
  const facts = { ...factsOf(recorded), objects: noObjects, objectsKnown: false };
  const edges = [
    call(caller, passthrough, 'a.example.com'),
    call(caller, blackHole, 'b.example.com'),
    call(unknown, caller),
  ];
  const { nodes } = explain.decorate(draftOf([unknown, passthrough, blackHole, caller], edges), facts);
  for (const node of nodes.slice(0, 3)) {
    expect(node.explanation?.text).toMatch(/The objects could not be read, so .* not known\.$/);
    expect(node.explanation?.evidence).toHaveLength(1);
  }
  expect(nodes[3]?.explanation).toBeUndefined();
});

describe('of kinds that could not be read', () => {
  const caller = draftNode.workload('external', 'crawler');
  const edges = [call(caller, passthrough, 'a.example.com'), call(unknown, caller)];

  test.each<[ObjectKind, string]>([
    ['Sidecar', 'Sidecar objects could not be read, so the policy in force is not known'],
    ['ConfigMap', 'ConfigMap objects could not be read, so the policy in force is not known'],
    ['ServiceEntry', 'ServiceEntry objects could not be read'],
    ['PeerAuthentication', 'PeerAuthentication objects could not be read'],
  ])('nothing is concluded: %s', (kind, text) => {
    const facts = { ...factsOf(recorded), unread: [kind] };
    const { nodes } = explain.decorate(draftOf([unknown, passthrough, caller], edges), facts);
    const evidence = nodes.flatMap(({ explanation }) => explanation?.evidence ?? []);
    expect(evidence).toContainEqual({ kind: 'object', text });
  });
});

test('TCP calls are proved by their connections', () => {
  const mysql = draftNode.workload('shop', 'mysql');
  const why = explained(unknown, [draftEdge(unknown, mysql, { protocol: 'tcp' })], [mysql]);
  expect(why.evidence[0]?.text).toBe(
    'sum by (destination_workload_namespace, destination_workload, connection_security_policy) (rate(istio_tcp_connections_opened_total{reporter="destination",source_workload="unknown"}[10m]))',
  );
});
