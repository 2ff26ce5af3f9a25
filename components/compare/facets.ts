import type { FacetOption } from '#components/ui/facet-menu.tsx';
import type { CompareState } from './compare-state.ts';

/** What rows are told apart by; a row may have several values of one facet. */
export type CompareFacet<Row> = {
  id: 'change' | 'subject' | 'kind' | 'namespace' | 'maker' | 'match';
  title: string;
  read: (row: Row) => readonly string[];
  wordOf: (value: string) => string;
};

/** The rows that fit every facet. */
export function filterRows<Row>(
  rows: readonly Row[],
  { facets, state }: { facets: readonly CompareFacet<Row>[]; state: CompareState },
): Row[] {
  return rows.filter((row) =>
    facets.every(
      ({ id, read }) => state[id].length === 0 || read(row).some((value) => state[id].includes(value)),
    ),
  );
}

/** Every value that a row has or that is chosen, with how many rows have it. */
export function facetOptions<Row>(
  rows: readonly Row[],
  { read, wordOf }: CompareFacet<Row>,
  chosen: readonly string[],
): FacetOption[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const row of rows) for (const value of read(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, word: wordOf(value), count }))
    .sort((left, right) => left.word.localeCompare(right.word, 'en'));
}
