import { escapeRegularExpression, matchOneOf } from '#server/metrics/match-one-of.ts';
import type { Matcher, MetricQuery, Selector } from '#server/metrics/query.ts';
import { isOfConnections } from '../of-connections.ts';
import type { Split } from '../split.ts';
import { answerLabels, processLabels, requestLabels } from './counter-labels.ts';
import { type HostName, hostNames } from './split-hosts.ts';

export type CounterKind = 'requests' | 'connections';

const metrics: Record<CounterKind, string> = {
  requests: 'istio_requests_total',
  connections: 'istio_tcp_connections_opened_total',
};

/** Characters of names in one selector; the regular expressions and PromQL around them make it three times as long. */
const mostCharacters = 4000;

export type CounterPlan = { kind: CounterKind; splits: readonly Split[]; query: MetricQuery };

/**
 * The raw counters of all splits' hosts, in as few questions as selectors of a sane length allow. Only those who choose
 * the version report: the caller's proxy and the waypoint; the receivers' counts have retries and mirrored copies too.
 */
export function planCounters(splits: readonly Split[]): CounterPlan[] {
  return (['requests', 'connections'] as const).flatMap((kind) =>
    chunksOf(splits.filter((split) => isOfConnections(split) === (kind === 'connections'))).map(
      ({ members, names }) => ({
        kind,
        splits: members,
        query: {
          fn: 'sum' as const,
          selector: hostSelector(metrics[kind], names),
          by: [...requestLabels, ...answerLabels, ...processLabels],
        },
      }),
    ),
  );
}

/** The raw buckets of the response times of a split's hosts; answers of all kinds together. */
export function planLatency(split: Split): MetricQuery {
  return {
    fn: 'sum',
    selector: hostSelector('istio_request_duration_milliseconds_bucket', hostNames(split)),
    by: [...requestLabels, ...processLabels, 'le'],
  };
}

/** The series of a metric that are about hosts, by all the names that they may go by. */
function hostSelector(metric: string, names: readonly HostName[]): Selector {
  const written = [...new Set(names.map(({ name }) => escapeRegularExpression(name)))].join('|');
  const services = names.flatMap(({ name, inNamespace }) =>
    inNamespace === undefined ? [] : [{ name, namespace: inNamespace }],
  );
  const hosts = matchOneOf(
    'destination_service',
    names.map(({ host }) => host),
  );
  const anyOf: Matcher[][] = [
    [hosts],
    [
      { label: 'destination_service_namespace', is: '=', value: 'unknown' },
      { label: 'destination_service', is: '=~', value: `(${written})(:[0-9]+)?` },
    ],
  ];
  // Where a store keeps no hosts, name and namespace stand for them.
  if (services.length > 0)
    anyOf.push([
      { label: 'destination_service', is: '=', value: '' },
      matchOneOf(
        'destination_service_name',
        services.map(({ name }) => name),
      ),
      matchOneOf(
        'destination_service_namespace',
        services.map(({ namespace }) => namespace),
      ),
    ]);
  return { metric, matchers: [{ label: 'reporter', is: '=~', value: 'source|waypoint' }], anyOf };
}

type Chunk = { members: Split[]; names: HostName[]; characters: number };

function chunksOf(splits: readonly Split[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const split of splits) {
    const names = hostNames(split);
    const characters = names.reduce((sum, { name }) => sum + name.length, 0);
    const last = chunks.at(-1);
    if (last === undefined || last.characters + characters > mostCharacters)
      chunks.push({ members: [split], names, characters });
    else {
      last.members.push(split);
      last.names.push(...names);
      last.characters += characters;
    }
  }
  return chunks;
}
