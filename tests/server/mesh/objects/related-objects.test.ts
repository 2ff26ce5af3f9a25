import { describe, expect, test } from 'vitest';
import type { RelatedObject } from '#lib/contract/objects.ts';
import { relatedObjects } from '#server/mesh/objects/related-objects.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

const recorded = await recordedSnapshot();

function lines(related: readonly RelatedObject[]): string[] {
  return related.map(({ object: { kind, namespace, name }, direction, isMissing, reasons }) =>
    [
      direction,
      `${kind} ${namespace}/${name}`,
      ...(isMissing ? ['missing'] : []),
      ...reasons.map(({ path }) => path),
    ].join(' '),
  );
}

const of = (kind: string, namespace: string, name: string, snapshot = recorded) =>
  lines(relatedObjects({ kind, namespace, name }, snapshot));

describe('the recorded mesh', () => {
  test('a VirtualService and what it names find each other', () => {
    expect(of('VirtualService', 'bookinfo', 'reviews')).toEqual([
      'to Service bookinfo/reviews spec.hosts[0] spec.http[0].route[0].destination.host spec.http[1].route[0].destination.host spec.http[2].route[0].destination.host spec.http[2].route[1].destination.host spec.http[2].route[2].destination.host',
      'to DestinationRule bookinfo/reviews spec.http[0].route[0].destination.subset spec.http[1].route[0].destination.subset spec.http[2].route[0].destination.subset spec.http[2].route[1].destination.subset spec.http[2].route[2].destination.subset',
    ]);
    expect(of('IstioGateway', 'bookinfo', 'bookinfo-gateway')).toEqual([
      'to Secret istio-system/bookinfo-credential spec.servers[1].tls.credentialName',
      'from VirtualService bookinfo/bookinfo spec.gateways[0]',
    ]);
    expect(of('DestinationRule', 'bookinfo', 'details')).toContain('to Service bookinfo/details spec.host');
  });

  test('routes of the Gateway API, Sidecars and machines find each other as well', () => {
    expect(of('Gateway', 'shop', 'storefront')).toEqual([
      'to GatewayClass /istio spec.gatewayClassName',
      'from HTTPRoute shop/storefront spec.parentRefs[0]',
    ]);
    expect(of('ServiceEntry', 'external', 'api')).toContain(
      'from Sidecar bookinfo/details-scope spec.egress[0].hosts[3]',
    );
    expect(of('WorkloadEntry', 'external', 'vm-1')).toEqual([
      'from ServiceEntry external/vm spec.workloadSelector',
    ]);
  });

  test('what is named and does not exist is marked', () => {
    const missing = ['no-such-gateway', 'no-such-host', 'no-such-subset'].flatMap((name) =>
      of('VirtualService', 'broken', name).filter((line) => line.includes('missing')),
    );
    expect(missing).toEqual([
      'to IstioGateway broken/missing-gateway missing spec.gateways[0]',
      'to Service broken/gamma missing spec.hosts[0]',
      'to Service nowhere/gamma missing spec.http[0].route[0].destination.host',
      'to DestinationRule /subset v7 of alpha missing spec.http[0].route[0].destination.subset',
    ]);
  });

  test('those that speak of the same host know of each other', () => {
    expect(of('VirtualService', 'broken', 'same-host-again')).toContain(
      'to VirtualService broken/no-such-subset spec.hosts[0]',
    );
    expect(of('DestinationRule', 'broken', 'beta')).toContain(
      'from DestinationRule broken/beta-again spec.host',
    );
    const entries = [...of('ServiceEntry', 'external', 'api'), ...of('ServiceEntry', 'broken', 'twice')];
    expect(entries.filter((line) => line.includes(' ServiceEntry '))).toHaveLength(2);
  });

  test('both sides tell of the same', () => {
    let pairs = 0;
    for (const { metadata } of recorded.objects.VirtualService) {
      const own = { kind: 'VirtualService', namespace: metadata.namespace ?? '', name: metadata.name };
      for (const { object, direction, isMissing } of relatedObjects(own, recorded)) {
        if (direction === 'from' || isMissing) continue;
        pairs += 1;
        expect(relatedObjects(object, recorded)).toContainEqual(
          expect.objectContaining({ object: own, direction: 'from' }),
        );
      }
    }
    console.log(`related: ${pairs} pairs seen from both sides`);
    expect(pairs).toBeGreaterThan(15);
  });
});

