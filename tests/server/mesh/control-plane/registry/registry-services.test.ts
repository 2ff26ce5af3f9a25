import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { registryServices } from '#server/mesh/control-plane/registry/registry-services.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const entry = (extra: object, attributes: object = {}) => ({
  Attributes: { ServiceRegistry: 'Kubernetes', Name: 'web', Namespace: 'shop', ...attributes },
  hostname: 'web.shop.svc.cluster.local',
  ...extra,
});

describe('a service of the registry', () => {
  test.each([
    [0, 'ClientSideLB'],
    [1, 'DNSLB'],
    [2, 'Passthrough'],
    [3, 'DNSRoundRobinLB'],
    [4, 'Alias'],
    [5, 'DynamicDNS'],
    [6, 'resolution 6'],
    [undefined, 'unknown'],
  ])('of resolution %s is resolved by %s', (Resolution, word) => {
    expect(registryServices([entry({ Resolution })])[0]?.resolution).toBe(word);
  });

  test.each<[string, object, object[]]>([
    [
      'has an address in each cluster',
      { clusterVIPs: { Addresses: { east: ['10.0.0.1'], west: ['10.1.0.1', 'fd00::1'] } } },
      [
        { cluster: 'east', addresses: ['10.0.0.1'] },
        { cluster: 'west', addresses: ['10.1.0.1', 'fd00::1'] },
      ],
    ],
    [
      'has one for all clusters',
      { clusterVIPs: { Addresses: null }, defaultAddress: '203.0.113.1' },
      [{ cluster: '*', addresses: ['203.0.113.1'] }],
    ],
    [
      'has none when headless',
      { clusterVIPs: { Addresses: { east: ['0.0.0.0'] } }, defaultAddress: '0.0.0.0' },
      [],
    ],
    ['has none when nobody says', {}, []],
  ])('%s', (_, extra, addresses) => {
    expect(registryServices([entry(extra)])[0]?.clusterAddresses).toEqual(addresses);
  });

  test('names the object behind it, where istiod does', () => {
    const external = (ObjectName: string) => entry({}, { ServiceRegistry: 'External', ObjectName });
    const found = registryServices([
      entry({}),
      external('api'),
      external(''),
      entry({}, { ServiceRegistry: 'Mock' }),
    ]);
    expect(found.map(({ object }) => object?.kind)).toEqual([
      'Service',
      'ServiceEntry',
      undefined,
      undefined,
    ]);
    expect(found.map(({ sameHostname }) => sameHostname)).toEqual([4, 4, 4, 4]);
  });

  test('counts its endpoints by cluster and health', () => {
    const shards = {
      'web.shop.svc.cluster.local': {
        shop: {
          Shards: {
            'Kubernetes/east': [{ HealthStatus: 1 }, { HealthStatus: 1 }, { HealthStatus: 2 }],
            'Kubernetes/west': [{ HealthStatus: 4 }, 'odd'],
            'Kubernetes/south': null,
          },
        },
        other: { Shards: { 'Kubernetes/east': [{ HealthStatus: 1 }] } },
      },
    };
    expect(registryServices([entry({})], shards)[0]?.endpoints).toEqual([
      { cluster: 'east', health: 'healthy', count: 2 },
      { cluster: 'east', health: 'unhealthy', count: 1 },
      { cluster: 'west', health: 'terminating', count: 1 },
      { cluster: 'west', health: 'unknown', count: 1 },
    ]);
    expect(registryServices([entry({})])[0]?.endpoints).toBeUndefined();
  });
});

test('whatever istiod answers, nothing throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (registry, shards) => {
      expect(Array.isArray(registryServices(registry, shards))).toBe(true);
      registryServices(
        [registry, { hostname: 'a', ...(typeof registry === 'object' ? registry : {}) }],
        shards,
      );
    }),
  );
});

const recordedSchema = z.array(z.looseObject({ hostname: z.string() }));

describe.skipIf(whyNoSharedFolder !== undefined)(`the recorded mesh ${whyNoSharedFolder ?? ''}`, () => {
  test('has every service, and two of one hostname say so', () => {
    const folder = join(sharedFolder, 'recordings', 'bookinfo', 'istiod');
    const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const recorded = recordedSchema.parse(read('registryz.json'));
    const found = registryServices(recorded, read('endpointShardz.json'));
    const endpoints = found
      .flatMap((service) => service.endpoints ?? [])
      .reduce((sum, { count }) => sum + count, 0);
    console.log(`registryz: ${recorded.length} services, ${found.length} shown, ${endpoints} endpoints`);
    expect(found).toHaveLength(38);
    expect(new Set(found.map(({ id }) => id)).size).toBe(38);
    expect(found.filter(({ object }) => object === undefined)).toEqual([]);
    expect(found.filter(({ sameHostname }) => sameHostname > 1).map(({ id }) => id)).toEqual([
      'api.example.com ServiceEntry broken/twice',
      'api.example.com ServiceEntry external/api',
    ]);
    expect(endpoints).toBe(50);
  });
});
