/**
 * What can be wrong with telemetry, in the words of the data quality list: for one occurrence and for several. The
 * count is put in front of each.
 */
export const qualityMessages = {
  missing_labels: [
    'series left out, because it lacks labels that say where it begins and ends',
    'series left out, because they lack labels that say where they begin and end',
  ],
  incomplete_labels: [
    'series lacks some of the standard labels; what those say is shown as unknown',
    'series lack some of the standard labels; what those say is shown as unknown',
  ],
  unknown_reporter: [
    'series left out, because its reporter is neither source, destination nor waypoint',
    'series left out, because their reporter is neither source, destination nor waypoint',
  ],
  unknown_protocol: [
    'series left out, because its request protocol is neither http nor grpc',
    'series left out, because their request protocol is neither http nor grpc',
  ],
  not_a_number: [
    'series left out, because its value is not a number',
    'series left out, because their value is not a number',
  ],
  source_without_workload: [
    'series left out, because its source has a namespace but neither workload nor app',
    'series left out, because their source has a namespace but neither workload nor app',
  ],
  source_without_cluster: [
    'series left out, because its source has a namespace but no cluster',
    'series left out, because their source has a namespace but no cluster',
  ],
  destination_is_address: [
    'series left out, because its destination is a bare IP address without a workload, as while pods come and go',
    'series left out, because their destination is a bare IP address without a workload, as while pods come and go',
  ],
  destination_without_cluster: [
    'series left out, because neither side of it knows its cluster',
    'series left out, because neither side of them knows its cluster',
  ],
  cluster_assumed: [
    'series does not name the cluster of its destination; it was taken to be that of the source',
    'series do not name the cluster of their destination; it was taken to be that of the source',
  ],
  egress_gateway_assumed: [
    'series names only the Service of an egress gateway; it was taken to reach its workload',
    'series name only the Service of an egress gateway; they were taken to reach its workload',
  ],
  reporters_differ: [
    'edge on which the two proxies disagree by more than 5 %',
    'edges on which the two proxies disagree by more than 5 %',
  ],
  source_not_scraped: [
    'workload is named as caller by the proxies it calls, but reports nothing itself: not scraped, or labels dropped',
    'workloads are named as callers by the proxies they call, but report nothing themselves: not scraped, or labels dropped',
  ],
  destination_not_scraped: [
    'workload with a sidecar receives requests, but reports nothing itself',
    'workloads with a sidecar receive requests, but report nothing themselves',
  ],
  window_cut: [
    'namespace is younger than the window; its rates are averages since it was created',
    'namespaces are younger than the window; their rates are averages since they were created',
  ],
  several_services: [
    'workload belongs to several services; what it sends is shown at the one that is asked most',
    'workloads belong to several services; what they send is shown at the one that is asked most',
  ],
  no_service: [
    'flow is addressed to no service and is not in the service graph',
    'flows are addressed to no service and are not in the service graph',
  ],
  service_entries_overlap: [
    'host belongs to several ServiceEntries; the nearest one is shown',
    'hosts belong to several ServiceEntries; the nearest one is shown',
  ],
} as const;

export type QualityCode = keyof typeof qualityMessages;

/** `1 edge on which …`, `3 edges on which …` */
export function qualitySentence(code: QualityCode, count: number): string {
  const [one, several] = qualityMessages[code];
  return `${count} ${count === 1 ? one : several}`;
}
