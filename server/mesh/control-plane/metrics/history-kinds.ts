import type { MetricUnit } from '#lib/contract/mesh-metrics.ts';
import type { MetricQuery } from '#server/metrics/query.ts';

/** One query of a history, and how its lines are called. */
export type HistoryQuery = {
  title: string;
  query: MetricQuery;
  nameOf: (labels: Readonly<Record<string, string>>) => string;
};

export type HistoryKind = {
  id: string;
  title: string;
  unit: MetricUnit;
  explanation: string;
  queries: (windowSeconds: number) => HistoryQuery[];
};

/** Metrics of any Go program: istiod's are told by the label that Prometheus takes from its pods. */
const ofIstiod = [{ label: 'app', is: '=' as const, value: 'istiod' }];

function byLabel(label: string, fallback: string) {
  return (labels: Readonly<Record<string, string>>) => labels[label] ?? fallback;
}

function rates(metric: string, label: string, title: string) {
  return (windowSeconds: number): HistoryQuery[] => [
    {
      title,
      query: { fn: 'rate', selector: { metric, matchers: [] }, by: [label], windowSeconds },
      nameOf: byLabel(label, title),
    },
  ];
}

function ofPods(metric: string, fn: 'sum' | 'rate', title: string) {
  return (windowSeconds: number): HistoryQuery[] => {
    const asked = { selector: { metric, matchers: ofIstiod }, by: ['pod'] };
    const query: MetricQuery = fn === 'sum' ? { fn, ...asked } : { fn, ...asked, windowSeconds };
    return [{ title, query, nameOf: byLabel('pod', title) }];
  };
}

/** The charts, in their order on the page. */
export const historyKinds: readonly HistoryKind[] = [
  {
    id: 'pushes',
    title: 'Pushes',
    unit: 'perSecond',
    explanation:
      'Answers sent to proxies, by type of configuration; `_senderr` and `_builderr` are those that failed.',
    queries: rates('pilot_xds_pushes', 'type', 'pushes'),
  },
  {
    id: 'triggers',
    title: 'What set off pushes',
    unit: 'perSecond',
    explanation:
      'Why istiod pushed: endpoints that came and went, objects that changed, proxies that connected.',
    queries: rates('pilot_push_triggers', 'type', 'triggers'),
  },
  {
    id: 'convergence',
    title: 'Convergence',
    unit: 'seconds',
    explanation: 'From a change in Kubernetes until a proxy was sent what follows from it.',
    queries: (windowSeconds) =>
      [0.5, 0.95, 0.99].map((quantile) => {
        const title = `p${quantile * 100}`;
        const selector = { metric: 'pilot_proxy_convergence_time', matchers: [] };
        return {
          title,
          query: { fn: 'quantile' as const, quantile, selector, by: [], windowSeconds },
          nameOf: () => title,
        };
      }),
  },
  {
    id: 'proxies',
    title: 'Proxies connected',
    unit: 'count',
    explanation: 'By their version of Istio.',
    queries: () => [
      {
        title: 'proxies',
        query: { fn: 'sum', selector: { metric: 'pilot_xds', matchers: [] }, by: ['version'] },
        nameOf: byLabel('version', 'proxies'),
      },
    ],
  },
  {
    id: 'rejects',
    title: 'Refused pushes',
    unit: 'perSecond',
    explanation: 'Proxies that answered a push with an error, by type of configuration.',
    queries: rates('pilot_total_xds_rejects', 'type', 'refused'),
  },
  {
    id: 'events',
    title: 'Changes of objects',
    unit: 'perSecond',
    explanation: 'Istio’s and the Gateway API’s objects that were made, changed or deleted, by kind.',
    queries: rates('pilot_k8s_cfg_events', 'type', 'changes'),
  },
  {
    id: 'cpu',
    title: 'Processor',
    unit: 'cores',
    explanation: 'Cores in use by each replica.',
    queries: ofPods('process_cpu_seconds_total', 'rate', 'cores'),
  },
  {
    id: 'memory',
    title: 'Memory',
    unit: 'bytes',
    explanation: 'Resident memory of each replica.',
    queries: ofPods('process_resident_memory_bytes', 'sum', 'memory'),
  },
  {
    id: 'goroutines',
    title: 'Goroutines',
    unit: 'count',
    explanation: 'Threads of work inside each replica; a number that only grows is a leak.',
    queries: ofPods('go_goroutines', 'sum', 'goroutines'),
  },
];