describe('made objects', () => {
  const made = (...manifests: Manifest[]) => objectsSnapshot(manifests);
  const backend = { backendRefs: [{ name: 'cart', port: 80 }] };

  test('a delegate, a mirror, a policy’s target and an Ingress', () => {
    const snapshot = made(
      {
        kind: 'VirtualService',
        namespace: 'shop',
        name: 'root',
        spec: {
          hosts: ['api.example.com'],
          gateways: ['edge/main'],
          http: [{ delegate: { name: 'part', namespace: 'team' } }, { mirror: { host: 'copy' } }],
        },
      },
      { kind: 'VirtualService', namespace: 'team', name: 'part', spec: { http: [] } },
      { kind: 'Service', namespace: 'shop', name: 'copy' },
      {
        kind: 'AuthorizationPolicy',
        namespace: 'shop',
        name: 'wall',
        spec: { targetRefs: [{ kind: 'Service', name: 'copy' }] },
      },
      {
        kind: 'Ingress',
        namespace: 'shop',
        name: 'in',
        spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'copy' } } }] } }] },
      },
    );
    expect(of('VirtualService', 'shop', 'root', snapshot)).toEqual([
      'to IstioGateway edge/main missing spec.gateways[0]',
      'to VirtualService team/part spec.http[0].delegate',
      'to Service shop/copy spec.http[1].mirror.host',
    ]);
    expect(of('VirtualService', 'team', 'part', snapshot)).toEqual([
      'from VirtualService shop/root spec.http[0].delegate',
    ]);
    expect(of('Service', 'shop', 'copy', snapshot)).toEqual([
      'from VirtualService shop/root spec.http[1].mirror.host',
      'from AuthorizationPolicy shop/wall spec.targetRefs[0]',
      'from Ingress shop/in spec.rules[0].http.paths[0].backend',
    ]);
  });

  test('nothing is said to be missing of a kind that could not be read', () => {
    const route: Manifest = {
      kind: 'HTTPRoute',
      namespace: 'shop',
      name: 'r',
      spec: { parentRefs: [{ name: 'main' }], rules: [backend] },
    };
    expect(of('HTTPRoute', 'shop', 'r', made(route))).toEqual([
      'to Gateway shop/main missing spec.parentRefs[0]',
      'to Service shop/cart missing spec.rules[0].backendRefs[0]',
    ]);
    const unread = [{ kind: 'Service' as const, reason: 'forbidden' }];
    expect(of('HTTPRoute', 'shop', 'r', { ...made(route), unread })).toContain(
      'to Service shop/cart spec.rules[0].backendRefs[0]',
    );
  });

  test('a wildcard host means every ServiceEntry below it', () => {
    const snapshot = made(
      { kind: 'DestinationRule', namespace: 'shop', name: 'all', spec: { host: '*.example.com' } },
      { kind: 'ServiceEntry', namespace: 'out', name: 'a', spec: { hosts: ['a.example.com'] } },
      { kind: 'ServiceEntry', namespace: 'out', name: 'b', spec: { hosts: ['*.b.example.com'] } },
      { kind: 'ServiceEntry', namespace: 'out', name: 'c', spec: { hosts: ['c.example.org'] } },
    );
    expect(of('DestinationRule', 'shop', 'all', snapshot)).toEqual([
      'to ServiceEntry out/a spec.host',
      'to ServiceEntry out/b spec.host',
    ]);
  });
});
