import type { EdgeProtocol } from '#lib/contract/graph.ts';
import type { Flow, FlowView, ResponseCount } from '../flows/flow.ts';
import type { Measure } from '../plan/plan-graph-queries.ts';
import type { Reporter } from '../rows/edge-row.ts';

/** An answer on an edge, from all flows that run over it: requests per second, of TCP bytes per second. */
export type ResponseTally = Omit<ResponseCount, 'key' | 'count' | 'operation'> & {
  perSecond: number;
  reporter: Reporter;
};

/** What one reporter saw of an edge; rates are per second. */
export type ViewTally = {
  requestsPerSecond: number;
  errorsPerSecond: number;
  clientErrorsPerSecond: number;
  requestCount: number;
  responses: Map<string, ResponseTally>;
  buckets?: ReadonlyMap<number, number> | undefined;
};

/** A sum under way: everything that the flows over one edge say. */
export type EdgeTally = {
  id: string;
  source: string;
  target: string;
  protocol: EdgeProtocol;
  /** From each flow's chosen reporter only. */
  main: ViewTally & {
    perSecond: Partial<Record<Measure, number>>;
    /** How many flows were taken from each reporter. */
    reporters: Partial<Record<Reporter, number>>;
  };
  views: Partial<Record<Reporter, ViewTally>>;
  security?: ReadonlyMap<string, number> | undefined;
  connectionSecurity?: ReadonlyMap<string, number> | undefined;
  sourcePrincipals?: ReadonlySet<string> | undefined;
  destinationPrincipals?: ReadonlySet<string> | undefined;
  /** Traffic by the group whose members share one split; see split-shares.ts. */
  splitGroups?: Map<string, number>;
};

export function emptyEdge(ends: Pick<EdgeTally, 'id' | 'source' | 'target' | 'protocol'>): EdgeTally {
  return {
    ...ends,
    main: { ...emptyView(), perSecond: {}, reporters: {} },
    views: {},
  };
}

type Part = {
  protocol: EdgeProtocol;
  /** Seconds over which the flow's increases are averaged. */
  seconds: number;
  /** Where requests are told apart by operation: only those of this one; sizes and times are not known by operation. */
  operation: string | undefined;
  /** Leaves hosts out, where an edge sums so many services that their names say nothing. */
  withoutHosts: boolean;
};

/** Adds a flow to an edge. Each number comes from one reporter; the other's are kept beside it. */
export function addFlow(edge: EdgeTally, flow: Flow, part: Part): void {
  const chosen = flow.views[flow.chosen];
  if (chosen !== undefined) {
    addAnswers(edge.main, chosen, part);
    edge.main.reporters[flow.chosen] = (edge.main.reporters[flow.chosen] ?? 0) + 1;
    if (part.operation === undefined) addRates(edge.main.perSecond, flow, part.seconds);
  }
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

/** Sizes and messages come from the chosen reporter, or from the other where Telemetry settings leave it only there. */
function addRates(rates: EdgeTally['main']['perSecond'], flow: Flow, seconds: number): void {
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

function addAnswers(
  tally: ViewTally,
  view: FlowView,
  { seconds, operation, withoutHosts, protocol }: Part,
): void {
  for (const response of view.responses.values()) {
    if (operation !== undefined && response.operation !== operation) continue;
    const perSecond = response.count / seconds;
    if (protocol !== 'tcp') {
      tally.requestCount += response.count;
      tally.requestsPerSecond += perSecond;
      if (response.outcome === 'error') tally.errorsPerSecond += perSecond;
      if (response.outcome === 'clientError') tally.clientErrorsPerSecond += perSecond;
    }
    const { code, flags, outcome } = response;
    const key = withoutHosts ? `${code}|${flags}||${view.reporter}` : response.key;
    const known = tally.responses.get(key);
    if (known !== undefined) known.perSecond += perSecond;
    else {
      const host = withoutHosts ? '' : response.host;
      tally.responses.set(key, { code, flags, host, outcome, perSecond, reporter: view.reporter });
    }
  }
}

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

function emptyView(): ViewTally {
  return {
    requestsPerSecond: 0,
    errorsPerSecond: 0,
    clientErrorsPerSecond: 0,
    requestCount: 0,
    responses: new Map(),
  };
}
