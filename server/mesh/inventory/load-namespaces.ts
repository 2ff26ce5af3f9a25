import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { NamespaceItem, Namespaces, NamespacesQuery } from '#lib/contract/namespaces.ts';
import { messageOf } from '#server/errors.ts';
import { type GraphFacts, graphFactsOf } from '#server/mesh/graph/facts/graph-facts.ts';
import type { GraphDraft } from '#server/mesh/graph/graph-draft.ts';
import { factsOfSnapshot } from '#server/mesh/graph/load-facts.ts';
import { planGraphQueries } from '#server/mesh/graph/plan/plan-graph-queries.ts';
import { tolerancesOf, toleranceWarnings } from '#server/mesh/health/tolerances/load-tolerances.ts';
import { acrossClusters } from '#server/mesh/load-across-clusters.ts';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { loadJudgedResponseTimes } from './load-response-times.ts';
import { namespaceItems } from './namespace-items.ts';
import { foldNamespaceSeries, namespaceSeriesQuery, seriesRange } from './namespace-series.ts';
import { reportedItems } from './reported-items.ts';
import { pictureQuery, trafficPicture } from './traffic-picture.ts';

type Window = { rangeSeconds: number; endSeconds: number };

/**
 * All namespaces with their part in the mesh, their traffic and their health, from as many metric queries as one graph
 * needs (and one more for series), however many there are. Without metrics objects alone decide, without objects only
 * the namespaces that telemetry names are known; each is a warning. Throws when neither could be read.
 */
export const loadNamespaces = acrossClusters(loadNamespacesOfOne, { order: byName });

async function loadNamespacesOfOne(
  query: NamespacesQuery,
  context: LoadContext,
): Promise<Answer<Namespaces>> {
  const window = {
    rangeSeconds: query.range,
    endSeconds: windowEnd(query.at, context.nowSeconds),
  };
  const [objects, metrics] = await Promise.all([readObjects(context), readMetrics(window, context)]);
  if (objects.snapshot === undefined && metrics.answers.length === 0) throw objects.error;

  const { objects: all, cluster, rootNamespace } = objects.snapshot ?? unknownCluster;
  const facts = factsOf(objects.snapshot, context);
  const areRequestsKnown = metrics.answers.some(({ measure }) => measure === 'requests');
  const judged = { ...window, facts, objects: all, rootNamespace };
  const tolerances = tolerancesOf({ objects: all, rootNamespace, cluster }, context);
  const times = await loadJudgedResponseTimes({ ...judged, tolerances, namespaces: '*' }, context);
  const picture = areRequestsKnown
    ? trafficPicture({ ...judged, ...times, tolerances, answers: metrics.answers })
    : undefined;
  const unread = (objects.snapshot?.unread ?? []).map(({ kind }) => kind);
  const items =
    objects.snapshot === undefined
      ? reportedItems(picture, rootNamespace)
      : namespaceItems({ objects: all, cluster, rootNamespace, picture, unread });
  const withSeries = query.include.includes('series') && picture !== undefined;
  const series = withSeries ? await readSeries(picture, window, context) : { warnings: [] };
  return {
    data: { items: items.map((item) => addSeries(item, series.byNamespace)) },
    warnings: [
      ...objects.warnings,
      ...metrics.warnings,
      ...times.warnings,
      ...series.warnings,
      ...toleranceWarnings(tolerances, '*'),
    ],
  };
}

function byName(one: NamespaceItem, other: NamespaceItem): number {
  return `${one.name} ${one.cluster}` < `${other.name} ${other.cluster}` ? -1 : 1;
}

function factsOf(snapshot: ObjectsSnapshot | undefined, { sources }: LoadContext): GraphFacts {
  if (snapshot !== undefined) return factsOfSnapshot(snapshot, sources);
  const { objects, cluster } = unknownCluster;
  return graphFactsOf({ objects, objectsKnown: false, cluster, createdTimesHold: true });
}

const unknownCluster = { objects: noObjects, cluster: 'unknown', rootNamespace: 'istio-system' };

async function readObjects({ sources, signal }: LoadContext) {
  try {
    const snapshot = await sources.objects.snapshot(signal);
    const warnings = snapshot.unread.map(({ kind, reason }) =>
      objectsWarning(`${kind} objects could not be read, so what they say is missing: ${reason}`),
    );
    return { snapshot, warnings };
  } catch (error) {
    const message = `Kubernetes objects could not be read, so only namespaces with traffic are listed, without mutual TLS and without workloads: ${messageOf(error)}`;
    return { error, warnings: [objectsWarning(message)] };
  }
}

async function readMetrics({ rangeSeconds, endSeconds }: Window, { sources, signal }: LoadContext) {
  const planned = planGraphQueries(pictureQuery(rangeSeconds));
  const read = await Promise.all(
    planned.map(async ({ measure, missing, query }) => {
      try {
        const { rows, warnings } = await sources.metrics.query(query, endSeconds, signal);
        const incomplete = warnings.map((text) =>
          metricsWarning(
            'metrics_incomplete',
            `The metrics source warned while it was asked for ${missing}: ${text}`,
          ),
        );
        return { answer: { measure, samples: rows }, warnings: incomplete };
      } catch (error) {
        const message = `Rates and health of namespaces lack ${missing}: ${messageOf(error)}`;
        return { warnings: [metricsWarning('metrics_missing', message)] };
      }
    }),
  );
  return {
    answers: read.flatMap(({ answer }) => (answer === undefined ? [] : [answer])),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

async function readSeries(
  picture: GraphDraft,
  { rangeSeconds, endSeconds }: Window,
  { sources, signal }: LoadContext,
) {
  const range = seriesRange(endSeconds, rangeSeconds);
  try {
    const query = namespaceSeriesQuery(picture, range.stepSeconds);
    const { rows } = await sources.metrics.queryRange(query, range, signal);
    return { byNamespace: foldNamespaceSeries(rows), warnings: [] };
  } catch (error) {
    const message = `Namespaces lack their traffic over time: ${messageOf(error)}`;
    return { warnings: [metricsWarning('metrics_missing', message)] };
  }
}

function addSeries(
  item: NamespaceItem,
  byNamespace: ReturnType<typeof foldNamespaceSeries> | undefined,
): NamespaceItem {
  return byNamespace === undefined ? item : { ...item, series: byNamespace.get(item.name) ?? [] };
}

function objectsWarning(message: string): Warning {
  return { code: 'objects_missing', source: 'kubernetes', message };
}

function metricsWarning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
