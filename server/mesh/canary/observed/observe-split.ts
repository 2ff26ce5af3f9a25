import type { Observation } from '../observed.ts';
import { countedNoun } from '../of-connections.ts';
import type { Split } from '../split.ts';
import type { CountedRow } from './counted-row.ts';
import { observationNotes } from './observation-notes.ts';
import { type PlacedRow, placeRow } from './place-row.ts';
import { sourceKey } from './row-ends.ts';
import { sumSource } from './sum-source.ts';
import { whereChosen } from './where-chosen.ts';

/**
 * What the callers of a split sent, out of the rows of its hosts. Each request counts once: as the caller's proxy reports
 * it, or, where a waypoint chooses the version for the caller, as that waypoint does.
 */
export function observeSplit(
  split: Split,
  rows: readonly CountedRow[],
  slices: Observation['slices'],
): Observation {
  const placed = rows.map((row): PlacedRow => {
    const { labels, host, answer } = row;
    return {
      row,
      place: placeRow(labels, { split, host, hasFailed: answer.isByProxy || answer.failedBy !== undefined }),
    };
  });
  const bySource = [...Map.groupBy(placed, ({ row }) => sourceKey(row))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, ofSource]) => whereChosen(ofSource));
  const sizes = { versionCount: split.versions.length, sliceCount: slices.length };
  return {
    slices,
    sources: bySource.flatMap((ofSource) => sumSource(ofSource, sizes) ?? []),
    notes: observationNotes(bySource.flat(), countedNoun(split)),
  };
}
