import type { Sync } from '#lib/contract/proxies.ts';
import { formatAge } from '#lib/format-time.ts';
import { proxyId } from '#server/mesh/proxies/proxy-id.ts';
import type { DriftRule } from '../drift-rule.ts';
import { thresholds } from '../thresholds.ts';

/** What istiod sent last is not confirmed, and that since longer than a push takes. */
export const stale: DriftRule = ({ proxy, nowMs }) => {
  const behind = (proxy.sync?.syncs ?? []).filter((sync) => isLongStale(sync, nowMs));
  if (behind.length === 0) return [];
  const types = behind.map(({ type }) => type).join(', ');
  const times = behind.flatMap(({ sentAt }) => (sentAt === undefined ? [] : [Date.parse(sentAt)]));
  const sinceMs = nowMs - Math.min(...times);
  const since = times.length > 0 && sinceMs >= 0 ? `, the oldest sent ${formatAge(sinceMs / 1000)}` : '';
  return [
    {
      severity: 'degraded',
      items: [],
      why: {
        text: `istiod sent ${types}${since}, and the proxy has not confirmed it: it may still work with older configuration.`,
        fix: 'The Drift tab shows what differs. A proxy that is busy or stands still, and a blocked connection to istiod, are the usual reasons; restarting the pod makes it fetch everything anew.',
        evidence: behind.map(({ type, sent = '–', acked = 'nothing' }) => ({
          kind: 'envoy' as const,
          text: `istiod ${proxy.sync?.replica} /debug/syncz ${type}: sent ${sent}, acked ${acked}`,
        })),
        command: `istioctl proxy-status ${proxyId(proxy)}`,
      },
    },
  ];
};

/**
 * Without a time (Istio before 1.24) every unconfirmed push counts, and so does one whose time is yet to come: clocks differ,
 * and a difference larger than a push takes says nothing of its age.
 */
function isLongStale({ state, sentAt }: Sync, nowMs: number): boolean {
  if (state !== 'STALE') return false;
  return sentAt === undefined || Math.abs(nowMs - Date.parse(sentAt)) > thresholds.staleMs;
}
