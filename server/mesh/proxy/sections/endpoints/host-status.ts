import { ViglaError } from '#server/errors.ts';
import {
  flagAt,
  type JsonObject,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
} from '#server/mesh/proxy/json/json.ts';
import { addressText, localityText } from './endpoint-address.ts';

/** A host of a cluster as Envoy uses it right now: `/clusters?format=json`. */
export type HostStatus = {
  cluster: string;
  edsName: string | undefined;
  isFromApi: boolean;
  address: string;
  status: string;
  outlierCheck: 'OK' | 'FAILED';
  checks: string[];
  locality: string | undefined;
  weight: number | undefined;
  priority: number;
  hostname: string | undefined;
  counters: Record<string, number>;
  path: string;
};

const checkWords: Readonly<Record<string, string>> = {
  failed_outlier_check: 'ejected: it failed too often',
  failed_active_health_check: 'fails the health checks of Envoy',
  failed_active_degraded_check: 'calls itself degraded',
  pending_dynamic_removal: 'taken out by istiod, still in use until its health check fails',
  pending_active_hc: 'waits for its first health check',
  excluded_via_immediate_hc_fail: 'asked to be left out',
  active_hc_timeout: 'did not answer its last health check',
};

/** Every host of an answer of `/clusters`. @throws ViglaError `source_failed` for what is no such answer */
export function hostStatuses(bytes: Uint8Array): HostStatus[] {
  return objectsAt(parse(bytes), 'cluster_statuses').flatMap((cluster, index) =>
    objectsAt(cluster, 'host_statuses').map((host, at) =>
      hostStatus(cluster, host, `clusters.cluster_statuses[${index}].host_statuses[${at}]`),
    ),
  );
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ViglaError('source_failed', "Envoy's answer to /clusters is not JSON, or was cut off.", {
      cause,
    });
  }
}

function hostStatus(cluster: JsonObject, host: JsonObject, path: string): HostStatus {
  const health = objectAt(host, 'health_status');
  return {
    cluster: textAt(cluster, 'name') ?? '',
    edsName: textAt(cluster, 'eds_service_name'),
    isFromApi: flagAt(cluster, 'added_via_api'),
    address: addressText(objectAt(host, 'address')),
    status: textAt(health, 'eds_health_status') ?? 'UNKNOWN',
    outlierCheck: flagAt(health, 'failed_outlier_check') ? 'FAILED' : 'OK',
    checks: Object.entries(checkWords).flatMap(([field, words]) => (flagAt(health, field) ? [words] : [])),
    locality: localityText(objectAt(host, 'locality')),
    weight: numberAt(host, 'weight'),
    priority: numberAt(host, 'priority') ?? 0,
    hostname: textAt(host, 'hostname'),
    counters: Object.fromEntries(
      // Protobuf's JSON leaves a value of 0 out.
      objectsAt(host, 'stats').map((stat) => [textAt(stat, 'name') ?? '', numberAt(stat, 'value') ?? 0]),
    ),
    path,
  };
}
