/**
 * The bucket bounds of every istio_* histogram, milliseconds and bytes alike: Envoy's default buckets, which Istio
 * leaves as they are (Envoy documentation, "Statistics", histogram buckets; the same bounds stand in the proxies'
 * recorded /stats/prometheus).
 */
export const bucketBounds = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000,
  3_600_000,
] as const;
