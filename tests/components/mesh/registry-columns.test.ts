import { expect, test } from 'vitest';
import {
  addressesText,
  endpointsText,
  exportText,
  portsText,
} from '#components/mesh/registry/registry-columns.tsx';
import type { RegistryService } from '#lib/contract/mesh-registry.ts';

const service = (extra: Partial<RegistryService>): RegistryService => ({
  id: 'web',
  hostname: 'web.shop.svc.cluster.local',
  namespace: 'shop',
  registry: 'Kubernetes',
  resolution: 'ClientSideLB',
  isMeshExternal: false,
  ports: [],
  clusterAddresses: [],
  autoAddresses: [],
  exportTo: [],
  serviceAccounts: [],
  sameHostname: 1,
  ...extra,
});

test('ports name their protocol, or that the proxy finds it out', () => {
  const ports = [
    { name: 'http', port: 80, protocol: 'HTTP' },
    { name: 'x', port: 90, protocol: 'UnsupportedProtocol' },
  ];
  expect(portsText(service({ ports }))).toBe('80 HTTP, 90 auto-detected');
});

test('addresses name their cluster where there are several', () => {
  const east = { cluster: 'east', addresses: ['10.0.0.1', 'fd00::1'] };
  expect(addressesText(service({ clusterAddresses: [east] }))).toBe('10.0.0.1, fd00::1');
  expect(
    addressesText(service({ clusterAddresses: [east, { cluster: 'west', addresses: ['10.1.0.1'] }] })),
  ).toBe('east: 10.0.0.1, fd00::1; west: 10.1.0.1');
});

test('no export list means every namespace', () => {
  expect(exportText(service({}))).toBe('every namespace');
  expect(exportText(service({ exportTo: ['.'] }))).toBe('.');
});

test('endpoints are counted, none are said, and not asked for is neither', () => {
  const one = { cluster: 'east', health: 'healthy' as const, count: 2 };
  const other = { cluster: 'west', health: 'unknown' as const, count: 1 };
  expect(endpointsText(service({}))).toBeUndefined();
  expect(endpointsText(service({ endpoints: [] }))).toBe('none');
  expect(endpointsText(service({ endpoints: [one] }))).toBe('2 healthy');
  expect(endpointsText(service({ endpoints: [one, other] }))).toBe('2 healthy in east, 1 unchecked in west');
});
