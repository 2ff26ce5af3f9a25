import { describe, expect, test } from 'vitest';
import { meshGateways } from '#server/mesh/control-plane/mesh-gateways.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

const pod = (labels: Record<string, string>, ready = 'True'): Manifest => ({
  kind: 'Pod',
  namespace: 'edge',
  name: `pod-${ready}`,
  labels,
  spec: { containers: [{ name: 'istio-proxy', args: ['proxy', 'router'] }] },
  status: { conditions: [{ type: 'Ready', status: ready }] },
});
const service = (selector: Record<string, string>, extra: object = {}, status: object = {}): Manifest => ({
  kind: 'Service',
  namespace: 'edge',
  name: 'front',
  spec: { selector, ports: [{ port: 15443, name: 'tls' }], ...extra },
  status,
});

describe('a gateway', () => {
  test('stands in the recorded mesh with its addresses and what it serves', async () => {
    const found = meshGateways((await recordedSnapshot()).objects);
    expect(
      found.map(({ role, namespace, name, addresses, serves, health }) => ({
        role,
        at: `${namespace}/${name}`,
        addresses,
        serves: serves.map((object) => `${object.kind} ${object.namespace}/${object.name}`),
        status: health.status,
      })),
    ).toEqual([
      {
        role: 'istio',
        at: 'istio-system/istio-egressgateway',
        addresses: ['10.96.1.31'],
        serves: ['IstioGateway external/egress'],
        status: 'healthy',
      },
      {
        role: 'istio',
        at: 'istio-system/istio-ingressgateway',
        addresses: ['203.0.113.132'],
        serves: ['IstioGateway bookinfo/bookinfo-gateway', 'IstioGateway broken/no-such-secret'],
        status: 'healthy',
      },
      {
        role: 'gatewayApi',
        at: 'shop/storefront-istio',
        addresses: ['203.0.113.145'],
        serves: ['Gateway shop/storefront'],
        status: 'healthy',
      },
    ]);
  });

  test('between clusters is told by its label', () => {
    const labels = { istio: 'eastwestgateway', app: 'x' };
    expect(meshGateways(meshObjects([pod(labels), service(labels)]))).toMatchObject([{ role: 'eastWest' }]);
  });

  test('without a ready pod fails, with some it is degraded', () => {
    const labels = { app: 'x' };
    const of = (...manifests: Manifest[]) => meshGateways(meshObjects(manifests))[0]?.health;
    expect(of(pod(labels, 'False'), service(labels))?.status).toBe('failing');
    expect(of(pod(labels, 'False'), pod(labels), service(labels))).toMatchObject({
      status: 'degraded',
      reasons: [{ text: '1 of 2 pods are ready' }],
    });
  });

  test('whose load balancer gave no address, or that no Service leads to, is degraded', () => {
    const labels = { app: 'x' };
    const waiting = meshGateways(meshObjects([pod(labels), service(labels, { type: 'LoadBalancer' })]));
    expect(waiting).toMatchObject([{ addresses: [], health: { status: 'degraded' } }]);
    expect(waiting[0]?.health.reasons[0]?.text).toMatch(/no address yet/);
    const alone = meshGateways(meshObjects([pod(labels)]));
    expect(alone[0]?.health.reasons[0]?.text).toMatch(/No Service/);
  });
});
