import { type WorkloadItem, workloadsSchema } from '#lib/contract/inventory.ts';
import { compareItems, itemId, itemStatus } from '#lib/item-status.ts';
import { targetPath } from '#lib/target.ts';
import { figureColumns, podsColumn } from './columns/figure-columns.tsx';
import { configurationColumns, identityColumns } from './columns/shared-columns.tsx';
import { itemFacets } from './facets.ts';
import type { ListDefinition } from './list-definition.ts';
import { words } from './words.ts';

export const workloadsList: ListDefinition<WorkloadItem> = {
  title: 'Workloads',
  noun: { one: 'workload', many: 'workloads' },
  path: '/api/workloads',
  schema: workloadsSchema,
  hasResponseTimes: true,
  rowId: itemId,
  statusOf: itemStatus,
  compare: compareItems,
  columns: [
    ...identityColumns<WorkloadItem>('workload'),
    { id: 'kind', title: words.kind, value: (row) => row.kind, width: 100, isWideOnly: true },
    {
      id: 'app',
      title: words.app,
      value: (row) => row.app,
      width: 110,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'services',
      title: words.services,
      value: (row) => row.services.join(', '),
      width: 130,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    ...configurationColumns<WorkloadItem>(),
    podsColumn({ title: words.pods, read: (row) => row.pods }),
    ...figureColumns<WorkloadItem>(),
  ],
  facets: [
    ...itemFacets<WorkloadItem>(),
    { id: 'kind', title: words.kind, read: (row) => row.kind, wordOf: (kind) => kind },
  ],
  labelsOf: (row) => row.labels,
  pageOf: ({ cluster, namespace, name }) => ({
    path: targetPath({ kind: 'workload', namespace, name }),
    own: { cluster },
  }),
};
