import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { Graph } from '#lib/contract/graph.ts';
import type { GraphQuery } from '#lib/contract/graph-query.ts';
import { messageOf } from '#server/errors.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { MetricAnswer, MetricQuery, Sample } from '#server/metrics/query.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { assembleGraph, type GraphInput } from './assemble-graph.ts';
import { decorators } from './decorators.ts';
import { joinFacts } from './facts/join-facts.ts';
import { type ClusterFacts, loadClusterFacts, loadOtherFacts } from './load-cluster-facts.ts';
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
  const [home, others, answers] = await Promise.all([
    loadClusterFacts(context, query, endSeconds),
    Promise.all(
      (context.otherClusters ?? []).map((cluster) => loadOtherFacts(cluster, { query, endSeconds, context })),
    ),
    Promise.all(planned.map(async (plan) => ({ ...plan, read: await read(plan.query) }))),
  ]);
  const failures = answers.flatMap((one) => ('error' in one.read ? [one.read.error] : []));
  if (failures.length === answers.length) throw failures[0];

  const data = assembleGraph({
    ...home,
    query,
    endSeconds,
    facts: joinFacts(
      home.facts,
      others.map(({ facts }) => facts),
    ),
    answers: answers.flatMap(({ measure, read: one }) =>
      'answer' in one ? [{ measure, samples: one.answer.rows }] : [],
    ),
    decorators,
    onlyCluster: context.otherClusters === undefined ? context.cluster : undefined,
    others,
    ...judgeIn([home, ...others]),
  });
  return {
    data,
    warnings: [...home.warnings, ...metricWarnings(answers), ...others.flatMap(({ warnings }) => warnings)],
  };
}

/** Each node is judged by what its own cluster tolerates. */
function judgeIn(clusters: readonly ClusterFacts[]): Pick<GraphInput, 'tolerances' | 'p95Ms'> {
  const [home] = clusters;
  if (home === undefined) return {};
  const byCluster = new Map(clusters.map((one) => [one.facts.cluster, one]));
  const inCluster = (cluster: string) => byCluster.get(cluster) ?? home;
  const hasTimes = clusters.some(({ p95Ms }) => p95Ms !== undefined);
  return {
    tolerances: { of: (node) => inCluster(node.cluster).tolerances.of(node) },
    ...(hasTimes && { p95Ms: (node) => inCluster(node.cluster).p95Ms?.(node) }),
  };
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
