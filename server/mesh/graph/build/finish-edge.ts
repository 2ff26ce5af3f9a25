import type { EdgeResponse, GraphEdge, ReporterView } from '#lib/contract/graph.ts';
import type { Reporter } from '../rows/edge-row.ts';
import type { EdgeTally, ViewTally } from './edge-tally.ts';
import type { LatencyOf } from './latency-of.ts';
import { mtlsShare } from './mtls-share.ts';
import { reportersDiffer } from './reporters-differ.ts';
import { roundCount, roundFigure } from './round-figure.ts';
import type { Split } from './split-shares.ts';

const reporters: readonly Reporter[] = ['source', 'waypoint', 'destination'];

/** The edge of the answer. What was not asked for or is not known is absent. */
export function finishEdge(
  edge: EdgeTally,
  { split, latencyOf }: { split: Split | undefined; latencyOf: LatencyOf },
): GraphEdge {
  const { source, target, protocol } = edge;
  const share = mtlsShare(edge.security, edge.connectionSecurity);
  const principals = {
    source: [...(edge.sourcePrincipals ?? [])].sort(),
    destination: [...(edge.destinationPrincipals ?? [])].sort(),
  };
  const hasPrincipals = principals.source.length + principals.destination.length > 0;
  return {
    id: `${source}|${target}|${protocol}`,
    source,
    target,
    protocol,
    health: { status: 'unknown', reasons: [] },
    ...(protocol === 'tcp' ? tcpFigures(edge) : requestFigures(edge, latencyOf)),
    ...(share === undefined ? {} : { mtlsShare: roundFigure(share) }),
    ...(hasPrincipals ? { principals } : {}),
    ...split,
    ...(hasTraffic(edge) ? {} : { isIdle: true }),
  };
}

/** False for edges whose series exist but did not move in the window. */
export function hasTraffic({ main }: EdgeTally): boolean {
  return main.requestCount > 0 || Object.values(main.perSecond).some((perSecond) => perSecond > 0);
}

function tcpFigures({ main }: EdgeTally): Partial<GraphEdge> {
  const { bytesSent, bytesReceived, connectionsOpened } = main.perSecond;
  return defined({
    bytesSentPerSecond: rounded(bytesSent),
    bytesReceivedPerSecond: rounded(bytesReceived),
    connectionsOpenedPerSecond: rounded(connectionsOpened),
    responses: tcpResponses(main),
  });
}

/** TCP has no answers: its rows are flags and hosts of connections, shared by bytes. */
function tcpResponses(main: EdgeTally['main']): EdgeResponse[] | undefined {
  const rows = responsesOf(main).map((row) => ({ ...row, requestsPerSecond: 0 }));
  return rows.length === 0 ? undefined : rows;
}

function requestFigures(edge: EdgeTally, latencyOf: LatencyOf): Partial<GraphEdge> {
  const { main, views } = edge;
  const differ = reportersDiffer(edge);
  const shown = differ === undefined ? [] : reporters.filter((reporter) => reporter !== mainReporter(main));
  const seen = {
    source: viewOf(views.source, latencyOf),
    destination: viewOf(views.destination, latencyOf),
    waypoint: viewOf(views.waypoint, latencyOf),
  };
  const latency =
    seen.destination?.responseTimeMs ?? seen.waypoint?.responseTimeMs ?? seen.source?.responseTimeMs;
  return defined({
    requestsPerSecond: roundFigure(main.requestsPerSecond),
    requestCount: roundCount(main.requestCount),
    ...sharesOf(main),
    responses: [...responsesOf(main), ...shown.flatMap((reporter) => responsesOf(views[reporter]))],
    responseTimeMs: latency,
    requestBytesPerSecond: rounded(main.perSecond.requestBytes),
    responseBytesPerSecond: rounded(main.perSecond.responseBytes),
    messagesSentPerSecond: rounded(main.perSecond.messagesSent),
    messagesReceivedPerSecond: rounded(main.perSecond.messagesReceived),
    reporters: defined(seen),
    reportersDiffer: differ,
  });
}

function sharesOf(view: ViewTally): { errorShare?: number; clientErrorShare?: number } {
  if (view.requestsPerSecond <= 0) return {};
  return {
    errorShare: roundFigure(view.errorsPerSecond / view.requestsPerSecond),
    clientErrorShare: roundFigure(view.clientErrorsPerSecond / view.requestsPerSecond),
  };
}

function viewOf(view: ViewTally | undefined, latencyOf: LatencyOf): ReporterView | undefined {
  if (view === undefined) return undefined;
  const { errorShare } = sharesOf(view);
  return defined({
    requestsPerSecond: roundFigure(view.requestsPerSecond),
    errorShare,
    responseTimeMs: latencyOf(view.buckets),
  });
}

function responsesOf(view: ViewTally | undefined): EdgeResponse[] {
  if (view === undefined) return [];
  const total = [...view.responses.values()].reduce((sum, { perSecond }) => sum + perSecond, 0);
  return [...view.responses]
    .filter(([, { perSecond }]) => perSecond > 0)
    .sort(
      ([leftKey, left], [rightKey, right]) =>
        left.code.localeCompare(right.code, 'en') || (leftKey < rightKey ? -1 : 1),
    )
    .map(([, { code, flags, host, reporter, perSecond }]) => ({
      code,
      flags,
      host,
      share: roundFigure(perSecond / total),
      requestsPerSecond: roundFigure(perSecond),
      reporter,
    }));
}

/** The reporter that most flows of an edge were taken from. */
function mainReporter(main: EdgeTally['main']): Reporter {
  let best: Reporter = 'source';
  for (const reporter of reporters)
    if ((main.reporters.get(reporter) ?? 0) > (main.reporters.get(best) ?? 0)) best = reporter;
  return best;
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : roundFigure(value);
}

function defined<Fields extends object>(fields: Fields): Fields {
  const kept = { ...fields };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}
