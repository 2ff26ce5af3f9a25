import { describe, expect, test } from 'vitest';
import type { GraphNode } from '#lib/contract/graph.ts';
import { badgeTexts, marked } from '#tests/support/badges-of.ts';
import { draftNode } from '#tests/support/graph-draft.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const service = (namespace: string, name: string, selector?: object): Manifest => ({
  kind: 'Service',
  namespace,
  name,
  spec: { selector },
});
const cart = draftNode.service('shop', 'cart');

function badges(node: GraphNode, manifests: Manifest[]): Record<string, string> {
  return badgeTexts(marked(objectsSnapshot([service('shop', 'cart'), ...manifests]), node));
}

const breaker = (namespace: string, spec: object): Manifest => ({
  kind: 'DestinationRule',
  namespace,
  name: 'd',
  spec,
});
const pod = (name: string, labels: object): Manifest => ({
  kind: 'Pod',
  namespace: 'shop',
  name,
  labels,
  spec: { containers: [{ name: 'istio-proxy' }] },
});

describe('a DestinationRule', () => {
  const full = 'cart.shop.svc.cluster.local';

  test.each<[string, Manifest, string | undefined]>([
    [
      'without pool or ejection is no breaker',
      breaker('shop', { host: 'cart', trafficPolicy: { tls: { mode: 'DISABLE' } } }),
      undefined,
    ],
    [
      'of one port counts',
      breaker('shop', { host: 'cart', trafficPolicy: { portLevelSettings: [{ outlierDetection: {} }] } }),
      'DestinationRule d ejects failing endpoints',
    ],
    [
      'of a subset names it',
      breaker('shop', { host: 'cart', subsets: [{ name: 'v1', trafficPolicy: { connectionPool: {} } }] }),
      'DestinationRule d limits connections in subset v1',
    ],
    [
      'of a caller\u2019s namespace is for its callers',
      breaker('other', { host: full, trafficPolicy: { connectionPool: {} } }),
      'DestinationRule d limits connections (only for callers in other)',
    ],
    [
      'of the root namespace is for all',
      breaker('istio-system', { host: full, trafficPolicy: { connectionPool: {} } }),
      'DestinationRule d limits connections',
    ],
  ])('%s', (_sentence, manifest, text) => {
    expect(badges(cart, [manifest]).circuitBreaker).toBe(text);
  });

  test('of a subset is marked at the workloads it selects, even beside their service', () => {
    const rule = breaker('shop', {
      host: 'cart',
      subsets: [{ name: 'v1', labels: { version: 'v1' }, trafficPolicy: { connectionPool: {} } }],
    });
    const manifests = [
      service('shop', 'front', { app: 'cart' }),
      pod('one', { app: 'cart', version: 'v1' }),
      pod('two', { app: 'cart', version: 'v2' }),
    ];
    const frontRule = { ...rule, spec: { ...Object(rule.spec), host: 'front' } };
    expect(badges(draftNode.workload('shop', 'one'), [...manifests, frontRule]).circuitBreaker).toBe(
      'DestinationRule d limits connections in subset v1',
    );
    expect(
      badges(draftNode.workload('shop', 'two'), [...manifests, frontRule]).circuitBreaker,
    ).toBeUndefined();
  });
});

test('a waypoint is marked as one, not as a gateway', () => {
  const labels = {
    'gateway.networking.k8s.io/gateway-name': 'w',
    'gateway.istio.io/managed': 'istio.io-mesh-controller',
  };
  const gateway: Manifest = {
    kind: 'Gateway',
    namespace: 'shop',
    name: 'w',
    spec: { gatewayClassName: 'istio-waypoint' },
  };
  expect(badges(draftNode.workload('shop', 'w'), [gateway, pod('w', labels)])).toEqual({
    waypoint: 'Waypoint proxy of Gateway shop/w',
  });
});

test('a virtual machine is found by its name, or by app and version', () => {
  const entry: Manifest = {
    kind: 'WorkloadEntry',
    namespace: 'shop',
    name: 'vm-1',
    spec: { address: '10.0.0.9', labels: { app: 'cart', version: 'v1' } },
  };
  const text = 'Runs outside Kubernetes: WorkloadEntry shop/vm-1 at 10.0.0.9';
  expect(badges(draftNode.workload('shop', 'vm-1'), [entry]).workloadEntry).toBe(text);
  expect(badges(draftNode.application('shop', 'cart', { version: 'v1' }), [entry]).workloadEntry).toBe(text);
  expect(
    badges(draftNode.application('shop', 'cart', { version: 'v2' }), [entry]).workloadEntry,
  ).toBeUndefined();
  expect(
    badges(draftNode.application('other', 'cart', { version: 'v1' }), [entry]).workloadEntry,
  ).toBeUndefined();
});
