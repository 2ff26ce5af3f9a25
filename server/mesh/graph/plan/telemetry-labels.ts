/** Labels of Istio's standard metrics that say which workload sent something to which workload or service. */
export const identityLabels = [
  'reporter',
  'source_cluster',
  'source_workload_namespace',
  'source_workload',
  'destination_cluster',
  'destination_workload_namespace',
  'destination_workload',
  'destination_service_namespace',
  'destination_service_name',
] as const;

/** Applications and versions: a property of the workload, so only the base queries ask for them. */
export const applicationLabels = [
  'source_canonical_service',
  'source_canonical_revision',
  'destination_canonical_service',
  'destination_canonical_revision',
] as const;

/** The host that was asked for, as the caller wrote it: all that is known of Passthrough and BlackHole traffic. */
export const hostLabel = 'destination_service';

export const securityLabels = [
  'connection_security_policy',
  'source_principal',
  'destination_principal',
] as const;

export const responseLabels = [
  'request_protocol',
  'response_code',
  'grpc_response_status',
  'response_flags',
] as const;

/** Istio sets it only where request classification is configured. */
export const operationLabel = 'request_operation';
