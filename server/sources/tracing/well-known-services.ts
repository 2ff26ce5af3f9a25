import type { ServiceRule } from '#server/sources/observed/service-search.ts';

const name = 'app.kubernetes.io/name';
const component = 'app.kubernetes.io/component';

/**
 * Stores of traces by the Services of their query APIs. Istio's sample of Jaeger has its own below `/jaeger`.
 * Source: Istio's samples/addons, and the charts and operators of Jaeger and Tempo.
 */
export const traceServices: readonly ServiceRule[] = [
  {
    title: "Istio's sample",
    name: /^tracing$/,
    ports: ['http-query', 'query-http', 16686, 80],
    paths: ['/jaeger', ''],
  },
  {
    title: 'Jaeger',
    name: /(^|-)jaeger(-query)?$/,
    labels: [
      { [name]: 'jaeger', [component]: 'query' },
      { app: 'jaeger', [component]: 'service-query' },
    ],
    ports: ['http-query', 'query-http', 'query', 16686, 80],
    paths: ['', '/jaeger'],
  },
  {
    title: 'Tempo, distributed',
    name: /(^|-)tempo(-\w+)?-query-frontend$/,
    labels: [{ [name]: 'tempo', [component]: 'query-frontend' }],
    ports: ['http-metrics', 'http', 3200, 3100],
    paths: [''],
  },
  {
    title: 'Tempo',
    name: /(^|-)tempo$/,
    ports: ['tempo-prom-metrics', 'tempo', 'http', 'http-metrics', 3200, 3100],
    paths: [''],
  },
];
