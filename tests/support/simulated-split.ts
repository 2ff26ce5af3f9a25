import { splitEvidence } from '#server/mesh/canary/statistics/split-evidence.ts';

const decision = Math.log(100);
/** Requests between two looks at the evidence. */
const step = 50;

export type Simulation = {
  /** Shares by version, sum 1. */
  configured: readonly number[];
  actual: readonly number[];
  mostRequests: number;
};

/** After how many requests, looked at every 50, the evidence first is 100 to 1; undefined where it never is. */
export function simulateDecision(
  random: () => number,
  { configured, actual, mostRequests }: Simulation,
): number | undefined {
  const counts = actual.map(() => 0);
  const last = counts.length - 1;
  for (let requests = 1; requests <= mostRequests; requests += 1) {
    const version = draw(random(), actual, last);
    counts[version] = (counts[version] ?? 0) + 1;
    if (requests % step === 0 && splitEvidence(counts, configured) >= decision) return requests;
  }
  return undefined;
}

/** What shares leave over, as they may add up to a little less than 1, is the last one's. */
function draw(chance: number, shares: readonly number[], last: number): number {
  let rest = chance;
  for (let version = 0; version < last; version += 1) {
    rest -= shares[version] ?? 0;
    if (rest < 0) return version;
  }
  return last;
}
