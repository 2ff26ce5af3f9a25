import type { InSomeCluster } from '#components/ui/data-table/cluster-column.ts';
import { healthLooks } from '#components/ui/health-looks.ts';
import { meshModes } from '#lib/contract/inventory.ts';
import { type Item, itemStatus } from '#lib/item-status.ts';
import { membershipWords } from '#lib/membership-words.ts';
import type { Facet } from './list-definition.ts';
import { words } from './words.ts';

/** State and membership, by which workloads, services and applications are all told apart. */
export function itemFacets<Row extends Item>(): Facet<Row>[] {
  return [
    { id: 'health', title: words.health, read: itemStatus, wordOf: statusWord },
    {
      id: 'mesh',
      title: words.inMesh,
      read: (row) => row.inMesh.mode,
      wordOf: (value) => {
        const mode = meshModes.find((known) => known === value);
        return mode === undefined ? value : membershipWords[mode];
      },
    },
    clusterFacet(),
  ];
}

/** In which cluster a row is. */
export function clusterFacet<Row extends InSomeCluster>(): Facet<Row> {
  return {
    id: 'clusters',
    title: words.cluster,
    read: ({ cluster = '' }) => cluster,
    wordOf: (cluster) => cluster,
    isOnlyForSeveral: true,
  };
}

/** An address may name states that there are not. */
export function statusWord(value: string): string {
  const look = Object.entries(healthLooks).find(([status]) => status === value)?.[1];
  return look === undefined ? value : look.word;
}
