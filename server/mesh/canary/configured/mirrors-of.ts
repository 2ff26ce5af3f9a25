import type { Split, SplitVersion } from '../split.ts';
import type { Mesh } from './behind-destination.ts';
import type { ConfiguredRoute } from './configured-route.ts';
import { reachedVersions } from './reached-versions.ts';

/** Copies that any rule of the route sends to one of the versions; percent of that rule's requests. */
export function mirrorsOf(
  { rules }: ConfiguredRoute,
  versions: readonly SplitVersion[],
  mesh: Mesh,
): Split['mirrors'] {
  return rules
    .filter(({ isUnreachable }) => !isUnreachable)
    .flatMap(({ mirrors }) => mirrors)
    .flatMap(({ percent, ...destination }) =>
      reachedVersions(destination, versions, mesh).map((version) => ({ version, percent })),
    );
}
