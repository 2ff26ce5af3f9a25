import { expect, test } from 'vitest';
import {
  inShop,
  type LinkCase,
  markedBy,
  meshConfigLink,
  serviceEntry,
  webService,
} from '#tests/support/link-cases.ts';
import { linkTexts, proxyPod } from '#tests/support/proxy-links.ts';

test.each<LinkCase>([
  {
    is: 'a cluster of a subset',
    section: 'clusters',
    origin: {
      clusters: ['outbound|80|v1|web.shop.svc.cluster.local'],
      istio: {
        ...markedBy('destination-rule', 'web'),
        subset: 'v1',
        services: [{ host: 'web.shop.svc.cluster.local' }],
      },
    },
    objects: [webService, inShop('DestinationRule', 'web', { host: 'web', subsets: [{ name: 'v1' }] })],
    leadsTo: ['marker Service shop/web ports[0]', 'marker DestinationRule shop/web subsets[v1]'],
  },
  {
    is: 'a cluster of a subset that the rule has no more',
    section: 'clusters',
    origin: {
      clusters: ['outbound|80|v1|web.shop.svc.cluster.local'],
      istio: { ...markedBy('destination-rule', 'web'), subset: 'v1' },
    },
    objects: [webService, inShop('DestinationRule', 'web', { host: 'web' })],
    leadsTo: ['marker DestinationRule shop/web', 'name Service shop/web ports[0]'],
  },
  {
    is: 'a cluster of a Service that is gone, with the rule that is gone',
    section: 'clusters',
    origin: {
      clusters: ['outbound|80||gone.shop.svc.cluster.local'],
      istio: markedBy('destination-rule', 'gone'),
    },
    leadsTo: ['marker DestinationRule shop/gone missing', 'name Service shop/gone missing'],
  },
  {
    is: 'a cluster behind a gateway that passes TLS on',
    section: 'clusters',
    origin: { clusters: ['outbound_.80_._.web.shop.svc.cluster.local'] },
    objects: [webService],
    leadsTo: ['name Service shop/web ports[0]'],
  },
  {
    is: 'a cluster of a waypoint',
    section: 'clusters',
    origin: { clusters: ['inbound-vip|80|http/v1|web.shop.svc.cluster.local'] },
    objects: [webService],
    leadsTo: ['name Service shop/web ports[0]'],
  },
  {
    is: 'a cluster of a host outside, by the ServiceEntry of the pod’s own namespace',
    section: 'clusters',
    origin: { clusters: ['outbound|443||api.example.com'] },
    objects: [
      serviceEntry('near', { ports: [{ number: 443, name: 'tls' }] }),
      serviceEntry('far', {}, 'other'),
    ],
    leadsTo: ['name ServiceEntry shop/near ports[0]'],
  },
  {
    is: 'a cluster of a host that is not exported to the pod',
    section: 'clusters',
    origin: { clusters: ['outbound|443||api.example.com'] },
    objects: [serviceEntry('private', { exportTo: ['.'] }, 'other')],
    leadsTo: [],
  },
  {
    is: 'a cluster of a wildcard host',
    section: 'clusters',
    origin: { clusters: ['outbound|443||*.wiki.org'] },
    objects: [serviceEntry('wiki', { hosts: ['*.wiki.org'] })],
    leadsTo: ['name ServiceEntry shop/wiki'],
  },
  {
    is: 'the pod’s own port, by the Services that lead there',
    section: 'clusters',
    origin: { clusters: ['inbound|8080||'] },
    objects: [
      webService,
      { ...webService, name: 'again' },
      { ...webService, name: 'other', spec: { selector: { app: 'other' }, ports: [{ port: 8080 }] } },
    ],
    leadsTo: ['inferred Service shop/web ports[0]', 'inferred Service shop/again ports[0]'],
  },
  {
    is: 'Envoy’s own cluster',
    section: 'clusters',
    origin: { clusters: ['xds-grpc'] },
    leadsTo: [`${meshConfigLink} defaultConfig.discoveryAddress`],
  },
  {
    is: 'the way out to unknown hosts, with the Sidecar that decides it',
    section: 'clusters',
    origin: { clusters: ['PassthroughCluster'] },
    objects: [inShop('Sidecar', 'default', { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } })],
    leadsTo: [
      `${meshConfigLink} outboundTrafficPolicy`,
      'inferred Sidecar shop/default outboundTrafficPolicy applies',
    ],
  },
  {
    is: 'a cluster that a Sidecar lets in',
    section: 'clusters',
    origin: { clusters: ['outbound|80||web.shop.svc.cluster.local'] },
    objects: [
      webService,
      inShop('Sidecar', 'default', {
        egress: [{ hosts: ['istio-system/*', './web.shop.svc.cluster.local'] }],
      }),
    ],
    leadsTo: ['name Service shop/web ports[0]', 'inferred Sidecar shop/default egress[0].hosts[1] applies'],
  },
  {
    is: 'the mesh configuration of the pod’s revision',
    section: 'clusters',
    origin: { clusters: ['agent'] },
    pod: proxyPod({ annotations: { 'istio.io/rev': 'canary' } }),
    objects: [{ kind: 'ConfigMap', namespace: 'istio-system', name: 'istio-canary' }],
    leadsTo: ['inferred MeshConfig istio-system/istio-canary defaultConfig.statusPort'],
  },
  {
    is: 'a cluster that an EnvoyFilter is about, and none that it is not about',
    section: 'clusters',
    origin: { clusters: ['outbound|80||web.shop.svc.cluster.local'] },
    objects: [
      webService,
      inShop('EnvoyFilter', 'limits', {
        configPatches: [
          { applyTo: 'CLUSTER', match: { cluster: { service: 'web.shop.svc.cluster.local' } } },
          { applyTo: 'CLUSTER', match: { cluster: { service: 'other.shop.svc.cluster.local' } } },
        ],
      }),
    ],
    leadsTo: ['name Service shop/web ports[0]', 'inferred EnvoyFilter shop/limits configPatches[0] applies'],
  },
])('$section: $is', ({ section, origin, objects = [], leadsTo, ...proxy }) => {
  expect(linkTexts(section, [origin], { objects, ...proxy })).toEqual([leadsTo]);
});
