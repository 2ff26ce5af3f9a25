import type { EdgeProtocol } from '#lib/contract/graph.ts';
import type { Flow } from '../flows/flow.ts';
import type { Measure } from '../plan/plan-graph-queries.ts';
import type { Reporter } from '../rows/edge-row.ts';
import { addAnswers, emptyView, type ViewPart, type ViewTally } from './view-tally.ts';

/** Each flow by the word of its own chosen reporter; rates are per second. */
export type MainTally = Omit<ViewTally, 'responses' | 'buckets'> & {
  perSecond: Partial<Record<Measure, number>>;
  /** How many flows were taken from each reporter. */
  reporters: Partial<Record<Reporter, number>>;
  /** Of TCP, which has no answers: connections by flags and host. */
  connections?: Map<string, ConnectionTally>;
};

export type ConnectionTally = {
  flags: string;
  host: string;
  bytesPerSecond: number;
  openedPerSecond: number;
};

/** A sum under way: everything that the flows over one edge say. */
export type EdgeTally = {
  id: string;
  source: string;
  target: string;
  protocol: EdgeProtocol;
  main: MainTally;
  /** What receivers counted beyond that, of requests that no caller sent on its own account; see who-reports.ts. */
  unsent?: MainTally;
  /** Set where such requests are all that runs over the edge: then they are `main`. */
  isUnsent?: true;
  /** What each reporter saw of all flows that it knows; not all of them know the same. */
  views: Partial<Record<Reporter, ViewTally>>;
  /** Every flow of the edge, for whom only some of them count. */
  parts: { flow: Flow; part: FlowPart }[];
  security?: ReadonlyMap<string, number> | undefined;
  connectionSecurity?: ReadonlyMap<string, number> | undefined;
  sourcePrincipals?: ReadonlySet<string> | undefined;
  destinationPrincipals?: ReadonlySet<string> | undefined;
  /** Traffic by the group whose members share one split; see split-shares.ts. */
  splitGroups?: Map<string, SplitAmount>;
};

/** Requests, or connections of TCP: their rate, and how many they were. */
export type SplitAmount = { perSecond: number; count: number };

export type FlowPart = ViewPart & { isUnsent: boolean; couldBothSee: boolean };

export function emptyEdge(ends: Pick<EdgeTally, 'id' | 'source' | 'target' | 'protocol'>): EdgeTally {
  return { ...ends, main: emptyMain(), views: {}, parts: [] };
}

/** Adds a flow to an edge. Each number comes from one reporter; the other's are kept beside it. */
export function addFlow(edge: EdgeTally, flow: Flow, part: FlowPart): void {
  edge.parts.push({ flow, part });
  if (part.isUnsent) {
    edge.unsent ??= emptyMain();
    addChosen(edge.unsent, flow, part);
  } else addChosen(edge.main, flow, part);
  for (const reporter of ['source', 'destination', 'waypoint'] as const) {
    const view = flow.views[reporter];
    if (view === undefined) continue;
    const tally = edge.views[reporter] ?? emptyView();
    edge.views[reporter] = tally;
    addAnswers(tally, view, part);
    if (part.operation === undefined) tally.buckets = summed(tally.buckets, view.buckets);
    edge.security = summed(edge.security, view.security);
    edge.connectionSecurity = summed(edge.connectionSecurity, view.connectionSecurity);
    edge.sourcePrincipals = united(edge.sourcePrincipals, view.sourcePrincipals);
    edge.destinationPrincipals = united(edge.destinationPrincipals, view.destinationPrincipals);
  }
}

/** Call when every flow is in: what no caller sent is the edge's own traffic only where there is no other. */
export function settleEdge(edge: EdgeTally): void {
  const { main, unsent } = edge;
  if (unsent === undefined) return;
  const isUsed = Object.keys(main.reporters).length > 0;
  if (hasTraffic(main) || (isUsed && !hasTraffic(unsent))) return;
  edge.main = unsent;
  edge.isUnsent = true;
}

/** False where series exist but did not move in the window. */
export function hasTraffic({ requestCount, perSecond }: MainTally): boolean {
  return requestCount > 0 || Object.values(perSecond).some((rate) => rate > 0);
}

function addChosen(main: MainTally, flow: Flow, part: FlowPart): void {
  const { [flow.chosen]: chosen } = flow.views;
  if (chosen === undefined) return;
  main.reporters[flow.chosen] = (main.reporters[flow.chosen] ?? 0) + 1;
  if (part.protocol === 'tcp') addConnections(main, flow, part.seconds);
  else addAnswers(main, chosen, part);
  if (part.operation === undefined) addRates(main.perSecond, flow, part.seconds);
}

function addConnections(main: MainTally, flow: Flow, seconds: number): void {
  main.connections ??= new Map();
  for (const { flags, host, count, opened } of flow.views[flow.chosen]?.responses.values() ?? []) {
    const key = `${flags}|${host}`;
    const known = main.connections.get(key) ?? { flags, host, bytesPerSecond: 0, openedPerSecond: 0 };
    main.connections.set(key, known);
    known.bytesPerSecond += count / seconds;
    known.openedPerSecond += opened / seconds;
  }
}

/** Sizes and messages come from the chosen reporter, or from the other where Telemetry settings leave it only there. */
function addRates(rates: MainTally['perSecond'], flow: Flow, seconds: number): void {
  const { source, destination, waypoint, [flow.chosen]: chosen } = flow.views;
  for (const measure of rateMeasures) {
    const total =
      chosen?.totals[measure] ??
      destination?.totals[measure] ??
      waypoint?.totals[measure] ??
      source?.totals[measure];
    if (total !== undefined) rates[measure] = (rates[measure] ?? 0) + total / seconds;
  }
}

const rateMeasures = [
  'bytesSent',
  'bytesReceived',
  'connectionsOpened',
  'requestBytes',
  'responseBytes',
  'messagesSent',
  'messagesReceived',
] as const;

/** The sums of both. Most edges have one flow, whose own sums are then the answer and must not be changed. */
function summed<Key>(
  sums: ReadonlyMap<Key, number> | undefined,
  more: ReadonlyMap<Key, number> | undefined,
): ReadonlyMap<Key, number> | undefined {
  if (more === undefined || sums === undefined) return sums ?? more;
  const all = new Map(sums);
  for (const [key, value] of more) all.set(key, (all.get(key) ?? 0) + value);
  return all;
}

function united(
  all: ReadonlySet<string> | undefined,
  more: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  if (more === undefined || all === undefined) return all ?? more;
  let every = all;
  for (const one of more) if (!every.has(one)) every = new Set([...every, one]);
  return every;
}

function emptyMain(): MainTally {
  return {
    requestsPerSecond: 0,
    errorsPerSecond: 0,
    clientErrorsPerSecond: 0,
    requestCount: 0,
    perSecond: {},
    reporters: {},
  };
}
