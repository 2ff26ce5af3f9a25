import { expect, test } from 'vitest';
import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import { defaultNamespaces } from '#lib/default-namespaces.ts';
import { compareNamespaces, namespaceStatus } from '#lib/namespace-status.ts';
import { namespacesByName } from '#lib/namespaces-by-name.ts';

function item(name: string, change: Partial<NamespaceItem> = {}): NamespaceItem {
  const workloads = { total: 1, healthy: 1, degraded: 0, failing: 0, idle: 0, unknown: 0, outOfMesh: 0 };
  const health = { status: 'healthy', reasons: [] } as const;
  return {
    name,
    inMesh: 'sidecar',
    isSystem: false,
    health: { ...health, reasons: [] },
    workloads,
    ...change,
  };
}

test('by default the namespaces with traffic are shown, without those of the system', () => {
  const items = [
    item('shop', { requestsPerSecond: 12 }),
    item('istio-system', { requestsPerSecond: 9, isSystem: true }),
    item('bookinfo', { requestsPerSecond: 0.001 }),
    item('quiet', { requestsPerSecond: 0 }),
  ];
  expect(defaultNamespaces(items)).toEqual(['bookinfo', 'shop']);
});

test('when no rate is known, all but those of the system are shown', () => {
  expect(defaultNamespaces([item('shop'), item('kube-system', { isSystem: true })])).toEqual(['shop']);
});

test('when only the system is there, everything is shown', () => {
  expect(defaultNamespaces([item('kube-system', { isSystem: true })])).toBe('*');
  expect(defaultNamespaces([])).toBe('*');
});

test('namespaces stand worst first, and those outside the mesh last', () => {
  const items = [
    item('fine'),
    item('outside', { inMesh: 'none', health: { status: 'idle', reasons: [] } }),
    item('resting', { health: { status: 'idle', reasons: [] } }),
    item('bad', { health: { status: 'failing', reasons: [] }, errorShare: 0.1 }),
    item('worse', { health: { status: 'failing', reasons: [] }, errorShare: 0.9 }),
    item('so-so', { health: { status: 'degraded', reasons: [] } }),
  ];
  expect(items.sort(compareNamespaces).map(({ name }) => name)).toEqual([
    'worse',
    'bad',
    'so-so',
    'fine',
    'resting',
    'outside',
  ]);
});

test('a gateway that runs outside injection still has a health', () => {
  const gateways = item('istio-system', { inMesh: 'none', health: { status: 'degraded', reasons: [] } });
  expect(namespaceStatus(gateways)).toBe('degraded');
});

test('a namespace of two clusters is one name: as bad as the worse one, with the requests of both', () => {
  const failing = { status: 'failing', reasons: [] } as const;
  const items = [
    item('shop', { cluster: 'east', requestsPerSecond: 2 }),
    item('bookinfo', { cluster: 'east' }),
    item('shop', { cluster: 'west', requestsPerSecond: 0.5, health: { ...failing, reasons: [] } }),
    item('quiet', { cluster: 'west' }),
  ];
  expect(
    namespacesByName(items).map(({ name, health, requestsPerSecond }) => [
      name,
      health.status,
      requestsPerSecond,
    ]),
  ).toEqual([
    ['shop', 'failing', 2.5],
    ['bookinfo', 'healthy', undefined],
    ['quiet', 'healthy', undefined],
  ]);
  expect(defaultNamespaces(items)).toEqual(['shop']);
});
