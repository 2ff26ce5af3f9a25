import type { ClusterRow } from '#lib/contract/proxy-sections.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';
import { objectAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { compareNames } from '#server/mesh/proxy/sections/by-name.ts';
import { configOwner } from '#server/mesh/proxy/sections/config-owner.ts';
import { itemFields } from '#server/mesh/proxy/sections/item-fields.ts';
import { type SectionEntry, sectionJob } from '#server/mesh/proxy/sections/section-job.ts';
import { durationWords } from '#server/mesh/proxy/sections/words/duration-words.ts';
import { balancingWords } from './balancing.ts';
import { circuitBreakers } from './circuit-breakers.ts';
import { clusterSecrets, clusterServerNames, clusterTls } from './cluster-tls.ts';
import { outlierDetection } from './outlier-detection.ts';
import { subsetKeyOf } from './subset-key.ts';

/** One row a cluster, sorted as istioctl does: by host, subset, port and direction. */
export const clustersJob = sectionJob<ClusterRow>({
  name: 'section-clusters',
  reads: ['clusters'],
  entriesOf: ({ items }, { shiftMs }) => ({
    entries: items.clusters
      .map((item) => clusterEntry(item, shiftMs))
      .sort(({ row: one }, { row: other }) => compareRows(one, other)),
  }),
});

function compareRows(one: SortedBy, other: SortedBy): number {
  return (
    compareNames(one.serviceFqdn, other.serviceFqdn) ||
    compareNames(one.subset, other.subset) ||
    compareNames(one.port, other.port) ||
    compareNames(one.direction, other.direction)
  );
}

type SortedBy = Pick<ClusterRow, 'serviceFqdn' | 'subset' | 'port' | 'direction'>;

function clusterEntry(item: DumpItem, shiftMs: number): SectionEntry<ClusterRow> {
  const { value: cluster } = item;
  const name = textAt(cluster, 'name') ?? item.name;
  const key = subsetKeyOf(name);
  const timeout = textAt(cluster, 'connect_timeout');
  return {
    row: {
      id: item.state === 'warming' ? `${name} (warming)` : name,
      ...itemFields(item, shiftMs),
      serviceFqdn: key?.host ?? name,
      port: key?.port ?? '-',
      subset: key?.subset || '-',
      direction: key?.direction ?? '-',
      type: textAt(cluster, 'type') ?? 'STATIC',
      destinationRule: configOwner(cluster),
      name,
      loadBalancing: balancingWords(cluster),
      connectTimeout: timeout && durationWords(timeout),
      tls: clusterTls(cluster),
      circuitBreakers: circuitBreakers(cluster),
      outlierDetection: outlierDetection(cluster),
    },
    origin: {
      istio: objectAt(cluster, 'metadata', 'filter_metadata', 'istio'),
      clusters: [name],
      port: key === undefined ? undefined : Number(key.port),
      direction: key?.direction,
      serverNames: clusterServerNames(cluster),
      secrets: clusterSecrets(cluster),
    },
  };
}
