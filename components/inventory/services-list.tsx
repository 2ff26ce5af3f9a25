import { type Port, type ServiceItem, servicesSchema } from '#lib/contract/inventory.ts';
import { compareItems, itemId, itemStatus } from '#lib/item-status.ts';
import { targetPath } from '#lib/target.ts';
import { figureColumns, podsColumn } from './columns/figure-columns.tsx';
import { configurationColumns, identityColumns } from './columns/shared-columns.tsx';
import { itemFacets } from './facets.ts';
import type { ListDefinition } from './list-definition.ts';
import { words } from './words.ts';

export const servicesList: ListDefinition<ServiceItem> = {
  title: 'Services',
  noun: { one: 'service', many: 'services' },
  path: '/api/services',
  schema: servicesSchema,
  hasResponseTimes: true,
  rowId: (row) => `${itemId(row)} ${row.type === 'ServiceEntry' ? row.type : ''}`,
  statusOf: itemStatus,
  compare: compareItems,
  columns: [
    ...identityColumns<ServiceItem>('service'),
    { id: 'kind', title: words.type, value: (row) => row.type, width: 100, isWideOnly: true },
    {
      id: 'ports',
      title: words.ports,
      value: (row) => row.ports.map(portText).join(', '),
      cell: (row) => (
        <span className="mono" title={row.ports.map(portText).join('\n')}>
          {row.ports.map(portText).join(', ')}
        </span>
      ),
      width: 90,
      isWideOnly: true,
    },
    {
      id: 'hosts',
      title: words.hosts,
      value: (row) => row.hosts.join(', '),
      width: 230,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'workloads',
      title: words.workloads,
      value: (row) => row.workloads.join(', '),
      width: 150,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    ...configurationColumns<ServiceItem>({ objectsWidth: 96 }),
    podsColumn({ title: words.endpoints, read: (row) => row.endpoints }),
    ...figureColumns<ServiceItem>(),
  ],
  facets: [
    ...itemFacets<ServiceItem>(),
    { id: 'kind', title: words.type, read: (row) => row.type, wordOf: (type) => type },
  ],
  labelsOf: (row) => row.labels,
  pageOf: ({ cluster, namespace, name }) => ({
    path: targetPath({ kind: 'service', namespace, name }),
    own: { cluster },
  }),
};

function portText({ port, protocol }: Port): string {
  return `${port} ${protocol}`;
}
