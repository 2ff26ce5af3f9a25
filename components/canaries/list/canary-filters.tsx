'use client';

import { Button } from '#components/ui/button.tsx';
import { FacetMenu } from '#components/ui/facet-menu.tsx';
import { facetsInUse } from '#components/ui/facets-in-use.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { canaryFacetOptions, canaryFacets } from './canary-facets.ts';
import type { CanariesState } from './list-state.ts';
import { words } from './words.ts';

type CanaryFiltersProps = {
  items: readonly CanaryItem[];
  state: CanariesState;
  change: (patch: Partial<CanariesState>) => void;
};

export function CanaryFilters({ items, state, change }: CanaryFiltersProps) {
  const isFiltered = canaryFacets.some(({ id }) => state[id].length > 0);
  return (
    <>
      {facetsInUse(canaryFacets, { rows: items, chosen: state }).map((facet) => (
        <FacetMenu
          key={facet.id}
          title={facet.title}
          options={canaryFacetOptions(items, facet, state[facet.id])}
          chosen={state[facet.id]}
          onChange={(chosen) => change({ [facet.id]: chosen })}
        />
      ))}
      {isFiltered && (
        <Button
          look="quiet"
          onClick={() => change({ status: [], kind: [], reach: [], rule: [], clusters: [] })}
        >
          {words.clear}
        </Button>
      )}
    </>
  );
}
