import type { SplitVersion } from '../split.ts';
import { behindDestination, type Mesh } from './behind-destination.ts';
import type { Destination } from './configured-route.ts';

/**
 * Indexes of the versions that requests to a destination are counted for: telemetry tells workload and host, so a
 * destination of the same host reaches those whose workloads it shares, and one without workloads that of the same name.
 */
export function reachedVersions(
  destination: Destination,
  versions: readonly SplitVersion[],
  mesh: Mesh,
): number[] {
  const sameHost = versions.some(({ host }) => host === destination.host);
  if (!sameHost) return [];
  const { workloads } = behindDestination(destination, mesh);
  return versions.flatMap((version, index) => {
    if (version.host !== destination.host) return [];
    const isSameSubset = version.subset === destination.subset;
    return isSameSubset || version.workloads.some((workload) => workloads.includes(workload)) ? [index] : [];
  });
}
