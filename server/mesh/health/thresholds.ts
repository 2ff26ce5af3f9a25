/** A share of requests, 0 to 1. */
type ShareThreshold = {
  /** Degraded above this share; a single request is enough where it is 0. */
  degradedAbove: number;
  failingFrom: number;
};

/** A figure that is bad when it is high. */
export type UpperTolerance = { degradedFrom: number; failingFrom?: number };
/** A figure that is bad when it is low. */
export type LowerTolerance = { degradedBelow: number; failingBelow?: number };

/** What is right for one installation only, so nothing is judged by it unless somebody configured it. */
export type Tolerances = {
  /** 95th percentile of the response time, milliseconds. */
  responseTimeP95Ms?: UpperTolerance;
  tcp?: {
    /** Sent and received together. */
    bytesPerSecond?: LowerTolerance;
    connectionsOpenedPerSecond?: UpperTolerance;
  };
};

export type Thresholds = {
  /** 5xx, no response at all, and gRPC errors, as a share of all requests. */
  failedRequests: ShareThreshold;
  /** 4xx as a share of all requests: the callers' own mistakes, so never failing. */
  clientErrors: { degradedFrom: number };
} & Tolerances;

export const defaultThresholds: Thresholds = {
  failedRequests: { degradedAbove: 0, failingFrom: 0.1 },
  clientErrors: { degradedFrom: 0.2 },
};
