import type { Workload } from './workloads.ts';

/** What a request is on the wire: what log lines and spans say of it beside the labels of metrics. */
export type Wire = {
  /** Who really calls, with or without a proxy. */
  caller: Workload;
  /** Who is really called, even where the request does not get through; absent outside the mesh. */
  callee: Workload | undefined;
  isTcp: boolean;
  isMirrored: boolean;
  method: string;
  /** The host header with its port, as the caller wrote it; for TCP what it dialled. */
  authority: string;
  path: string;
  /** The path that the callee sees. */
  arrivesAs: string;
  /** The cluster that the caller's proxy chose; absent where it chose none. */
  cluster: string | undefined;
  /** As access logs name it; `-` for none. */
  routeName: string;
  /** The name of the spans: the route's decorator, else the host. */
  operation: string;
  /** The port of the callee's pod. */
  podPort: number;
};

/** A request and how it ended; `answer` is one of the names in `answers.ts`, or `refused` before any filter chain. */
export type Exchange = { wire: Wire; answer: string };
