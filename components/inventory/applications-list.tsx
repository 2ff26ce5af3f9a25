import { type ApplicationItem, applicationsSchema } from '#lib/contract/inventory.ts';
import { compareItems, itemId, itemStatus } from '#lib/item-status.ts';
import { targetPath } from '#lib/target.ts';
import { figureColumns, podsColumn } from './columns/figure-columns.tsx';
import { configurationColumns, identityColumns } from './columns/shared-columns.tsx';
import { itemFacets } from './facets.ts';
import type { ListDefinition } from './list-definition.ts';
import { words } from './words.ts';

export const applicationsList: ListDefinition<ApplicationItem> = {
  title: 'Applications',
  noun: { one: 'application', many: 'applications' },
  path: '/api/applications',
  schema: applicationsSchema,
  hasResponseTimes: true,
  rowId: itemId,
  statusOf: itemStatus,
  compare: compareItems,
  columns: [
    ...identityColumns<ApplicationItem>('application'),
    {
      id: 'workloads',
      title: words.workloads,
      value: (row) => row.workloads.map(({ name }) => name).join(', '),
      width: 150,
      isWideOnly: true,
    },
    {
      id: 'services',
      title: words.services,
      value: (row) => row.services.join(', '),
      width: 120,
      isWideOnly: true,
    },
    ...configurationColumns<ApplicationItem>(),
    podsColumn({ title: words.pods, read: (row) => row.pods }),
    ...figureColumns<ApplicationItem>(),
  ],
  facets: itemFacets<ApplicationItem>(),
  labelsOf: (row) => row.labels,
  pageOf: ({ cluster, namespace, name }) => ({
    path: targetPath({ kind: 'application', namespace, name }),
    own: { cluster },
  }),
};
