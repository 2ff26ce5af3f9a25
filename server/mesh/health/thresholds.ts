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

/** A share of the answers of one protocol and direction, told by their codes. */
export type RateTolerance = {
  code: RegExp;
  protocol: RegExp;
  direction: RegExp;
  /** From 0 on means: above 0. */
  degradedFrom: number;
  failingFrom: number;
  /** The three patterns as they were written. */
  written: string;
};

export type Thresholds = {
  /** 5xx, no response at all, and gRPC errors, as a share of all requests. */
  failedRequests: ShareThreshold;
  /** 4xx as a share of all requests: the callers' own mistakes, so never failing. */
  clientErrors: { degradedFrom: number };
  /** Where they are set they stand in the place of both. */
  rates?: readonly RateTolerance[];
  /** In the window; with fewer, neither shares nor response times are judged. */
  minimumRequests?: number;
} & Tolerances;

export const defaultThresholds: Thresholds = {
  failedRequests: { degradedAbove: 0, failingFrom: 0.1 },
  clientErrors: { degradedFrom: 0.2 },
};
