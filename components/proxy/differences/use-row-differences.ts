'use client';

import { useMemo } from 'react';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { SectionDefinition, SectionRow } from '../section/section-definition.ts';
import { differenceColumn, differenceFacet } from './difference-column.tsx';
import { rowDifference } from './row-difference.ts';
import { useDifferences } from './use-differences.ts';

type Compared<Row extends SectionRow> = { target: ProxyTarget; definition: SectionDefinition<Row> };

/** A section's columns and facets; where something of it differs from istiod's, with those that say what. */
export function useRowDifferences<Row extends SectionRow>({ target, definition }: Compared<Row>) {
  const { id, resourceOf } = definition;
  const differences = useDifferences(target, id);
  return useMemo(() => {
    const columns = definition.columns(target);
    if (differences === undefined || resourceOf === undefined)
      return { columns, facets: definition.facets, differenceOf: () => undefined };
    const byName = new Map(differences.map((difference) => [difference.name, difference]));
    const differenceOf = (row: Row) =>
      row.state === 'static' ? undefined : rowDifference(row, byName.get(resourceOf(row)));
    return {
      columns: [...columns, differenceColumn(differenceOf)],
      facets: [...definition.facets, differenceFacet(differenceOf)],
      differenceOf,
    };
  }, [definition, target, differences, resourceOf]);
}
