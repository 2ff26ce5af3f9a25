'use client';

import type { FacetId, SectionState } from '../proxy-state.ts';
import { facetOptions } from './facet-options.ts';
import { FacetPicker } from './facet-picker.tsx';
import type { Facet, SectionRow } from './section-definition.ts';

type SectionFiltersProps<Row> = {
  rows: readonly Row[];
  facets: readonly Facet<Row>[];
  chosen: Pick<SectionState, FacetId>;
  onChange: (id: FacetId, values: string[]) => void;
};

/** A picker for each facet that tells rows apart. */
export function SectionFilters<Row extends SectionRow>(props: SectionFiltersProps<Row>) {
  const { rows, facets, chosen, onChange } = props;
  return (
    <div className="flex min-w-0 gap-2 overflow-x-auto max-md:order-last max-md:basis-full">
      {facets.map((facet) => {
        const isChosen = chosen[facet.id].length > 0;
        if (facet.isHidden === true && !isChosen) return null;
        const options = facetOptions(rows, facet, chosen[facet.id]);
        if (options.length < 2 && !isChosen) return null;
        return (
          <FacetPicker
            key={facet.id}
            title={facet.title}
            options={options}
            chosen={chosen[facet.id]}
            onChange={(values) => onChange(facet.id, values)}
          />
        );
      })}
    </div>
  );
}
