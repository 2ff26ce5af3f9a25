/** Requests (or TCP connections) of a slice of time, by the index of the split's versions. Whole numbers. */
export type VersionCounts = readonly number[];

/**
 * Failed requests by who made the answer: the application, or a proxy (flags UF, UT, UO …). URX alone is the application's: its
 * last answer after several tries.
 */
export type FailureCounts = { application: VersionCounts; proxyMade: VersionCounts };

/** What one caller sent, seen where the version is chosen: its own proxy, or the waypoint. */
export type ObservedSource = {
  namespace: string;
  /** `unknown` where telemetry does not know it. */
  workload: string;
  /** Who reports: only one of them counts. */
  reporter: 'source' | 'waypoint';
  /** Same length as `Observation.slices`. */
  requests: readonly VersionCounts[];
  failures: readonly FailureCounts[];
  /** Failed where telemetry names no version: none was chosen (UH, NC, NR …), or none answered (UF, UC). By slice. */
  unassigned: readonly { flags: string; code: string; counts: readonly number[] }[];
  /** To the same hosts, but reached workloads of no version, or of several (`isShared`). By slice. */
  foreign: readonly { workload: string; isShared: boolean; counts: readonly number[] }[];
};

/** Counts of one split over time. Slices follow one another without gaps, oldest first. */
export type Observation = {
  slices: readonly { startSeconds: number; endSeconds: number }[];
  /** Those who sent something, by namespace and workload. */
  sources: readonly ObservedSource[];
  /** What had to be passed over, each a sentence: negative values, NaN, counters without a label. */
  notes: readonly string[];
};

/** Requests of one version by response time: `upToMs` ascending, the last is Infinity; counts are not cumulative. */
export type LatencyBuckets = readonly { upToMs: number; count: number }[];
