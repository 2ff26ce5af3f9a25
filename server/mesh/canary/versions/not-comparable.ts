import { countedNoun, isOfConnections } from '../of-connections.ts';
import type { ComparisonInput } from './comparison-input.ts';
import type { VersionTally } from './tally-of.ts';

type Pair = {
  tally: readonly VersionTally[];
  version: number;
  baseline: number;
  hasTimes: boolean;
  split: ComparisonInput['split'];
};

/** Why a version, or what part of it, cannot be compared with the baseline; undefined where all can. */
export function notComparable({ tally, version, baseline, hasTimes, split }: Pair): string | undefined {
  const count = (index: number) => tally[index]?.requests ?? 0;
  const noun = `${countedNoun(split)}s`;
  if (count(version) === 0) return `It had no ${noun}.`;
  if (count(baseline) === 0) return `${split.versions[baseline]?.name}, the baseline, had no ${noun}.`;
  if (isOfConnections(split)) return 'Connections have neither application errors nor response times.';
  return hasTimes
    ? undefined
    : 'Response times are not compared: not both versions have a histogram of them.';
}
