import type { BadgeId, EdgeProtocol, GraphNode, NodeKind } from '#lib/contract/graph.ts';
import type { FlagOperand, NumberOperand, OperandEntry, TextOperand } from './operand-entry.ts';

/** How a node's kind is written. */
export const nodeKindWords: Record<NodeKind, string> = {
  workload: 'workload',
  application: 'app',
  service: 'service',
  serviceEntry: 'serviceentry',
  operation: 'operation',
  unknown: 'unknown',
  passthrough: 'passthrough',
  blackHole: 'blackhole',
  restricted: 'restricted',
  namespace: 'namespace',
};

function text(
  aliases: string[],
  about: string,
  read: (node: GraphNode) => (string | undefined)[],
): TextOperand {
  return { type: 'text', aliases, about, ofNode: read };
}

function flag(aliases: string[], about: string, read: (node: GraphNode) => boolean): FlagOperand {
  return { type: 'flag', aliases, about, ofNode: read };
}

function badge(id: BadgeId, aliases: string[], about: string): FlagOperand {
  return flag(aliases, about, (node) => node.badges.some((seen) => seen.id === id));
}

function traffic(protocol: EdgeProtocol, direction: 'in' | 'out'): NumberOperand {
  return {
    type: protocol === 'tcp' ? 'bytes' : 'rate',
    aliases: [],
    about: `${protocol === 'tcp' ? 'TCP bytes' : `${protocol === 'http' ? 'HTTP' : 'gRPC'} requests`} per second ${direction === 'in' ? 'into' : 'out of'} the node`,
    ofNode: (node, facts) => facts.traffic(node.id, direction, protocol),
  };
}

/** Operands that only nodes have. */
export const nodeOperands = {
  name: text([], 'name of the workload, app or service, or a host behind the node', (node) => [
    node.name,
    node.app,
    node.workload,
    node.service,
    ...(node.hosts ?? []),
  ]),
  namespace: text(['ns'], 'namespace of the node', (node) => [node.namespace]),
  app: text([], 'app label', (node) => [node.app]),
  version: text([], 'version label', (node) => [node.version]),
  workload: text(['wl'], 'workload name', (node) => [node.workload]),
  service: text(['svc'], 'service name', (node) => [node.service]),
  cluster: text([], 'cluster of the node', (node) => [node.cluster]),
  node: {
    ...text(['nodetype'], 'kind of node', (node) => [nodeKindWords[node.kind]]),
    words: Object.values(nodeKindWords),
  },
  operation: {
    ...text(['op'], 'name of an operation node', (node) => [
      node.kind === 'operation' ? node.name : undefined,
    ]),
    needs: 'operations',
  },
  label: {
    type: 'text',
    aliases: [],
    about: 'value of a label, e.g. label:team = web',
    isKeyed: true,
    ofNode: (node, _facts, key) => [node.labels[key]],
  },
  rank: {
    type: 'count',
    aliases: [],
    about: 'rank by number of edges, 1 is the most connected',
    ofNode: (node, facts) => facts.rank(node.id),
  },
  httpin: traffic('http', 'in'),
  httpout: traffic('http', 'out'),
  grpcin: traffic('grpc', 'in'),
  grpcout: traffic('grpc', 'out'),
  tcpin: traffic('tcp', 'in'),
  tcpout: traffic('tcp', 'out'),
  pods: { type: 'count', aliases: [], about: 'number of pods', ofNode: (node) => node.podCount },
  circuitbreaker: badge('circuitBreaker', ['cb'], 'has a circuit breaker'),
  faultinjection: badge('faultInjection', ['fi'], 'has fault injection'),
  mirroring: badge('mirroring', [], 'mirrors requests'),
  requesttimeout: badge('requestTimeout', ['rto'], 'has a request timeout'),
  trafficshifting: badge('trafficSplit', ['ts', 'trafficsplit'], 'splits traffic by weight'),
  tcptrafficshifting: flag(['tcpts'], 'splits TCP traffic by weight', (node) =>
    node.badges.some((seen) => seen.id === 'trafficSplit' && /\btcp\b/i.test(seen.text)),
  ),
  virtualservice: badge('virtualService', ['vs'], 'has a VirtualService or a route'),
  requestrouting: badge('virtualService', ['rr'], 'has request routing'),
  workloadentry: badge('workloadEntry', ['we'], 'is a WorkloadEntry'),
  gateway: badge('gateway', ['gw'], 'is a gateway'),
  waypoint: badge('waypoint', [], 'is a waypoint'),
  outofmesh: flag(
    ['om', 'missingsidecar'],
    'is not in the mesh',
    (node) => node.inMesh === false || node.badges.some((seen) => seen.id === 'missingSidecar'),
  ),
  outside: flag(['outsider'], 'is outside the chosen namespaces', (node) => node.isOutside === true),
  serviceentry: flag(['se'], 'is a ServiceEntry', (node) => node.kind === 'serviceEntry'),
  trafficsource: flag(
    ['root'],
    'is a source that nothing in the picture calls',
    (node) => node.isRoot === true,
  ),
} as const satisfies Record<string, OperandEntry>;
