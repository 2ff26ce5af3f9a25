import type { SplitVersion } from '../split.ts';
import { type Behind, behindDestination, type Mesh } from './behind-destination.ts';
import type { ConfiguredRule } from './configured-route.ts';
import { versionNames } from './version-names.ts';

/** A version with what is wrong with it, if anything. */
export type VersionDraft = { version: SplitVersion; problemId?: string };

/** The versions that a rule chooses from, those of weight 0 too. Shares are of the sum of weights. */
export function versionsOf({ destinations }: ConfiguredRule, mesh: Mesh): VersionDraft[] {
  const names = versionNames(destinations);
  const sum = destinations.reduce((total, { weight }) => total + weight, 0);
  return destinations.map(({ written: _, ...destination }, index) => {
    const { problemId, ...behind }: Behind = behindDestination(destination, mesh);
    return {
      version: {
        ...destination,
        ...behind,
        name: names[index] ?? destination.host,
        share: sum === 0 ? 0 : destination.weight / sum,
      },
      ...(problemId === undefined ? {} : { problemId }),
    };
  });
}
