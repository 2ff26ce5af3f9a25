import chiSquaredQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import type { VersionCounts } from '../observed.ts';
import { sum } from './sum.ts';
import { usableCount } from './usable-count.ts';

export type Dispersion = {
  /** 1 where requests choose their version independently. */
  phi: number;
  /** What chance alone exceeds once in a thousand. */
  limit: number;
  /** Not independent: sticky sessions, reuse of connections, bursts. Evidence is to be divided by phi. */
  isOver: boolean;
};

const fewestSlices = 30;
/** Below, phi is not worth a warning. */
const highestPhi = 1.5;
/** Chi-squared holds where the rarest version is expected at least once (Cochran, Biometrics 1954). */
const fewestExpected = 1;

/**
 * How much more than by chance the versions' shares vary over slices of time: Pearson's chi-squared of slices by versions
 * over its degrees of freedom. Shares are estimated from the slices, so a split that is constantly wrong is not
 * over-dispersed; where `shares` are given they are taken for true. Neighbouring slices are joined until the rarest version
 * is expected once in each. Undefined with fewer than 30 slices or two versions: then nothing is known.
 * Source: peers.md section 3.2, step 6, in its multinomial form (decisions.md).
 */
export function dispersion(
  slices: readonly VersionCounts[],
  shares?: readonly number[],
): Dispersion | undefined {
  const counts = slices.map((slice) => slice.map(usableCount));
  const expected = normalised(shares?.map(usableCount) ?? columnSums(counts));
  const positive = expected.flatMap((share, version) => (share > 0 ? [version] : []));
  if (positive.length < 2) return undefined;
  const rarest = Math.min(...positive.map((version) => expected[version] ?? 0));
  const joined = joinSlices(counts, { versions: positive, fewest: fewestExpected / rarest });
  if (joined.length < fewestSlices) return undefined;
  const squares = joined.reduce(
    (total, slice) =>
      total +
      chiSquared(
        slice,
        positive.map((version) => expected[version] ?? 0),
      ),
    0,
  );
  const freedom = (joined.length - (shares === undefined ? 1 : 0)) * (positive.length - 1);
  const phi = squares / freedom;
  const limit = chiSquaredQuantile(0.999, freedom) / freedom;
  return { phi, limit, isOver: phi > highestPhi && phi > limit };
}

function joinSlices(
  counts: readonly VersionCounts[],
  { versions, fewest }: { versions: readonly number[]; fewest: number },
): VersionCounts[] {
  const joined: VersionCounts[] = [];
  let open = versions.map(() => 0);
  for (const slice of counts) {
    open = open.map((count, index) => count + (slice[versions[index] ?? -1] ?? 0));
    if (sum(open) < fewest) continue;
    joined.push(open);
    open = versions.map(() => 0);
  }
  return joined;
}

function chiSquared(slice: VersionCounts, shares: readonly number[]): number {
  const total = sum(slice);
  return slice.reduce((squares, count, index) => {
    const expected = total * (shares[index] ?? 0);
    return squares + (count - expected) ** 2 / expected;
  }, 0);
}

function columnSums(counts: readonly VersionCounts[]): number[] {
  const width = Math.max(0, ...counts.map((slice) => slice.length));
  return Array.from({ length: width }, (_, version) => sum(counts.map((slice) => slice[version] ?? 0)));
}

function normalised(values: readonly number[]): number[] {
  const total = sum(values);
  return values.map((value) => (total === 0 ? 0 : value / total));
}
