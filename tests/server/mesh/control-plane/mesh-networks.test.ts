import { expect, test } from 'vitest';
import { meshNetworks } from '#server/mesh/control-plane/mesh-networks.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const label = { 'topology.istio.io/network': 'north' };
const configMap = (meshNetworkText: string): Manifest => ({
  kind: 'ConfigMap',
  namespace: 'istio-system',
  name: 'istio',
  data: { mesh: '', meshNetworks: meshNetworkText },
});

function networks(manifests: Manifest[], gateways: unknown[] = []) {
  const entries = gateways.map((value) => ({ replica: 'istiod-1', value }));
  return meshNetworks({ objects: meshObjects(manifests), rootNamespace: 'istio-system' }, entries);
}

test('a network is gathered from every place that names it', () => {
  const found = networks(
    [
      { kind: 'Namespace', name: 'istio-system', labels: label },
      { kind: 'Service', namespace: 'istio-system', name: 'eastwest', labels: label, spec: {} },
      { kind: 'Pod', namespace: 'shop', name: 'a', labels: label, spec: {} },
      { kind: 'Pod', namespace: 'shop', name: 'b', labels: { 'topology.istio.io/network': '' }, spec: {} },
      configMap('networks:\n  south:\n    gateways:\n    - address: 198.51.100.7\n      port: 15443\n'),
    ],
    [
      { Network: 'north', Cluster: 'east', Addr: '203.0.113.9', Port: 15443, HBONEPort: 0 },
      { Network: 'south', Cluster: 'west', Addr: '203.0.113.8', Port: 0, HBONEPort: 15008 },
    ],
  );
  expect(found).toEqual([
    {
      network: 'north',
      sources: [
        'label of namespace istio-system',
        'label of Service istio-system/eastwest',
        'labels of 1 pod',
        'istiod',
      ],
      gateways: ['203.0.113.9:15443'],
    },
    {
      network: 'south',
      sources: ['meshNetworks of the mesh configuration', 'istiod'],
      gateways: ['198.51.100.7:15443', '203.0.113.8:15008'],
    },
  ]);
});

test.each(['networks: {}', '', 'a: [', 'just text'])('meshNetworks "%s" names none', (text) => {
  expect(networks([configMap(text)])).toEqual([]);
});
