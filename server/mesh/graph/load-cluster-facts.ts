import type { Warning } from '#lib/contract/envelope.ts';
import type { GraphQuery } from '#lib/contract/graph-query.ts';
import { messageOf } from '#server/errors.ts';
import { tolerancesOf, toleranceWarnings } from '#server/mesh/health/tolerances/load-tolerances.ts';
import type { ToleranceBook } from '#server/mesh/health/tolerances/tolerance-book.ts';
import { loadJudgedResponseTimes } from '#server/mesh/inventory/load-response-times.ts';
import { inCluster } from '#server/mesh/load-across-clusters.ts';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import { warningsOfCluster } from '#server/mesh/warnings-of-cluster.ts';
import type { Cluster, LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import type { GraphInput } from './assemble-graph.ts';
import { graphFactsOf } from './facts/graph-facts.ts';
import { factsOfSnapshot } from './load-facts.ts';

/** What one cluster's objects say for a graph, and what is tolerated there. */
export type ClusterFacts = Pick<GraphInput, 'facts' | 'objects' | 'rootNamespace' | 'unread' | 'p95Ms'> & {
  tolerances: ToleranceBook;
  warnings: Warning[];
};

/** Of the cluster that the context is about. What fails is a warning that names what the picture lacks. */
export async function loadClusterFacts(
  context: LoadContext,
  { namespaces, range: rangeSeconds }: GraphQuery,
  endSeconds: number,
): Promise<ClusterFacts> {
  const { snapshot, facts, warnings } = await loadObjects(context);
  const { objects, rootNamespace, unread } = snapshot ?? unknownMesh;
  const tolerances = tolerancesOf({ objects, rootNamespace, cluster: facts.cluster }, context);
  const times = await loadJudgedResponseTimes(
    { tolerances, namespaces, rangeSeconds, endSeconds, facts, objects, rootNamespace },
    context,
  );
  return {
    facts,
    objects,
    rootNamespace,
    unread: unread.map(({ kind }) => kind),
    tolerances,
    ...(times.p95Ms === undefined ? {} : { p95Ms: times.p95Ms }),
    warnings: [...warnings, ...times.warnings, ...toleranceWarnings(tolerances, namespaces)],
  };
}

type Asked = { query: GraphQuery; endSeconds: number; context: LoadContext };

/** Of a further cluster; warnings say which. */
export async function loadOtherFacts(
  cluster: Cluster,
  { query, endSeconds, context }: Asked,
): Promise<ClusterFacts> {
  const loaded = await loadClusterFacts(inCluster(context, cluster), query, endSeconds);
  return {
    ...loaded,
    // Telemetry calls it so also while its objects cannot be read.
    facts: { ...loaded.facts, cluster: cluster.name },
    warnings: warningsOfCluster(cluster.name, loaded.warnings),
  };
}

const unknownMesh: Pick<ObjectsSnapshot, 'objects' | 'rootNamespace' | 'unread'> = {
  objects: noObjects,
  rootNamespace: 'istio-system',
  unread: [],
};

async function loadObjects({ sources, signal }: LoadContext) {
  try {
    const snapshot = await sources.objects.snapshot(signal);
    const facts = factsOfSnapshot(snapshot, sources);
    const warnings = snapshot.unread.map(({ kind, reason }) =>
      objectsWarning(`${kind} objects could not be read, so what they say is not in the graph: ${reason}`),
    );
    return { snapshot, facts, warnings };
  } catch (error) {
    const message = `Kubernetes objects could not be read, so the graph is drawn from metrics alone, without badges, idle nodes, routes and ServiceEntries: ${messageOf(error)}`;
    const facts = graphFactsOf({
      objects: noObjects,
      objectsKnown: false,
      cluster: 'Kubernetes',
      createdTimesHold: true,
    });
    return { snapshot: undefined, facts, warnings: [objectsWarning(message)] };
  }
}

function objectsWarning(message: string): Warning {
  return { code: 'objects_missing', source: 'kubernetes', message };
}
