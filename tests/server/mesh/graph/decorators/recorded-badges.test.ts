import { beforeAll, describe, expect, test } from 'vitest';
import type { GraphNode } from '#lib/contract/graph.ts';
import { boxMtls } from '#server/mesh/graph/decorators/box-mtls.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { badgeTexts, marked } from '#tests/support/badges-of.ts';
import { draftNode, draftOf, factsOf } from '#tests/support/graph-draft.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

let snapshot: ObjectsSnapshot;
beforeAll(async () => {
  snapshot = await recordedSnapshot();
});

const decorate = (...nodes: [GraphNode, ...GraphNode[]]) => marked(snapshot, ...nodes);
const texts = badgeTexts;

describe.each<[string, GraphNode, Record<string, string>]>([
  [
    'reviews',
    draftNode.service('bookinfo', 'reviews'),
    {
      virtualService: 'Routed by VirtualService bookinfo/reviews',
      trafficSplit: 'Splits 25/25/50 over v1, v2, v3',
      circuitBreaker: 'DestinationRule reviews limits connections and ejects failing endpoints',
    },
  ],
  [
    'ratings',
    draftNode.service('bookinfo', 'ratings'),
    {
      virtualService: 'Routed by VirtualService bookinfo/ratings',
      faultInjection:
        'Delays 100 % of requests of rule slow-jason by 2s; Answers 100 % of requests of rule broken-by-wish with 555',
      mirroring: 'Mirrors 50 % of requests of rule others to ratings v2',
      circuitBreaker: 'DestinationRule ratings limits connections and ejects failing endpoints',
    },
  ],
  [
    'details',
    draftNode.service('bookinfo', 'details'),
    {
      virtualService: 'Routed by VirtualService bookinfo/details',
      faultInjection: 'Answers 100 % of requests of rule broken-by-wish with 503',
      requestTimeout: 'Gives up requests of rule all after 2s',
    },
  ],
  [
    'mysqldb',
    draftNode.service('bookinfo', 'mysqldb'),
    { circuitBreaker: 'DestinationRule mysqldb limits connections' },
  ],
  [
    'productpage, whose VirtualService is for a gateway alone',
    draftNode.service('bookinfo', 'productpage'),
    {},
  ],
  [
    'catalog, by an HTTPRoute on the Service',
    draftNode.service('shop', 'catalog'),
    {
      virtualService: 'Routed by HTTPRoute shop/catalog-mesh',
      trafficSplit: 'Splits 3/1 over catalog-v1, catalog-v2',
      requestTimeout: 'Gives up requests of rule spec.rules[1] after 3s',
    },
  ],
  [
    'beta, whose weights are more than a hundred',
    draftNode.service('broken', 'beta'),
    {
      virtualService: 'Routed by VirtualService broken/too-much-weight',
      trafficSplit: 'Splits 90/20 over v1, v2',
    },
  ],
  [
    'alpha, which two VirtualServices route',
    draftNode.service('broken', 'alpha'),
    {
      virtualService:
        'Routed by VirtualService broken/no-such-subset; Routed by VirtualService broken/same-host-again',
    },
  ],
  [
    'a host behind the egress gateway',
    draftNode.serviceEntry('external', 'secure', { hosts: ['secure.example.com'] }),
    { virtualService: 'Routed by VirtualService external/secure-through-egress' },
  ],
  [
    'a virtual machine behind a ServiceEntry',
    draftNode.serviceEntry('external', 'vm'),
    { workloadEntry: 'Runs outside Kubernetes: WorkloadEntry external/vm-1 at 203.0.113.60' },
  ],
  [
    'the ingress gateway',
    draftNode.workload('istio-system', 'istio-ingressgateway'),
    {
      virtualService: 'Routed by VirtualService bookinfo/bookinfo',
      requestTimeout: 'Gives up requests of rule slow after 1s',
      gateway:
        'Serves Gateway bookinfo/bookinfo-gateway for bookinfo.example.com, *.bookinfo.example.com; Serves Gateway broken/no-such-secret for tls.example.com',
    },
  ],
  [
    'the egress gateway',
    draftNode.workload('istio-system', 'istio-egressgateway'),
    {
      virtualService: 'Routed by VirtualService external/secure-through-egress',
      gateway: 'Serves Gateway external/egress for secure.example.com',
    },
  ],
  [
    'the gateway that the Gateway API deployed',
    draftNode.workload('shop', 'storefront-istio'),
    {
      virtualService: 'Routed by HTTPRoute shop/storefront',
      trafficSplit: 'Splits 90/10 over storefront-v1, storefront-v2',
      gateway: 'Serves Gateway shop/storefront for shop.example.com',
    },
  ],
  [
    'a pod that its label keeps out',
    draftNode.workload('shop', 'legacy-cron'),
    { missingSidecar: 'legacy-cron has no sidecar: the pod label sidecar.istio.io/inject is false' },
  ],
  [
    'a pod of a namespace without injection',
    draftNode.workload('legacy', 'batch'),
    {
      missingSidecar:
        'batch has no sidecar: namespace legacy is not injected: it has neither the label istio-injection=enabled nor istio.io/rev',
    },
  ],
  ['a workload with nothing special', draftNode.workload('shop', 'wordpress-v1'), {}],
  ['the control plane, which is not missing anything', draftNode.workload('istio-system', 'istiod'), {}],
])('%s', (_name, node, badges) => {
  test('has exactly its badges', () => {
    expect(texts(decorate(node))).toEqual(badges);
  });
});

