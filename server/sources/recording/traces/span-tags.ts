import type { Wire } from '../model/exchange.ts';
import type { Size } from '../model/step.ts';
import type { Workload } from '../model/workloads.ts';
import type { Place } from '../traffic/places.ts';

type Tags = Readonly<Record<string, string>>;

/** What any span of a proxy says about the proxy. */
export function proxyTags(workload: Workload, place: Place): Tags {
  return {
    component: 'proxy',
    'istio.canonical_revision': workload.canonicalRevision,
    'istio.canonical_service': workload.canonicalService,
    'istio.cluster_id': 'Kubernetes',
    'istio.mesh_id': 'cluster.local',
    'istio.namespace': workload.namespace,
    // The custom tag of the mesh's Telemetry.
    lab: 'vigla',
    'network.local.address': place.ip,
  };
}

/** What a span of a whole request says about the request (Istio's tags, as in the recorded spans). */
export function requestTags(input: {
  wire: Wire;
  size: Size | undefined;
  requestId: string;
  userAgent: string;
  node: { workload: Workload; place: Place };
  isCallee: boolean;
}): Tags {
  const { wire, size, requestId, userAgent, node, isCallee } = input;
  const { workload, place } = node;
  const type = isGateway(workload) ? 'router' : 'sidecar';
  return {
    ...proxyTags(workload, place),
    downstream_cluster: '-',
    'guid:x-request-id': requestId,
    'http.method': wire.method,
    'http.protocol': 'HTTP/1.1',
    'http.url': `http://${wire.authority}${isCallee ? wire.arrivesAs : wire.path}`,
    node_id: `${type}~${place.ip}~${place.pod}.${place.namespace}~${place.namespace}.svc.cluster.local`,
    request_size: '0',
    response_size: String(size?.responseBytes ?? 0),
    user_agent: userAgent,
  };
}

export function outcomeTags(code: string, flags: string): Tags {
  return {
    'http.status_code': code,
    response_flags: flags,
    ...(isFailure(code) && { error: 'true' }),
  };
}

export function clusterTags(cluster: string | undefined): Tags {
  return cluster === undefined ? {} : { upstream_cluster: cluster, 'upstream_cluster.name': `${cluster};` };
}

/** The mesh has a policy in dry run on reviews: every request to /reviews would be denied. */
export function dryRunTags(workload: Workload): Tags {
  if (workload.canonicalService !== 'reviews') return {};
  return {
    'istio.authorization.dry_run.deny_policy.name': 'ns[bookinfo]-policy[reviews-dry-run]-rule[0]',
    'istio.authorization.dry_run.deny_policy.result': 'denied',
  };
}

/** Envoy marks spans of 5xx and of requests without an answer. */
export function isFailure(code: string): boolean {
  return code === '0' || Number(code) >= 500;
}

export function isGateway({ namespace, name }: Workload): boolean {
  return /^istio-(ingress|egress)gateway$/.test(name) || `${namespace}/${name}` === 'shop/storefront-istio';
}
