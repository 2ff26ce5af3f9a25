import type { FacetId, SectionState } from '../proxy-state.ts';
import { isChosenObject } from './object-facet.ts';
import type { Facet, SectionRow } from './section-definition.ts';

/** The rows that fit every facet: within one facet any of the chosen values, all facets together. */
export function filterRows<Row extends SectionRow>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  chosen: Pick<SectionState, FacetId>,
): readonly Row[] {
  const asked = facets.filter(({ id }) => chosen[id].length > 0);
  if (asked.length === 0) return rows;
  return rows.filter((row) =>
    asked.every(({ id, read }) => {
      if (id === 'object') return isChosenObject(row.links, chosen.object);
      const values = read(row);
      return chosen[id].some((value) => values.includes(value));
    }),
  );
}