test('badges name the objects they were read from', () => {
  const split = decorate(draftNode.service('bookinfo', 'reviews')).badges.find(
    ({ id }) => id === 'trafficSplit',
  );
  expect(split?.objects).toEqual([{ kind: 'VirtualService', namespace: 'bookinfo', name: 'reviews' }]);
});

test('without a service node the version carries the marks of its services', () => {
  const version = draftNode.application('bookinfo', 'reviews', { workload: 'reviews-v1', version: 'v1' });
  expect(Object.keys(texts(decorate(version)))).toEqual(['virtualService', 'trafficSplit', 'circuitBreaker']);
  expect(texts(decorate(version, draftNode.service('bookinfo', 'reviews')))).toEqual({});
});

describe.each<[string, GraphNode, boolean | undefined, number | undefined]>([
  ['a native sidecar', draftNode.workload('bookinfo', 'reviews-v3'), true, 2],
  ['a gateway', draftNode.workload('istio-system', 'istio-ingressgateway'), true, 1],
  ['a workload without a sidecar', draftNode.workload('legacy', 'batch'), false, 1],
  ['an application with all its versions', draftNode.application('bookinfo', 'reviews'), true, 4],
  ['the control plane', draftNode.workload('istio-system', 'istiod'), undefined, 1],
  ['a workload that no object speaks of', draftNode.workload('shop', 'gone'), undefined, undefined],
  [
    'a workload of another cluster',
    draftNode.workload('bookinfo', 'reviews-v3', { cluster: 'east' }),
    undefined,
    undefined,
  ],
  ['a service', draftNode.service('bookinfo', 'reviews'), undefined, undefined],
])('%s', (_name, node, inMesh, podCount) => {
  test('is counted and placed', () => {
    expect(decorate(node)).toMatchObject({ ...(inMesh === undefined ? {} : { inMesh }) });
    expect(decorate(node).inMesh).toBe(inMesh);
    expect(decorate(node).podCount).toBe(podCount);
  });
});

test('nodes carry the labels of their pods, applications those that all versions share', () => {
  expect(decorate(draftNode.workload('bookinfo', 'reviews-v1')).labels).toMatchObject({
    app: 'reviews',
    version: 'v1',
  });
  const { labels } = decorate(draftNode.application('bookinfo', 'reviews'));
  expect(labels.app).toBe('reviews');
  expect(labels.version).toBeUndefined();
});

describe.each<[string, string, string | undefined]>([
  ['bookinfo', 'reviews-v1', 'STRICT'],
  ['shop', 'mysql', 'MIXED'],
  ['broken', 'alpha', 'STRICT'],
  ['external', 'crawler', 'PERMISSIVE'],
  ['legacy', 'batch', undefined],
  ['istio-system', 'istio-ingressgateway', undefined],
])('the box of %s', (namespace, workload, mtls) => {
  test(`says ${mtls ?? 'nothing'} about mutual TLS`, () => {
    const member = draftNode.workload(namespace, workload);
    const box = {
      id: `namespace:Kubernetes/${namespace}`,
      kind: 'namespace' as const,
      name: namespace,
      members: [member.id],
    };
    const draft = boxMtls.decorate({ ...draftOf([member]), boxes: [box] }, factsOf(snapshot));
    expect(draft.boxes[0]?.mtls).toBe(mtls);
  });
});
