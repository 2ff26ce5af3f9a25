/**
 * The ends of a series of Istio's traffic metrics, each with the label of its namespace and every label that tells
 * something of it. The addressed service is an end of its own: it may be in another namespace than who answers for it.
 * Source: Istio's standard metrics (https://istio.io/latest/docs/reference/config/metrics/).
 */
export const trafficEnds = {
  source: {
    namespace: 'source_workload_namespace',
    labels: [
      'source_workload',
      'source_workload_namespace',
      'source_principal',
      'source_app',
      'source_version',
      'source_canonical_service',
      'source_canonical_revision',
    ],
  },
  destination: {
    namespace: 'destination_workload_namespace',
    labels: [
      'destination_workload',
      'destination_workload_namespace',
      'destination_principal',
      'destination_app',
      'destination_version',
      'destination_canonical_service',
      'destination_canonical_revision',
    ],
  },
  service: {
    namespace: 'destination_service_namespace',
    labels: ['destination_service', 'destination_service_name', 'destination_service_namespace'],
  },
} as const;

export type TrafficEnd = keyof typeof trafficEnds;
export const trafficEndIds: readonly TrafficEnd[] = ['source', 'destination', 'service'];
export const namespaceLabels = trafficEndIds.map((end) => trafficEnds[end].namespace);

const endByLabel = new Map<string, TrafficEnd>(
  trafficEndIds.flatMap((end) => trafficEnds[end].labels.map((label) => [label, end] as const)),
);

/** The end that a label tells something of. */
export function endOf(label: string): TrafficEnd | undefined {
  return endByLabel.get(label);
}

/** Labels that name nobody. */
const neutralLabels: ReadonlySet<string> = new Set([
  'reporter',
  'request_protocol',
  'response_code',
  'response_flags',
  'grpc_response_status',
  'connection_security_policy',
  'source_cluster',
  'destination_cluster',
  'le',
]);

export function isNeutral(label: string): boolean {
  return neutralLabels.has(label);
}

/** Istio's word for what it has no metadata of; stores drop labels without a value. */
export function isUnknown(value: string | undefined): boolean {
  return value === undefined || value === '' || value === 'unknown';
}

const versionLabels: ReadonlySet<string> = new Set([
  'source_version',
  'source_canonical_revision',
  'destination_version',
  'destination_canonical_revision',
]);

/** Versions of a masked end are shown as if Istio had no metadata. */
export function isVersion(label: string): boolean {
  return versionLabels.has(label);
}

/** Istio's metrics of requests and connections; others are about proxies and the control plane. */
export function isTrafficMetric(metric: string): boolean {
  return /^istio_(requests_total|(request|response|tcp)_)/.test(metric);
}
