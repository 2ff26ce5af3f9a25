import type { Answer } from '#lib/contract/envelope.ts';
import type { ProxyItem, ProxyQuery } from '#lib/contract/proxies.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { DriftFacts } from '#server/mesh/proxy/drift/drift-rule.ts';
import { judgeDrift } from '#server/mesh/proxy/drift/judge-drift.ts';
import { loadComparison } from '#server/mesh/proxy/drift/load-comparison.ts';
import { findProxy } from '#server/mesh/proxy/find-proxy.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { FleetProxy } from './fleet.ts';
import { type LoadedFleet, loadFleet } from './load-fleet.ts';
import { askProxy } from './load-kept-facts.ts';
import { canBeAsked } from './load-proxies.ts';
import { proxyItem } from './proxy-item.ts';

/**
 * One proxy, itself asked.
 * @throws ViglaError `not_found` for a pod that is not there or has no proxy, and that istiod does not know either;
 * `bad_parameter` where several clusters have it
 */
export async function loadProxy(query: ProxyQuery, context: LoadContext): Promise<Answer<ProxyItem>> {
  const fleet = await loadFleet(context);
  const proxy = proxyIn(fleet, query);
  const isEnvoy = canBeAsked(proxy);
  const [known, comparison] = await Promise.all([
    isEnvoy ? askProxy(proxy, context) : undefined,
    isEnvoy && proxy.sync !== undefined ? comparisonOf(proxy, context) : undefined,
  ]);
  const { controlPlane, mesh, warnings } = fleet;
  const nowMs = context.sources.now();
  const own = known?.facts;
  const judged = judgeDrift({ proxy, nowMs, controlPlane, mesh, own, comparison });
  return { data: proxyItem(proxy, { known, judged }), warnings };
}

/** A comparison that fails leaves its class undecided and takes nothing from the rest. */
async function comparisonOf(
  proxy: FleetProxy,
  context: LoadContext,
): Promise<NonNullable<DriftFacts['comparison']>> {
  try {
    return await loadComparison(proxy, context);
  } catch (error) {
    context.signal.throwIfAborted();
    return { failure: `istiod's configuration and Envoy's could not be compared: ${messageOf(error)}` };
  }
}

function proxyIn(
  { proxies, mesh, unread }: LoadedFleet,
  { namespace, pod, cluster }: ProxyQuery,
): FleetProxy {
  const found = proxies.filter((proxy) => proxy.namespace === namespace && proxy.pod === pod);
  const inCluster = cluster === undefined ? found : found.filter((proxy) => proxy.cluster === cluster);
  const [proxy, other] = inCluster;
  if (proxy === undefined) {
    const { name } = findProxy({ objects: mesh.objects, unread }, { namespace, pod });
    throw new ViglaError('not_found', `The proxy of pod ${name} runs no more, or in another cluster.`);
  }
  if (other !== undefined && proxy.cluster !== mesh.cluster)
    throw new ViglaError(
      'bad_parameter',
      `Proxies ${namespace}/${pod} are in several clusters: ${inCluster.map((one) => one.cluster).join(', ')}.`,
      { parameter: 'cluster' },
    );
  return proxy;
}
