import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import { ownReporter } from '#lib/graph/own-reporter.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';
import { responseOf } from '#server/mesh/graph/rows/response-of.ts';
import type { Matcher, MetricQuery, Series, TimeRange } from '#server/metrics/query.ts';

type Points = NonNullable<NamespaceItem['series']>;

const mostPoints = 60;
/** A rate needs some scrapes inside its window, and a step below it would only repeat them. */
const shortestWindowSeconds = 60;
const shortestStepSeconds = 15;

/**
 * One range query for the requests into all namespaces. Callers report their own requests; only of those that report
 * nothing, such as callers outside the mesh, the receiver's word counts, so that no request is there twice.
 */
export function namespaceSeriesQuery(picture: GraphDraft, stepSeconds: number): MetricQuery {
  return {
    fn: 'rate',
    selector: {
      metric: 'istio_requests_total',
      matchers: [],
      anyOf: [[{ label: 'reporter', is: '=', value: 'source' }], ...silentCallers(picture)],
    },
    windowSeconds: Math.max(stepSeconds, shortestWindowSeconds),
    by: [
      'destination_workload_namespace',
      'destination_service_namespace',
      'request_protocol',
      'response_code',
      'grpc_response_status',
    ],
  };
}

/** At most 60 points that end at the end of the window. */
export function seriesRange(endSeconds: number, rangeSeconds: number): TimeRange {
  const stepSeconds = Math.max(shortestStepSeconds, Math.ceil(rangeSeconds / (mostPoints - 1)));
  const steps = Math.floor(rangeSeconds / stepSeconds);
  return { startSeconds: endSeconds - steps * stepSeconds, endSeconds, stepSeconds };
}

/** `[epoch seconds, requests per second, errors per second]` by namespace, oldest first. */
export function foldNamespaceSeries(rows: readonly Series[]): Map<string, Points> {
  const sums = new Map<string, Map<number, { requests: number; errors: number }>>();
  for (const { labels, points } of rows) {
    const namespace = [labels.destination_workload_namespace, labels.destination_service_namespace].find(
      (name) => name !== undefined && name !== '' && name !== 'unknown',
    );
    if (namespace === undefined) continue;
    const { outcome } = responseOf(labels.request_protocol === 'grpc' ? 'grpc' : 'http', {
      code: labels.response_code ?? '',
      grpcStatus: labels.grpc_response_status ?? '',
      flags: '',
    });
    const byTime = sums.get(namespace) ?? new Map();
    sums.set(namespace, byTime);
    for (const [at, rate] of points) {
      const { requests, errors } = byTime.get(at) ?? { requests: 0, errors: 0 };
      byTime.set(at, { requests: requests + rate, errors: outcome === 'error' ? errors + rate : errors });
    }
  }
  return new Map([...sums].map(([namespace, byTime]) => [namespace, pointsOf(byTime)]));
}

function pointsOf(byTime: ReadonlyMap<number, { requests: number; errors: number }>): Points {
  return [...byTime]
    .sort(([one], [other]) => one - other)
    .map(([at, { requests, errors }]) => [at, requests, errors]);
}

/** Label conditions for the callers that only their receivers know, by reporter and namespace. */
function silentCallers({ nodes, edges }: GraphDraft): Matcher[][] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const reporting = new Set(
    edges.filter((edge) => ownReporter(edge) === 'source').map(({ source }) => source),
  );
  const names = new Map<string, { reporter: string; namespace: string; workloads: Set<string> }>();
  for (const edge of edges) {
    const node = byId.get(edge.source);
    if (edge.protocol === 'tcp' || node === undefined || reporting.has(node.id)) continue;
    if (node.kind !== 'workload' && node.kind !== 'unknown') continue;
    const reporter = ownReporter(edge);
    const namespace = node.kind === 'unknown' ? 'unknown' : (node.namespace ?? 'unknown');
    const entry = names.get(`${reporter}/${namespace}`) ?? { reporter, namespace, workloads: new Set() };
    names.set(`${reporter}/${namespace}`, entry);
    entry.workloads.add(node.kind === 'unknown' ? 'unknown' : node.name);
  }
  return [...names.values()].map(({ reporter, namespace, workloads }) => [
    { label: 'reporter', is: '=', value: reporter },
    { label: 'source_workload_namespace', is: '=', value: namespace },
    { label: 'source_workload', is: '=~', value: [...workloads].sort().join('|') },
  ]);
}
