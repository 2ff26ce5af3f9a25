import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { ServicePlace } from '#server/sources/observed/service-place.ts';
import type { ServiceRule } from '#server/sources/observed/service-search.ts';
import { portFor } from './port-for.ts';

/** A Service that may be what is looked for, by the rule that says so. */
export type Candidate = ServicePlace & { title: string; path: string };

/** What a cluster with a Prometheus for each team has is not asked through to its end. */
const mostCandidates = 12;

/** Whoever works in an ordinary namespace can call a Service there `prometheus`, so it comes last. */
const namespacesOfPlatforms =
  /monitor|prometheus|observ|metric|telemetry|victoria|mimir|thanos|trac|jaeger|tempo|grafana/;

type Looked = { services: readonly ObjectOf<'Service'>[]; rootNamespace: string };

/**
 * The Services that rules mean, best first: those beside the control plane, then those in namespaces of platforms, then
 * all others; among them by the order of the rules, then by name.
 */
export function rankCandidates(
  rules: readonly ServiceRule[],
  { services, rootNamespace }: Looked,
): Candidate[] {
  const nearness = (namespace: string) => {
    if (namespace === rootNamespace) return 0;
    return namespacesOfPlatforms.test(namespace) ? 1 : 2;
  };
  return services
    .flatMap((service) => candidatesAt(service, rules))
    .sort(
      (one, other) =>
        nearness(one.namespace) - nearness(other.namespace) ||
        one.rank - other.rank ||
        one.namespace.localeCompare(other.namespace, 'en') ||
        one.service.localeCompare(other.service, 'en'),
    )
    .slice(0, mostCandidates)
    .map(({ rank: _, ...candidate }) => candidate);
}

/** By the first rule that means the Service, once for each path. */
function candidatesAt(service: ObjectOf<'Service'>, rules: readonly ServiceRule[]) {
  const { name, namespace = '' } = service.metadata;
  for (const [rank, rule] of rules.entries()) {
    const found = portFor(rule, service);
    if (found === undefined) continue;
    const isTls = found.appProtocol === 'https' || /https/.test(found.name ?? '') || found.port === 443;
    const scheme = isTls ? ('https' as const) : ('http' as const);
    const place = { title: rule.title, namespace, service: name, port: found.port, scheme };
    return rule.paths.map((path) => ({ ...place, path, rank }));
  }
  return [];
}
