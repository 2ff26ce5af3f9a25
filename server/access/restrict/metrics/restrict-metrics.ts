import { seesRoot } from '#server/access/restrict/sees-root.ts';
import { guarded, type View } from '#server/access/restrict/view.ts';
import { withoutPlaces } from '#server/access/restrict/without-places.ts';
import { withoutReasons } from '#server/access/restrict/without-reasons.ts';
import { mergeSamples, mergeSeries } from '#server/metrics/merge-rows.ts';
import type { MetricAnswer, MetricQuery, TimeRange } from '#server/metrics/query.ts';
import type { MetricSource, ObjectSource } from '#server/sources/interface.ts';
import { hiddenHosts } from './hidden-hosts.ts';
import { maskRows } from './mask-rows.ts';
import { type RestrictedQuery, restrictQuery } from './restrict-query.ts';
import { isTrafficMetric } from './traffic-ends.ts';

type Row = { labels: Readonly<Record<string, string>> };

/**
 * Traffic with a visible end, the other end masked where it is not. All other metrics are for those who may see the root
 * namespace.
 */
export function restrictMetrics(
  metrics: MetricSource,
  { objects, view }: { objects: ObjectSource; view: View },
): MetricSource {
  const { namespaces } = view;
  const { promql, exemplars } = metrics;
  const told = { objects, view };
  const askInstant = withoutReasons(
    'Prometheus',
    told,
    (query: MetricQuery, atSeconds: number, signal?: AbortSignal) => metrics.query(query, atSeconds, signal),
  );
  const askRange = withoutReasons(
    'Prometheus',
    told,
    (query: MetricQuery, range: TimeRange, signal?: AbortSignal) => metrics.queryRange(query, range, signal),
  );

  async function answer<Answered extends Row>(
    asked: MetricQuery,
    signal: AbortSignal | undefined,
    {
      ask,
      merge,
    }: {
      ask(query: MetricQuery): Promise<MetricAnswer<Answered>>;
      merge(rows: Answered[]): Answered[];
    },
  ): Promise<MetricAnswer<Answered>> {
    if (!isTrafficMetric(asked.selector.metric))
      return (await seesRoot({ objects, view }, signal)) ? ask(asked) : { rows: [], warnings: [ofTheMesh] };
    const restricted: RestrictedQuery = restrictQuery(asked, namespaces);
    const { rows, warnings } = await ask(restricted.query);
    if (restricted.by === undefined) return { rows, warnings };
    const isVisible = (namespace: string) => namespaces.has(namespace);
    const isHiddenHost = await hiddenHosts(objects, namespaces, signal);
    const masked = maskRows(rows, { asked, by: restricted.by, rights: { isVisible, isHiddenHost } });
    return { rows: merge(masked.rows), warnings: [...warnings, ...masked.warnings] };
  }

  return {
    query: guarded(view, (asked: MetricQuery, atSeconds: number, signal?: AbortSignal) =>
      answer(asked, signal, { ask: (query) => askInstant(query, atSeconds, signal), merge: mergeSamples }),
    ),
    queryRange: guarded(view, (asked: MetricQuery, range: TimeRange, signal?: AbortSignal) =>
      answer(asked, signal, { ask: (query) => askRange(query, range, signal), merge: mergeSeries }),
    ),
    ...(promql === undefined
      ? {}
      : { promql: (asked) => promql.call(metrics, restrictQuery(asked, namespaces).query) }),
    ...(exemplars === undefined
      ? {}
      : {
          exemplars: guarded(
            view,
            withoutReasons('Prometheus', told, async (asked, range, signal?: AbortSignal) =>
              isTrafficMetric(asked.selector.metric)
                ? exemplars.call(metrics, restrictQuery(asked, namespaces).query, range, signal)
                : [],
            ),
          ),
        }),
    status: withoutPlaces(() => metrics.status(), { objects, view }),
  };
}

const ofTheMesh =
  'These metrics are about the mesh as a whole, and you may not see the namespace of its control plane.';
