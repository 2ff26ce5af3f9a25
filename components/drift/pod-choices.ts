import type { ProxyItem } from '#lib/contract/proxies.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';

type PodChoice = { id: string; isSameWorkload: boolean };

const envoys: readonly ProxyItem['type'][] = ['sidecar', 'gateway', 'waypoint'];

/** Pods that a proxy can be compared with and that fit a search: of the same workload first, then of the same namespace. */
export function podChoices(
  items: readonly ProxyItem[],
  { namespace, pod }: ProxyTarget,
  search: string,
): PodChoice[] {
  const own = items.find((item) => item.namespace === namespace && item.pod === pod);
  const isSameWorkload = (item: ProxyItem) =>
    own?.workload !== undefined && item.namespace === namespace && item.workload?.name === own.workload.name;
  const rank = (item: ProxyItem) => (isSameWorkload(item) ? 0 : item.namespace === namespace ? 1 : 2);
  return items
    .filter((item) => item !== own && envoys.includes(item.type))
    .filter((item) => `${item.namespace}/${item.pod}`.includes(search.trim()))
    .sort((left, right) => rank(left) - rank(right) || left.pod.localeCompare(right.pod, 'en'))
    .map((item) => ({ id: `${item.namespace}/${item.pod}`, isSameWorkload: isSameWorkload(item) }));
}
