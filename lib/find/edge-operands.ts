import type { EdgeProtocol, GraphEdge } from '#lib/contract/graph.ts';
import { edgeProtocols } from '#lib/contract/graph.ts';
import { hostsOfEdge } from '#lib/graph/edge-hosts.ts';
import { type GraphFacts, trafficOf } from './graph-facts.ts';
import type { NumberOperand, OperandEntry, TextOperand } from './operand-entry.ts';

/** Percent of a share, without the dust of multiplying by a hundred. */
function percent(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 1e11) / 1e9;
}

function share(
  aliases: string[],
  about: string,
  read: (edge: GraphEdge, facts: GraphFacts) => number | undefined,
): NumberOperand {
  return { type: 'share', aliases, about, ofEdge: (edge, facts) => percent(read(edge, facts)) };
}

function text(
  aliases: string[],
  about: string,
  read: (edge: GraphEdge, facts: GraphFacts) => (string | undefined)[],
): TextOperand {
  return { type: 'text', aliases, about, ofEdge: read };
}

function latency(quantile: 'p50' | 'p95' | 'p99', aliases: string[]): NumberOperand {
  const about = `response time, ${quantile.slice(1)}th percentile`;
  return {
    type: 'duration',
    aliases,
    about,
    needs: 'latency',
    ofEdge: (edge) => edge.responseTimeMs?.[quantile],
  };
}

const onlyOf =
  (protocol: EdgeProtocol, read: (edge: GraphEdge) => number | undefined) =>
  (edge: GraphEdge): number | undefined =>
    edge.protocol === protocol ? read(edge) : undefined;

function shareOfSource(protocol: EdgeProtocol) {
  return (edge: GraphEdge, facts: GraphFacts): number | undefined => {
    const all = facts.traffic(edge.source, 'out', protocol);
    const own = edge.protocol === protocol ? trafficOf(edge) : undefined;
    return own === undefined || all === undefined || all === 0 ? undefined : own / all;
  };
}

/** Operands that only edges have. */
export const edgeOperands = {
  errors: share(['%err', 'error'], 'share of failed requests', (edge) => edge.errorShare),
  clienterrors: share(['%clienterr'], 'share of 4xx answers', (edge) => edge.clientErrorShare),
  '%httperr': share(
    [],
    'share of failed HTTP requests',
    onlyOf('http', (edge) => edge.errorShare),
  ),
  '%grpcerr': share(
    [],
    'share of failed gRPC requests',
    onlyOf('grpc', (edge) => edge.errorShare),
  ),
  '%httptraffic': share([], "share of the source's HTTP requests", shareOfSource('http')),
  '%grpctraffic': share([], "share of the source's gRPC requests", shareOfSource('grpc')),
  http: { type: 'rate', aliases: [], about: 'HTTP requests per second', ofEdge: onlyOf('http', trafficOf) },
  grpc: { type: 'rate', aliases: [], about: 'gRPC requests per second', ofEdge: onlyOf('grpc', trafficOf) },
  tcp: { type: 'bytes', aliases: [], about: 'TCP bytes sent per second', ofEdge: onlyOf('tcp', trafficOf) },
  traffic: {
    type: 'rate',
    aliases: ['rate'],
    about: 'requests, or TCP bytes, per second',
    ofEdge: trafficOf,
  },
  requests: {
    type: 'count',
    aliases: [],
    about: 'requests in the time range',
    ofEdge: (edge) => edge.requestCount,
  },
  responsetime: latency('p95', ['rt', 'p95']),
  p50: latency('p50', []),
  p99: latency('p99', []),
  throughput: {
    type: 'bytes',
    aliases: [],
    about: 'request and response bytes per second',
    needs: 'throughput',
    ofEdge: (edge) =>
      edge.requestBytesPerSecond === undefined && edge.responseBytesPerSecond === undefined
        ? undefined
        : (edge.requestBytesPerSecond ?? 0) + (edge.responseBytesPerSecond ?? 0),
  },
  messages: {
    type: 'rate',
    aliases: [],
    about: 'gRPC messages per second, both ways',
    needs: 'messages',
    ofEdge: (edge) =>
      edge.messagesSentPerSecond === undefined && edge.messagesReceivedPerSecond === undefined
        ? undefined
        : (edge.messagesSentPerSecond ?? 0) + (edge.messagesReceivedPerSecond ?? 0),
  },
  mtls: share(['%mtls'], 'share of traffic in mutual TLS', (edge) => edge.mtlsShare),
  split: share(['%split'], 'share of this backend in its route', (edge) => edge.splitShare),
  protocol: { ...text([], 'http, grpc or tcp', (edge) => [edge.protocol]), words: edgeProtocols },
  sourceprincipal: text(
    ['clientprincipal'],
    'identity of the client',
    (edge) => edge.principals?.source ?? [],
  ),
  destprincipal: text(
    ['serverprincipal'],
    'identity of the server',
    (edge) => edge.principals?.destination ?? [],
  ),
  code: text(['status'], 'a response code, "-" for no response', (edge) =>
    (edge.responses ?? []).map((seen) => seen.code),
  ),
  flag: text(['flags'], 'an Envoy response flag, e.g. UH', (edge) =>
    [...(edge.responses ?? []), ...(edge.connections ?? [])].flatMap(({ flags }) =>
      flags === '-' ? [] : flags.split(','),
    ),
  ),
  host: text([], 'a host that was asked for', hostsOfEdge),
  source: text(['from'], 'name of the calling node', (edge, facts) => namesOf(facts, edge.source)),
  target: text(['to'], 'name of the called node', (edge, facts) => namesOf(facts, edge.target)),
  reportersdiffer: {
    type: 'flag',
    aliases: ['differ'],
    about: 'the two proxies report different numbers',
    ofEdge: (edge) => edge.reportersDiffer !== undefined,
  },
} as const satisfies Record<string, OperandEntry>;

function namesOf(facts: GraphFacts, nodeId: string): (string | undefined)[] {
  const node = facts.nodeById.get(nodeId);
  return node === undefined ? [] : [node.name, node.app, node.workload, node.service];
}
