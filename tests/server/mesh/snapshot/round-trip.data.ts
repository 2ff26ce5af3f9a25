import { canarySamples } from '#tests/e2e/samples/canary-samples.ts';
import { meshSamples } from '#tests/e2e/samples/mesh-samples.ts';
import { objectSamples } from '#tests/e2e/samples/object-samples.ts';
import { proxySamples } from '#tests/e2e/samples/proxy-samples.ts';

/** Where an answer may differ, for a `reason`; numbers by no more than a share of `within`. */
export type ExpectedDifference = { reason: string; path: RegExp; within?: number };

const addresses: Record<string, string> = {
  ...proxySamples,
  ...objectSamples,
  ...meshSamples,
  ...canarySamples,
  '/api/graph': '/api/graph?namespaces=*&include=latency,throughput,messages&idle=true',
  '/api/graph/series': '/api/graph/series?node=service:Kubernetes/bookinfo/reviews&range=15m',
  '/api/namespaces': '/api/namespaces',
  '/api/status': '/api/status',
  '/api/applications': '/api/applications?namespaces=bookinfo',
  '/api/services': '/api/services?namespaces=*&range=5m',
  '/api/workloads': '/api/workloads?include=latency&namespaces=shop,legacy',
  '/api/workloads/{namespace}/{name}/log-peers': '/api/workloads/legacy/batch/log-peers',
  '/api/applications/{namespace}/{name}': '/api/applications/bookinfo/reviews',
  '/api/services/{namespace}/{name}': '/api/services/shop/catalog?range=15m',
  '/api/workloads/{namespace}/{name}': '/api/workloads/bookinfo/reviews-v3?cluster=Kubernetes',
  '/api/workloads/{namespace}/{name}/config': '/api/workloads/bookinfo/reviews-v2/config',
  '/api/services/{namespace}/{name}/routing': '/api/services/bookinfo/reviews/routing',
  '/api/services/{namespace}/{name}/traffic': '/api/services/shop/catalog/traffic?range=15m',
  '/api/services/{namespace}/{name}/metrics':
    '/api/services/shop/catalog/metrics?groupBy=response_code&range=15m',
  '/api/workloads/{namespace}/{name}/metrics':
    '/api/workloads/shop/mysql/metrics?statistics=mean,p50,p95,p99,p999&range=15m',
  '/api/traces': '/api/traces?service=reviews.bookinfo&range=1m',
  '/api/workloads/{namespace}/{name}/traces': '/api/workloads/bookinfo/reviews-v2/traces?range=1m',
  '/api/services/{namespace}/{name}/logs': '/api/services/shop/catalog/logs?search=GET&range=1m',
  '/api/workloads/{namespace}/{name}/logs': '/api/workloads/bookinfo/productpage-v1/logs?range=1m',
};

const unSecret = 'secrets are taken out of dumps, so they are a little shorter or longer';
const thinned = 'between the minutes of the grid counters are taken to grow evenly';
const fewerTraces = 'the snapshot has the newest 500 traces, and says so';
const fewerLines = 'the snapshot has the newest 1000 lines of a container';

const dump: ExpectedDifference[] = [{ reason: unSecret, path: /\/byteCount$/, within: 1e-4 }];
const canary: ExpectedDifference[] = [
  { reason: thinned, path: /\/(count|requestCount)$/, within: 0.05 },
  { reason: thinned, path: /\/(share|low|high|observed)$/, within: 0.06 },
];
/** Of a few percent, so the share by which it differs is large; a difference of verdicts is none of these. */
const canaryItem: ExpectedDifference[] = [
  ...canary,
  { reason: thinned, path: /\/difference$/ },
  { reason: thinned, path: /\/summary$/ },
];
const traces: ExpectedDifference[] = [
  { reason: fewerTraces, path: /^\/data\/(asked|services\/\d+)$/ },
  { reason: fewerTraces, path: /^\/warnings\/0$/ },
];

const differencesOf: Record<string, ExpectedDifference[]> = {
  '/api/proxies/{namespace}/{pod}/clusters': dump,
  '/api/proxies/{namespace}/{pod}/listeners': dump,
  '/api/proxies/{namespace}/{pod}/routes': dump,
  '/api/proxies/{namespace}/{pod}/endpoints': dump,
  '/api/proxies/{namespace}/{pod}/secrets': dump,
  '/api/proxies/{namespace}/{pod}/ecds': dump,
  '/api/proxies/{namespace}/{pod}': [{ reason: unSecret, path: /\/configBytes$/, within: 1e-4 }],
  '/api/canaries': canaryItem,
  '/api/canaries/{kind}/{namespace}/{name}': canaryItem,
  '/api/canaries/{kind}/{namespace}/{name}/{route}': [
    ...canaryItem,
    { reason: thinned, path: /^\/data\/timeline\/series\/\d+\/counts\/\d+$/, within: 0.1 },
    { reason: thinned, path: /^\/data\/timeline\/series\/\d+\/shares\/\d+\/\d+$/, within: 0.25 },
    { reason: thinned, path: /\/evidenceLog10(\/\d+)?$/ },
    { reason: thinned, path: /^\/data\/(causes|ruledOut)\/\d+\/(facts\/\d+\/)?text$/ },
    { reason: fewerLines, path: /\/pinned\/(share|text)$/ },
  ],
  '/api/canaries/{kind}/{namespace}/{name}/{route}/verdict': canary,
  '/api/graph/series': [{ reason: thinned, path: /^\/data\/points\//, within: 0.03 }],
  '/api/services/{namespace}/{name}/metrics': [{ reason: thinned, path: /^\/data\/charts\//, within: 0.06 }],
  '/api/workloads/{namespace}/{name}/metrics': [{ reason: thinned, path: /^\/data\/charts\//, within: 0.06 }],
  '/api/traces': traces,
  '/api/workloads/{namespace}/{name}/traces': [
    ...traces,
    { reason: fewerTraces, path: /^\/data\/traces\/\d+$/ },
  ],
  '/api/status': [
    { reason: 'it is a snapshot, and says of when', path: /^\/data\/(mode|madeAtMs)$/ },
    { reason: 'sources are parts of a file', path: /^\/data\/sources\// },
  ],
};

export const snapshotSamples = Object.entries(addresses).map(([route, address]) => ({
  route,
  address,
  differs: differencesOf[route] ?? [],
}));
