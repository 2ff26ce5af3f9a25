import type { EdgeResponse, GraphEdge } from '#lib/contract/graph.ts';
import type { TrafficFigures } from '#server/mesh/health/judge-health.ts';
import type { Outcome } from '../rows/edge-row.ts';
import { responseOf } from '../rows/response-of.ts';
import { ownReporter } from './series-evidence.ts';

/** Figures of some edges together. `view` is who counted: the edge's own reporter, or the proxy of the destination. */
export function figuresOfEdges(
  edges: readonly GraphEdge[],
  { view, subject }: { view: 'own' | 'destination'; subject: string },
): TrafficFigures {
  const requests = edges.map((edge) => requestsOf(edge, view)).filter((figures) => figures !== undefined);
  const tcp = view === 'own' ? edges.filter(({ protocol }) => protocol === 'tcp') : [];
  return {
    subject,
    ...(requests.length === 0
      ? {}
      : {
          requestsPerSecond: sum(requests.map(({ rate }) => rate)),
          errorsPerSecond: sum(requests.map(({ errors }) => errors)),
          clientErrorsPerSecond: sum(requests.map(({ clientErrors }) => clientErrors)),
          failures: requests.flatMap(({ responses }) => responses.failure),
          clientErrors: requests.flatMap(({ responses }) => responses.clientError),
        }),
    ...(tcp.length === 0 ? {} : { tcp: tcpOf(tcp) }),
  };
}

/** Responses of an edge as one reporter counted them. */
export function responsesOf(edge: GraphEdge, view: 'own' | 'destination'): EdgeResponse[] {
  const reporter = view === 'own' ? ownReporter(edge) : 'destination';
  return (edge.responses ?? []).filter((response) => response.reporter === reporter);
}

function requestsOf(edge: GraphEdge, view: 'own' | 'destination') {
  const { protocol } = edge;
  const own = { requestsPerSecond: edge.requestsPerSecond, errorShare: edge.errorShare };
  const seen = view === 'own' ? own : edge.reporters?.destination;
  if (protocol === 'tcp' || seen?.requestsPerSecond === undefined) return undefined;
  const classed = Map.groupBy(responsesOf(edge, view), ({ code }) => outcomeOf(protocol, code));
  const clientError = classed.get('clientError') ?? [];
  const rate = seen.requestsPerSecond;
  return {
    rate,
    errors: rate * (seen.errorShare ?? 0),
    clientErrors:
      view === 'own' && edge.clientErrorShare !== undefined
        ? rate * edge.clientErrorShare
        : sum(clientError.map(({ requestsPerSecond }) => requestsPerSecond)),
    responses: {
      failure: (classed.get('error') ?? []).map((one) => ({ ...one, code: spoken(protocol, one.code) })),
      clientError,
    },
  };
}

/** How the code of an edge's answer counts; of gRPC it is a status, or HTTP's own code when the transport failed. */
function outcomeOf(protocol: 'http' | 'grpc', code: string): Outcome {
  const isStatus = protocol === 'grpc' && /^\d{1,2}$/.test(code);
  const labels = isStatus
    ? { code: '200', grpcStatus: code }
    : { code: code === '-' ? '0' : code, grpcStatus: '' };
  return responseOf(protocol, { ...labels, flags: '' }).outcome;
}

function spoken(protocol: 'http' | 'grpc', code: string): string {
  return isGrpcStatus(protocol, code) ? `gRPC status ${code}` : code;
}

function isGrpcStatus(protocol: 'http' | 'grpc', code: string): boolean {
  return protocol === 'grpc' && /^\d{1,2}$/.test(code);
}

/** What is absent on every edge stays absent: a silent 0 would be judged as one. */
function tcpOf(edges: readonly GraphEdge[]): NonNullable<TrafficFigures['tcp']> {
  const bytes = edges.flatMap(({ bytesSentPerSecond, bytesReceivedPerSecond }) => [
    bytesSentPerSecond,
    bytesReceivedPerSecond,
  ]);
  const known = bytes.filter((rate) => rate !== undefined);
  const opened = edges
    .map(({ connectionsOpenedPerSecond }) => connectionsOpenedPerSecond)
    .filter((rate) => rate !== undefined);
  return {
    ...(known.length === 0 ? {} : { bytesPerSecond: sum(known) }),
    ...(opened.length === 0 ? {} : { connectionsOpenedPerSecond: sum(opened) }),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
