import type { GraphQuality } from '#lib/contract/graph.ts';

/** What can be wrong with telemetry, in the words of the data quality list. The count is put in front of each. */
export const qualityMessages = {
  missing_labels: 'series left out, because they lack labels that say where they begin and end',
  incomplete_labels: 'series lack some of the standard labels; what those say is shown as unknown',
  unknown_reporter: 'series left out, because their reporter is neither source, destination nor waypoint',
  unknown_protocol: 'series left out, because their request protocol is neither http nor grpc',
  not_a_number: 'series left out, because their value is not a number',
  source_without_workload:
    'series left out, because their source has a namespace but neither workload nor app',
  source_without_cluster: 'series left out, because their source has a namespace but no cluster',
  destination_is_address:
    'series left out, because their destination is a bare IP address without a workload, as while pods come and go',
  destination_without_cluster: 'series left out, because neither side of them knows its cluster',
  cluster_assumed:
    'series do not name the cluster of their destination; it was taken to be that of the source',
  egress_gateway_assumed:
    'series name only the Service of an egress gateway; they were taken to reach its workload',
  reporters_differ: 'edges on which the two proxies disagree by more than 5 %',
  source_not_scraped:
    'workloads are named as callers by the proxies they call, but report nothing themselves: not scraped, or labels dropped',
  destination_not_scraped: 'workloads with a sidecar receive requests, but report nothing themselves',
  window_cut: 'namespaces are younger than the window; their rates are averages since they were created',
  several_services:
    'workloads belong to several services; what they send is shown at the one that is asked most',
  no_service: 'flows are addressed to no service and are not in the service graph',
  service_entries_overlap: 'hosts belong to several ServiceEntries; the nearest one is shown',
} as const;
export type QualityCode = keyof typeof qualityMessages;

export type QualityTally = {
  /** Counts one more occurrence; the smallest example is kept, so that the order of series does not matter. */
  note(code: QualityCode, example?: string): void;
  list(): GraphQuality[];
};

export function createQualityTally(): QualityTally {
  const entries = new Map<QualityCode, { count: number; example: string | undefined }>();
  return {
    note(code, example) {
      const entry = entries.get(code);
      if (entry === undefined) entries.set(code, { count: 1, example });
      else {
        entry.count += 1;
        if (example !== undefined && (entry.example === undefined || example < entry.example))
          entry.example = example;
      }
    },
    list() {
      return [...entries]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([code, { count, example }]) => ({
          code,
          message: `${count} ${qualityMessages[code]}`,
          count,
          ...(example === undefined ? {} : { example }),
        }));
    },
  };
}
