import type { FacetOption } from '#components/ui/facet-menu.tsx';
import { matchesLabels, parseLabelSelector } from '#lib/label-selector.ts';
import type { Facet, ListDefinition } from './list-definition.ts';
import type { FacetId, ListState } from './list-state.ts';

export type Filters = Pick<ListState, FacetId | 'labels'>;

/** The rows that fit every facet and the label selector. A selector that is not understood filters nothing. */
export function filterRows<Row>(
  rows: readonly Row[],
  { facets, labelsOf }: Pick<ListDefinition<Row>, 'facets' | 'labelsOf'>,
  filters: Filters,
): Row[] {
  const selector = parseLabelSelector(filters.labels);
  const conditions = 'conditions' in selector ? selector.conditions : [];
  return rows.filter(
    (row) =>
      facets.every(({ id, read }) => filters[id].length === 0 || filters[id].includes(read(row))) &&
      (labelsOf === undefined || matchesLabels(labelsOf(row), conditions)),
  );
}

/** What a facet's menu offers: every value that a row has or that is chosen, with how many rows have it. */
export function facetOptions<Row>(
  rows: readonly Row[],
  { read, wordOf }: Facet<Row>,
  chosen: readonly string[],
): FacetOption[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const row of rows) counts.set(read(row), (counts.get(read(row)) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, word: wordOf(value), count }))
    .sort((left, right) => left.word.localeCompare(right.word, 'en'));
}
