import type { Observation } from '../observed.ts';
import type { Split } from '../split.ts';
import type { CountedRow } from './counted-row.ts';
import { observationNotes } from './observation-notes.ts';
import { type PlacedRow, placeRow } from './place-row.ts';
import { sumSource } from './sum-source.ts';

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
    return { row, place: placeRow(labels, { split, host, hasFailed: answer.failedBy !== undefined }) };
  });
  const bySource = Map.groupBy(placed, ({ row }) => `${row.source.namespace}/${row.source.workload}`);
  const sources = [...bySource]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, ofSource]) => {
      const source = sumSource(whereChosen(ofSource), {
        versionCount: split.versions.length,
        sliceCount: slices.length,
      });
      return source === undefined ? [] : [source];
    });
  return { slices, sources, notes: observationNotes(placed) };
}

/**
 * The rows of one caller by who chooses the version for it. What its own proxy reports of a host that a waypoint reports,
 * too, is the same requests on their way there; so is what reached no version, which is that waypoint.
 */
function whereChosen(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const hosts = new Set(
    rows.flatMap(({ row }) => (row.reporter === 'waypoint' && row.total > 0 ? [row.host] : [])),
  );
  if (hosts.size === 0) return rows;
  return rows.filter(
    ({ row, place }) => row.reporter === 'waypoint' || (!hosts.has(row.host) && place.kind !== 'foreign'),
  );
}
