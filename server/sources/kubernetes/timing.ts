/** How long the Kubernetes source waits for what, in milliseconds. */
export type Timing = {
  /** The first snapshot waits this long for the initial lists, then answers what it has. */
  firstReadMs: number;
  /** Longest silence before the head of an answer, and within the body of a list. */
  answerMs: number;
  /**
   * Longest silence of a watch. A connection that died without a word (a lost route, a frozen balancer) looks like a
   * quiet one; asking again from the last resource version costs the server next to nothing.
   */
  quietMs: number;
  /** How often discovery is asked which kinds the cluster has; sooner after it failed or lost one. */
  probeMs: number;
  backOffBaseMs: number;
  backOffCapMs: number;
};

/**
 * Together they let any outage heal within 30 s of its end: one attempt that still hangs, then one longest back-off, or one
 * probe of discovery.
 */
export const defaultTiming: Timing = {
  firstReadMs: 10_000,
  answerMs: 10_000,
  quietMs: 25_000,
  probeMs: 20_000,
  backOffBaseMs: 500,
  backOffCapMs: 12_000,
};

/**
 * Exponential back-off whose upper half is random, so that the watches of one client, and many clients, do not return
 * in step. `attempt` counts from 0; `random` is in [0, 1).
 */
export function backOffMs(options: { attempt: number; timing: Timing; random: number }): number {
  const { attempt, timing, random } = options;
  const full = Math.min(timing.backOffCapMs, timing.backOffBaseMs * 2 ** attempt);
  return full / 2 + (full / 2) * random;
}
