import type { GraphFacts } from './graph-facts.ts';

/**
 * The facts of several clusters for one picture. A namespace of one name is the same in all of them, as it is to Istio: a
 * Service or route that one cluster has says what the name means in the others. Where two differ, home's word counts.
 */
export function joinFacts(home: GraphFacts, others: readonly GraphFacts[]): GraphFacts {
  if (others.length === 0) return home;
  const clusters = [home, ...others];
  const routes = new Map(
    [...clusters]
      .reverse()
      .flatMap((facts) =>
        facts.routes.map((route) => [`${route.kind}/${route.namespace}/${route.name}`, route] as const),
      ),
  );
  return {
    ...home,
    clusters,
    objectsKnown: clusters.every(({ objectsKnown }) => objectsKnown),
    gateways: {
      workloadOf: (addressed) => firstOf(clusters, ({ gateways }) => gateways.workloadOf(addressed)),
    },
    serviceEntries: {
      entryFor: (addressed, caller) =>
        firstOf(clusters, ({ serviceEntries }) => serviceEntries.entryFor(addressed, caller)),
    },
    routes: [...routes.values()],
    waypoints: new Set(clusters.flatMap(({ waypoints }) => [...waypoints])),
    services: new Set(clusters.flatMap(({ services }) => [...services])),
    workloads: new Map([...clusters].reverse().flatMap(({ workloads }) => [...workloads])),
    namespaces: new Set(clusters.flatMap(({ namespaces }) => [...namespaces])),
    namespaceCreatedSeconds: earliest(clusters),
  };
}

function firstOf<Found>(
  clusters: readonly GraphFacts[],
  find: (facts: GraphFacts) => Found | undefined,
): Found | undefined {
  for (const facts of clusters) {
    const found = find(facts);
    if (found !== undefined) return found;
  }
  return undefined;
}

function earliest(clusters: readonly GraphFacts[]): ReadonlyMap<string, number> {
  const seconds = new Map<string, number>();
  for (const { namespaceCreatedSeconds } of clusters)
    for (const [namespace, created] of namespaceCreatedSeconds)
      seconds.set(namespace, Math.min(created, seconds.get(namespace) ?? created));
  return seconds;
}

/** The facts of the cluster that something is in; home's where that one is not known. */
export function factsIn(facts: GraphFacts, cluster: string): GraphFacts {
  const own = facts.clusters?.find((one) => one.cluster === cluster);
  return own ?? facts.clusters?.[0] ?? facts;
}
