'use client';

import type { TableView } from '#components/ui/data-table/table-view.ts';
import { useAddressView } from '#components/ui/data-table/use-address-view.ts';
import type { Sort } from '#components/ui/data-table/use-data-table.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { sectionUrl } from '../proxy-state.ts';

/** The section's state in the address, and the part of it that the table understands. */
export function useSectionView(name: string, ownSort: Sort) {
  const [state, change] = useUrlState(sectionUrl);
  const addressView = useAddressView(name, state, change);
  const view: TableView = { ...addressView, sort: state.sort === '' ? ownSort : addressView.sort };
  return { state, change, view };
}
