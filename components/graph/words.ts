import type { Graph } from '#lib/contract/graph.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { ChangeKind } from '#lib/graph/compare-graphs.ts';
import type { FocusDirection } from '#lib/graph/neighbours.ts';

export const reporterTitles = { source: 'source', waypoint: 'waypoint', destination: 'destination' } as const;

export const changeTitles: Record<ChangeKind, string> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
};

export const focusTitles: Record<FocusDirection, string> = {
  both: 'Both ways',
  upstream: 'Upstream',
  downstream: 'Downstream',
};

export const boxTitles: Record<Graph['boxes'][number]['kind'], string> = {
  cluster: 'Cluster',
  namespace: 'Namespace',
  app: 'App',
};

/** `26 nodes, 29 edges in 5 namespaces` */
export function summaryText(graph: Graph): string {
  const namespaces = new Set(graph.nodes.flatMap((node) => node.namespace ?? []));
  const parts = `${formatQuantity(graph.nodes.length, 'node')}, ${formatQuantity(graph.edges.length, 'edge')}`;
  return `${parts} in ${formatQuantity(namespaces.size, 'namespace')}`;
}

/** Sentences and heads of the side panel. */
export const panelWords = {
  label: 'Details',
  close: 'Close the panel',
  open: 'Show the panel',
  clear: 'Clear the selection',
  resize: 'Width of the panel',
  rate: 'Rate',
  errors: 'Errors',
  sent: 'Sent',
  received: 'Received',
  opened: 'Opened',
  in: 'In',
  out: 'Out',
  inside: 'Inside',
  all: 'All',
  noSeries: 'Nothing was measured over this time range.',
  chart: (last: string, peak: string) => `Traffic over the time range: ${last} at the end, ${peak} at most`,
  codes: 'Codes and flags',
  seenBy: (reporter: string) => `req/s, ${reporter} side`,
  code: 'Code',
  flags: 'Flags',
  host: 'Host asked',
  sharePercent: 'Share %',
  reporters: 'Both reporters',
  oneReporter: 'One reporter',
  differBy: (difference: string) => `differ by ${difference}`,
  whyReporters: 'Why the reporters differ',
  whyHealth: (state: string) => `Why ${state.toLowerCase()}`,
  mtls: 'mTLS',
  mtlsNotKnown: 'not known: only the called side reports it',
  split: 'Split',
  splitBy: 'by',
  hostsAsked: 'Host asked',
  client: 'Client',
  server: 'Server',
  clientErrors: '4xx answers',
  requestCount: 'Requests',
  p95Source: 'p95 at source',
  p99: 'p99',
  requestBytes: 'Request bytes',
  responseBytes: 'Response bytes',
  messagesSent: 'Messages sent',
  messagesReceived: 'Received',
  none: 'none reported',
  edgeKind: (protocol: string) => `${protocol} edge`,
  callers: 'Called by',
  called: 'Calls',
  perSecond: 'req/s, errors',
  inPerSecond: 'req/s in',
  nodesAndRate: 'nodes, req/s in',
  needsALook: 'Needs a look',
  nobody: 'Nothing in this time range.',
  badges: 'Marks',
  properties: 'Properties',
  labels: 'Labels',
  whatItIs: 'What this is',
  namespace: 'Namespace',
  cluster: 'Cluster',
  app: 'App',
  version: 'Version',
  workload: 'Workload',
  service: 'Service',
  pods: 'Pods',
  hosts: 'Hosts',
  inMesh: 'In mesh',
  yes: 'yes',
  no: 'no',
  members: 'Members, worst first',
  traffic: 'Traffic',
  edges: 'Edges',
  errorsPercent: 'Errors %',
  graphTitle: 'Current graph',
  namespaces: 'Namespaces',
  quality: 'Data quality',
  qualityGood: 'Nothing doubtful was found in the telemetry.',
  compared: (when: string) => `Compared with ${when}`,
  noChanges: 'Nothing was added, removed or changed much.',
  times: (count: number) => formatQuantity(count, 'time'),
  outside: 'outside the chosen namespaces',
  notMember: 'no namespace',
} as const;

/** Names of the actions in toolbar, panel and menus. */
export const actionWords = {
  focusUpstream: 'Upstream',
  focusDownstream: 'Downstream',
  focusBoth: 'Both ways',
  focusLabel: 'Focus',
  depth: 'Depth',
  onlyPath: 'Only this path',
  endFocus: 'End focus',
  hide: 'Hide',
  findSimilar: 'Find similar',
  findMembers: 'Find members',
  selectNeighbours: 'Find neighbours',
  copyName: 'Copy name',
  openInTable: 'Open in table',
  openInGraph: 'Open in graph',
  details: 'Details',
} as const;
