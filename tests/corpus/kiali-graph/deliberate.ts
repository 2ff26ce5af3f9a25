import { isSame, type Picture } from './picture.ts';
import type { CorpusCase } from './read-cases.ts';

export type Difference = { key: string; expected: string | undefined; own: string | undefined };

export type Pictures = { expected: Picture; own: Picture };

type Rule = {
  reason: string;
  covers(difference: Difference, one: CorpusCase, pictures: Pictures): boolean;
};

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
  {
    reason:
      'Where the two proxies disagree about an edge, the expected graph adds what each of them alone saw; Vigla takes the word of one and shows the difference beside it.',
    covers: ({ key, expected, own }, one) =>
      key.includes(' -> ') &&
      (expected !== 'there' || own !== undefined) &&
      disagreements(one).some(([source, destination]) => key.includes(source) && key.includes(destination)),
  },
  {
    reason:
      'Traffic out of the registry leaves where its caller is, so Passthrough and BlackHole stand in the cluster of the caller instead of an unknown one.',
    covers: (difference, _, pictures) => standsElsewhere(difference, pictures),
  },
  {
    reason:
      'A request that failed before a cluster was chosen stands at the Service that its host names, not at a service of that whole name in no namespace.',
    covers: ({ key }, one) => isServiceHost(key, one),
  },
];

const ownDestination = /\bservice [^/]+\/[^/]*\/(PassthroughCluster|BlackHoleCluster)/g;

/** The other picture says the very same of the same destination in another cluster: rates, answers and flags alike. */
function standsElsewhere({ key, expected, own }: Difference, pictures: Pictures): boolean {
  if (!key.match(ownDestination) || (expected === undefined) === (own === undefined)) return false;
  const placeless = (text: string) => text.replaceAll(ownDestination, 'service $1');
  const others = own === undefined ? pictures.own : pictures.expected;
  return [...others].some(
    ([other, value]) => placeless(other) === placeless(key) && isSame(value, expected ?? own),
  );
}

/** Pairs of workloads whose requests the source and the destination count differently. */
function disagreements({ answers }: CorpusCase): [string, string][] {
  const seen = new Map<string, { ends: [string, string]; source: Set<string>; destination: Set<string> }>();
  for (const { query, vector } of answers) {
    if (!query.includes('istio_requests_total')) continue;
    const reporter = /reporter=~?"[^"]*source"/.test(query) ? 'source' : 'destination';
    for (const { metric, value } of vector) {
      const ends: [string, string] = [metric.source_workload ?? '', metric.destination_workload ?? ''];
      const key = ends.join(' ');
      const pair = seen.get(key) ?? { ends, source: new Set(), destination: new Set() };
      seen.set(key, pair);
      pair[reporter].add(`${metric.response_code} ${metric.response_flags} ${value}`);
    }
  }
  return [...seen.values()]
    .filter(
      ({ source, destination }) =>
        source.size > 0 &&
        destination.size > 0 &&
        [...source, ...destination].some((row) => !source.has(row) || !destination.has(row)),
    )
    .map(({ ends }) => ends);
}

/** The key speaks of a failed request's Service, by the host or by the name and namespace in it. */
function isServiceHost(key: string, { answers }: CorpusCase): boolean {
  return answers
    .flatMap(({ vector }) => vector)
    .filter(({ metric }) => metric.destination_service_namespace === 'unknown')
    .some(({ metric }) => {
      const [, name, namespace] = /^([^.]+)\.([^.]+)\.svc/.exec(metric.destination_service_name ?? '') ?? [];
      return (
        name !== undefined &&
        (key.includes(`/${namespace}/${name}`) || key.includes(`/${name}.${namespace}.svc`))
      );
    });
}

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
