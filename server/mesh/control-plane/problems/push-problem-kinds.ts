import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ProblemSeverity } from '#lib/contract/mesh-problems.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import {
  clusterKeyOf,
  declarersOf,
  destinationRulesOf,
  hostOf,
  virtualServicesOf,
} from './problem-objects.ts';

/** One entry of push_status as istiod wrote it. */
export type PushEntry = { key: string; proxy: string | undefined; message: string };

/** How one metric of push_status is told. */
export type PushProblemKind = {
  title: string;
  severity: ProblemSeverity;
  fix: string;
  sentence: (entry: PushEntry, objects: MeshObjects) => string;
  objects: (entry: PushEntry, objects: MeshObjects) => ObjectReference[];
};

/**
 * Every metric that istiod adds to push_status, from Istio's `pilot/pkg/model/push_context.go` and the places that use
 * it; some have left it again in later releases.
 */
export const pushProblemKinds: Readonly<Record<string, PushProblemKind>> = {
  pilot_conflict_inbound_listener: {
    title: 'Two Services on one port of a pod',
    severity: 'degraded',
    fix: 'Nothing to do where both say the same protocol; else give them the same (appProtocol or the port’s name), or different ports.',
    sentence: ({ key, message }) => {
      const conflict = inboundConflict(message);
      if (conflict === undefined) return message || `Two Services lead to one port of ${key}.`;
      const { port, existing, incoming } = conflict;
      return `${existing} and ${incoming} both lead to port ${port} of ${key}: the first of them alone decides as what the proxy treats it.`;
    },
    objects: ({ message }, objects) => {
      const conflict = inboundConflict(message);
      return conflict === undefined
        ? []
        : [...declarersOf(conflict.existing, objects), ...declarersOf(conflict.incoming, objects)];
    },
  },
  pilot_conflict_outbound_listener_tcp_over_current_tcp: outboundConflict('TCP', 'TCP'),
  pilot_conflict_outbound_listener_tcp_over_current_http: outboundConflict('TCP', 'HTTP'),
  pilot_conflict_outbound_listener_http_over_current_tcp: outboundConflict('HTTP', 'TCP'),
  pilot_conflict_outbound_listener_http_over_https: outboundConflict('HTTP', 'HTTPS'),
  pilot_duplicate_envoy_clusters: {
    title: 'One cluster asked for twice',
    severity: 'degraded',
    fix: 'Two Services or ServiceEntries declare the same host and port for the same proxies: leave one of them, or limit exportTo.',
    sentence: ({ key }) => `${clusterWords(key)} is declared more than once; proxies get the first of them.`,
    objects: ofCluster,
  },
  pilot_vservice_dup_domain: {
    title: 'One domain in several virtual hosts',
    severity: 'degraded',
    fix: 'Merge the VirtualServices of this host into one, or give each its own hosts: only the oldest counts.',
    sentence: ({ key, message }) =>
      /from service/.test(message)
        ? `${key} stands in the routes already, from a VirtualService for a name that covers it; the virtual host of the service itself was left out.`
        : `More than one VirtualService claims ${key}; all but one of them were left out.`,
    objects: ({ key }, objects) => {
      const host = hostOf(key);
      return [...virtualServicesOf(host, objects), ...declarersOf(host, objects)];
    },
  },
  pilot_eds_no_instances: {
    title: 'A service without endpoints',
    severity: 'info',
    fix: 'Nothing to do where it is meant to be empty; else compare the selector, or the labels of the subset, with the pods.',
    sentence: ({ key }, objects) =>
      isPassedOn(key, objects)
        ? `${clusterWords(key)} has no endpoint, and needs none: with resolution NONE proxies go to the address that was asked for.`
        : `${clusterWords(key)} has no endpoint: requests to it end in 503 UH.`,
    objects: ofCluster,
  },
  pilot_dns_cluster_without_endpoints: {
    title: 'A DNS service without endpoints',
    severity: 'degraded',
    fix: 'Name endpoints in the ServiceEntry, or let its host be a name that DNS knows.',
    sentence: ({ key }) => `${clusterWords(key)} is looked up by DNS, but names nothing to look up.`,
    objects: ofCluster,
  },
  pilot_destrule_subsets: {
    title: 'A subset twice in DestinationRules of one host',
    severity: 'degraded',
    fix: 'Keep the subset in one DestinationRule of the host.',
    sentence: ({ key, message }) => message || `${key} is named as a subset more than once; only one counts.`,
    objects: ({ key }, objects) => {
      const host = clusterKeyOf(key)?.host ?? hostOf(key);
      return [...destinationRulesOf(host, objects), ...declarersOf(host, objects)];
    },
  },
  pilot_no_ip: {
    title: 'A pod without an address',
    severity: 'info',
    fix: 'Wait until the pod runs; if it does not, its events say why.',
    sentence: ({ key }) => `${key} stands for an endpoint, but no pod with that address is known to istiod.`,
    objects: () => [],
  },
  endpoint_no_pod: {
    title: 'An endpoint without a pod',
    severity: 'info',
    fix: 'Usually it passes; if it stays, the EndpointSlice names a pod that is gone.',
    sentence: ({ key, message }) => message || `${key} is an endpoint whose pod istiod does not know.`,
    objects: () => [],
  },
  pilot_endpoint_not_ready: {
    title: 'An endpoint that is not ready',
    severity: 'info',
    fix: 'The pod’s readiness probe says why.',
    sentence: ({ key, message }) => message || `${key} is not ready and gets no requests.`,
    objects: () => [],
  },
};

function outboundConflict(incoming: string, current: string): PushProblemKind {
  return {
    title: `A port that is ${current} and ${incoming} at once`,
    severity: 'degraded',
    fix: 'Give the services different ports, or addresses of their own, or the same protocol.',
    sentence: ({ key, message }) =>
      `Services of ${incoming} and ${current} want the same listener ${key}; the ${incoming} one was left out. ${message}`.trim(),
    objects: ({ message }, objects) =>
      [...message.matchAll(/[\w*-]+(?:\.[\w-]+){2,}/g)].flatMap(([host]) => declarersOf(host, objects)),
  };
}

function inboundConflict(message: string) {
  const [, port, existing, incoming] =
    /listener:(\d+)\. existing: (\S+), incoming: (\S+)/.exec(message) ?? [];
  return port === undefined || existing === undefined || incoming === undefined
    ? undefined
    : { port, existing, incoming };
}

function clusterWords(key: string): string {
  const cluster = clusterKeyOf(key);
  if (cluster === undefined) return key;
  const { host, port, subset } = cluster;
  return subset === '' ? `${host}, port ${port},` : `Subset ${subset} of ${host}, port ${port},`;
}

function isPassedOn(key: string, objects: MeshObjects): boolean {
  const host = clusterKeyOf(key)?.host;
  return objects.ServiceEntry.some(
    ({ spec }) => host !== undefined && spec.hosts.includes(host) && (spec.resolution ?? 'NONE') === 'NONE',
  );
}

function ofCluster({ key }: PushEntry, objects: MeshObjects): ObjectReference[] {
  const cluster = clusterKeyOf(key);
  if (cluster === undefined) return [];
  const { host, subset } = cluster;
  return [...(subset === '' ? [] : destinationRulesOf(host, objects)), ...declarersOf(host, objects)];
}
