import type { Warning } from '#lib/contract/envelope.ts';
import type { InventoryQuery } from '#lib/contract/inventory.ts';
import { messageOf } from '#server/errors.ts';
import { graphFactsOf } from '#server/mesh/graph/facts/graph-facts.ts';
import { factsOfSnapshot } from '#server/mesh/graph/load-facts.ts';
import { planGraphQueries } from '#server/mesh/graph/plan/plan-graph-queries.ts';
import { namespacesWithoutObject, refuseUnreported } from '#server/mesh/graph/unknown-namespaces.ts';
import { tolerancesOf, toleranceWarnings } from '#server/mesh/health/tolerances/load-tolerances.ts';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { inventoryOf } from './inventory.ts';
import { loadJudgedResponseTimes } from './load-response-times.ts';
import type { MeshPicture } from './mesh-picture.ts';
import { nodeResponseTimes } from './node-response-times.ts';
import { responseTimesOf } from './response-times.ts';
import { pictureQuery, trafficPicture } from './traffic-picture.ts';

/**
 * Objects and metrics at the same time, from as many queries as one graph needs, and one more for response times where they
 * are asked for or somebody limits them. What
 * fails is a warning. Throws when neither objects nor any metric could be read.
 */
export async function loadPicture(query: InventoryQuery, context: LoadContext): Promise<MeshPicture> {
  const endSeconds = windowEnd(query.at, context.nowSeconds);
  const [read, metrics] = await Promise.all([
    readObjects(context),
    readMetrics(query, { endSeconds, context }),
  ]);
  if (read.snapshot === undefined && metrics.answers.length === 0) throw read.error;
  const { objects, cluster, rootNamespace, unread } = read.snapshot ?? unknownCluster;
  const facts =
    read.snapshot === undefined
      ? graphFactsOf({ objects, objectsKnown: false, cluster, createdTimesHold: true })
      : factsOfSnapshot(read.snapshot, context.sources);
  const { answers } = metrics;
  const areRequestsKnown = answers.some(({ measure }) => measure === 'requests');
  const responseTimes = responseTimesOf(
    answers.find(({ measure }) => measure === 'durationBuckets')?.samples,
  );
  const tolerances = tolerancesOf({ objects, rootNamespace, cluster }, context);
  const inventory = inventoryOf(objects, rootNamespace);
  const judged = query.include.includes('latency')
    ? { p95Ms: nodeResponseTimes(responseTimes, { facts, inventory }), warnings: [] }
    : await loadJudgedResponseTimes(
        {
          tolerances,
          namespaces: query.namespaces,
          rangeSeconds: query.range,
          endSeconds,
          facts,
          objects,
          rootNamespace,
        },
        context,
      );
  const drawn = {
    rangeSeconds: query.range,
    endSeconds,
    facts,
    objects,
    rootNamespace,
    answers: answers.filter(({ measure }) => measure !== 'durationBuckets'),
    tolerances,
    p95Ms: judged.p95Ms ?? (() => undefined),
  };
  return {
    objects,
    objectsKnown: read.snapshot !== undefined,
    objectsError: read.error,
    unread: unread.map(({ kind }) => kind),
    cluster,
    rootNamespace,
    facts,
    namespaces: query.namespaces,
    draw: (choice) =>
      areRequestsKnown
        ? trafficPicture({ ...drawn, choice: { namespaces: query.namespaces, ...choice } })
        : undefined,
    responseTimes,
    refuseUnknownNamespaces: () => {
      const samples = answers.flatMap((answer) => answer.samples);
      if (answers.length > 0) refuseUnreported(namespacesWithoutObject(query.namespaces, facts), samples);
    },
    warnings: [
      ...read.warnings,
      ...metrics.warnings,
      ...judged.warnings,
      ...toleranceWarnings(tolerances, query.namespaces),
    ],
  };
}

const unknownCluster: Pick<ObjectsSnapshot, 'objects' | 'cluster' | 'rootNamespace' | 'unread'> = {
  objects: noObjects,
  cluster: 'Kubernetes',
  rootNamespace: 'istio-system',
  unread: [],
};

async function readObjects({ sources, signal }: LoadContext) {
  try {
    const snapshot = await sources.objects.snapshot(signal);
    const warnings = snapshot.unread.map(({ kind, reason }) =>
      objectsWarning(`${kind} objects could not be read, so what they say is missing: ${reason}`),
    );
    return { snapshot, warnings, error: undefined };
  } catch (error) {
    const message = `Kubernetes objects could not be read, so only what has traffic is known, as its telemetry names it: ${messageOf(error)}`;
    return { snapshot: undefined, error, warnings: [objectsWarning(message)] };
  }
}

type Asked = { endSeconds: number; context: LoadContext };

async function readMetrics(
  { namespaces, range, include }: InventoryQuery,
  { endSeconds, context: { sources, signal } }: Asked,
) {
  const planned = planGraphQueries(pictureQuery(range, { namespaces, include }));
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
        const message = `Figures and health lack ${missing}: ${messageOf(error)}`;
        return { warnings: [metricsWarning('metrics_missing', message)] };
      }
    }),
  );
  return {
    answers: read.flatMap(({ answer }) => (answer === undefined ? [] : [answer])),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

function objectsWarning(message: string): Warning {
  return { code: 'objects_missing', source: 'kubernetes', message };
}

function metricsWarning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
