/** Beyond these something that is normal for a moment counts as drift. One place for all of them. */
export const thresholds = {
  /** Sent and not confirmed: a push takes a second, a large one under load some more. */
  staleMs: 30_000,
  /** Since the pod's start: images, certificates and the first push take their time. */
  connectMs: 60_000,
  /** Waiting for what it depends on. */
  warmingMs: 60_000,
  /** A pod that became ready is told to proxies after a moment (istiod waits for more changes). */
  endpointMs: 30_000,
  /** Workload certificates are renewed at about half of their life. */
  certificateLifeShare: 0.8,
  /** Minor versions that istiod may be ahead of a proxy; a proxy may never be ahead. Source: Istio's supported releases. */
  supportedMinorSkew: 1,
} as const;
