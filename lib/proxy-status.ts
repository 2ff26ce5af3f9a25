import type { HealthStatus } from './contract/health.ts';
import type { Drift, ProxyItem } from './contract/proxies.ts';

type ProxyStatus = Extract<HealthStatus, 'failing' | 'degraded' | 'unknown' | 'healthy'>;

const order: readonly ProxyStatus[] = ['failing', 'degraded', 'unknown', 'healthy'];
const severities: readonly Drift['severity'][] = ['failing', 'degraded', 'info'];

export function proxyItemId({ cluster, namespace, pod }: ProxyItem): string {
  return `${cluster}/${namespace}/${pod}`;
}

/** The worst drift of a proxy; undefined where it has none. */
export function worstDrift({ drift }: Pick<ProxyItem, 'drift'>): Drift | undefined {
  return [...drift].sort(
    (left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity),
  )[0];
}

/** What a proxy's drift amounts to; with nothing found and something undecided it is not known. */
export function proxyStatus(item: Pick<ProxyItem, 'drift' | 'undecided'>): ProxyStatus {
  const severity = worstDrift(item)?.severity;
  if (severity === 'failing' || severity === 'degraded') return severity;
  return item.undecided.length > 0 ? 'unknown' : 'healthy';
}

/** Whether it is open to which istiod a proxy is connected: none is known, and not each replica has told. */
export function isConnectionUnknown({ istiod, undecided }: Pick<ProxyItem, 'istiod' | 'undecided'>): boolean {
  return istiod === undefined && undecided.some((one) => one.class === 'unknownToIstiod');
}

/** 0 is the worst. */
export function proxyStatusRank(item: ProxyItem): number {
  return order.indexOf(proxyStatus(item));
}

/** Worst first; among equals the one with more drift, then by name. */
export function compareProxies(left: ProxyItem, right: ProxyItem): number {
  return (
    proxyStatusRank(left) - proxyStatusRank(right) ||
    right.drift.length - left.drift.length ||
    proxyItemId(left).localeCompare(proxyItemId(right), 'en', { numeric: true })
  );
}
