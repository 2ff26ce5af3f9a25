import type { EdgeResponse, GraphEdge } from '#lib/contract/graph.ts';
import { ownReporter } from '#lib/graph/own-reporter.ts';
import type { TrafficFigures } from '#server/mesh/health/judge-health.ts';
import type { Outcome } from '../rows/edge-row.ts';
import { responseOf } from '../rows/response-of.ts';

/** Who counted: the edge's own reporter, or the proxy of the destination. */
export type CountedBy = 'own' | 'destination';

type RequestRates = Required<
  Pick<TrafficFigures, 'requestsPerSecond' | 'errorsPerSecond' | 'clientErrorsPerSecond'>
>;

/**
 * Rates of some edges together, without the responses behind them: enough to judge. Sums in plain loops, because a
 * large picture asks for tens of thousands of them.
 */
export function ratesOfEdges(
  edges: readonly GraphEdge[],
  { view, subject }: { view: CountedBy; subject: string },
): TrafficFigures {
  const figures: TrafficFigures = { subject };
  const sums: RequestRates = { requestsPerSecond: 0, errorsPerSecond: 0, clientErrorsPerSecond: 0 };
  let hasRequests = false;
  for (const edge of edges) if (addRequests(sums, edge, view)) hasRequests = true;
  if (hasRequests) Object.assign(figures, sums);
  const tcp = view === 'own' ? tcpOf(edges) : undefined;
  if (tcp !== undefined) figures.tcp = tcp;
  return figures;
}

/** The responses that failed, and those that were the callers' own errors, to name them. */
export function faultsOfEdges(
  edges: readonly GraphEdge[],
  view: CountedBy,
): Required<Pick<TrafficFigures, 'failures' | 'clientErrors'>> {
  const failures: EdgeResponse[] = [];
  const clientErrors: EdgeResponse[] = [];
  for (const edge of edges) {
    const { protocol } = edge;
    if (protocol === 'tcp' || seenRate(edge, view) === undefined) continue;
    for (const response of responsesOf(edge, view)) {
      const outcome = outcomeOf(protocol, response.code);
      if (outcome === 'error') failures.push({ ...response, code: spoken(protocol, response.code) });
      else if (outcome === 'clientError') clientErrors.push(response);
    }
  }
  return { failures, clientErrors };
}

/** Responses of an edge as one reporter counted them. */
export function responsesOf(edge: GraphEdge, view: CountedBy): EdgeResponse[] {
  const reporter = reporterOf(edge, view);
  return (edge.responses ?? []).filter((response) => response.reporter === reporter);
}

function reporterOf(edge: GraphEdge, view: CountedBy): EdgeResponse['reporter'] {
  return view === 'own' ? ownReporter(edge) : 'destination';
}

/** False when this side of the edge counted no requests at all. */
function addRequests(sums: RequestRates, edge: GraphEdge, view: CountedBy): boolean {
  const rate = seenRate(edge, view);
  if (edge.protocol === 'tcp' || rate === undefined) return false;
  const errorShare = view === 'own' ? edge.errorShare : edge.reporters?.destination?.errorShare;
  sums.requestsPerSecond += rate;
  sums.errorsPerSecond += rate * (errorShare ?? 0);
  if (view === 'own' && edge.clientErrorShare !== undefined) {
    sums.clientErrorsPerSecond += rate * edge.clientErrorShare;
    return true;
  }
  const reporter = reporterOf(edge, view);
  for (const response of edge.responses ?? [])
    if (response.reporter === reporter && outcomeOf(edge.protocol, response.code) === 'clientError')
      sums.clientErrorsPerSecond += response.requestsPerSecond;
  return true;
}

function seenRate(edge: GraphEdge, view: CountedBy): number | undefined {
  return view === 'own' ? edge.requestsPerSecond : edge.reporters?.destination?.requestsPerSecond;
}

/** How the code of an edge's answer counts; of gRPC it is a status, or HTTP's own code when the transport failed. */
function outcomeOf(protocol: 'http' | 'grpc', code: string): Outcome {
  const labels = isGrpcStatus(protocol, code)
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

/** What is absent on every edge stays absent: a silent 0 would be judged as one. Undefined without TCP edges. */
function tcpOf(edges: readonly GraphEdge[]): TrafficFigures['tcp'] {
  let tcp: TrafficFigures['tcp'];
  for (const edge of edges) {
    if (edge.protocol !== 'tcp') continue;
    tcp ??= {};
    for (const bytes of [edge.bytesSentPerSecond, edge.bytesReceivedPerSecond])
      if (bytes !== undefined) tcp.bytesPerSecond = (tcp.bytesPerSecond ?? 0) + bytes;
    const opened = edge.connectionsOpenedPerSecond;
    if (opened !== undefined) tcp.connectionsOpenedPerSecond = (tcp.connectionsOpenedPerSecond ?? 0) + opened;
  }
  return tcp;
}
