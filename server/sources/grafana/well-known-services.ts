import type { ServiceRule } from '#server/sources/observed/service-search.ts';

const name = 'app.kubernetes.io/name';
const ports = ['service', 'http-web', 'http', 'grafana', 3000, 80];

/** Source: Istio's samples/addons, and the charts and operators of Grafana and Prometheus. */
export const grafanaServices: readonly ServiceRule[] = [
  { title: "Istio's sample", name: /^grafana$/, ports, paths: [''] },
  { title: 'Grafana', name: /(^|-)grafana(-service)?$/, labels: [{ [name]: 'grafana' }], ports, paths: [''] },
];
