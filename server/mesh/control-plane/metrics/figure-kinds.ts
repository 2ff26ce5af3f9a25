import type { MetricUnit } from '#lib/contract/mesh-metrics.ts';
import { largestOf, meanOf, quantileOf, type ReadSamples, smallestOf, sumOf } from './read-samples.ts';

/** One figure of istiod's own metrics; `read` takes one replica's samples or those of all together. */
export type FigureKind = {
  id: string;
  title: string;
  unit: MetricUnit;
  metric: string;
  explanation: string;
  read: ReadSamples;
};

function figure(
  [id, metric, unit]: readonly [id: string, metric: string, unit: MetricUnit],
  [title, explanation]: readonly [title: string, explanation: string],
  read: ReadSamples,
): FigureKind {
  return { id, title, unit, metric, explanation, read };
}

/** What is worth knowing of istiod at a glance. Source: the metrics that istiod registers. */
export const figureKinds: readonly FigureKind[] = [
  figure(
    ['proxies', 'pilot_xds', 'count'],
    ['Proxies connected', 'Each proxy is connected to one replica and gets everything from it.'],
    sumOf('pilot_xds'),
  ),
  figure(
    ['pushes', 'pilot_xds_pushes', 'count'],
    [
      'Pushes',
      'Answers sent to proxies since istiod started, of every type of configuration; failed ones among them.',
    ],
    sumOf('pilot_xds_pushes'),
  ),
  figure(
    ['rejects', 'pilot_total_xds_rejects', 'count'],
    [
      'Refused pushes',
      'Proxies that answered a push with an error. istiod shows the counter from the first one on.',
    ],
    sumOf('pilot_total_xds_rejects'),
  ),
  figure(
    ['convergence', 'pilot_proxy_convergence_time', 'seconds'],
    [
      'Convergence, p99',
      'From a change in Kubernetes until a proxy was sent all that follows from it; 99 of 100 were faster.',
    ],
    quantileOf('pilot_proxy_convergence_time', 0.99),
  ),
  figure(
    ['queue', 'pilot_proxy_queue_time', 'seconds'],
    [
      'Waiting in the queue, p99',
      'How long a proxy waits for its turn in a push; grows when istiod has too little processor.',
    ],
    quantileOf('pilot_proxy_queue_time', 0.99),
  ),
  figure(
    ['pushTime', 'pilot_xds_push_time', 'seconds'],
    ['Making one answer, p99', 'How long istiod computes the configuration of one type for one proxy.'],
    quantileOf('pilot_xds_push_time', 0.99),
  ),
  figure(
    ['configSize', 'pilot_xds_config_size_bytes', 'bytes'],
    ['Size of an answer, mean', 'A Sidecar object that imports less makes it smaller.'],
    meanOf('pilot_xds_config_size_bytes'),
  ),
  figure(
    ['services', 'pilot_services', 'count'],
    ['Services known', 'Services of all registries, hosts of ServiceEntries among them.'],
    largestOf('pilot_services'),
  ),
  figure(
    ['virtualServices', 'pilot_virt_services', 'count'],
    ['VirtualServices known', 'Those made out of routes of the Gateway API among them.'],
    largestOf('pilot_virt_services'),
  ),
  figure(
    ['injections', 'sidecar_injection_success_total', 'count'],
    ['Pods injected', 'Pods that got their proxy from this istiod since it started.'],
    sumOf('sidecar_injection_success_total'),
  ),
  figure(
    ['certificates', 'citadel_server_success_cert_issuance_count', 'count'],
    ['Certificates issued', 'Workload certificates that were signed since istiod started.'],
    sumOf('citadel_server_success_cert_issuance_count'),
  ),
  figure(
    ['memory', 'process_resident_memory_bytes', 'bytes'],
    ['Memory', 'Resident memory of the processes; grows with services, proxies and pushes under way.'],
    sumOf('process_resident_memory_bytes'),
  ),
  figure(
    ['goroutines', 'go_goroutines', 'count'],
    ['Goroutines', 'A few for each proxy; a number that only grows is a leak.'],
    sumOf('go_goroutines'),
  ),
  figure(
    ['uptime', 'istiod_uptime_seconds', 'seconds'],
    ['Running for', 'The time of the youngest replica; all counters begin there.'],
    smallestOf('istiod_uptime_seconds'),
  ),
];
