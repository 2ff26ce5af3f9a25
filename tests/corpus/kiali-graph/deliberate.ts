import type { CorpusCase } from './read-cases.ts';

export type Difference = { key: string; expected: string | undefined; own: string | undefined };

type Rule = { reason: string; covers(difference: Difference, one: CorpusCase): boolean };

/** Where Vigla answers differently on purpose; each is a rule about cases, not a list of names. */
export const deliberate: readonly Rule[] = [
  {
    reason:
      'A call through a waypoint is two flows with opposite neighbours; both are drawn as edges of their own, so a workload that a waypoint calls back is no root of traffic.',
    covers: ({ key, own }, one) =>
      key.endsWith(' isRoot') &&
      own === 'false' &&
      one.graph.elements.edges.some(({ data }) => data.waypoint?.fromEdge !== undefined),
  },
  {
    reason:
      'Messages are shown beside gRPC requests, not in their place: a call that was counted as a request, but in no message, stays in the picture.',
    covers: ({ key, expected }, one) =>
      asksForMessages(one) &&
      expected === undefined &&
      calledWithoutMessages(one).some((workload) => key.includes(`/${workload}`)),
  },
  {
    reason: 'Hosts are known of requests; messages without a request behind them name none.',
    covers: ({ key, own }, one) => asksForMessages(one) && own === undefined && / grpc hosts - /.test(key),
  },
];

function asksForMessages({ query }: CorpusCase): boolean {
  return (query.rateGrpc ?? 'requests') !== 'requests';
}

/** Workloads that gRPC requests of the case name as destination, and none of its messages. */
function calledWithoutMessages({ answers }: CorpusCase): string[] {
  const destinations = (metric: RegExp, isGrpc: (labels: Record<string, string>) => boolean) =>
    answers
      .filter(({ query }) => metric.test(query))
      .flatMap(({ vector }) => vector.filter((row) => isGrpc(row.metric)))
      .map((row) => row.metric.destination_workload ?? '');
  const byMessages = destinations(/_messages_total/, () => true);
  return destinations(/istio_requests_total/, (labels) => labels.request_protocol === 'grpc').filter(
    (workload) => !byMessages.includes(workload),
  );
}
