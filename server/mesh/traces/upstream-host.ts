import type { GraphFacts } from '#server/mesh/graph/facts/graph-facts.ts';
import type { Addressed } from '#server/mesh/graph/rows/edge-row.ts';

const serviceHost = /^([^.*]+)\.([^.*]+)\.svc(?:\..+)?$/;

/** The service that an Envoy cluster stands for, in the terms of telemetry; undefined for inbound and unknown clusters. */
export function addressedBy(
  upstreamCluster: string | undefined,
  { cluster, callerNamespace, facts }: { cluster: string; callerNamespace: string; facts: GraphFacts },
): Addressed | undefined {
  if (upstreamCluster === 'PassthroughCluster' || upstreamCluster === 'BlackHoleCluster')
    return { cluster, namespace: '', name: upstreamCluster, host: '' };
  if (upstreamCluster === undefined || !upstreamCluster.startsWith('outbound')) return undefined;
  // `outbound|9080|v3|host`; behind SNI routing it is written `outbound_.9080_.v3_.host`.
  const [, , , host = ''] = upstreamCluster.split(upstreamCluster.includes('|') ? '|' : '_.');
  if (host === '') return undefined;
  const [, name, namespace] = serviceHost.exec(host) ?? [];
  if (name !== undefined && namespace !== undefined) return { cluster, namespace, name, host };
  const entry = facts.serviceEntries.entryFor({ cluster, namespace: '', name: host, host }, callerNamespace);
  return { cluster, namespace: entry?.entry.namespace ?? '', name: host, host };
}
