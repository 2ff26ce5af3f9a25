/**
 * Labels that tell the processes apart which count: what Istio's own, the Prometheus Operator's, the community chart's and
 * OpenTelemetry's scrape configurations add. A store has some of them; the others stay absent from its rows.
 */
export const processLabels = [
  'pod',
  'instance',
  'pod_name',
  'kubernetes_pod_name',
  'k8s_pod_name',
  'exported_pod',
  'service_instance_id',
] as const;

/** Who sent what where, as far as a version or its failure depends on it. */
export const requestLabels = [
  'reporter',
  'source_workload_namespace',
  'source_workload',
  'destination_service',
  'destination_service_name',
  'destination_service_namespace',
  'destination_workload_namespace',
  'destination_workload',
  'destination_version',
  'destination_canonical_revision',
] as const;

/** How it ended; of TCP only the flags are there. */
export const answerLabels = [
  'request_protocol',
  'response_code',
  'grpc_response_status',
  'response_flags',
] as const;

export type Labels = Readonly<Record<string, string>>;

/** The process that counts a row; the empty string where the store does not say. */
export function processOf(labels: Labels): string {
  return processLabels.flatMap((label) => labels[label] ?? []).join('|');
}

/** Istio writes `unknown` where it has no metadata, and stores drop labels without a value. */
export function known(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === 'unknown' ? undefined : text;
}
