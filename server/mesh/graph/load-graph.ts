import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { Graph } from '#lib/contract/graph.ts';
import type { GraphQuery } from '#lib/contract/graph-query.ts';
import { messageOf } from '#server/errors.ts';
import { tolerancesOf, toleranceWarnings } from '#server/mesh/health/tolerances/load-tolerances.ts';
import { loadJudgedResponseTimes } from '#server/mesh/inventory/load-response-times.ts';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { MetricAnswer, MetricQuery, Sample } from '#server/metrics/query.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { assembleGraph } from './assemble-graph.ts';
import { decorators } from './decorators.ts';
import { type GraphFacts, graphFactsOf } from './facts/graph-facts.ts';
import { factsOfSnapshot } from './load-facts.ts';
import { planGraphQueries } from './plan/plan-graph-queries.ts';

type Read = { answer: MetricAnswer<Sample> } | { error: unknown };

/**
 * The traffic graph of the window that ends at `query.at`. Objects and every metric query are asked at the same time;
 * what fails is a warning that names what the picture lacks. Throws the source's error when no metric could be read.
 */
export async function loadGraph(query: GraphQuery, context: LoadContext): Promise<Answer<Graph>> {
  const endSeconds = windowEnd(query.at, context.nowSeconds);
  const planned = planGraphQueries(query);
  const read = (metricQuery: MetricQuery): Promise<Read> =>
    context.sources.metrics.query(metricQuery, endSeconds, context.signal).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    );
  const [objects, answers] = await Promise.all([
    loadObjects(context),
    Promise.all(planned.map(async (plan) => ({ ...plan, read: await read(plan.query) }))),
  ]);
  const failures = answers.flatMap((one) => ('error' in one.read ? [one.read.error] : []));
  if (failures.length === answers.length) throw failures[0];

  const cluster = objects.snapshot?.cluster ?? 'Kubernetes';
  const all = objects.snapshot?.objects ?? noObjects;
  const rootNamespace = objects.snapshot?.rootNamespace ?? 'istio-system';
  const tolerances = tolerancesOf({ objects: all, rootNamespace, cluster }, context);
  const { namespaces, range: rangeSeconds } = query;
  const times = await loadJudgedResponseTimes(
    { tolerances, namespaces, rangeSeconds, endSeconds, facts: objects.facts, objects: all, rootNamespace },
    context,
  );
  const data = assembleGraph({
    query,
    endSeconds,
    facts: objects.facts,
    objects: all,
    rootNamespace,
    unread: (objects.snapshot?.unread ?? []).map(({ kind }) => kind),
    answers: answers.flatMap(({ measure, read: one }) =>
      'answer' in one ? [{ measure, samples: one.answer.rows }] : [],
    ),
    decorators,
    tolerances,
    ...(times.p95Ms === undefined ? {} : { p95Ms: times.p95Ms }),
  });
  return {
    data,
    warnings: [
      ...objects.warnings,
      ...metricWarnings(answers),
      ...times.warnings,
      ...toleranceWarnings(tolerances, namespaces),
    ],
  };
}

type LoadedObjects = { snapshot: ObjectsSnapshot | undefined; facts: GraphFacts; warnings: Warning[] };

async function loadObjects({ sources, signal }: LoadContext): Promise<LoadedObjects> {
  try {
    const snapshot = await sources.objects.snapshot(signal);
    const facts = factsOfSnapshot(snapshot, sources);
    const warnings = snapshot.unread.map(({ kind, reason }) =>
      objectsWarning(`${kind} objects could not be read, so what they say is not in the graph: ${reason}`),
    );
    return { snapshot, facts, warnings };
  } catch (error) {
    const message = `Kubernetes objects could not be read, so the graph is drawn from metrics alone, without badges, idle nodes, routes and ServiceEntries: ${messageOf(error)}`;
    return {
      snapshot: undefined,
      facts: graphFactsOf({
        objects: noObjects,
        objectsKnown: false,
        cluster: 'Kubernetes',
        createdTimesHold: true,
      }),
      warnings: [objectsWarning(message)],
    };
  }
}

function objectsWarning(message: string): Warning {
  return { code: 'objects_missing', source: 'kubernetes', message };
}

function metricWarnings(answers: readonly { missing: string; read: Read }[]): Warning[] {
  return answers.flatMap(({ missing, read }): Warning[] => {
    if ('error' in read) {
      const message = `The graph lacks ${missing}: ${messageOf(read.error)}`;
      return [{ code: 'metrics_missing', source: 'prometheus', message }];
    }
    return read.answer.warnings.map((text) => ({
      code: 'metrics_incomplete',
      source: 'prometheus',
      message: `The metrics source warned while it was asked for ${missing}: ${text}`,
    }));
  });
}
