import type { FacetOption } from '#components/ui/facet-menu.tsx';
import type { StatRow } from '#lib/contract/proxy-stats.ts';
import type { StatsState } from './stats-state.ts';

type Facets = Pick<StatsState, 'family' | 'of' | 'attention'>;

/** The rows that the facets leave; none chosen of a facet means any. */
export function filterStats(rows: readonly StatRow[], { family, of, attention }: Facets): StatRow[] {
  return rows.filter(
    (row) =>
      (family.length === 0 || family.includes(row.family)) &&
      (of.length === 0 || of.includes(row.subject ?? '')) &&
      (!attention || row.attention !== undefined),
  );
}

/** The clusters, listeners … that the rows are of. */
export function subjectOptions(rows: readonly StatRow[]): FacetOption[] {
  const counts = new Map<string, number>();
  for (const { subject } of rows)
    if (subject !== undefined) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return [...counts]
    .sort(([left], [right]) => left.localeCompare(right, 'en'))
    .map(([value, count]) => ({ value, word: value, count }));
}
