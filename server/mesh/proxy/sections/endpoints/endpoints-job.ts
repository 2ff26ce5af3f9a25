import type { EndpointRow } from '#lib/contract/proxy-sections.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';
import { textAt } from '#server/mesh/proxy/json/json.ts';
import { compareNames } from '#server/mesh/proxy/sections/by-name.ts';
import { itemFields } from '#server/mesh/proxy/sections/item-fields.ts';
import { type SectionEntry, sectionJob } from '#server/mesh/proxy/sections/section-job.ts';
import { clusterOf, edsEndpoints } from './eds-endpoints.ts';
import { hostStatuses } from './host-status.ts';
import { type JoinedEndpoint, joinEndpoints } from './join-endpoints.ts';

/**
 * One row a host: the dump's endpoints joined with `/clusters` (the second input; without it, health and counters are
 * not known). A cluster without any has a row that says so.
 */
export const endpointsJob = sectionJob<EndpointRow>({
  name: 'section-endpoints',
  reads: ['endpoints'],
  entriesOf: ({ items }, { shiftMs }, clusters) => {
    const hosts = clusters === undefined ? [] : hostStatuses(clusters);
    const read = items.endpoints.map((item) => ({ item, endpoints: edsEndpoints(item) }));
    const withHosts = new Set(hosts.map(({ cluster }) => cluster));
    const joined = joinEndpoints(
      read.flatMap(({ endpoints }) => endpoints),
      hosts,
    );
    return {
      entries: [
        ...joined.map((endpoint) => entryOf(endpoint, shiftMs)),
        ...read
          .filter(({ item, endpoints }) => endpoints.length === 0 && !withHosts.has(clusterOf(item)))
          .map(({ item }) => emptyEntry(item, shiftMs)),
      ].sort(
        ({ row: one }, { row: other }) =>
          compareNames(one.cluster, other.cluster) || compareNames(one.endpoint, other.endpoint),
      ),
    };
  },
});

type Entry = SectionEntry<EndpointRow>;

function entryOf({ eds, host }: JoinedEndpoint, shiftMs: number): Entry {
  const cluster = eds?.cluster ?? host?.cluster ?? '';
  const endpoint = eds?.address ?? host?.address ?? '';
  const workload = textAt(eds?.istio, 'workload');
  return {
    row: {
      id: `${cluster}/${endpoint}`,
      ...(eds === undefined
        ? { state: host?.isFromApi === true ? 'active' : 'static', proofPath: host?.path ?? '' }
        : { ...itemFields(eds.item, shiftMs), proofPath: `${eds.item.path}${eds.inside}` }),
      endpoint,
      status: host?.status ?? eds?.status ?? '',
      outlierCheck: host?.outlierCheck ?? '',
      cluster,
      checks: host?.checks ?? [],
      hostname: host?.hostname,
      locality: host?.locality ?? eds?.locality,
      weight: host?.weight ?? eds?.weight,
      priority: host?.priority ?? eds?.priority,
      workload: workload && workloadWords(workload),
      tlsMode: eds?.tlsMode,
      source: eds === undefined ? 'clusters' : host === undefined ? 'eds' : 'both',
      counters: host?.counters ?? {},
    },
    origin: { istio: eds?.istio, clusters: [cluster], address: endpoint.split(',')[0] },
  };
}

function emptyEntry(item: DumpItem, shiftMs: number): Entry {
  const cluster = clusterOf(item);
  return {
    row: {
      id: `${cluster}/`,
      ...itemFields(item, shiftMs),
      endpoint: '',
      status: item.state === 'rejected' ? 'REFUSED' : 'NO ENDPOINTS',
      outlierCheck: '',
      cluster,
      checks: [],
      source: 'eds',
      counters: {},
    },
    origin: { clusters: [cluster] },
  };
}

/** `<workload>;<namespace>;<canonical name>;<revision>;<cluster>` in Istio's metadata of an endpoint. */
function workloadWords(workload: string): string {
  const [name = '', namespace = ''] = workload.split(';');
  return namespace === '' ? name : `${name}.${namespace}`;
}
