/**
 * What two windows may differ by before it counts as a change: a figure must move by more than these margins, and, where
 * it counts requests, by more than chance explains.
 */
export const margins = {
  /** Of the larger of both, and requests per second. */
  rate: { relative: 0.25, absolute: 0.02 },
  /** Of the larger of both, and bytes per second. Bytes are no independent events: no chance is reckoned with. */
  bytes: { relative: 0.5, absolute: 100 },
  /** Points of a share, 0 to 1: of errors and of each response code. */
  share: 0.01,
  /** Of the larger of both, and milliseconds; from so many requests on both sides on. */
  latency: { relative: 0.25, absoluteMs: 5, fewestRequests: 200 },
  /** Points; leaving or reaching 100 % counts from the second one on. */
  mtls: { between: 0.05, atWhole: 0.001 },
  /** Standard deviations: what chance alone exceeds three times in a thousand. */
  deviations: 3,
} as const;

/** The same in sentences, for who reads the list. */
export const marginSentences: readonly string[] = [
  'A rate changed where it moved by a quarter of the larger one, by 0.02 req/s, and by more than three standard deviations of two counts that come by chance (Poisson).',
  'Shares of errors and of response codes changed where they moved by one point and by more than three standard deviations of two shares.',
  'The 95th percentile changed where it moved by a quarter and by 5 ms; with fewer than 200 requests on a side it is not judged.',
  'TCP traffic changed where it moved by half of the larger one and by 100 B/s.',
  'Mutual TLS changed where its share moved by 5 points, or away from or to 100 %.',
  'A state changed where it or what it was is degraded or failing, and its traffic changed, too; of a node also where its pods are a reason.',
  'Traffic that came or went is always told; where there were fewer than ten requests it may be chance.',
];
