import type { FailureCounts, ObservedSource, VersionCounts } from '../observed.ts';
import type { PlacedRow } from './place-row.ts';

type Sizes = { versionCount: number; sliceCount: number };

/** The rows of one caller added up; undefined where it sent nothing. */
export function sumSource(rows: readonly PlacedRow[], sizes: Sizes): ObservedSource | undefined {
  const [first] = rows;
  const requests = versionSums(sizes);
  const application = versionSums(sizes);
  const proxyMade = versionSums(sizes);
  const unassigned = new Map<string, { flags: string; code: string; counts: number[] }>();
  const foreign = new Map<string, { workload: string; isShared: boolean; counts: number[] }>();
  for (const { row, place } of rows) {
    const { answer, total } = row;
    if (total === 0) continue;
    if (place.kind === 'version') {
      requests.add(place.index, row.counts);
      if (answer.failedBy === 'application') application.add(place.index, row.counts);
      if (answer.failedBy === 'proxyMade') proxyMade.add(place.index, row.counts);
    } else if (place.kind === 'foreign' || place.kind === 'ambiguous') {
      const { workload } = place;
      const isShared = place.kind === 'ambiguous';
      const key = `${place.kind}|${workload}`;
      foreign.set(key, { workload, isShared, counts: added(row.counts, foreign.get(key)?.counts) });
    } else if (place.kind === 'unassigned') {
      const { flags, code } = answer;
      const key = `${flags}|${code}`;
      unassigned.set(key, { flags, code, counts: added(row.counts, unassigned.get(key)?.counts) });
    }
  }
  const hasSent = requests.hasAny() || unassigned.size > 0 || foreign.size > 0;
  if (first === undefined || !hasSent) return undefined;
  const byWaypoint = rows.some(({ row }) => row.reporter === 'waypoint' && row.total > 0);
  const applicationCounts = application.counts();
  const proxyMadeCounts = proxyMade.counts();
  const none: FailureCounts = { application: requests.zeros, proxyMade: requests.zeros };
  return {
    ...first.row.source,
    reporter: byWaypoint ? 'waypoint' : 'source',
    requests: requests.counts(),
    failures: applicationCounts.map((counts, slice) => {
      const made = proxyMadeCounts[slice] ?? proxyMade.zeros;
      return counts === application.zeros && made === proxyMade.zeros
        ? none
        : { application: counts, proxyMade: made };
    }),
    unassigned: [...unassigned.values()],
    foreign: [...foreign.values()],
  };
}

/** Sums by slice and version. Slices without anything share one row of zeros: a mesh has thousands of them. */
function versionSums({ versionCount, sliceCount }: Sizes) {
  const zeros: VersionCounts = new Array<number>(versionCount).fill(0);
  const sums = new Float64Array(sliceCount * versionCount);
  let isEmpty = true;
  return {
    zeros,
    hasAny: () => !isEmpty,
    add(version: number, counts: Float64Array) {
      if (counts.length > 0) isEmpty = false;
      for (let slice = 0; slice < counts.length; slice += 1) {
        const place = slice * versionCount + version;
        sums[place] = (sums[place] ?? 0) + (counts[slice] ?? 0);
      }
    },
    counts: (): VersionCounts[] =>
      Array.from({ length: sliceCount }, (_, slice) => {
        const start = slice * versionCount;
        const ofSlice = isEmpty ? zeros : [...sums.subarray(start, start + versionCount)];
        return ofSlice.some((count) => count > 0) ? ofSlice : zeros;
      }),
  };
}

function added(counts: Float64Array, before: readonly number[] = []): number[] {
  return Array.from(counts, (count, slice) => count + (before[slice] ?? 0));
}
