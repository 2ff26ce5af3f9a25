import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { isSameObject } from '#server/mesh/same-object.ts';
import { isOfConnections } from '../of-connections.ts';
import type { Pin, SplitVersion } from '../split.ts';
import type { Mesh } from './behind-destination.ts';
import type { CallerCondition, ConfiguredRoute, ConfiguredRule } from './configured-route.ts';
import { reachedVersions } from './reached-versions.ts';

/**
 * Other rules of the route that lead to the split's versions, at the places where the split holds. Telemetry does not
 * say by which rule a request came, so those after the split count as well as those before it.
 */
export function pinsOf(
  rule: ConfiguredRule,
  { route, versions, mesh }: { route: ConfiguredRoute; versions: readonly SplitVersion[]; mesh: Mesh },
): Pin[] {
  return route.rules
    .filter((other) => other !== rule && !other.isUnreachable && sharesPlace(rule, other))
    .flatMap((other) => {
      const reached = new Set(
        other.destinations
          .filter(({ weight }) => weight > 0)
          .flatMap((destination) => reachedVersions(destination, versions, mesh)),
      );
      if (reached.size === 0) return [];
      const { object, path, routeName, matches, callerConditions } = other;
      return [
        {
          object,
          path,
          routeName,
          matches,
          versions: [...reached].sort((left, right) => left - right),
          ...(callerConditions === undefined ? {} : { callers: callersOf(callerConditions, mesh) }),
        },
      ];
    });
}

/** A proxy meets both: connections and requests are counted apart. */
function sharesPlace(one: ConfiguredRule, other: ConfiguredRule): boolean {
  if (isOfConnections(one) !== isOfConnections(other)) return false;
  if (one.isMesh && other.isMesh) return true;
  return one.gateways.some((gateway) => other.gateways.some((candidate) => isSameObject(gateway, candidate)));
}

/** `<namespace>/<workload>` of those whose pods have the labels and namespace of a condition. */
function callersOf(conditions: readonly CallerCondition[], { objects, rootNamespace }: Mesh): string[] {
  return inventoryOf(objects, rootNamespace)
    .workloads.filter((workload) =>
      conditions.some(
        ({ labels, namespace }) =>
          (namespace === undefined || namespace === workload.namespace) &&
          matchesSelector(workload.labels, labels),
      ),
    )
    .map(({ namespace, name }) => `${namespace}/${name}`);
}
