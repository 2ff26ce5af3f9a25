import type { EdgeConnection, EdgeResponse, GraphEdge, ReporterView } from '#lib/contract/graph.ts';
import type { Reporter } from '../rows/edge-row.ts';
import { type ConnectionTally, type EdgeTally, hasTraffic, type MainTally } from './edge-tally.ts';
import type { LatencyOf } from './latency-of.ts';
import { mtlsShare } from './mtls-share.ts';
import { reportersDiffer } from './reporters-differ.ts';
import { roundCount, roundFigure } from './round-figure.ts';
import type { Split } from './split-shares.ts';
import type { ResponseTally, ViewTally } from './view-tally.ts';

const reporters: readonly Reporter[] = ['source', 'waypoint', 'destination'];
const shownOrder: readonly Reporter[] = ['source', 'destination', 'waypoint'];

/** The edge of the answer. What was not asked for or is not known is absent. */
export function finishEdge(
  edge: EdgeTally,
  { split, latencyOf }: { split: Split | undefined; latencyOf: LatencyOf },
): GraphEdge {
  const { id, source, target, protocol, sourcePrincipals, destinationPrincipals } = edge;
  const finished: GraphEdge = { id, source, target, protocol, health: notJudgedYet };
  if (protocol === 'tcp') setTcpFigures(finished, edge);
  else setRequestFigures(finished, edge, latencyOf);
  const share = mtlsShare(edge.security, edge.connectionSecurity);
  if (share !== undefined) finished.mtlsShare = roundFigure(share);
  if (sourcePrincipals !== undefined || destinationPrincipals !== undefined)
    finished.principals = { source: sorted(sourcePrincipals), destination: sorted(destinationPrincipals) };
  if (split !== undefined) Object.assign(finished, split);
  if (!hasTraffic(edge.main)) finished.isIdle = true;
  return finished;
}

const notJudgedYet: GraphEdge['health'] = Object.freeze({ status: 'unknown', reasons: [] });

function setTcpFigures(finished: GraphEdge, { main }: EdgeTally): void {
  const { bytesSent, bytesReceived, connectionsOpened } = main.perSecond;
  if (bytesSent !== undefined) finished.bytesSentPerSecond = roundFigure(bytesSent);
  if (bytesReceived !== undefined) finished.bytesReceivedPerSecond = roundFigure(bytesReceived);
  if (connectionsOpened !== undefined) finished.connectionsOpenedPerSecond = roundFigure(connectionsOpened);
  const connections = connectionsOf(main.connections);
  if (connections.length > 0) finished.connections = connections;
}

function setRequestFigures(finished: GraphEdge, edge: EdgeTally, latencyOf: LatencyOf): void {
  const { main, views } = edge;
  finished.requestsPerSecond = roundFigure(main.requestsPerSecond);
  finished.requestCount = roundCount(main.requestCount);
  if (main.requestsPerSecond > 0) {
    finished.errorShare = shareOf(main, main.errorsPerSecond);
    finished.clientErrorShare = shareOf(main, main.clientErrorsPerSecond);
  }
  const differ = reportersDiffer(edge);
  finished.responses = [];
  for (const reporter of reportersToTell(main, differ !== undefined))
    finished.responses.push(...responsesOf(views[reporter]));
  const seen: NonNullable<GraphEdge['reporters']> = {};
  for (const reporter of shownOrder) {
    const view = viewOf(views[reporter], latencyOf);
    if (view !== undefined) seen[reporter] = view;
  }
  const latency =
    seen.destination?.responseTimeMs ?? seen.waypoint?.responseTimeMs ?? seen.source?.responseTimeMs;
  if (latency !== undefined) finished.responseTimeMs = latency;
  setRates(finished, main.perSecond);
  finished.reporters = seen;
  if (differ !== undefined) finished.reportersDiffer = differ;
}

function setRates(finished: GraphEdge, perSecond: MainTally['perSecond']): void {
  const { requestBytes, responseBytes, messagesSent, messagesReceived } = perSecond;
  if (requestBytes !== undefined) finished.requestBytesPerSecond = roundFigure(requestBytes);
  if (responseBytes !== undefined) finished.responseBytesPerSecond = roundFigure(responseBytes);
  if (messagesSent !== undefined) finished.messagesSentPerSecond = roundFigure(messagesSent);
  if (messagesReceived !== undefined) finished.messagesReceivedPerSecond = roundFigure(messagesReceived);
}

function shareOf({ requestsPerSecond }: Pick<ViewTally, 'requestsPerSecond'>, part: number): number {
  return roundFigure(part / requestsPerSecond);
}

function viewOf(view: ViewTally | undefined, latencyOf: LatencyOf): ReporterView | undefined {
  if (view === undefined) return undefined;
  const shown: ReporterView = { requestsPerSecond: roundFigure(view.requestsPerSecond) };
  if (view.requestsPerSecond > 0) shown.errorShare = shareOf(view, view.errorsPerSecond);
  const latency = latencyOf(view.buckets);
  if (latency !== undefined) shown.responseTimeMs = latency;
  return shown;
}

function responsesOf(view: ViewTally | undefined): EdgeResponse[] {
  if (view === undefined) return [];
  let total = 0;
  const moved: [string, ResponseTally][] = [];
  for (const entry of view.responses) {
    total += entry[1].perSecond;
    if (entry[1].perSecond > 0) moved.push(entry);
  }
  if (moved.length > 1) moved.sort(byCode);
  return moved.map(([, { code, flags, host, reporter, perSecond }]) => ({
    code,
    flags,
    host,
    share: roundFigure(perSecond / total),
    requestsPerSecond: roundFigure(perSecond),
    reporter,
  }));
}

const codes = new Intl.Collator('en');

function byCode(
  [leftKey, left]: readonly [string, ResponseTally],
  [rightKey, right]: readonly [string, ResponseTally],
): number {
  return codes.compare(left.code, right.code) || (leftKey < rightKey ? -1 : 1);
}

/**
 * The reporters whose word the edge's figures are, the one that most flows were taken from first; where they disagree,
 * every other one, too. Of each its whole view is told, so that what it says adds up.
 */
function reportersToTell({ reporters: taken }: MainTally, doDiffer: boolean): Reporter[] {
  return reporters
    .filter((reporter) => doDiffer || taken[reporter] !== undefined)
    .sort((left, right) => (taken[right] ?? 0) - (taken[left] ?? 0));
}

function connectionsOf(tallies: ReadonlyMap<string, ConnectionTally> = new Map()): EdgeConnection[] {
  const all = [...tallies.values()];
  const bytes = all.reduce((sum, { bytesPerSecond }) => sum + bytesPerSecond, 0);
  const opened = all.reduce((sum, { openedPerSecond }) => sum + openedPerSecond, 0);
  return all
    .filter(({ bytesPerSecond, openedPerSecond }) => bytesPerSecond > 0 || openedPerSecond > 0)
    .map(({ flags, host, bytesPerSecond, openedPerSecond }) => ({
      flags,
      host,
      share: roundFigure(bytes > 0 ? bytesPerSecond / bytes : openedPerSecond / opened),
    }))
    .sort((left, right) => (`${left.flags}|${left.host}` < `${right.flags}|${right.host}` ? -1 : 1));
}

function sorted(names: ReadonlySet<string> | undefined): string[] {
  return names === undefined ? [] : [...names].sort();
}
