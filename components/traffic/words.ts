import { formatCount, formatQuantity } from '#lib/format-count.ts';
import type { TargetKind } from '#lib/target.ts';

export type Direction = 'inbound' | 'outbound';

/** Sentences and heads of the traffic tab. */
export const words = {
  titles: { inbound: 'Inbound', outbound: 'Outbound' },
  summary: (count: number, rate: string) => `${formatQuantity(count, 'peer')}, ${rate}`,
  from: 'From',
  to: 'To',
  state: 'State',
  namespace: 'Namespace',
  kind: 'Kind',
  protocol: 'Protocol',
  rate: 'Rate',
  errors: 'Errors',
  codes: 'Codes',
  mtls: 'mTLS',
  plain: 'plain',
  bytes: 'Bytes',
  requests: 'Requests',
  hosts: 'Hosts',
  whyDiffer: 'Why the reporters differ',
  whyPeer: (name: string) => `Why ${name}`,
  idle: 'Idle peers',
  graph: 'Graph edge',
  peer: 'Open peer',
  metrics: 'Metrics',
  logs: 'Logs',
  traces: 'Traces',
  nothing: {
    inbound: 'Nothing arrived in this time range',
    outbound: 'Nothing was sent in this time range',
  },
  notCounted: 'Not counted',
  notCountedText: {
    inbound: 'It has no proxy that could count what arrives; callers with a proxy would show here.',
    outbound: 'It has no proxy that could count what it sends. Below is what the logs of others tell.',
  } satisfies Record<Direction, string>,
  nothingText: {
    workload: {
      inbound: 'Peers without a proxy that were refused leave no metrics; the logs of the proxy have them.',
      outbound: 'Only what passes a proxy is counted: its own, or that of whoever it calls.',
    },
    application: {
      inbound: 'No proxy reported a request to any of its versions.',
      outbound: 'No proxy reported a request from any of its versions.',
    },
    service: {
      inbound: 'No proxy reported a request to this host.',
      outbound: 'No request to this host reached a workload.',
    },
  } satisfies Record<TargetKind, Record<Direction, string>>,
  outboundOfService: 'Workloads behind it',
  inboundOfService: 'Callers',
  onlyInLogs: 'Only in access logs',
  onlyInLogsText:
    'Connections refused before a proxy could count them, such as plaintext to a STRICT port, are in no metric.',
  look: 'Look into the logs',
  lookAgain: 'Look again',
  looking: 'Looking …',
  nothingInLogs: 'The logs of this time range tell of no such connection.',
  withoutProxy: 'Without a proxy of its own: what it reached, as the proxies of others wrote it down.',
  looked: ({ proxies, ofProxies, lines }: { proxies: number; ofProxies: number; lines: number }) =>
    `Looked into ${formatQuantity(lines, 'line')} of ${formatCount(proxies)} of ${formatQuantity(ofProxies, 'proxy', 'proxies')}.`,
  failed: 'Failed',
  passed: 'Passed',
  port: 'Port',
  outcome: 'Outcome',
  whyOutcome: 'Why this outcome',
  counted: 'Metrics',
  inNoMetric: 'in none',
  inMetrics: 'counted',
  lines: 'Lines',
  last: 'Last',
  footnote:
    'As the graph counts: the caller’s proxy where it has one, else the called one. Response times are the called side’s.',
} as const;

export function titleOf(direction: Direction, kind: TargetKind): string {
  if (kind !== 'service') return words.titles[direction];
  return direction === 'inbound' ? words.inboundOfService : words.outboundOfService;
}
