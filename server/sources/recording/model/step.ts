import type { Exchange } from './exchange.ts';

/**
 * A stream of modelled requests, numbered from 0: every request here adds to the `reports`, makes each of the calls in
 * `also`, and becomes one of `oneOf`. A call's own number is its place among the requests that make it.
 */
export type Step = {
  name: string;
  reports?: readonly Report[];
  /** How long the requests took as the callee's proxy saw it; asked where there are HTTP reports. */
  latency?: Latency;
  /** Bytes of request and response; for TCP received from and sent to the caller. */
  size?: Size;
  /** Set where the request ends in a known way. */
  exchange?: Exchange;
  /** The calls in `also` are made by the callee while it answers; otherwise they stand beside the request. */
  isArrival?: true;
  also?: readonly Step[];
  oneOf?: readonly { share: number; step: Step }[];
};

/** What one proxy adds to Istio's metrics for a request. */
export type Report = {
  protocol: 'http' | 'tcp';
  labels: Readonly<Record<string, string>>;
  /** Tries that this proxy saw; retries make it more than one at the callee. */
  times: number;
  /** How much of the callee's time this report is about: less than 1 for tries that failed early. */
  latencyShare: number;
  /** Time that this proxy saw beside that. */
  addedMs: number;
};

/** A log-normal distribution. `spread` is the standard deviation of the logarithm. */
export type Latency = {
  medianMs: number;
  spread: number;
  /** Waited for before that. */
  offsetMs?: number;
  /** Values outside do not come. */
  leastMs?: number;
  mostMs?: number;
};
/** `isFixed`: every request has just this one. */
export type Size = { requestBytes: number; responseBytes: number; isFixed?: true };
