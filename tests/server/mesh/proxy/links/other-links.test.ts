import { expect, test } from 'vitest';
import {
  inShop,
  type LinkCase,
  meshConfigLink,
  serviceEntry,
  webService,
} from '#tests/support/link-cases.ts';
import { linkTexts, proxyPod } from '#tests/support/proxy-links.ts';

test.each<LinkCase>([
  {
    is: 'an endpoint with the workload in its metadata',
    section: 'endpoints',
    origin: {
      address: '10.0.0.1:8080',
      clusters: ['outbound|80||web.shop.svc.cluster.local'],
      istio: { workload: 'web;shop;web;v1;Kubernetes' },
    },
    objects: [webService],
    leadsTo: ['marker Pod shop/web-1', 'name Service shop/web ports[0]'],
  },
  {
    is: 'an endpoint on the host network, where several pods share an address',
    section: 'endpoints',
    origin: { address: '10.0.0.9:80', istio: { workload: 'two;shop;two;;Kubernetes' } },
    objects: ['one', 'two'].map((name) =>
      proxyPod({
        name: `${name}-x`,
        spec: { hostNetwork: true, containers: [] },
        status: { podIP: '10.0.0.9' },
      }),
    ),
    leadsTo: ['marker Pod shop/two-x'],
  },
  {
    is: 'an endpoint with IPv6',
    section: 'endpoints',
    origin: { address: '[fd00::9]:80' },
    objects: [proxyPod({ name: 'six', status: { podIP: 'fd00::9' } })],
    leadsTo: ['name Pod shop/six'],
  },
  {
    is: 'an endpoint of a machine, and one that a ServiceEntry lists',
    section: 'endpoints',
    origin: { address: '192.0.2.7:80', clusters: ['outbound|80||api.example.com'] },
    objects: [
      { kind: 'WorkloadEntry', namespace: 'shop', name: 'vm', spec: { address: '192.0.2.7' } },
      serviceEntry('api', { endpoints: [{ address: '192.0.2.6' }, { address: '192.0.2.7' }] }),
    ],
    leadsTo: ['name WorkloadEntry shop/vm', 'name ServiceEntry shop/api endpoints[1]'],
  },
  {
    is: 'a pod that has ended no more',
    section: 'endpoints',
    origin: { address: '10.0.0.9:80' },
    objects: [proxyPod({ name: 'done', status: { podIP: '10.0.0.9', phase: 'Succeeded' } })],
    leadsTo: [],
  },
  {
    is: 'the workload’s own certificate',
    section: 'secrets',
    origin: { secrets: ['default'] },
    leadsTo: [`${meshConfigLink} defaultConfig`],
  },
  {
    is: 'a Secret of a gateway’s server',
    section: 'secrets',
    origin: { secrets: ['kubernetes://cert-cacert'] },
    pod: proxyPod({ labels: { app: 'gate' } }, ['router']),
    objects: [
      inShop('IstioGateway', 'doors', {
        selector: { app: 'gate' },
        servers: [
          { port: { number: 443, protocol: 'HTTPS' }, hosts: ['*'], tls: { credentialName: 'cert' } },
        ],
      }),
    ],
    leadsTo: ['marker Secret shop/cert', 'name IstioGateway shop/doors servers[0]'],
  },
  {
    is: 'a Secret with its namespace',
    section: 'secrets',
    origin: { secrets: ['kubernetes-gateway://certs/cert'] },
    leadsTo: ['marker Secret certs/cert'],
  },
  {
    is: 'authorities in a ConfigMap',
    section: 'secrets',
    origin: { secrets: ['configmap://certs/roots-cacert'] },
    leadsTo: ['marker ConfigMap certs/roots'],
  },
  {
    is: 'an extension for statistics',
    section: 'ecds',
    origin: { filters: ['istio.io/telemetry/stats/prometheus'] },
    objects: [inShop('Telemetry', 'own', {})],
    leadsTo: ['inferred Telemetry shop/own'],
  },
  {
    is: 'the bootstrap',
    section: 'bootstrap',
    origin: { clusters: ['agent'] },
    objects: [inShop('ProxyConfig', 'tuning', {})],
    leadsTo: [
      'name Pod shop/web-1',
      `${meshConfigLink} defaultConfig`,
      'inferred ProxyConfig shop/tuning applies',
    ],
  },
])('$section: $is', ({ section, origin, objects = [], leadsTo, ...proxy }) => {
  expect(linkTexts(section, [origin], { objects, ...proxy })).toEqual([leadsTo]);
});

test('markers of other shapes are passed over', () => {
  const found = ['', 'nonsense', '/apis/networking.istio.io/v1/namespaces/shop', 7].map((text) =>
    linkTexts('routes', [{ istio: { config: text } }], { objects: [] }),
  );
  expect(found).toEqual([[[]], [[]], [[]], [[]]]);
});
