import type {
  ComparedProxy,
  CompareProxiesQuery,
  CompareProxyQuery,
  ProxyComparison,
  ProxyComparisonItem,
} from '#lib/contract/compare-proxies.ts';
import type { Answer, Warning } from '#lib/contract/envelope.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import { absent } from '#server/mesh/absent.ts';
import { atOnce } from '#server/mesh/at-once.ts';
import { type LoadedSides, loadSides } from '#server/mesh/compare/load-sides.ts';
import { requireOfEither } from '#server/mesh/compare/require-of-either.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { loadProxyPair } from './load-proxy-pair.ts';
import { type MatchedProxy, matchProxies, otherProxyCount } from './match-proxies.ts';

/** More are listed, and compared when somebody opens one. */
const mostCompared = 200;
const atTheSameTime = 8;

/**
 * How much of the configuration of each Envoy changed since the earlier snapshot.
 * @throws ViglaError as `loadSides` does, `unknown_namespace` for one that neither side has
 */
export async function loadProxyComparison(
  { namespaces }: CompareProxiesQuery,
  context: LoadContext,
): Promise<Answer<ProxyComparison>> {
  const loaded = await loadSides(namespaces, context);
  const { before, after } = loaded;
  requireOfEither(namespaces, loaded);
  const unread = unreadWarnings(loaded);
  // Without the pods of a side every proxy of the other one would look new, or gone.
  const matched =
    unread.length > 0 ? [] : matchProxies(before.snapshot.objects, after.snapshot.objects, loaded.namespaces);
  const both = matched.filter(({ beforePod, afterPod }) => beforePod !== undefined && afterPod !== undefined);
  const compared = new Set(both.slice(0, mostCompared));
  const proxies = await atOnce(matched, atTheSameTime, async (proxy): Promise<ProxyComparisonItem> => {
    if (compared.has(proxy)) return { ...proxy, ...(await sectionsOf(proxy, loaded)) };
    if (proxy.match === 'onlyAfter' || proxy.match === 'onlyBefore') return proxy;
    return {
      ...proxy,
      because: `Only the first ${mostCompared} are compared at once; open it to compare it.`,
    };
  });
  return {
    data: {
      sides: loaded.told,
      proxies: proxies.toSorted((one, other) => differing(other) - differing(one)),
      leftOut: leftOutOf(loaded),
    },
    warnings: [...loaded.warnings, ...unread],
  };
}

/**
 * One Envoy as it is and as it was.
 * @throws ViglaError as `loadSides` does, `not_found` for a pod that neither side has, or of which one has no dump
 */
export async function loadComparedProxy(
  { namespace, pod }: CompareProxyQuery,
  context: LoadContext,
): Promise<Answer<ComparedProxy>> {
  const loaded = await loadSides('*', context);
  const all = matchProxies(loaded.before.snapshot.objects, loaded.after.snapshot.objects, loaded.namespaces);
  const own = all.filter((proxy) => proxy.namespace === namespace);
  const proxy =
    own.find(({ afterPod }) => afterPod === pod) ?? own.find(({ beforePod }) => beforePod === pod);
  if (proxy === undefined)
    throw absent({
      unread: loaded.after.snapshot.unread,
      kinds: ['Pod'],
      text: `Neither side has a pod ${pod} with an Envoy in namespace ${namespace}; /api/compare/proxies lists those there are.`,
    });
  if (proxy.match === 'onlyBefore' || proxy.match === 'onlyAfter')
    throw new ViglaError(
      'not_found',
      `Only the ${proxy.match === 'onlyBefore' ? 'earlier snapshot' : 'later side'} has the proxy ${namespace}/${pod}, and nothing of its workload is new: there is nothing to compare it with.`,
    );
  const differences = await loadProxyPair({ proxy, isDetailed: true }, loaded);
  return { data: { sides: loaded.told, ...proxy, ...differences }, warnings: loaded.warnings };
}

async function sectionsOf(
  proxy: MatchedProxy,
  loaded: LoadedSides,
): Promise<Pick<ProxyComparisonItem, 'sections' | 'because'>> {
  try {
    return { sections: (await loadProxyPair({ proxy, isDetailed: false }, loaded)).sections };
  } catch (error) {
    loaded.after.context.signal.throwIfAborted();
    return { because: messageOf(error) };
  }
}

function differing({ sections = [] }: ProxyComparisonItem): number {
  return sections.reduce((sum, { added, removed, changed }) => sum + added + removed + changed, 0);
}

function leftOutOf({ before, after, namespaces }: LoadedSides): string[] {
  const others = Math.max(
    otherProxyCount(before.snapshot.objects, namespaces),
    otherProxyCount(after.snapshot.objects, namespaces),
  );
  return [
    'Secrets, static parts and the bootstrap are not compared.',
    'Pods that were replaced are matched with one of the same workload; their own addresses are taken for the same.',
    ...(others === 0
      ? []
      : [
          `${formatQuantity(others, 'proxy', 'proxies')} without Envoy's sections (ztunnel, agentgateway) left out.`,
        ]),
  ];
}

function unreadWarnings({ before, after }: LoadedSides): Warning[] {
  const sides = [
    { ...before, when: 'when the earlier snapshot was made' },
    { ...after, when: 'now' },
  ];
  return sides.flatMap(({ snapshot, when }) =>
    snapshot.unread
      .filter(({ kind }) => kind === 'Pod')
      .map(
        ({ reason }): Warning => ({
          code: 'objects_missing',
          source: 'kubernetes',
          message: `Pods could not be read ${when}, so their proxies are not known: ${reason}`,
        }),
      ),
  );
}
