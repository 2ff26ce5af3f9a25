import type { Place } from './place-row.ts';

type Reported = { host: string; reporter: 'source' | 'waypoint'; total: number };

/**
 * The rows of one caller by who chooses the version for it: its own proxy, or a waypoint. What the caller's proxy reports
 * of a host that a waypoint reports, too, is the same requests on their way there; so is what reached no version, which
 * is that waypoint.
 */
export function whereChosen<Row extends { row: Reported; place: Place }>(
  rows: readonly Row[],
): readonly Row[] {
  const hosts = new Set(
    rows.flatMap(({ row }) => (row.reporter === 'waypoint' && row.total > 0 ? [row.host] : [])),
  );
  if (hosts.size === 0) return rows;
  return rows.filter(
    ({ row, place }) => row.reporter === 'waypoint' || (!hosts.has(row.host) && place.kind !== 'foreign'),
  );
}
