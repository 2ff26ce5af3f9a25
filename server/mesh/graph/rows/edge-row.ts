import type { EdgeProtocol, EdgeResponse } from '#lib/contract/graph.ts';
import type { Measure } from '../plan/plan-graph-queries.ts';

export type Reporter = EdgeResponse['reporter'];

/**
 * One end of a flow. Whatever telemetry does not know is the empty string. Equal ends of rows are one object, so that
 * what follows from an end can be kept by it.
 */
export type Party = { cluster: string; namespace: string; workload: string; app: string; version: string };

/**
 * The service that was addressed. `host` is the caller's own words, `name` and `namespace` are Istio's. Equal ones are
 * one object, too.
 */
export type Addressed = { cluster: string; namespace: string; name: string; host: string };

/** Between whom a row counts. Rows with the same labels share one object, since a mesh has far more rows than ends. */
export type RowEnds = {
  protocol: EdgeProtocol;
  source: Party;
  destination: Party;
  addressed: Addressed;
  sourceKey: string;
  destinationKey: string;
  /** The two workloads and the protocol, as a key. */
  pair: string;
  /** The addressed service, as a key. */
  service: string;
};

/** How an answer counts: an `error` is a 5xx, no response or a gRPC error, a `clientError` a 4xx. */
export type Outcome = 'success' | 'clientError' | 'error';

export type RowResponse = { code: string; flags: string; outcome: Outcome };

/** One series of one answer, understood. `value` is an increase over the window. */
export type EdgeRow = {
  measure: Measure;
  reporter: Reporter;
  ends: RowEnds;
  response: RowResponse;
  /** `mutual_tls`, `none`, or what else Istio says; empty where the query did not ask. */
  security: string;
  sourcePrincipal: string;
  destinationPrincipal: string;
  /** Upper bound of a bucket, for `durationBuckets`. */
  upperBound: number;
  operation: string;
  value: number;
};
