import type { Warning } from '#lib/contract/envelope.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { atOnce } from '#server/mesh/at-once.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import type { EnvoySplit } from '../envoy-split.ts';
import type { SourceProxy } from '../source-proxies.ts';
import type { Split } from '../split.ts';
import { loadProxySplit } from './load-proxy-split.ts';

/** So many proxies are asked at the same time. */
const proxiesAtOnce = 4;
/** Of those that are left out. */
const workloadsNamed = 5;

export type ChosenProxies = {
  chosen: readonly SourceProxy[];
  leftOut: readonly SourceProxy[];
  /** What the proxies do: `call`, `may call`. */
  doing: string;
};

export type EnvoySplits = { proxies: EnvoySplit[]; warnings: Warning[] };

/**
 * How each of these proxies divides the requests of a split, with warnings about those that are left out or say nothing.
 * Nothing is thrown but what cancels the request or concerns all proxies.
 */
export async function loadChosenSplits(
  split: Split,
  { chosen, leftOut, doing }: ChosenProxies,
  { snapshot, context }: { snapshot: ObjectsSnapshot; context: LoadContext },
): Promise<EnvoySplits> {
  const read = await atOnce(chosen, proxiesAtOnce, (proxy) =>
    loadProxySplit(proxy, { split, snapshot, context }),
  );
  const proxies = read.map(({ proxy }) => proxy);
  const unread = read.flatMap(({ istiodUnread }) => istiodUnread ?? []);
  return {
    proxies,
    warnings: [
      ...leftOutWarnings(
        leftOut,
        `${chosen.length} of ${chosen.length + leftOut.length} proxies that ${doing}`,
      ),
      ...silentWarnings(proxies),
      ...istiodWarnings(unread),
    ],
  };
}

function leftOutWarnings(leftOut: readonly SourceProxy[], read: string): Warning[] {
  if (leftOut.length === 0) return [];
  const workloads = [...new Set(leftOut.map(({ namespace, workload }) => `${namespace}/${workload}`))];
  const named = [
    ...workloads.slice(0, workloadsNamed),
    ...(workloads.length > workloadsNamed ? [`${workloads.length - workloadsNamed} more`] : []),
  ];
  const message = `Only ${read} were read: ${formatQuantity(leftOut.length, 'more proxy', 'more proxies')} of ${named.join(', ')} may have other weights.`;
  return [{ code: 'proxies_left_out', source: 'envoy', message }];
}

function silentWarnings(proxies: readonly EnvoySplit[]): Warning[] {
  const silent = proxies.filter(({ state }) => state === 'unanswered');
  if (silent.length === 0) return [];
  const message = `${silent.length} of ${formatQuantity(proxies.length, 'proxy', 'proxies')} did not answer, so their weights are not known: ${silent[0]?.unanswered}`;
  return [{ code: 'proxies_silent', source: 'envoy', message }];
}

function istiodWarnings(reasons: readonly string[]): Warning[] {
  const [first] = reasons;
  if (first === undefined) return [];
  const message = `What istiod has for ${formatQuantity(reasons.length, 'proxy', 'proxies')} with other weights could not be read: ${first}`;
  return [{ code: 'istiod_unread', source: 'istiod', message }];
}
