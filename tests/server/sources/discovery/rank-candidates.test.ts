import { expect, test } from 'vitest';
import { addressOf } from '#server/sources/discovery/look.ts';
import { rankCandidates } from '#server/sources/discovery/rank-candidates.ts';
import type { ServiceRule } from '#server/sources/observed/service-search.ts';
import { prometheusServices } from '#server/sources/prometheus/well-known-services.ts';
import { traceServices } from '#server/sources/tracing/well-known-services.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

type Port = { name?: string; port: number; protocol?: string; appProtocol?: string };
type Made = [name: string, ports: Port[], labels?: Record<string, string>, type?: string];

/** Addresses of the candidates among Services given as `namespace/name`, best first. */
function ranked(rules: readonly ServiceRule[], services: readonly Made[]): string[] {
  const manifests = services.map(([path, ports, labels = {}, type]) => {
    const [namespace = '', name = ''] = path.split('/');
    return { kind: 'Service' as const, namespace, name, labels, spec: { ports, type } };
  });
  const { objects, rootNamespace } = objectsSnapshot(manifests);
  return rankCandidates(rules, { services: objects.Service, rootNamespace }).map(addressOf);
}

const http = (port: number, name = 'http'): Port => ({ name, port });

test.each<[string, Made, string]>([
  ["Istio's sample", ['istio-system/prometheus', [http(9090)]], 'http://prometheus.istio-system:9090'],
  [
    "the operator's own Service",
    [
      'monitoring/prometheus-operated',
      [http(9090, 'http-web'), http(10901, 'grpc')],
      { 'operated-prometheus': 'true' },
    ],
    'http://prometheus-operated.monitoring:9090',
  ],
  [
    'kube-prometheus-stack under a short release name',
    [
      'o11y/kps-kube-prometheus-stack-prometheus',
      [http(9090, 'http-web'), http(8080, 'reloader-web')],
      { app: 'kube-prometheus-stack-prometheus' },
    ],
    'http://kps-kube-prometheus-stack-prometheus.o11y:9090',
  ],
  ["Prometheus' chart", ['metrics/prometheus-server', [http(80)]], 'http://prometheus-server.metrics:80'],
  [
    'any name with the usual labels',
    ['team/numbers', [http(9090, 'web')], { 'app.kubernetes.io/name': 'prometheus' }],
    'http://numbers.team:9090',
  ],
  ['VictoriaMetrics, single', ['vm/vmsingle-main', [http(8428)]], 'http://vmsingle-main.vm:8428'],
  [
    'VictoriaMetrics, cluster',
    ['vm/vmselect-main', [http(8481)]],
    'http://vmselect-main.vm:8481/select/0/prometheus',
  ],
  ['Thanos', ['thanos/thanos-query', [http(10902), http(10901, 'grpc')]], 'http://thanos-query.thanos:10902'],
  [
    "Thanos of Bitnami's chart",
    [
      'x/main-thanos-query-frontend',
      [http(9090)],
      { 'app.kubernetes.io/name': 'thanos', 'app.kubernetes.io/component': 'query-frontend' },
    ],
    'http://main-thanos-query-frontend.x:9090',
  ],
  [
    'Mimir, distributed',
    ['mimir/mimir-query-frontend', [http(8080, 'http-metrics'), http(9095, 'grpc')]],
    'http://mimir-query-frontend.mimir:8080/prometheus',
  ],
  [
    "OpenShift's, over TLS",
    ['openshift-monitoring/prometheus-k8s', [{ name: 'web', port: 9091, appProtocol: 'https' }]],
    'https://prometheus-k8s.openshift-monitoring:9091',
  ],
])('%s is a candidate for Prometheus', (_, service, address) => {
  expect(ranked(prometheusServices, [service])).toEqual([address]);
});

test.each<[string, Made, string[]]>([
  [
    "Istio's sample, below its path first",
    ['istio-system/tracing', [http(80, 'http-query'), http(16685, 'grpc-query')]],
    ['http://tracing.istio-system:80/jaeger', 'http://tracing.istio-system:80'],
  ],
  [
    'Jaeger',
    ['tracing/jaeger-query', [http(16686, 'http-query')]],
    ['http://jaeger-query.tracing:16686', 'http://jaeger-query.tracing:16686/jaeger'],
  ],
  [
    'Tempo',
    ['tempo/tempo', [http(3200, 'tempo-prom-metrics'), http(4317, 'grpc-tempo-otlp')]],
    ['http://tempo.tempo:3200'],
  ],
  [
    'Tempo, distributed',
    ['tempo/tempo-query-frontend', [http(3200, 'http-metrics')]],
    ['http://tempo-query-frontend.tempo:3200'],
  ],
])('%s is a candidate for traces', (_, service, addresses) => {
  expect(ranked(traceServices, [service])).toEqual(addresses);
});

test.each<[string, Made]>([
  [
    'an operator',
    ['monitoring/prometheus-operator', [http(8080)], { 'app.kubernetes.io/name': 'prometheus-operator' }],
  ],
  ['an alert manager', ['monitoring/alertmanager-operated', [http(9093, 'http-web')]]],
  [
    'an exporter',
    [
      'monitoring/prometheus-node-exporter',
      [http(9100)],
      { 'app.kubernetes.io/name': 'prometheus-node-exporter' },
    ],
  ],
  ['a push gateway', ['monitoring/prometheus-pushgateway', [http(9091)]]],
  [
    'a sidecar of Thanos',
    ['monitoring/thanos-sidecar', [http(10901, 'grpc')], { 'app.kubernetes.io/name': 'thanos' }],
  ],
  ['a collector of traces', ['tracing/jaeger-collector', [http(14268, 'jaeger-collector-http')]]],
  ['an ingester', ['tempo/tempo-distributor', [http(3200, 'http-metrics')]]],
  ['a name with none of the ports', ['istio-system/prometheus', [http(7777, 'other')]]],
  ['a port that is not TCP', ['istio-system/prometheus', [{ port: 9090, protocol: 'UDP' }]]],
  [
    'a name for something outside of the cluster',
    ['istio-system/prometheus', [http(9090)], {}, 'ExternalName'],
  ],
])('%s is no candidate for anything', (_, service) => {
  expect(ranked([...prometheusServices, ...traceServices], [service])).toEqual([]);
});

test('the control plane comes before platforms, those before all others, and then the rules have an order', () => {
  const services: Made[] = [
    ['shop/prometheus', [http(9090)]],
    ['thanos/thanos-query', [http(10902)]],
    ['monitoring/prometheus-operated', [http(9090, 'http-web')]],
    ['monitoring/kps-kube-prometheus-prometheus', [http(9090, 'http-web')]],
    ['apps/prometheus', [http(9090)]],
    ['istio-system/prometheus', [http(9090)]],
  ];
  const expected = [
    'http://prometheus.istio-system:9090',
    'http://kps-kube-prometheus-prometheus.monitoring:9090',
    'http://prometheus-operated.monitoring:9090',
    'http://thanos-query.thanos:10902',
    'http://prometheus.apps:9090',
    'http://prometheus.shop:9090',
  ];
  expect(ranked(prometheusServices, services)).toEqual(expected);
  expect(ranked(prometheusServices, services.toReversed())).toEqual(expected);
});

test('of very many only the best are asked', () => {
  const many = Array.from({ length: 40 }, (_, index): Made => [`team-${index}/prometheus`, [http(9090)]]);
  const best: Made = ['istio-system/prometheus', [http(9090)]];
  const found = ranked(prometheusServices, [...many, best]);
  expect(found).toHaveLength(12);
  expect(found[0]).toBe('http://prometheus.istio-system:9090');
});
