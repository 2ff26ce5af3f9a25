import type { EdgeProtocol, NodeKind } from '#lib/contract/graph.ts';

/** How kinds of nodes and protocols are said. */
export const nodeKindTitles: Record<NodeKind, string> = {
  workload: 'Workload',
  application: 'App',
  service: 'Service',
  serviceEntry: 'ServiceEntry',
  operation: 'Operation',
  unknown: 'Unknown source',
  passthrough: 'Passthrough',
  blackHole: 'Black hole',
  restricted: 'Restricted',
  namespace: 'Namespace',
};

export const protocolTitles: Record<EdgeProtocol, string> = { http: 'HTTP', grpc: 'gRPC', tcp: 'TCP' };
