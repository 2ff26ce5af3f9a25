import type { ProxyItem } from '#lib/contract/proxies.ts';
import type { JudgedDrift } from '#server/mesh/proxy/drift/judge-drift.ts';
import type { FleetProxy } from './fleet.ts';
import type { KnownFacts } from './own-facts.ts';
import { podRevision } from './pod-revision.ts';
import { proxyVersion } from './proxy-version.ts';

type ItemFacts = {
  /** What the proxy itself said; undefined where it was not asked. */
  known: KnownFacts | undefined;
  judged: JudgedDrift;
};

/** One proxy in the contract's form. */
export function proxyItem(proxy: FleetProxy, { known, judged }: ItemFacts): ProxyItem {
  const own = known?.facts;
  const { object, owner, sync, connection } = proxy;
  const version = proxyVersion(proxy);
  const revision = object && podRevision(object);
  const replica = sync?.replica ?? connection?.replica;
  const lastError = sync?.syncs.find((one) => one.lastError !== undefined)?.lastError;
  return {
    cluster: proxy.cluster,
    namespace: proxy.namespace,
    pod: proxy.pod,
    type: proxy.type,
    ...(owner === undefined ? {} : { workload: { kind: owner.kind, name: owner.name } }),
    ...(version === undefined ? {} : { version }),
    ...(revision === undefined ? {} : { revision }),
    ...(replica === undefined ? {} : { istiod: replica }),
    ...(connection?.connectedAt === undefined ? {} : { connectedAt: connection.connectedAt }),
    syncs: sync?.syncs ?? [],
    ...(lastError === undefined ? {} : { lastError }),
    ...(known === undefined ? {} : { askedAt: new Date(known.atMs).toISOString() }),
    ...(own?.certificate === undefined ? {} : { certificate: own.certificate }),
    ...(own?.configBytes === undefined ? {} : { configBytes: own.configBytes }),
    ...(own?.counts === undefined ? {} : { counts: own.counts }),
    ...(own?.unanswered === undefined ? {} : { unanswered: own.unanswered }),
    drift: judged.drift,
    undecided: judged.undecided,
  };
}
