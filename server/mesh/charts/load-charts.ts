import {
  type ChartId,
  type ChartProtocol,
  type Charts,
  type ChartsQuery,
  chartIds,
  type Statistic,
} from '#lib/contract/charts.ts';
import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { TargetKind } from '#lib/target.ts';
import { messageOf } from '#server/errors.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { MetricQuery, Sample } from '#server/metrics/query.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { loadSeriesFacts } from '../graph/load-series-facts.ts';
import { windowEnd } from '../window-end.ts';
import { groupsNote, noTraffic } from './chart-words.ts';
import { charts } from './charts.ts';
import { chooseGrid } from './choose-grid.ts';
import { chooseReporters } from './choose-reporters.ts';
import { type Drawing, drawChart, measuresOf } from './draw-chart.ts';
import { loadExemplars } from './load-exemplars.ts';
import { loadMeasures } from './load-measures.ts';
import { planFacets, planMeasure } from './plan-charts.ts';
import { rankGroups, restId } from './rank-groups.ts';
import { readFacets, reportersOf } from './read-facets.ts';
import { targetConditions } from './target-conditions.ts';

/**
 * The metrics of what a target receives or sends. Throws the source's error when no series could be read, and
 * `bad_parameter` for the outbound side of a service.
 */
export function loadCharts(kind: TargetKind) {
  return (query: ChartsQuery, context: LoadContext) => loadTargetCharts(kind, query, context);
}

async function loadTargetCharts(
  kind: TargetKind,
  query: ChartsQuery,
  context: LoadContext,
): Promise<Answer<Charts>> {
  const { direction, namespace, name } = query;
  const end = windowEnd(query.at, context.nowSeconds);
  const grid = chooseGrid(end, query.range);
  const { facts, behind, warnings } = await loadSeriesFacts(context);
  const target = { kind, namespace, name, cluster: query.cluster ?? facts.cluster };
  const conditions = targetConditions({ target, direction, behind });
  const facets = await loadFacets(planFacets(conditions, query.range), grid.endSeconds, context);

  const all = [...facets.requests, ...facets.tcp];
  const known = reportersOf(all);
  const { reporters, note } = chooseReporters({ choice: query.reporter, direction, known });
  const isOurs = ({ labels }: Sample) => reporters.some((reporter) => reporter === labels.reporter);
  const own = all.filter(isOurs);
  const groups = rankGroups(own, query.groupBy);
  const protocols = protocolsOf({ requests: facets.requests.filter(isOurs), tcp: facets.tcp.filter(isOurs) });

  const asked = query.charts.length === 0 ? chartIds : query.charts;
  const drawn = asked.filter((id) => protocols.has(charts[id].protocol));
  const statistics = statisticsOf(query);
  const needed = [...new Set(drawn.flatMap((id) => measuresOf(id, statistics)))];
  const planned = new Map(
    needed.map((measure) => {
      const plan = { conditions, reporters, groups, windowSeconds: grid.windowSeconds };
      return [measure, planMeasure(measure, plan)] as const;
    }),
  );
  const [{ lines, warnings: unread }, remembered] = await Promise.all([
    loadMeasures(planned, { grid, groups }, context),
    loadExemplars(planned.get('durationBuckets'), grid, context),
  ]);
  const promql = (one: MetricQuery) => context.sources.metrics.promql?.(one) ?? toPromQL(one);
  const { exemplars } = remembered;
  const drawing: Drawing = { grid, groups, statistics, lines, planned, exemplars, promql };
  const shown = asked.map((id) => (drawn.includes(id) ? drawChart(id, drawing) : absentChart(id)));
  const hasRest = shown.some((chart) => chart.lines.some(({ group }) => group === restId));
  const { startSeconds, stepSeconds, windowSeconds, count } = grid;
  return {
    data: {
      window: { from: isoTime(end - query.range), to: isoTime(end) },
      grid: { startSeconds, stepSeconds, windowSeconds, count },
      reporters,
      knownReporters: known,
      ...(note === undefined ? {} : { reporterNote: note }),
      labels: readFacets(own),
      groupBy: query.groupBy,
      groups: [...groups.named, ...(hasRest ? [{ id: restId, values: [], isRest: true }] : [])],
      ...(groups.isCut ? { groupsNote: groupsNote(groups.named.length, groups.total) } : {}),
      charts: shown,
    },
    warnings: [...warnings, ...facets.warnings, ...unread, ...remembered.warnings],
  };
}

type Facets = { requests: readonly Sample[]; tcp: readonly Sample[]; warnings: Warning[] };

/** One that fails is a warning. Throws when both do. */
async function loadFacets(
  planned: Record<'requests' | 'tcp', MetricQuery>,
  atSeconds: number,
  { sources, signal }: LoadContext,
): Promise<Facets> {
  const [requests, tcp] = await Promise.allSettled([
    sources.metrics.query(planned.requests, atSeconds, signal),
    sources.metrics.query(planned.tcp, atSeconds, signal),
  ]);
  if (requests.status === 'rejected' && tcp.status === 'rejected') throw requests.reason;
  const warnings = [requests, tcp].flatMap((one, index): Warning[] => {
    const what = index === 0 ? 'HTTP and gRPC charts' : 'TCP charts';
    if (one.status === 'fulfilled')
      return one.value.warnings.map((text) => warning('metrics_incomplete', `${what}: ${text}`));
    return [warning('metrics_missing', `${what} could not be read: ${messageOf(one.reason)}`)];
  });
  return {
    requests: requests.status === 'fulfilled' ? requests.value.rows : [],
    tcp: tcp.status === 'fulfilled' ? tcp.value.rows : [],
    warnings,
  };
}

function protocolsOf({ requests, tcp }: Pick<Facets, 'requests' | 'tcp'>): ReadonlySet<ChartProtocol> {
  const found = new Set<ChartProtocol>();
  if (requests.length > 0) found.add('http');
  if (requests.some(({ labels }) => labels.request_protocol === 'grpc')) found.add('grpc');
  if (tcp.length > 0) found.add('tcp');
  return found;
}

function statisticsOf({ statistics, groupBy }: ChartsQuery): readonly Statistic[] {
  if (statistics.length > 0) return statistics;
  return groupBy.length > 0 ? ['p95'] : ['p50', 'p95', 'p99'];
}

function absentChart(id: ChartId): Charts['charts'][number] {
  const { protocol } = charts[id];
  return { id, protocol, lines: [], exemplars: [], notes: [], empty: noTraffic[protocol], queries: [] };
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function warning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
