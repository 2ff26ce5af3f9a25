import type { Graph } from '#lib/contract/graph.ts';
import { type GraphQuery, graphQuery } from '#lib/contract/graph-query.ts';
import { assembleGraph } from '#server/mesh/graph/assemble-graph.ts';
import { graphFactsOf } from '#server/mesh/graph/facts/graph-facts.ts';
import { planGraphQueries } from '#server/mesh/graph/plan/plan-graph-queries.ts';
import type { Sample } from '#server/metrics/query.ts';
import { meshObjects } from '#tests/support/objects-snapshot.ts';
import type { CorpusCase } from './read-cases.ts';

/** The graph that our builder makes of a case's series; a graph of one node is asked for as its surroundings. */
export function ownGraph(one: CorpusCase): Graph {
  const query = queryOf(one);
  const whole = assemble(one, query);
  const focus = focusOf(one, whole);
  return focus === undefined ? whole : assemble(one, { ...query, focus });
}

function assemble(one: CorpusCase, query: GraphQuery): Graph {
  const objects = objectsOf(one);
  const cluster = one.mesh.homeCluster ?? 'unknown';
  return assembleGraph({
    query,
    endSeconds: Number(one.query.queryTime ?? 0),
    facts: graphFactsOf({ objects, objectsKnown: true, cluster, createdTimesHold: true }),
    objects,
    rootNamespace: 'istio-system',
    answers: planGraphQueries(query).map(({ measure, query: metricQuery }) => ({
      measure,
      samples: samplesOf(one, metricQuery.selector.metric),
    })),
    decorators: [],
  });
}

function queryOf({ path, query, graph }: CorpusCase): GraphQuery {
  const inPath = /\/api\/namespaces\/([^/]+)\/(?:workloads|applications|services)\//.exec(path)?.[1];
  return graphQuery.parse({
    namespaces: inPath ?? query.namespaces,
    range: `${graph.duration}s`,
    type: query.graphType ?? 'workload',
    serviceNodes: query.injectServiceNodes === 'true' ? 'true' : 'false',
    include: (query.rateGrpc ?? 'requests') === 'requests' ? '' : 'messages',
  });
}

/** Series of a metric, each once though several of the recorded queries found it. */
function samplesOf({ answers, graph }: CorpusCase, metric: string): Sample[] {
  const samples = new Map<string, Sample>();
  for (const { query, vector } of answers) {
    if (!query.includes(`${metric}{`)) continue;
    // `waypoint|source` cannot be told apart in the answer; the second is what every row but a waypoint's own is.
    const reporter = /reporter=~?"(?:[^"|]*\|)?([^"|]+)"/.exec(query)?.[1];
    if (reporter === undefined) continue;
    for (const { metric: own, value } of vector) {
      const labels = { ...own, reporter };
      samples.set(JSON.stringify(Object.entries(labels).sort()), { labels, value: value * graph.duration });
    }
  }
  return [...samples.values()];
}

function objectsOf({ mesh }: CorpusCase) {
  const pods = Object.entries(mesh.pods ?? {}).flatMap(([namespace, list]) =>
    list.map(({ name, labels }) => ({ kind: 'Pod' as const, namespace, name, labels, spec: {} })),
  );
  const namespaces = mesh.namespaces.map((name) => ({ kind: 'Namespace' as const, name }));
  return meshObjects([...namespaces, ...pods]);
}

/** The node that the path of a node graph names. */
function focusOf({ path }: CorpusCase, graph: Graph): string | undefined {
  const [, kind, name, , version] =
    /\/(workloads|applications)\/([^/]+)(\/versions\/([^/]+))?\/graph$/.exec(path) ?? [];
  if (kind === undefined || name === undefined) return undefined;
  const found = graph.nodes.filter((node) =>
    kind === 'workloads'
      ? node.workload === name
      : node.app === name && (version === undefined || node.version === version),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}
