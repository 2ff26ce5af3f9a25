import type { BenchEdge, BenchMesh, BenchWorkload } from './generate-mesh.ts';

export type RatedSeries = { metric: string; labels: Record<string, string>; perSecond: number };

const bounds = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000,
  3_600_000,
];

function sideLabels(side: 'source' | 'destination', workload: BenchWorkload): Record<string, string> {
  return {
    [`${side}_workload`]: workload.name,
    [`${side}_workload_namespace`]: workload.namespace,
    [`${side}_principal`]: `spiffe://cluster.local/ns/${workload.namespace}/sa/${workload.service}`,
    [`${side}_app`]: workload.service,
    [`${side}_version`]: workload.version,
    [`${side}_cluster`]: 'Kubernetes',
    [`${side}_canonical_service`]: workload.service,
    [`${side}_canonical_revision`]: workload.version,
  };
}

function labelsOf(edge: BenchEdge, reporter: 'source' | 'destination', code: string): Record<string, string> {
  const { service, namespace } = edge.target;
  return {
    reporter,
    ...sideLabels('source', edge.source),
    ...sideLabels('destination', edge.target),
    destination_service: `${service}.${namespace}.svc.cluster.local`,
    destination_service_name: service,
    destination_service_namespace: namespace,
    request_protocol: 'http',
    response_code: code,
    response_flags: '-',
    connection_security_policy: reporter === 'destination' ? 'mutual_tls' : 'unknown',
  };
}

/** Share of requests not slower than a bound, of a log-logistic distribution round the median. */
function shareWithin(boundMs: number, medianMs: number): number {
  return 1 / (1 + (medianMs / boundMs) ** 2.5);
}

function* codesOf(edge: BenchEdge): Generator<[code: string, perSecond: number]> {
  yield ['200', edge.requestsPerSecond * (1 - edge.errorShare)];
  if (edge.errorShare > 0) yield ['503', edge.requestsPerSecond * edge.errorShare];
}

function* histogramOf(
  edge: BenchEdge,
  labels: Record<string, string>,
  perSecond: number,
): Generator<RatedSeries> {
  const metric = 'istio_request_duration_milliseconds';
  for (const bound of bounds) {
    const le = String(bound);
    yield {
      metric: `${metric}_bucket`,
      labels: { ...labels, le },
      perSecond: perSecond * shareWithin(bound, edge.medianMs),
    };
  }
  yield { metric: `${metric}_bucket`, labels: { ...labels, le: '+Inf' }, perSecond };
}

/** Every series that the proxies of a mesh would report, with the rate at which it grows. */
export function* seriesOf(mesh: BenchMesh, options: { withLatency: boolean }): Generator<RatedSeries> {
  for (const edge of mesh.edges) {
    for (const reporter of ['source', 'destination'] as const) {
      for (const [code, perSecond] of codesOf(edge)) {
        const labels = labelsOf(edge, reporter, code);
        yield { metric: 'istio_requests_total', labels, perSecond };
        if (!options.withLatency) continue;
        yield* histogramOf(edge, labels, perSecond);
        yield { metric: 'istio_request_bytes_sum', labels, perSecond: perSecond * 420 };
        yield { metric: 'istio_response_bytes_sum', labels, perSecond: perSecond * 3100 };
      }
    }
  }
}
