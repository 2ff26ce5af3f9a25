'use client';

import { Button } from '#components/ui/button.tsx';
import { FacetMenu } from '#components/ui/facet-menu.tsx';
import { facetsInUse } from '#components/ui/facets-in-use.ts';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { fleetFacetOptions, fleetFacets } from './fleet-facets.ts';
import type { FleetState } from './fleet-state.ts';
import { words } from './words.ts';

type FleetFiltersProps = {
  items: readonly ProxyItem[];
  state: FleetState;
  change: (patch: Partial<FleetState>) => void;
};

export function FleetFilters({ items, state, change }: FleetFiltersProps) {
  const isFiltered = fleetFacets.some(({ id }) => state[id].length > 0);
  return (
    <>
      {facetsInUse(fleetFacets, { rows: items, chosen: state }).map((facet) => (
        <FacetMenu
          key={facet.id}
          title={facet.title}
          options={fleetFacetOptions(items, facet, state[facet.id])}
          chosen={state[facet.id]}
          onChange={(chosen) => change({ [facet.id]: chosen })}
        />
      ))}
      {isFiltered && (
        <Button
          look="quiet"
          onClick={() => change(Object.fromEntries(fleetFacets.map(({ id }) => [id, []])))}
        >
          {words.clear}
        </Button>
      )}
    </>
  );
}
