import type { EdgeProtocol } from '#lib/contract/graph.ts';
import type { Measure } from '../plan/plan-graph-queries.ts';
import type { Addressed, Party, Reporter, RowResponse } from '../rows/edge-row.ts';

/** The answers of one kind, counted in requests; of TCP the connections of one kind, in bytes of both directions and as such. */
export type ResponseCount = RowResponse & {
  /** Code, flags, host and reporter. */
  key: string;
  host: string;
  operation: string;
  count: number;
  /** Connections opened; of TCP alone. */
  opened: number;
};

/** What one reporter saw of a flow; all figures are increases over the window. */
export type FlowView = {
  reporter: Reporter;
  responses: Map<string, ResponseCount>;
  totals: Partial<Record<Measure, number>>;
  /** Requests by `connection_security_policy`; for TCP the bytes of both directions. Never of a source. */
  security?: Map<string, number>;
  /** Connections by policy: what is left to weigh by where no byte flowed. */
  connectionSecurity?: Map<string, number>;
  sourcePrincipals?: Set<string>;
  destinationPrincipals?: Set<string>;
  /** Cumulative counts by upper bound, in milliseconds. */
  buckets?: Map<number, number>;
};

/** Traffic of one workload to another (or to none) through one service over one protocol. */
export type Flow = {
  protocol: EdgeProtocol;
  source: Party;
  destination: Party;
  addressed: Addressed;
  views: Partial<Record<Reporter, FlowView>>;
  /** The reporter that saw the two workloads best; the numbers of the others are never added to its own. */
  chosen: Reporter;
};

export function emptyView(reporter: Reporter): FlowView {
  return { reporter, responses: new Map(), totals: {} };
}
