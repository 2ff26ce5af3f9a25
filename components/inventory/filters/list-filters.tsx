'use client';

import { Button } from '#components/ui/button.tsx';
import { FacetMenu } from '#components/ui/facet-menu.tsx';
import { facetsInUse } from '#components/ui/facets-in-use.ts';
import { facetOptions } from '../filter-rows.ts';
import type { ListDefinition } from '../list-definition.ts';
import type { ListState } from '../list-state.ts';
import { words } from '../words.ts';
import { LabelField } from './label-field.tsx';

type ListFiltersProps<Row> = {
  list: ListDefinition<Row>;
  rows: readonly Row[];
  state: ListState;
  change: (patch: Partial<ListState>, options?: { history?: 'push' | 'replace' }) => void;
};

export function ListFilters<Row>({ list, rows, state, change }: ListFiltersProps<Row>) {
  const isFiltered = state.labels !== '' || list.facets.some(({ id }) => state[id].length > 0);
  return (
    <>
      {facetsInUse(list.facets, { rows, chosen: state }).map((facet) => (
        <FacetMenu
          key={facet.id}
          title={facet.title}
          options={facetOptions(rows, facet, state[facet.id])}
          chosen={state[facet.id]}
          onChange={(chosen) => change({ [facet.id]: chosen })}
        />
      ))}
      {list.labelsOf !== undefined && (
        <LabelField value={state.labels} onChange={(labels) => change({ labels }, { history: 'replace' })} />
      )}
      {isFiltered && (
        <Button
          look="quiet"
          onClick={() => change({ health: [], mesh: [], kind: [], mtls: [], clusters: [], labels: '' })}
        >
          {words.clear}
        </Button>
      )}
    </>
  );
}
