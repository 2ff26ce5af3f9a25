import type { ServiceRule } from '#server/sources/observed/service-search.ts';

const name = 'app.kubernetes.io/name';
const component = 'app.kubernetes.io/component';
const web = ['http-web', 'web', 'http', 9090, 80];

/**
 * Stores with Prometheus' query API, the ones with this cluster's metrics alone before those that gather from several.
 * Source: Istio's samples/addons, and the charts and operators of Prometheus, Thanos, Mimir and VictoriaMetrics.
 */
export const prometheusServices: readonly ServiceRule[] = [
  { title: "Istio's sample", name: /^prometheus$/, ports: web, paths: [''] },
  {
    title: 'kube-prometheus-stack',
    name: /-kube-prometheus-prometheus$|^kube-prometheus-stack-prometheus$/,
    labels: [{ app: 'kube-prometheus-stack-prometheus' }],
    ports: web,
    paths: [''],
  },
  {
    title: 'Prometheus operator',
    name: /^prometheus-(operated|k8s)$/,
    labels: [{ 'operated-prometheus': 'true' }],
    ports: web,
    paths: [''],
  },
  {
    title: "Prometheus' chart",
    name: /(^|-)prometheus-server$/,
    labels: [
      { [name]: 'prometheus', [component]: 'server' },
      { [name]: 'prometheus', [component]: 'prometheus' },
      { app: 'prometheus', component: 'server' },
    ],
    ports: web,
    paths: [''],
  },
  {
    title: 'VictoriaMetrics, single',
    name: /^vmsingle(-|$)|victoria-metrics-single-server$/,
    labels: [{ [name]: 'vmsingle' }, { [name]: 'victoria-metrics-single' }],
    ports: ['http', 8428, 8429],
    paths: [''],
  },
  {
    title: 'VictoriaMetrics, cluster',
    name: /^vmselect(-|$)|-vmselect$/,
    labels: [{ [name]: 'vmselect' }, { app: 'vmselect' }],
    ports: ['http', 8481],
    paths: ['/select/0/prometheus'],
  },
  {
    title: 'Thanos',
    name: /(^|-)thanos-quer(y|ier)(-frontend)?$/,
    labels: [
      { [name]: 'thanos', [component]: 'query-frontend' },
      { [name]: 'thanos', [component]: 'query' },
      { [name]: 'thanos-query' },
    ],
    ports: ['http', 10902, 9090, 'web'],
    paths: [''],
  },
  {
    title: 'Mimir',
    name: /(^|-)mimir(-gateway|-nginx|-query-frontend)?$/,
    labels: [
      { [name]: 'mimir', [component]: 'gateway' },
      { [name]: 'mimir', [component]: 'query-frontend' },
    ],
    ports: ['http-metrics', 'http', 8080, 80],
    paths: ['/prometheus'],
  },
  { title: 'Prometheus', labels: [{ [name]: 'prometheus' }, { app: 'prometheus' }], ports: web, paths: [''] },
];
