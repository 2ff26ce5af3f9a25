import type { RouteDestination } from '#lib/contract/routing.ts';
import { resolveHost } from '#server/mesh/graph/facts/resolve-host.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { serviceKeysOf } from '#server/mesh/service-keys.ts';
import { destinationRulesOf } from './destination-rules.ts';
import { endpointCounts } from './endpoint-counts.ts';
import { covers, routingSubject } from './subject.ts';

/** What a route names: a host as its object writes it, and its weight among the rule's destinations. */
export type NamedDestination = {
  host: string;
  subset?: string | undefined;
  port?: number | undefined;
  weight?: number | undefined;
};

/**
 * Destinations of one rule with their shares and what stands behind them. Weights are shares of their sum (Istio warns of
 * sums other than 100 and Envoy takes them as they are); a single destination without a weight gets everything.
 */
export function resolveDestinations(
  named: readonly NamedDestination[],
  { objects, namespace }: { objects: MeshObjects; namespace: string },
): RouteDestination[] {
  const weights = named.map(({ weight }) => weight ?? (named.length === 1 ? 100 : 0));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return named.map((one, index) => {
    const share = sum === 0 ? 0 : (weights[index] ?? 0) / sum;
    return { ...basics(one), share, ...behind(one, { objects, namespace }) };
  });
}

function basics({ host, subset, port, weight }: NamedDestination) {
  return {
    host,
    ...(subset === undefined ? {} : { subset }),
    ...(port === undefined ? {} : { port }),
    ...(weight === undefined ? {} : { weight }),
  };
}

type Behind = Pick<RouteDestination, 'service' | 'endpoints' | 'problem'>;

function behind(
  { host, subset }: NamedDestination,
  { objects, namespace }: { objects: MeshObjects; namespace: string },
): Behind {
  const services = serviceKeysOf(objects);
  const key = resolveHost(host, { namespace, services });
  if (key === undefined || !services.has(key)) {
    const entry = objects.ServiceEntry.find(({ spec }) => spec.hosts.some((own) => covers(own, host)));
    if (entry === undefined) return { problem: `no Service or ServiceEntry has the host ${host}` };
    return { service: { namespace: entry.metadata.namespace ?? '', name: entry.metadata.name } };
  }
  const [serviceNamespace = '', name = ''] = key.split('/');
  const service = { namespace: serviceNamespace, name };
  if (subset === undefined) return { service, ...withEndpoints(endpointCounts(objects, key)) };
  const subject = routingSubject(objects, service);
  const rules = subject === undefined ? [] : destinationRulesOf(objects, subject);
  const found = rules.flatMap(({ spec }) => spec.subsets).find((one) => one.name === subset);
  if (found === undefined)
    return { service, problem: `no DestinationRule of ${key} defines subset ${subset}` };
  return { service, ...withEndpoints(endpointCounts(objects, key, found.labels)) };
}

function withEndpoints(endpoints: { ready: number; total: number }): Behind {
  return endpoints.ready > 0 ? { endpoints } : { endpoints, problem: 'no pod behind it is ready' };
}
